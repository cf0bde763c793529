// SPDX-License-Identifier: MIT
#include "ui/prompts/widgetprompthandler.h"

#include "core/base/whendone.h"
#include "ui/prompts/promptdialog.h"

#include <QtCore/QFutureWatcher>

namespace kakuin::ui {
namespace {

void finish(QPromise<Result<shell::PromptAnswer>> &promise, const shell::PromptAnswer &answer)
{
    promise.addResult(Result<shell::PromptAnswer>(answer));
    promise.finish();
}

} // namespace

WidgetPromptHandler::WidgetPromptHandler(QWidget *window, ContextOf contextOf)
    : m_window(window)
    , m_contextOf(std::move(contextOf))
{
}

WidgetPromptHandler::~WidgetPromptHandler()
{
    for (const Question &question : m_waiting)
        finish(*question.promise, shell::PromptAnswer::stop());
    m_waiting.clear();
    // its destructor answers stop; the connection below holds the promise, not this object
    delete m_dialog.data();
}

QFuture<Result<shell::PromptAnswer>> WidgetPromptHandler::ask(const shell::Prompt &prompt)
{
    auto promise = std::make_shared<QPromise<Result<shell::PromptAnswer>>>();
    promise->start();
    if (!m_window) {
        finish(*promise, shell::PromptAnswer::stop());
        return promise->future();
    }
    m_waiting.push_back({prompt, promise});
    if (!m_dialog)
        showNext();
    return promise->future();
}

PromptDialog *WidgetPromptHandler::dialog() const
{
    return m_dialog;
}

void WidgetPromptHandler::showNext()
{
    while (!m_waiting.empty() && !m_dialog) {
        const Question question = m_waiting.front();
        m_waiting.pop_front();
        if (!m_window || question.promise->isCanceled()) {
            // the command that asked is gone: an answer would reach nobody
            finish(*question.promise, shell::PromptAnswer::stop());
            continue;
        }
        auto *dialog = new PromptDialog(question.prompt, m_contextOf(question.prompt), m_window);
        m_dialog = dialog;
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        // no receiver object: the answer must be delivered even while this handler goes
        connect(dialog, &PromptDialog::answered,
            [promise = question.promise](const shell::PromptAnswer &answer) { finish(*promise, answer); });
        connect(dialog, &PromptDialog::answered, this, [this] { m_dialog.clear(); });
        connect(dialog, &PromptDialog::answered, this, &WidgetPromptHandler::showNext, Qt::QueuedConnection);
        // the command that asked has gone: nobody waits for the answer any more
        auto *withdrawn = new QFutureWatcher<Result<shell::PromptAnswer>>(dialog);
        connect(withdrawn, &QFutureWatcherBase::canceled, dialog, &PromptDialog::withdraw);
        withdrawn->setFuture(question.promise->future());
        m_dialog->open();
        return;
    }
}

} // namespace kakuin::ui

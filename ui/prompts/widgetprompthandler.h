// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/prompt.h"
#include "text/promptcontext.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QPromise>

#include <deque>
#include <functional>
#include <memory>

class QWidget;

namespace kakuin::ui {

class PromptDialog;

/// Brings a server's questions to the person as dialogs over a window, one after the other.
/// Shape:   `contextOf` says what is known beside a question at the time it is shown. When the handler or the window
///          goes, every open question is answered with stop. A question that its asker withdraws (cancels the future)
///          disappears.
/// Threads: the GUI thread.
class WidgetPromptHandler final : public QObject, public shell::PromptHandler {
    Q_OBJECT
public:
    using ContextOf = std::function<PromptContext(const shell::Prompt &)>;

    WidgetPromptHandler(QWidget *window, ContextOf contextOf);
    ~WidgetPromptHandler() override;
    Q_DISABLE_COPY_MOVE(WidgetPromptHandler)

    [[nodiscard]] QFuture<Result<shell::PromptAnswer>> ask(const shell::Prompt &prompt) override;
    /// The dialog that is shown now; null if none.
    [[nodiscard]] PromptDialog *dialog() const;

private:
    struct Question {
        shell::Prompt prompt;
        std::shared_ptr<QPromise<Result<shell::PromptAnswer>>> promise;
    };
    void showNext();

    QPointer<QWidget> m_window;
    ContextOf m_contextOf;
    std::deque<Question> m_waiting;
    QPointer<PromptDialog> m_dialog;
};

} // namespace kakuin::ui

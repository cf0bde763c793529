// SPDX-License-Identifier: MIT
#include "ui/dialogs/savesnapshotdialog.h"

#include "core/base/untrustedtext.h"
#include "text/errortext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

SaveSnapshotDialog::SaveSnapshotDialog(
    const std::shared_ptr<shell::Shell> &shell, const snapshot::SnapshotTarget &target, int maxRunning, QWidget *parent)
    : QDialog(parent)
    , m_path(target.path)
    , m_title(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_state(new WrapLabel(this))
    , m_progress(new QProgressBar(this))
    , m_message(new MessageBar(this))
    , m_button(new QPushButton(this))
    , m_saver(new session::SnapshotSaver(shell, target, maxRunning, this))
{
    setObjectName(QStringLiteral("saveSnapshotDialog"));
    setWindowModality(Qt::WindowModal);
    m_progress->setObjectName(QStringLiteral("snapshotProgress"));
    m_progress->setRange(0, 0);
    m_message->setObjectName(QStringLiteral("snapshotMessage"));
    m_message->clear();
    m_button->setObjectName(QStringLiteral("closeButton"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::group);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addWidget(m_progress);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addWidget(m_button, 0, Qt::AlignRight);
    resizeOnScreen(*this, {520, 240});
    connect(m_saver, &session::SnapshotSaver::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    connect(m_saver, &session::SnapshotSaver::writingStarted, this, [this] {
        m_isWriting = true;
        m_progress->setRange(0, 0);
        retranslate();
    });
    connect(m_saver, &session::SnapshotSaver::finished, this, &SaveSnapshotDialog::showOutcome);
    connect(m_button, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    m_saver->start();
}

void SaveSnapshotDialog::reject()
{
    if (!m_outcome)
        m_saver->cancel();
    QDialog::reject();
}

void SaveSnapshotDialog::showOutcome(const Result<session::SavedSnapshot> &outcome)
{
    m_outcome = outcome;
    m_progress->hide();
    retranslate();
}

void SaveSnapshotDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SaveSnapshotDialog::retranslate()
{
    setWindowTitle(tr("Save a snapshot"));
    m_title->setPlainText(singleLine(QDir::toNativeSeparators(m_path)));
    m_progress->setAccessibleName(tr("Progress"));
    m_button->setText(m_outcome ? tr("Close") : tr("Cancel"));
    m_message->clear();
    if (!m_outcome) {
        m_state->setPlainText(m_isWriting ? tr("Writing what the servers answered.") : tr("Asking the servers."));
        return;
    }
    if (!*m_outcome) {
        m_state->setPlainText(tr("There is no snapshot: nothing was written."));
        m_message->setMessage(models::Severity::Urgent, ErrorText::full(m_outcome->error()));
        return;
    }
    const session::SavedSnapshot &saved = **m_outcome;
    m_state->setPlainText(tr("Saved: %n server(s).", nullptr, saved.servers));
    if (saved.missing.isEmpty())
        return;
    QStringList lines;
    for (const Error &missing : saved.missing)
        lines.append(singleLine(missing.subject) + QStringLiteral(": ") + ErrorText::brief(missing));
    m_message->setMessage(models::Severity::Soon,
        tr("The certificates of these servers are not in it:") + u'\n' + lines.mid(0, 10).join(u'\n'));
}

} // namespace kakuin::ui

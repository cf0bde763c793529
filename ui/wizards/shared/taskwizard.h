// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/task.h"
#include "core/base/latestonly.h"
#include "core/plan/draft.h"
#include "core/plan/planrunner.h"
#include "core/session/workspace.h"
#include "models/severity.h"

#include <QtWidgets/QDialog>

#include <functional>

class QPushButton;
class QStackedWidget;

namespace kakuin::ui {

class InputGuard;
class ConsentPage;
class MessageBar;
class OrganisationMark;
class LeftToDoPanel;
class ResultPage;
class ReviewPage;
class RunPage;
class ScriptSaver;
class WidgetPromptHandler;
class WizardPage;
class WrapLabel;

/// The window of every task: its own pages over a draft, then Review, Run and Result, which all tasks share.
/// Shape:   made, given its pages, and start()ed by `ui/wizards/taskwizards`; the draft is asked for its plan whenever
///          Review is shown, and is told of each newer picture of the organisation.
/// Closing: before Run it just closes. While a plan runs, closing first says what it means, in place; confirmed, the
///          running step ends, no further one starts, and the Result page says what was done. While a question is open,
///          closing is "stop here" at that question. When the session goes, the running command is cancelled, the
///          journal is told, and the wizard closes.
/// Input:   what changes something (the verb on Review, "Stop after this step") takes no press in the second after it has
///          appeared: a double-click on Next starts nothing.
/// Refresh: a newer inventory reaches the pages; a plan under review that is no longer the same says so.
class TaskWizard final : public QDialog {
    Q_OBJECT
public:
    /// `title` is asked again when the language changes.
    TaskWizard(session::Workspace &workspace, const QString &objectName, std::function<QString()> title,
        std::unique_ptr<plan::Draft> draft, QWidget *parent);
    ~TaskWizard() override;
    Q_DISABLE_COPY_MOVE(TaskWizard)

    void addPage(WizardPage *page);
    /// Shows the first page; called once, after the pages were added.
    void start();
    /// Review presents what an interrupted operation left; called before start().
    void markAsResumption();
    /// Asked right before the plan runs; an error is shown, and nothing runs.
    void setReadiness(std::function<Result<void>()> isReady) { m_isReady = std::move(isReady); }

    [[nodiscard]] plan::Draft &draft() const { return *m_draft; }
    /// The draft of a task of that kind.
    template <typename TaskDraft>
    [[nodiscard]] TaskDraft &draftAs() const
    {
        return dynamic_cast<TaskDraft &>(*m_draft);
    }

    [[nodiscard]] WizardPage *currentPage() const;
    [[nodiscard]] plan::PlanRunner *runner() const { return m_runner.get(); }
    /// How long a resumed command is waited for before it is sent; for tests.
    void setSettlePause(std::chrono::milliseconds pause) { m_settlePause = pause; }
    void reject() override;

Q_SIGNALS:
    void certificateRequested(const kakuin::domain::CertificateId &id);
    void logRequested();
    /// Another task: one that the plan needs first, one that is left to do after it, or one that undoes it.
    void taskRequested(const kakuin::advice::Task &task);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void show(WizardPage *page);
    /// The next page (or, with -1, the one before) that is not passed over; null: there is none.
    [[nodiscard]] WizardPage *neededPage(qsizetype from, int step) const;
    [[nodiscard]] WizardPage *firstPage() const { return neededPage(-1, 1); }
    void goNext();
    void goBack();
    void run();
    void onRunFinished();
    void readAfterwards();
    void readServers();
    void judgeAfterwards();
    void onInventoryChanged(const domain::InventoryPtr &inventory);
    void startAgain(const QList<domain::CertificateId> &ids);
    void leave();
    void askToStop();
    void showStopBar(bool isAsking);
    void stopAfterStep();
    void updateFrame();
    void retranslate();
    /// `text` is asked again when the language changes.
    void say(models::Severity severity, std::function<QString()> text);
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] std::optional<Error> refusalNow() const;
    void updateRefusal();
    /// The draft's plan with what it relies on, by the newest inventory.
    [[nodiscard]] plan::Plan planNow() const;
    [[nodiscard]] bool isRunning() const;
    void saveScript();
    void showConsent();
    void agree();

    session::Workspace &m_workspace;
    std::function<QString()> m_taskTitle;
    std::unique_ptr<plan::Draft> m_draft; ///< the pages refer to it
    std::function<Result<void>()> m_isReady;
    QList<WizardPage *> m_pages;
    ReviewPage *m_review = nullptr;
    ConsentPage *m_consent = nullptr; ///< beside the row of pages: from Review and back
    RunPage *m_run = nullptr;
    ResultPage *m_result = nullptr;
    LeftToDoPanel *m_left = nullptr; ///< null until a plan has run
    struct Afterwards;
    std::shared_ptr<Afterwards>
        m_afterwards; ///< the reading after the present run; null before, and once it is begun again
    LatestOnly m_judging;
    ScriptSaver *m_saver = nullptr;
    std::shared_ptr<WidgetPromptHandler> m_prompts;
    std::unique_ptr<plan::PlanRunner> m_runner;
    InputGuard *m_guard = nullptr;
    OrganisationMark *m_mark = nullptr;
    WrapLabel *m_title = nullptr;
    WrapLabel *m_subtitle = nullptr;
    QStackedWidget *m_stack = nullptr;
    MessageBar *m_message = nullptr;
    std::function<QString()> m_messageText;
    MessageBar *m_stopBar = nullptr;
    QPushButton *m_continue = nullptr;
    QPushButton *m_confirmStop = nullptr;
    QPushButton *m_script = nullptr;
    QPushButton *m_log = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_cancel = nullptr;
    std::chrono::milliseconds m_settlePause = plan::PlanRunner::Context().settlePause;
    bool m_isScriptSaved = false;
    std::optional<Error> m_refusal; ///< why nothing may be changed, or not yet
    bool m_isLeaving = false; ///< the session goes: closes as soon as the runner has ended
};

} // namespace kakuin::ui

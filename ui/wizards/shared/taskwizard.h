// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/planrunner.h"
#include "core/session/workspace.h"
#include "ui/prompts/promptcontext.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kakuin::ui {

class ResultPage;
class ReviewPage;
class RunPage;
class ScriptSaver;
class WidgetPromptHandler;
class WizardPage;

/// The frame of every task: its own pages, then Review, Run and Result, which all tasks share.
/// Shape:   a subclass adds pages in its constructor, then calls start(); makePlan() is asked whenever Review is shown.
/// Closing: before Run it just closes. While a plan runs, closing first says what it means, in place; confirmed, the
/// running
///          step ends, no further one starts, and the Result page says what was done. Nothing is ever killed silently.
class TaskWizard : public QDialog {
    Q_OBJECT
public:
    TaskWizard(session::Workspace &workspace, QWidget *parent);
    ~TaskWizard() override;
    Q_DISABLE_COPY_MOVE(TaskWizard)

    [[nodiscard]] WizardPage *currentPage() const;
    [[nodiscard]] plan::PlanRunner *runner() const { return m_runner.get(); }
    void reject() override;

Q_SIGNALS:
    void certificateRequested(const kakuin::domain::CertificateId &id);
    void logRequested();

protected:
    void addPage(WizardPage *page);
    /// Shows the first page; called once, at the end of a subclass's constructor.
    void start();
    [[nodiscard]] session::Workspace &workspace() { return m_workspace; }
    [[nodiscard]] virtual plan::Plan makePlan() const = 0;
    [[nodiscard]] virtual QString taskTitle() const = 0;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void show(WizardPage *page);
    void goNext();
    void goBack();
    void run();
    void onRunFinished();
    void askToStop();
    void updateFrame();
    void retranslate();
    void decorate();
    void say(const QString &text, bool isProblem);
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] bool isRunning() const;
    void saveScript();
    [[nodiscard]] PromptContext contextOf(const shell::Prompt &prompt) const;

    session::Workspace &m_workspace;
    QList<WizardPage *> m_pages;
    ReviewPage *m_review = nullptr;
    RunPage *m_run = nullptr;
    ResultPage *m_result = nullptr;
    ScriptSaver *m_saver = nullptr;
    std::shared_ptr<WidgetPromptHandler> m_prompts;
    std::unique_ptr<plan::PlanRunner> m_runner;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_message = nullptr;
    QWidget *m_stopPanel = nullptr;
    QLabel *m_stopText = nullptr;
    QPushButton *m_continue = nullptr;
    QPushButton *m_confirmStop = nullptr;
    QPushButton *m_script = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace kakuin::ui

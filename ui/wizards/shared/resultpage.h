// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"
#include "core/plan/authrotation.h"
#include "core/plan/operationfacts.h"
#include "core/plan/planrunner.h"
#include "ui/wizards/shared/aftermath.h"
#include "ui/wizards/shared/wizardpage.h"

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace kakuin::ui {

class LeftToDoPanel;
class MessageBar;
class RunRow;

/// What came of it: one sentence with its mark, what was verified, what is left to do.
class ResultPage final : public WizardPage {
    Q_OBJECT
public:
    explicit ResultPage(QWidget *parent = nullptr);

    /// What a runner that has finished leaves. `journalError`: why there was no journal to write to, which the person
    /// must know; one that failed on the way the runner tells itself. `kept`: plan::keptTransport() of the runner's plan.
    void setOutcome(const plan::PlanRunner &runner, const std::optional<Error> &journalError,
        const QList<plan::KeptTransport> &kept);

    /// Shows what the operation has left, as the page's owner reads it: above what the adviser says of each certificate.
    void setLeftToDo(LeftToDoPanel *panel);
    /// The organisation as read after the last step. Before that, the page says that it is being read.
    void setAftermath(const Aftermath &aftermath);
    /// It could not be read: what is left is not known.
    void setAftermathNotRead(const Error &error);
    /// A newer inventory than the plan was made from: shows where a published Auth certificate has arrived.
    void setInventory(const domain::InventoryPtr &inventory, const QDateTime &nowUtc, const advice::Policy &policy);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override { return {}; }
    /// The outcome as text, for the clipboard.
    [[nodiscard]] QString report() const;

Q_SIGNALS:
    /// The person wants to see a certificate that the plan made.
    void certificateRequested(const kakuin::domain::CertificateId &id);
    void logRequested();
    void transportRequested(const kakuin::domain::CertificateId &id);
    void rotationRequested();
    /// What is left to do about a certificate.
    void taskRequested(const kakuin::advice::Task &task);
    /// The person wants to go on with those that have no successor yet.
    void againRequested(const QList<kakuin::domain::CertificateId> &rest);

protected:
    void retranslate() override;
    void decorate() override;

private:
    void rebuildRows();
    [[nodiscard]] QLayout *makeButtons();
    void rebuildShowMenu();
    void rebuildLeft();
    [[nodiscard]] QStringList remarks() const;
    [[nodiscard]] static QString nameOf(const Aftermath::Left &left);
    /// What the plan left in the stores, also where the person stopped at the question that follows the creation.
    [[nodiscard]] QList<domain::CertificateId> created() const;
    [[nodiscard]] bool hasStaged() const;
    /// Gives port 443 the certificate back that a step has taken off it; nothing where no step has, or it is gone.
    [[nodiscard]] std::optional<advice::Task> siteTask() const;
    /// Whether the panel says what is to be done by hand.
    [[nodiscard]] bool isHandWorkListed() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] bool hasCriticalLeft() const;
    /// Of the sentence: never the tick of success above a critical finding that the plan touched.
    [[nodiscard]] models::Severity severity() const;
    /// The certificates that got no successor, or were not removed.
    [[nodiscard]] QList<domain::CertificateId> remaining() const;

    plan::Plan m_plan;
    plan::OperationState m_state = plan::OperationState::Running;
    QList<plan::StepRecord> m_steps;
    std::optional<Error> m_journalError;
    QList<plan::KeptTransport> m_kept;
    std::optional<Result<Aftermath>> m_aftermath; ///< nothing: it is being read
    LeftToDoPanel *m_left = nullptr; ///< null until it is set
    QVBoxLayout *m_leftLayout = nullptr;
    QLabel *m_mark = nullptr;
    WrapLabel *m_sentence = nullptr;
    MessageBar *m_journal = nullptr;
    QVBoxLayout *m_rowLayout = nullptr;
    std::optional<plan::RotationStatus> m_rotationStatus;
    WrapLabel *m_distribution = nullptr;
    WrapLabel *m_nextHeading = nullptr;
    WrapLabel *m_next = nullptr;
    QPushButton *m_site = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_show = nullptr;
    QMenu *m_showMenu = nullptr; ///< when the plan made several
    QPushButton *m_undo = nullptr;
    QPushButton *m_rotation = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_log = nullptr;
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/renewdraft.h"
#include "ui/wizards/shared/wizardpage.h"

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace kakuin::session {
class Workspace;
}

namespace kakuin::ui {

class MessageBar;

/// Which certificates to renew: every candidate by server, with its remaining life and what it is used for.
class CertificatesPage final : public WizardPage {
    Q_OBJECT
public:
    /// The rows have the marks of the workspace's evaluation; it outlives the page.
    CertificatesPage(plan::RenewDraft &draft, const session::Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] bool isComplete() const override;

protected:
    void retranslate() override;
    void decorate() override;

private:
    /// From a newer picture of the organisation: what is chosen, current and scrolled to stays.
    void fillAgain();
    void fill();
    void addRow(const domain::CertificateId &id, bool isChosen);
    void onItemChanged(QTreeWidgetItem *item);
    void filter(const QString &text);
    void showProblems();
    [[nodiscard]] QTreeWidgetItem *serverItem(const domain::ServerId &server);

    plan::RenewDraft &m_draft;
    const session::Workspace &m_workspace;
    QLineEdit *m_filter = nullptr;
    QTreeWidget *m_tree = nullptr;
    MessageBar *m_problems = nullptr;
    bool m_isFilling = false;
};

} // namespace kakuin::ui

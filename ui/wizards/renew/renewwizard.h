// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/renewdraft.h"
#include "ui/wizards/shared/taskwizard.h"

namespace kakuin::ui {

class CertificatesPage;

/// Renews self-signed server certificates, on one or several servers.
class RenewWizard final : public TaskWizard {
    Q_OBJECT
public:
    /// The workspace must have a session with an inventory. `preselected` are the certificates that are checked at
    /// first.
    RenewWizard(
        session::Workspace &workspace, const QList<domain::CertificateId> &preselected, QWidget *parent = nullptr);

    [[nodiscard]] plan::RenewDraft *draft() { return m_draft; }

protected:
    [[nodiscard]] plan::Plan makePlan() const override;
    [[nodiscard]] QString taskTitle() const override;
    void takeInventory(const domain::InventoryPtr &inventory) override;
    void takeTargets(const QList<domain::CertificateId> &ids) override;

private:
    plan::RenewDraft *m_draft = nullptr;
    CertificatesPage *m_certificates = nullptr;
};

} // namespace kakuin::ui

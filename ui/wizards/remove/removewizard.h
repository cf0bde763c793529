// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/removedraft.h"
#include "ui/wizards/shared/taskwizard.h"

namespace kakuin::ui {

class PreflightPage;

/// Removes certificates: looks first at what depends on them, replaces and saves what has to be, then removes.
class RemoveWizard final : public TaskWizard {
    Q_OBJECT
public:
    RemoveWizard(
        session::Workspace &workspace, const QList<domain::CertificateId> &preselected, QWidget *parent = nullptr);

    [[nodiscard]] plan::RemoveDraft *draft() { return m_draft; }

Q_SIGNALS:
    /// The person wants to mend what stands in the way.
    void rotateRequested();
    void renewRequested(const kakuin::domain::CertificateId &id);
    void assignRequested(const kakuin::domain::CertificateId &id);

protected:
    [[nodiscard]] plan::Plan makePlan() const override;
    [[nodiscard]] QString taskTitle() const override;
    [[nodiscard]] Secret password() const override;
    void takeTargets(const QList<domain::CertificateId> &ids) override { m_draft->setTargets(ids); }
    void takeInventory(const domain::InventoryPtr &inventory) override;

private:
    void mend(plan::Mend mend, const domain::CertificateId &id);

    plan::RemoveDraft *m_draft = nullptr;
};

} // namespace kakuin::ui

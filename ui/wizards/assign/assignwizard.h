// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/assigndraft.h"
#include "ui/wizards/shared/taskwizard.h"

namespace kakuin::ui {

/// Gives services to a certificate, or makes it the internal transport certificate of its server.
class AssignWizard final : public TaskWizard {
    Q_OBJECT
public:
    enum class Start { Services, InternalTransport };

    /// `services`: chosen at the start, besides those that it has.
    AssignWizard(session::Workspace &workspace, const domain::CertificateId &id, Start start,
        domain::ServiceSet services = {}, QWidget *parent = nullptr);

    [[nodiscard]] plan::AssignDraft *draft() { return m_draft; }

protected:
    [[nodiscard]] plan::Plan makePlan() const override;
    [[nodiscard]] QString taskTitle() const override;
    void takeInventory(const domain::InventoryPtr &inventory) override;

private:
    plan::AssignDraft *m_draft = nullptr;
};

} // namespace kakuin::ui

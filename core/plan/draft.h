// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/domain/inventory.h"
#include "core/plan/plan.h"

#include <QtCore/QObject>

#include <functional>

namespace kakuin::plan {

/// What a person composes until it is a plan: the base of every task's draft.
/// Shape:   fields with setters that signal changed(). Each draft has a function problems(), which lists why it cannot run
///          yet; plan() has the steps that would run. A draft reads one inventory and its time; it uses no widget and no
///          shell.
class Draft : public QObject {
    Q_OBJECT
public:
    ~Draft() override = default;
    Q_DISABLE_COPY_MOVE(Draft)

    [[nodiscard]] const domain::InventoryPtr &inventory() const { return m_inventory; } ///< never null
    [[nodiscard]] const QDateTime &nowUtc() const { return m_nowUtc; } ///< by the server's clock
    /// A newer picture of the organisation: what the person chose stays, what follows from the organisation is looked at
    /// again.
    void setInventory(domain::InventoryPtr inventory, const QDateTime &nowUtc);

    /// An empty plan while the draft has problems. It contains no password.
    [[nodiscard]] virtual Plan plan() const = 0;
    /// What the plan's commands need and the plan does not hold.
    [[nodiscard]] virtual Secret password() const { return {}; }
    /// To begin again with these certificates only; for tasks over several.
    virtual void takeTargets(const QList<domain::CertificateId> &ids) { Q_UNUSED(ids) }

Q_SIGNALS:
    void changed();
    /// Before changed(): lists that were filled from the organisation are filled anew.
    void inventoryChanged();

protected:
    /// `inventory` may be null: nothing has been read.
    Draft(domain::InventoryPtr inventory, const QDateTime &nowUtc, QObject *parent);
    /// Looks again after inventory() and nowUtc() have changed; changed() follows.
    virtual void lookAgain() { }

private:
    domain::InventoryPtr m_inventory;
    QDateTime m_nowUtc;
};

/// A draft without a choice: the plan follows from the organisation as it stands.
class FixedDraft final : public Draft {
    Q_OBJECT
public:
    using MakePlan = std::function<Plan(const domain::Inventory &, const QDateTime &nowUtc)>;

    /// `makePlan` is asked again with each picture. `password` serves plans that move keys.
    FixedDraft(domain::InventoryPtr inventory, const QDateTime &nowUtc, MakePlan makePlan, const Secret &password,
        QObject *parent = nullptr);

    [[nodiscard]] Plan plan() const override { return m_makePlan(*inventory(), nowUtc()); }
    [[nodiscard]] Secret password() const override { return m_password; }

private:
    MakePlan m_makePlan;
    Secret m_password;
};

} // namespace kakuin::plan

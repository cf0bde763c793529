// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/authrotation.h"
#include "core/session/workspace.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace kakuin::ui {

class WrapLabel;

/// How the rotation of the Auth certificate stands: what is in use and what comes, and which server has it. Follows the
/// organisation as it is read; every change is a task of its own, with its review.
class RotationDialog final : public QDialog {
    Q_OBJECT
public:
    explicit RotationDialog(
        session::Workspace &workspace, QWidget *parent = nullptr, const advice::Policy &policy = {});
    ~RotationDialog() override;
    Q_DISABLE_COPY_MOVE(RotationDialog)

    [[nodiscard]] const plan::RotationStatus &status() const { return m_status; }

Q_SIGNALS:
    void rotateRequested();
    void leftToDoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildButtons(QVBoxLayout *column);
    void read();
    void fillServers();
    void openPlan(const std::function<plan::Plan(const domain::Inventory &, const QDateTime &)> &makePlan);
    void retranslate();

    session::Workspace &m_workspace;
    const advice::Policy m_policy;
    plan::RotationStatus m_status;
    domain::InventoryPtr m_inventory;
    QDateTime m_nowUtc;
    WrapLabel *m_phase = nullptr;
    WrapLabel *m_advice = nullptr;
    WrapLabel *m_slots = nullptr;
    WrapLabel *m_count = nullptr;
    QTreeWidget *m_servers = nullptr;
    QPushButton *m_refresh = nullptr;
    QPushButton *m_spread = nullptr;
    QPushButton *m_publish = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_cancelStaging = nullptr;
    QPushButton *m_rotate = nullptr;
    QPushButton *m_leftToDo = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace kakuin::ui

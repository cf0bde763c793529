// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/authrotation.h"
#include "core/session/workspace.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace kakuin::ui {

class WrapLabel;

/// How the rotation of the Auth certificate stands: what is in use and what comes, which server has it, what is left to
/// do. Follows the organisation as it is read; every change is a task of its own, with its review.
/// Shape:   the ticks of the after-care are kept in the journal, beside the newest operation that changed the Auth
///          certificate.
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

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildAfterCare(QVBoxLayout *column);
    void buildButtons(QVBoxLayout *column);
    void read();
    void fillServers();
    void fillAfterCare();
    void tick(plan::AfterCare item, bool isDone);
    void openPlan(const std::function<plan::Plan(const domain::Inventory &, const QDateTime &)> &makePlan);
    void retranslate();

    session::Workspace &m_workspace;
    const advice::Policy m_policy;
    plan::RotationStatus m_status;
    domain::InventoryPtr m_inventory;
    QDateTime m_nowUtc;
    qint64 m_operation = 0; ///< whose after-care is shown; 0: none
    WrapLabel *m_phase = nullptr;
    WrapLabel *m_advice = nullptr;
    WrapLabel *m_slots = nullptr;
    WrapLabel *m_count = nullptr;
    QTreeWidget *m_servers = nullptr;
    WrapLabel *m_careHeading = nullptr;
    QList<std::pair<plan::AfterCare, QCheckBox *>> m_care;
    QPushButton *m_refresh = nullptr;
    QPushButton *m_spread = nullptr;
    QPushButton *m_publish = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_cancelStaging = nullptr;
    QPushButton *m_rotate = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace kakuin::ui

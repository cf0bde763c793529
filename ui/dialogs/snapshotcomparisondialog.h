// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/latestonly.h"
#include "core/domain/inventory.h"

#include <QtWidgets/QDialog>

#include <memory>

class QPushButton;
class QTableView;

namespace kakuin::session {
class Session;
}
namespace kakuin::models {
class ChangeListModel;
}

namespace kakuin::ui {

class ChangeRows;
class MessageBar;
class WrapLabel;

/// What differs between a snapshot and the organisation that is open (which may be a snapshot, too).
/// Shape:   a snapshot is chosen with the buttons, or given to openSnapshot(); the older of the two is "before".
/// Threads: reading runs on the thread pool; the window stays usable.
class SnapshotComparisonDialog final : public QDialog {
    Q_OBJECT
public:
    /// `name` is what the open organisation is called.
    SnapshotComparisonDialog(const domain::InventoryPtr &inventory, const QString &name, QWidget *parent = nullptr);
    ~SnapshotComparisonDialog() override;
    Q_DISABLE_COPY_MOVE(SnapshotComparisonDialog)

    void openSnapshot(const QStringList &paths);

Q_SIGNALS:
    void certificateRequested(const kakuin::domain::CertificateId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State { Empty, Reading, Failed, Compared };
    void buildLayout();
    void connectParts();
    void choose(bool isFolder);
    void compare(const domain::InventoryPtr &other);
    void showError(const Error &error);
    void retranslate();
    void showState();
    [[nodiscard]] static QString sideText(const QString &name, const domain::InventoryPtr &inventory);

    domain::InventoryPtr m_inventory;
    domain::InventoryPtr m_other;
    QString m_name;
    QString m_otherName;
    State m_state = State::Empty;
    Error m_error;
    LatestOnly m_opening;
    std::unique_ptr<session::Session> m_session; ///< of the snapshot, while it is read
    models::ChangeListModel *m_model;
    ChangeRows *m_rows;
    WrapLabel *m_title;
    WrapLabel *m_sides;
    MessageBar *m_message;
    QTableView *m_table;
    QPushButton *m_archive;
    QPushButton *m_folder;
    QPushButton *m_copy;
    QPushButton *m_export;
    QPushButton *m_close;
};

} // namespace kakuin::ui

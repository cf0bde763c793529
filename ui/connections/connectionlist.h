// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection/connectionfile.h"

#include <QtWidgets/QWidget>

class QListWidget;
class QPushButton;

namespace kakuin::ui {

/// The stored connections, one of which is the current one; there is always one, at first an empty one.
/// Shape:   currentChanging() comes while the old one is still current, so that what was edited can be put back first.
///          What has no name yet is not stored. A file that could not be read is never written over.
class ConnectionList final : public QWidget {
    Q_OBJECT
public:
    ConnectionList(connection::ConnectionFile file, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConnectionList)

    /// Errors: those of the file; the list is then empty.
    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<void> store() const;
    [[nodiscard]] connection::ConnectionProfile current() const { return m_profiles.value(m_row); }
    /// Gives it a name that no other has: the peer's where it has none.
    void setCurrent(connection::ConnectionProfile profile);
    /// False when none is called so. Tells even when it was the current one already.
    [[nodiscard]] bool choose(const QString &name);
    void undoRemoval();

Q_SIGNALS:
    void currentChanging();
    void currentChanged();
    void activated(); ///< double click or Enter
    void removed(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void select(int row);
    void add();
    void removeCurrent();
    void fill();
    [[nodiscard]] QString freeName(const QString &wanted) const;
    void retranslate();

    connection::ConnectionFile m_file;
    QList<connection::ConnectionProfile> m_profiles;
    std::optional<connection::ConnectionProfile> m_removed;
    bool m_isStorable = true;
    int m_row = -1;
    QListWidget *m_list;
    QPushButton *m_new;
    QPushButton *m_remove;
};

} // namespace kakuin::ui

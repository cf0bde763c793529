// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/organisationrows.h"

#include <QtCore/QPersistentModelIndex>
#include <QtWidgets/QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QStackedLayout;
class QTreeView;

namespace kakuin::ui {

class LayoutStore;

/// The tree of servers and certificates with its empty states.
/// Shape:  rows keep selection, expansion and place through every change; what was selected and filtered out is
///         selected again when it comes back. Small organisations start expanded, large ones with servers closed;
///         while a filter is on, servers with matches are open. The owner adds actions: they are the context menu.
class OrganisationView final : public QWidget {
    Q_OBJECT
public:
    explicit OrganisationView(OrganisationRows &rows, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(OrganisationView)

    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] OrganisationRows &rows() const { return m_rows; }

    [[nodiscard]] QList<domain::CertificateId> selectedCertificates() const; ///< in the order of the tree, each once
    [[nodiscard]] QModelIndexList selectedRows() const;
    /// The server of the current row: itself, or the one that the certificate is on; empty elsewhere.
    [[nodiscard]] domain::ServerId currentServer() const;
    /// IdRole of the current row: CertificateId, ServerId, or nothing (the organisation). While the filter hides the
    /// row that was current, still that: what is shown beside the tree must not jump at every key.
    [[nodiscard]] QVariant currentTarget() const;
    /// Opens what it hangs from, scrolls to it; false when the filter hides it.
    bool select(const domain::CertificateId &id);
    bool select(const domain::ServerId &id);

    /// Gives the rows the keyboard; where none is current the first certificate becomes it. Nothing, while none is
    /// shown.
    void enter();

    /// Whether an organisation is being opened or read: what is said instead of rows, as long as there are none.
    void setAwaited(bool isAwaited);

    void expandAll();
    void collapseAll();
    /// Checkable columns, for the header and for the View menu.
    void fillColumnMenu(QMenu *menu);
    [[nodiscard]] QList<int> visibleColumns() const; ///< from left to right
    void saveLayout(LayoutStore &store) const;
    void restoreLayout(const LayoutStore &store);

Q_SIGNALS:
    void targetChanged();
    void selectionChanged();
    /// Enter or double click on a row that has nothing to open.
    void activated();
    void clearFilterRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTree();
    void buildEmptyPage();
    void connectParts();
    [[nodiscard]] QString emptyText() const;
    void retranslate();
    void onAboutToResync();
    void onResynced();
    void applyExpansion(const QModelIndex &parent);
    [[nodiscard]] bool isOpenByDefault(const models::OrganisationRow &row) const;
    void noteExpansion(const QModelIndex &index, bool isOpen);
    bool selectIndex(const QModelIndex &index);
    [[nodiscard]] QModelIndex find(const QVariant &target, bool isInSource) const;
    void showContextMenu(const QPoint &position);

    OrganisationRows &m_rows;
    QStackedLayout *m_stack = nullptr;
    QTreeView *m_tree = nullptr;
    QWidget *m_emptyPage = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_clearFilter = nullptr;
    QSet<size_t> m_toggled; ///< identities of rows that the person opened or closed against the default
    bool m_isAwaited = false; ///< an organisation is being opened or read
    bool m_isApplying = false; ///< expansions come from us, not from the person
    QVariant m_lastTarget; ///< what was current when it was last in sight
    QPersistentModelIndex m_top; ///< first row in sight, over an update
};

} // namespace kakuin::ui

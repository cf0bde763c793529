// SPDX-License-Identifier: MIT
#include "ui/views/organisationview.h"

#include "ui/decoration/theme.h"
#include "ui/layoutstore.h"
#include "ui/views/organisationdelegate.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <array>

namespace kakuin::ui {
namespace {

using models::OrganisationRow;
using RowKind = OrganisationRow::Kind;
using TreeModel = models::OrganisationTreeModel;

// Organisations of more servers start closed.
constexpr int serversOpenAtFirst = 12;
// More matches than this are not opened: the person is still typing.
constexpr int matchesOpened = 500;
const QList<int> columnsAtFirst{
    TreeModel::NameColumn, TreeModel::ExpiresColumn, TreeModel::ServicesColumn, TreeModel::RolesColumn};

QString headerStateName()
{
    return QStringLiteral("tree-header-%1")
        .arg(int(TreeModel::ColumnCount)); // another number of columns: another state
}

// Row numbers from the root down: compared, they give the order of the tree.
std::array<int, 4> pathOf(const QModelIndex &index)
{
    QList<int> rows;
    for (QModelIndex up = index; up.isValid(); up = up.parent())
        rows.prepend(up.row());
    std::array<int, 4> path{-1, -1, -1, -1};
    std::copy_n(rows.begin(), std::min(rows.size(), qsizetype(path.size())), path.begin());
    return path;
}

} // namespace

OrganisationView::OrganisationView(OrganisationRows &rows, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
    , m_stack(new QStackedLayout(this))
    , m_tree(new QTreeView(this))
    , m_emptyPage(new QWidget(this))
    , m_emptyText(new QLabel(m_emptyPage))
    , m_clearFilter(new QPushButton(m_emptyPage))
{
    buildTree();
    buildEmptyPage();
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_emptyPage);
    connectParts();
    retranslate();
    onResynced();
}

void OrganisationView::buildTree()
{
    m_tree->setObjectName(QStringLiteral("organisationTree"));
    m_tree->setModel(&m_rows);
    m_tree->setItemDelegate(new OrganisationDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(-1, Qt::AscendingOrder);
    m_tree->header()->setSortIndicatorClearable(true);
    m_tree->header()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    for (int column = 0; column < TreeModel::ColumnCount; ++column)
        m_tree->setColumnHidden(column, !columnsAtFirst.contains(column));
    m_tree->setIndentation(metric::group);
    m_tree->setColumnWidth(TreeModel::NameColumn, 220);
    m_tree->setColumnWidth(TreeModel::ExpiresColumn, 156);
    m_tree->setColumnWidth(TreeModel::ServicesColumn, 124);
    m_tree->installEventFilter(this);
}

void OrganisationView::buildEmptyPage()
{
    m_clearFilter->setObjectName(QStringLiteral("clearFilterButton"));
    m_clearFilter->setAutoDefault(false);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setTextFormat(Qt::PlainText);
    auto *empty = new QVBoxLayout(m_emptyPage);
    empty->addStretch(2);
    empty->addWidget(m_emptyText);
    empty->addSpacing(metric::related);
    empty->addWidget(m_clearFilter, 0, Qt::AlignHCenter);
    empty->addStretch(3);
}

void OrganisationView::connectParts()
{
    connect(&m_rows, &QAbstractItemModel::layoutAboutToBeChanged, this, &OrganisationView::onAboutToResync);
    connect(&m_rows, &models::OrganisationFilterProxy::resynced, this, &OrganisationView::onResynced);
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &i) { noteExpansion(i, true); });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &i) { noteExpansion(i, false); });
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!m_rows.hasChildren(index.siblingAtColumn(0)))
            Q_EMIT activated();
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &OrganisationView::showContextMenu);
    connect(m_tree->header(), &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(m_tree);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(menu);
        menu->popup(m_tree->header()->mapToGlobal(position));
    });
    connect(
        m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OrganisationView::selectionChanged);
    connect(
        m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
            if (current.isValid())
                m_lastTarget = current.siblingAtColumn(0).data(models::IdRole);
            Q_EMIT targetChanged();
        });
    connect(m_clearFilter, &QPushButton::clicked, this, &OrganisationView::clearFilterRequested);
}

void OrganisationView::setAwaited(bool isAwaited)
{
    m_isAwaited = isAwaited;
    m_emptyText->setText(emptyText());
}

QString OrganisationView::emptyText() const
{
    if (m_rows.source().rowCount() > 0)
        return tr("No certificate matches.");
    if (m_isAwaited)
        return tr("The list of servers is being read…");
    return tr("No organisation has been read yet. Open a practice organisation or exported data from the File menu.");
}

void OrganisationView::retranslate()
{
    m_tree->setAccessibleName(tr("Servers and certificates"));
    m_emptyText->setText(emptyText());
    m_clearFilter->setText(tr("Clear the filter"));
    m_rows.source().retranslate();
    m_tree->viewport()->update();
}

void OrganisationView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool OrganisationView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            Q_EMIT activated();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OrganisationView::onAboutToResync()
{
    m_top = QPersistentModelIndex(m_tree->indexAt(QPoint(0, 0)));
}

void OrganisationView::onResynced()
{
    const bool isEmpty = m_rows.source().rowCount() == 0;
    const bool matchesNothing = m_rows.matchCount() == 0 && m_rows.isFiltering();
    m_clearFilter->setVisible(!isEmpty);
    m_emptyText->setText(emptyText());
    m_stack->setCurrentWidget(isEmpty || matchesNothing ? m_emptyPage : static_cast<QWidget *>(m_tree));

    m_isApplying = true;
    applyExpansion({});
    m_isApplying = false;
    // Selection and current row went with rows that the filter took away: give them back, or say that they went.
    if (!m_tree->currentIndex().isValid()) {
        const QModelIndex back = find(m_lastTarget, false);
        if (back.isValid())
            m_tree->setCurrentIndex(back);
        else if (m_lastTarget.isValid() && !find(m_lastTarget, true).isValid()) {
            m_lastTarget = {};
            Q_EMIT targetChanged();
        }
    }
    Q_EMIT selectionChanged();
    if (m_top.isValid() && m_top.row() > 0)
        m_tree->scrollTo(m_top, QAbstractItemView::PositionAtTop);
    m_top = QPersistentModelIndex();
}

bool OrganisationView::isOpenByDefault(const OrganisationRow &row) const
{
    switch (row.kind) {
    case RowKind::Organisation:
    case RowKind::Group:
        return true;
    case RowKind::Server: {
        const domain::InventoryPtr inventory = m_rows.source().inventory();
        return inventory != nullptr && inventory->servers.size() <= serversOpenAtFirst;
    }
    case RowKind::AuthConfiguration:
    case RowKind::AuthSlot:
    case RowKind::Certificate:
    case RowKind::UnreadableCertificate:
    case RowKind::Problem:
        break;
    }
    return false;
}

void OrganisationView::applyExpansion(const QModelIndex &parent)
{
    const bool opensMatches = m_rows.isFiltering() && m_rows.matchCount() <= matchesOpened;
    for (int i = m_rows.rowCount(parent) - 1; i >= 0; --i) {
        const QModelIndex index = m_rows.index(i, 0, parent);
        const OrganisationRow &row = models::OrganisationFilterProxy::row(index);
        // Unreadable certificates stand behind all others, however these are sorted.
        if (row.kind == RowKind::Certificate)
            return;
        m_tree->setFirstColumnSpanned(i, parent, row.error.has_value());
        const bool isOpen = isOpenByDefault(row) != m_toggled.contains(row.identityHash());
        m_tree->setExpanded(index, isOpen || opensMatches);
        // Below most servers is nothing to open or span; not looking there leaves closed ones unsorted.
        if (row.kind != RowKind::Server || (row.entry != nullptr && !row.entry->unreadable.isEmpty()))
            applyExpansion(index);
    }
}

void OrganisationView::noteExpansion(const QModelIndex &index, bool isOpen)
{
    if (m_isApplying)
        return;
    const OrganisationRow &row = models::OrganisationFilterProxy::row(index);
    if (isOpen == isOpenByDefault(row))
        m_toggled.remove(row.identityHash());
    else
        m_toggled.insert(row.identityHash());
}

QModelIndexList OrganisationView::selectedRows() const
{
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    std::sort(
        rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return pathOf(a) < pathOf(b); });
    return rows;
}

QList<domain::CertificateId> OrganisationView::selectedCertificates() const
{
    QList<domain::CertificateId> ids;
    QSet<domain::CertificateId> seen;
    for (const QModelIndex &index : selectedRows()) {
        const QVariant id = index.data(models::IdRole);
        if (!id.canConvert<domain::CertificateId>() || seen.contains(id.value<domain::CertificateId>()))
            continue;
        seen.insert(id.value<domain::CertificateId>());
        ids << id.value<domain::CertificateId>();
    }
    return ids;
}

domain::ServerId OrganisationView::currentServer() const
{
    const QModelIndex current = m_tree->currentIndex();
    return current.isValid() ? models::OrganisationFilterProxy::row(current).server : domain::ServerId();
}

QVariant OrganisationView::currentTarget() const
{
    if (m_tree->currentIndex().isValid())
        return m_tree->currentIndex().siblingAtColumn(0).data(models::IdRole);
    return m_lastTarget;
}

QModelIndex OrganisationView::find(const QVariant &target, bool isInSource) const
{
    if (target.canConvert<domain::CertificateId>()) {
        const auto id = target.value<domain::CertificateId>();
        return isInSource ? m_rows.source().indexOf(id) : m_rows.indexOf(id);
    }
    if (target.canConvert<domain::ServerId>()) {
        const auto id = target.value<domain::ServerId>();
        return isInSource ? m_rows.source().indexOf(id) : m_rows.indexOf(id);
    }
    return {};
}

bool OrganisationView::select(const domain::CertificateId &id)
{
    return selectIndex(m_rows.indexOf(id));
}

bool OrganisationView::select(const domain::ServerId &id)
{
    return selectIndex(m_rows.indexOf(id));
}

bool OrganisationView::selectIndex(const QModelIndex &index)
{
    if (!index.isValid())
        return false;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    return true;
}

void OrganisationView::enter()
{
    if (m_stack->currentWidget() != m_tree)
        return;
    if (!m_tree->currentIndex().isValid()) {
        const auto isCertificate
            = [](const QModelIndex &row) { return row.data(models::IdRole).canConvert<domain::CertificateId>(); };
        QModelIndex row = m_tree->model()->index(0, 0);
        while (row.isValid() && !isCertificate(row))
            row = m_tree->indexBelow(row);
        m_tree->setCurrentIndex(row.isValid() ? row : m_tree->model()->index(0, 0));
    }
    m_tree->setFocus(Qt::OtherFocusReason);
}

void OrganisationView::expandAll()
{
    m_tree->expandAll();
}

void OrganisationView::collapseAll()
{
    const QModelIndex organisation = m_rows.index(0, 0);
    for (int i = 0; i < m_rows.rowCount(organisation); ++i)
        m_tree->collapse(m_rows.index(i, 0, organisation));
}

void OrganisationView::fillColumnMenu(QMenu *menu)
{
    menu->clear();
    for (int column = 1; column < TreeModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_rows.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_tree->isColumnHidden(column));
        connect(action, &QAction::toggled, m_tree, [this, column](bool isShown) {
            m_tree->setColumnHidden(column, !isShown);
            if (isShown)
                m_tree->resizeColumnToContents(column);
        });
    }
}

QList<int> OrganisationView::visibleColumns() const
{
    QList<int> columns;
    for (int place = 0; place < TreeModel::ColumnCount; ++place) {
        const int column = m_tree->header()->logicalIndex(place);
        if (!m_tree->isColumnHidden(column))
            columns << column;
    }
    return columns;
}

void OrganisationView::showContextMenu(const QPoint &position)
{
    if (actions().isEmpty())
        return;
    auto *menu = new QMenu(m_tree);
    menu->setObjectName(QStringLiteral("organisationContextMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    // The menu key asks at the tree's middle; the row is where the person looks.
    const QRect row = m_tree->visualRect(m_tree->currentIndex());
    const bool isByKey = !m_tree->indexAt(position).isValid() && row.isValid();
    menu->popup(m_tree->viewport()->mapToGlobal(isByKey ? QPoint(row.left() + metric::group, row.bottom()) : position));
}

void OrganisationView::saveLayout(LayoutStore &store) const
{
    store.setBlob(headerStateName(), m_tree->header()->saveState());
}

void OrganisationView::restoreLayout(const LayoutStore &store)
{
    const QByteArray state = store.blob(headerStateName());
    if (!state.isEmpty())
        m_tree->header()->restoreState(state);
    m_tree->setColumnHidden(TreeModel::NameColumn, false);
}

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "models/filterquery.h"
#include "models/organisationtreemodel.h"

namespace kakuin::models {

/// The part of the organisation tree that the filter box and the quick filters leave, sorted.
/// Shape:   a row is shown when it carries the quick filter and it, or a row above it, matches the text; so is every
///          row that a shown row hangs from. Any change (filter, sorting, a new inventory) is one pass over the nodes
///          and one layoutChanged: selections and expansions of rows that stay are kept, thousands of rows come and
///          go without a signal each. That is why this is no QSortFilterProxyModel.
/// Cost:    a keystroke over 100,000 certificates takes some milliseconds. The children of a row are sorted when
///          somebody first looks at them: sorting costs what is open, not what there is. A keystroke sorts nothing.
/// Threads: the thread of the object. The source must outlive the proxy.
class OrganisationFilterProxy : public QAbstractItemModel {
    Q_OBJECT
public:
    explicit OrganisationFilterProxy(OrganisationTreeModel &source, QObject *parent = nullptr);
    ~OrganisationFilterProxy() override;
    Q_DISABLE_COPY_MOVE(OrganisationFilterProxy)

    [[nodiscard]] OrganisationTreeModel &source() const { return m_source; }
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setQuickFilter(QuickFilter filter);
    [[nodiscard]] QuickFilter quickFilter() const { return m_quickFilter; }
    /// Text and quick filter in one pass.
    void clearFilter();
    [[nodiscard]] bool isFiltering() const { return !m_query.isEmpty() || m_quickFilter != QuickFilter::All; }
    /// How many rows pass by themselves; 0 while an organisation is shown means "nothing matches".
    [[nodiscard]] int matchCount() const { return m_matchCount; }

    [[nodiscard]] static const OrganisationRow &row(const QModelIndex &index);
    /// Invalid where the row is filtered out.
    [[nodiscard]] QModelIndex indexOf(const domain::CertificateId &id) const;
    [[nodiscard]] QModelIndex indexOf(const domain::ServerId &id) const;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &sourceIndex) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Column -1: the order of the source.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// The shown rows were worked out anew; delivered after layoutChanged.
    void resynced();

private:
    enum class Changed { Rows, Filter, Order };
    struct State {
        std::vector<OrganisationNode *> ordered; ///< all children, sorted; as of `orderedIn`
        std::vector<OrganisationNode *> shown; ///< those of them that are shown, once `isArranged`
        quint32 orderedIn = 0; ///< the m_order that `ordered` follows
        int shownCount = 0; ///< of the children
        int row = -1; ///< in the parent's `shown`, once that is arranged
        bool isShown = false;
        bool isArranged = false;
    };
    void beginResync();
    void endResync(Changed changed);
    void order(const OrganisationNode &node) const;
    [[nodiscard]] bool matchesText(const OrganisationRow &row) const;
    bool accept(const OrganisationNode &node, bool aboveMatches);
    /// The shown children in their order, sorted when somebody first looks at them.
    [[nodiscard]] const std::vector<OrganisationNode *> &shownOf(const OrganisationNode &node) const;
    [[nodiscard]] int rowOf(const OrganisationNode &node) const;
    [[nodiscard]] State &state(const OrganisationNode &node) const { return m_states[static_cast<size_t>(node.slot)]; }
    [[nodiscard]] QModelIndex indexOfNode(const OrganisationNode &node, int column) const;

    OrganisationTreeModel &m_source;
    mutable std::vector<State> m_states; ///< by slot; what was sorted is kept
    quint32 m_order = 0; ///< counts the orders that there were
    QString m_text;
    FilterQuery m_query;
    QuickFilter m_quickFilter = QuickFilter::All;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    int m_matchCount = 0;
    QModelIndexList m_persistentBefore; ///< between beginResync() and endResync()
};

} // namespace kakuin::models

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/latestonly.h"
#include "models/organisationnode.h"
#include "models/roles.h"

#include <QtCore/QAbstractItemModel>

namespace kakuin::models {

/// The organisation as a tree: organisation > Auth configuration, groups > servers > certificates.
/// Shape:   setInventory() makes rows (see organisationnode.h) and takes them over by identity: rows that stay keep
///          their node, so selections and expansions survive; nothing is ever reset. Large inventories are made into
///          rows on the thread pool and taken over later; aboutToUpdate() and updated() bracket every take-over, and
///          nodes that went stay allocated until updated() has been delivered.
/// Roles:   DisplayRole holds names, numbers and cmdlet words only; BadgesRole and row() hold what ui turns into words.
///          Times stay UTC in SortRole.
/// Threads: the thread of the object.
class OrganisationTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        ExpiresColumn,
        ServicesColumn,
        RolesColumn,
        ExpiryDateColumn,
        FriendlyNameColumn,
        SubjectColumn,
        IssuerColumn,
        ThumbprintColumn,
        KeyColumn,
        SignatureColumn,
        VersionColumn,
        ColumnCount
    };

    explicit OrganisationTreeModel(QObject *parent = nullptr);
    ~OrganisationTreeModel() override;
    Q_DISABLE_COPY_MOVE(OrganisationTreeModel)

    /// A null inventory empties the tree.
    void setInventory(const domain::InventoryPtr &inventory, const QDateTime &nowUtc);
    [[nodiscard]] domain::InventoryPtr inventory() const { return m_inventory; }
    void setGroupBy(GroupBy groupBy);
    [[nodiscard]] GroupBy groupBy() const { return m_groupBy; }
    /// Computes anew what depends on the clock; cheap enough for every minute. Once an hour, findings are looked for anew.
    void setNow(const QDateTime &nowUtc);
    /// By which rows are marked and filtered.
    void setPolicy(const advice::Policy &policy);
    /// Findings that do not mark rows.
    void setMutes(const findings::Mutes &mutes);
    /// What the rows are marked by, for other surfaces of the same organisation; null while nothing is shown.
    [[nodiscard]] findings::EvaluationPtr evaluation() const { return m_evaluation; }
    [[nodiscard]] const QuickFilterCounts &counts() const { return m_counts; }
    /// Column headers in the language of the moment.
    void retranslate();

    /// The row behind a valid index of this model.
    [[nodiscard]] static const OrganisationRow &row(const QModelIndex &index);
    [[nodiscard]] QModelIndex indexOf(const domain::CertificateId &id) const;
    [[nodiscard]] QModelIndex indexOf(const domain::ServerId &id) const;
    [[nodiscard]] QModelIndex indexOfNode(const OrganisationNode &node, int column = 0) const;
    /// For the filter over this model; never null.
    [[nodiscard]] OrganisationNode *root() const { return m_root.get(); }
    [[nodiscard]] int slotCount() const { return m_slotCount; }

    [[nodiscard]] static QVariant cell(const OrganisationRow &row, int column, int role);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void aboutToUpdate();
    /// Rows, their facts or the counts changed.
    void updated();

private:
    void rebuild();
    void takeOver(OrganisationTree tree);
    void merge(OrganisationNode &mine, OrganisationNode &theirs);
    void follow(OrganisationNode &kept, OrganisationNode &newer);
    void removeRows(OrganisationNode &parent, size_t at, size_t count);
    void takeRows(OrganisationNode &parent, OrganisationNode &theirs, size_t at, size_t count);
    void moveRow(OrganisationNode &parent, size_t from, size_t to);
    void discard(OrganisationTree tree, domain::InventoryPtr before);
    void announceChanges(const std::vector<OrganisationNode *> &changed);
    void adopt(OrganisationNode &node);
    void bury(std::unique_ptr<OrganisationNode> node);

    domain::InventoryPtr m_inventory; ///< what the rows point into
    findings::EvaluationPtr m_evaluation; ///< of m_inventory
    domain::InventoryPtr m_wanted; ///< the newest that was set; differs from m_inventory while rows are being made
    GroupBy m_groupBy = GroupBy::None;
    QDateTime m_nowUtc;
    advice::Policy m_policy;
    findings::Mutes m_mutes;
    std::unique_ptr<OrganisationNode> m_root;
    QuickFilterCounts m_counts{};
    QHash<domain::ServerId, OrganisationNode *> m_servers;
    std::vector<int> m_freeSlots;
    int m_slotCount = 0;
    std::vector<std::unique_ptr<OrganisationNode>> m_gone; ///< removed in the take-over under way
    std::vector<OrganisationNode *> m_changed; ///< kept rows that look different after the take-over under way
    LatestOnly m_building;
    bool m_isBuilding = false; ///< rows are being made on the thread pool
    bool m_isStale = false; ///< and something has changed since
};

} // namespace kakuin::models

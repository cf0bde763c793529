// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/latestonly.h"
#include "models/findingrow.h"
#include "models/keyedmerge.h"

#include <QtCore/QAbstractItemModel>

namespace kakuin::models {

enum class FindingGrouping { Severity, Server, Kind };

/// What was found in an organisation, in groups.
/// Shape:   groups at the top, findings beneath; two columns: what, and what it concerns. Rows are taken over by key,
///          so that selection and expansion survive a refresh; only a change in more places than a view can follow
///          (another grouping, a filter on many thousands) resets the model: the view then goes by keys. Large
///          inventories are looked at on the thread pool. Groups without rows are not shown.
/// Roles:   DisplayRole words, a group's with how many it holds; ToolTipRole the whole of what may be elided;
///          AccessibleTextRole also says how bad it is.
/// Threads: the thread of the object.
class FindingsModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { TitleColumn, SubjectColumn, ColumnCount };

    /// One group: which of its kind, and how many rows are shown beneath it.
    struct Group final {
        FindingGrouping grouping = FindingGrouping::Severity;
        int number = 0; ///< Severity or Kind
        domain::ServerId server; ///< empty: the organisation
        QList<FindingRowPtr> rows;
        int row = 0;

        [[nodiscard]] QString key() const;
    };
    /// Findings that are not muted.
    struct Counts final {
        int critical = 0;
        int warning = 0;
        int information = 0;
        int notKnown = 0;
        int muted = 0;
        friend bool operator==(const Counts &, const Counts &) = default;
    };

    explicit FindingsModel(FindingWordSource words, QObject *parent = nullptr);
    ~FindingsModel() override;
    Q_DISABLE_COPY_MOVE(FindingsModel)

    /// A null inventory empties the list.
    void setInventory(const domain::InventoryPtr &inventory, const QDateTime &nowUtc);
    /// The same for what was evaluated already, with the policy that it was evaluated by. Null empties the list.
    void setEvaluation(const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc);
    /// The clock went on: looks again when the hour has changed, or a mute has run out.
    void setNow(const QDateTime &nowUtc);
    void setThresholds(const advice::Policy &thresholds);
    [[nodiscard]] advice::Policy thresholds() const { return m_thresholds; }
    void setMutes(const findings::Mutes &mutes);
    void setGrouping(FindingGrouping grouping);
    [[nodiscard]] FindingGrouping grouping() const { return m_grouping; }
    /// Words anywhere in a row; all must be there. Empty: everything.
    void setFilter(const QString &text);
    void setMutedShown(bool isShown);
    /// Asks for all words again, after a change of language.
    void retranslate();

    [[nodiscard]] bool isBuilding() const { return m_isBuilding; }
    [[nodiscard]] QDateTime nowUtc() const { return m_nowUtc; }
    [[nodiscard]] domain::InventoryPtr inventory() const { return m_inventory; }
    /// What was set last, if it was evaluated; null until then.
    [[nodiscard]] findings::EvaluationPtr evaluation() const { return m_evaluation; }
    /// Everything that is not muted, whatever is shown.
    [[nodiscard]] QList<FindingRowPtr> unmuted() const;
    [[nodiscard]] const Counts &counts() const { return m_counts; }
    /// Critical findings and warnings of each server that are not muted.
    [[nodiscard]] const QHash<domain::ServerId, int> &countsByServer() const { return m_countsByServer; }

    [[nodiscard]] const Group *groupOf(const QModelIndex &index) const; ///< null unless it is a group
    [[nodiscard]] FindingRowPtr rowOf(const QModelIndex &index) const; ///< null unless it is a finding
    [[nodiscard]] std::optional<findings::Mute> muteOf(const FindingRow &row) const; ///< if it is in force
    [[nodiscard]] QModelIndex indexOf(const QString &key) const; ///< of a group or a finding

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void updated();

private:
    using Groups = std::vector<std::unique_ptr<Group>>;
    void build();
    void show();
    void count();
    [[nodiscard]] bool isShown(const FindingRow &row) const;
    [[nodiscard]] QString nameOf(const Group &group) const;
    [[nodiscard]] int numberOf(const findings::Finding &finding) const;
    [[nodiscard]] Groups arranged() const;
    void takeOver(Groups groups);
    void take(const MergeStep &step, Groups &groups);
    void takeOverRows(Group &group, const QList<FindingRowPtr> &rows, const std::vector<MergeStep> &steps);
    void number();

    FindingWordSource m_words;
    domain::InventoryPtr m_inventory;
    findings::EvaluationPtr m_evaluation; ///< null while it is still to be made from m_inventory
    QDateTime m_nowUtc;
    QDateTime m_lookedUtc;
    advice::Policy m_thresholds;
    findings::Mutes m_mutes;
    FindingGrouping m_grouping = FindingGrouping::Severity;
    QStringList m_filter;
    bool m_isMutedShown = false;
    bool m_isBuilding = false;
    bool m_isStale = false; ///< something has changed since the building began
    QList<FindingRowPtr> m_rows; ///< everything that was found, in the order of the list
    Groups m_groups; ///< what is shown
    Counts m_counts;
    QHash<domain::ServerId, int> m_countsByServer;
    LatestOnly m_building;
};

} // namespace kakuin::models

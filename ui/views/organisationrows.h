// SPDX-License-Identifier: MIT
#pragma once

#include "models/organisationfilterproxy.h"

namespace kakuin::ui {

/// The shown rows of the organisation with their words: what models leave as codes and dates becomes text, tooltips and
/// texts for screen readers here. A subclass of the filter and not one proxy more, because every proxy costs each row.
/// Shape:  DisplayRole complete for copying; icons, marks and badges are drawn by OrganisationDelegate.
class OrganisationRows final : public models::OrganisationFilterProxy {
    Q_OBJECT
public:
    explicit OrganisationRows(models::OrganisationTreeModel &source, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(OrganisationRows)

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// The clock of the open organisation; texts such as "today at 09:00" need it.
    void setNow(const QDateTime &nowUtc) { m_nowUtc = nowUtc; }
    /// What was found on each server, by name: shown in its row.
    void setFindingCounts(const QHash<domain::ServerId, int> &counts);
    /// The cells of a row separated by tabs, as a spreadsheet takes them.
    [[nodiscard]] QString rowText(const QModelIndex &index, const QList<int> &columns) const;
    /// Everything that is known of a row, one "column: value" a line.
    [[nodiscard]] QString details(const QModelIndex &index) const;

Q_SIGNALS:
    /// What rows say has changed without a change of the rows.
    void wordsChanged();

private:
    [[nodiscard]] QString display(const models::OrganisationRow &row, int column) const;
    [[nodiscard]] QString name(const models::OrganisationRow &row) const;
    [[nodiscard]] QString expires(const models::OrganisationRow &row) const;
    [[nodiscard]] QString tooltip(const models::OrganisationRow &row, int column) const;
    [[nodiscard]] QString accessible(const models::OrganisationRow &row, int column) const;

    QDateTime m_nowUtc;
    QHash<domain::ServerId, int> m_findingCounts;
};

} // namespace kakuin::ui

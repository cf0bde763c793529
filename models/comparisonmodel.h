// SPDX-License-Identifier: MIT
#pragma once

#include "models/fieldlistmodel.h"

namespace kakuin::models {

/// A field of two certificates side by side.
struct ComparisonRow final {
    enum class Presence { Both, LeftOnly, RightOnly };
    QString id;
    QString name; ///< of a heading its title
    QString left; ///< whole, several lines possible
    QString right;
    Presence presence = Presence::Both;
    bool isHeading = false;
    bool isDifferent = false; ///< of a heading: something below it is

    friend bool operator==(const ComparisonRow &, const ComparisonRow &) = default;
};

/// Joins the fields of two certificates: in the left one's order, what only the right one has behind the group that it
/// belongs to. Extensions are joined by identifier, wherever in the certificate they stand.
/// Shape:   headings are rows of their own.
[[nodiscard]] QList<ComparisonRow> compareFields(const QList<FieldGroup> &left, const QList<FieldGroup> &right);

/// Two certificates field by field: field, left, right.
/// Shape:   setRows() replaces what is shown; where the ids are those of before (another language, a description that
///          arrives) only data changes. DisplayRole of a value is its first line, bounded; WholeRole is all of it.
///          "Only differences" takes the equal rows out, and headings with nothing below them.
class ComparisonModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FieldColumn, LeftColumn, RightColumn, ColumnCount };
    enum ComparisonRole { WholeRole = Qt::UserRole + 100, IsHeadingRole, IsDifferentRole };
    static constexpr qsizetype maxShown = 300;

    explicit ComparisonModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ComparisonModel)

    void setRows(const QList<ComparisonRow> &rows);
    void setOnlyDifferences(bool isOnly);
    [[nodiscard]] bool isOnlyDifferences() const { return m_isOnlyDifferences; }
    /// Fields that differ, shown or not.
    [[nodiscard]] int differenceCount() const;
    [[nodiscard]] int fieldCount() const;
    [[nodiscard]] const ComparisonRow &row(int row) const { return m_rows.at(m_shown.at(row)); }
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;
    /// Rows for a spreadsheet: cells separated by tabs, line breaks within a value as " | ", "≠" before what differs.
    [[nodiscard]] QString toText(const QList<int> &rows) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QList<qsizetype> wanted(const QList<ComparisonRow> &rows) const;
    void show(const QList<ComparisonRow> &rows);

    QList<ComparisonRow> m_rows;
    QList<qsizetype> m_shown; ///< which of m_rows, ascending
    bool m_isOnlyDifferences = false;
};

} // namespace kakuin::models

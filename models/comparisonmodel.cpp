// SPDX-License-Identifier: MIT
#include "models/comparisonmodel.h"

#include "core/base/untrustedtext.h"
#include "models/roles.h"

#include <algorithm>
#include <numeric>

namespace kakuin::models {
namespace {

// "extension/<oid>/<place>" without its place, which says nothing about what the extension is; the how-many-th of its
// kind instead, because a certificate may wrongly hold one twice.
QStringList keysOf(const QList<FieldRow> &rows)
{
    QStringList keys;
    QHash<QString, int> seen;
    for (const FieldRow &row : rows) {
        const bool isExtension = row.id.startsWith(QLatin1String("extension/"));
        const QString kind = isExtension ? row.id.section(u'/', 0, -2) : row.id;
        keys.append(QStringLiteral("%1#%2").arg(kind).arg(++seen[kind]));
    }
    return keys;
}

const FieldGroup *find(const QList<FieldGroup> &groups, const QString &id)
{
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const FieldGroup &g) { return g.id == id; });
    return found == groups.end() ? nullptr : &*found;
}

void appendGroup(QList<ComparisonRow> &out, const FieldGroup &left, const FieldGroup &right)
{
    const qsizetype heading = out.size();
    const FieldGroup &named = left.id.isEmpty() ? right : left;
    out.append({named.id, named.title, {}, {}, ComparisonRow::Presence::Both, true, false});
    const QStringList leftKeys = keysOf(left.rows);
    const QStringList rightKeys = keysOf(right.rows);
    for (qsizetype i = 0; i < left.rows.size(); ++i) {
        const FieldRow &field = left.rows.at(i);
        ComparisonRow row{named.id + u'/' + leftKeys.at(i), field.name, field.value, {},
            ComparisonRow::Presence::LeftOnly, false, true};
        if (const qsizetype other = rightKeys.indexOf(leftKeys.at(i)); other >= 0) {
            row.right = right.rows.at(other).value;
            row.presence = ComparisonRow::Presence::Both;
            // an extension's name says whether it is critical
            row.isDifferent = row.left != row.right || field.name != right.rows.at(other).name;
        }
        out.append(row);
    }
    for (qsizetype i = 0; i < right.rows.size(); ++i) {
        const FieldRow &field = right.rows.at(i);
        if (!leftKeys.contains(rightKeys.at(i)))
            out.append({named.id + u'/' + rightKeys.at(i), field.name, {}, field.value,
                ComparisonRow::Presence::RightOnly, false, true});
    }
    out[heading].isDifferent
        = std::any_of(out.begin() + heading + 1, out.end(), [](const ComparisonRow &r) { return r.isDifferent; });
}

QString inOneCell(QString value)
{
    return value.replace(u'\t', u' ').replace(u'\n', QStringLiteral(" | "));
}

} // namespace

QList<ComparisonRow> compareFields(const QList<FieldGroup> &left, const QList<FieldGroup> &right)
{
    QList<ComparisonRow> out;
    for (const FieldGroup &group : left) {
        const FieldGroup *other = find(right, group.id);
        appendGroup(out, group, other == nullptr ? FieldGroup() : *other);
    }
    for (const FieldGroup &group : right) {
        if (find(left, group.id) == nullptr)
            appendGroup(out, {}, group);
    }
    return out;
}

ComparisonModel::ComparisonModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

QList<qsizetype> ComparisonModel::wanted(const QList<ComparisonRow> &rows) const
{
    QList<qsizetype> shown;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!m_isOnlyDifferences || rows.at(i).isDifferent)
            shown.append(i);
    }
    return shown;
}

void ComparisonModel::show(const QList<ComparisonRow> &rows)
{
    const QList<qsizetype> shown = wanted(rows);
    const auto sameIds = [&] {
        return std::equal(shown.begin(), shown.end(), m_shown.begin(), m_shown.end(),
            [&](qsizetype a, qsizetype b) { return rows.at(a).id == m_rows.at(b).id; });
    };
    if (!sameIds()) {
        beginResetModel();
        m_rows = rows;
        m_shown = shown;
        endResetModel();
        return;
    }
    m_rows = rows;
    m_shown = shown;
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ComparisonModel::setRows(const QList<ComparisonRow> &rows)
{
    if (rows != m_rows)
        show(rows);
}

void ComparisonModel::setOnlyDifferences(bool isOnly)
{
    if (isOnly == m_isOnlyDifferences)
        return;
    m_isOnlyDifferences = isOnly;
    show(QList<ComparisonRow>(m_rows));
}

int ComparisonModel::differenceCount() const
{
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(), [](const ComparisonRow &r) { return !r.isHeading && r.isDifferent; }));
}

int ComparisonModel::fieldCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const ComparisonRow &r) { return !r.isHeading; }));
}

QModelIndex ComparisonModel::indexOf(const QString &id) const
{
    for (int at = 0; at < rowCount(); ++at) {
        if (row(at).id == id)
            return index(at, 0);
    }
    return {};
}

QString ComparisonModel::toText(const QList<int> &rows) const
{
    QStringList lines;
    for (const int at : rows) {
        const ComparisonRow &one = row(at);
        if (one.isHeading) {
            lines.append(inOneCell(one.name));
            continue;
        }
        const QString mark = one.isDifferent ? QStringLiteral("≠ ") : QString();
        lines.append(mark + inOneCell(one.name) + u'\t' + inOneCell(one.left) + u'\t' + inOneCell(one.right));
    }
    return lines.join(u'\n');
}

void ComparisonModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ComparisonRow &one = row(index.row());
    const QString &whole = index.column() == FieldColumn ? one.name
        : index.column() == LeftColumn                   ? one.left
                                                         : one.right;
    switch (role) {
    case Qt::DisplayRole:
        return firstLine(whole, maxShown);
    case WholeRole:
        return whole;
    case IdRole:
        return one.id;
    case IsHeadingRole:
        return one.isHeading;
    case IsDifferentRole:
        return one.isDifferent;
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FieldColumn:
        return tr("Field", "header of a column");
    case LeftColumn:
        return tr("Left certificate", "header of a column");
    case RightColumn:
        return tr("Right certificate", "header of a column");
    default:
        return {};
    }
}

} // namespace kakuin::models

// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QAbstractItemModel>
#include <QtCore/QList>

namespace kakuin::models {

/// One field of a certificate, in words that are ready to show.
struct FieldRow final {
    QString id; ///< names the field whatever the language: "subject", "2.5.29.17"
    QString name;
    QString value; ///< whole, several lines possible, safe to show

    friend bool operator==(const FieldRow &, const FieldRow &) = default;
};

struct FieldGroup final {
    QString id;
    QString title;
    QList<FieldRow> rows;

    friend bool operator==(const FieldGroup &, const FieldGroup &) = default;
};

/// Fields in groups: a tree of two levels with the columns name and value.
/// Shape:   setGroups() replaces what is shown. Where the ids are those of before (a refresh, another language) only
///          data changes; otherwise the model resets, and a view finds its row again by IdRole. DisplayRole of a value
///          is its first line, bounded; ValueRole is the whole. FilterTextRole holds name and value, case-folded.
class FieldListModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, ColumnCount };
    enum FieldRole { ValueRole = Qt::UserRole + 100, IsGroupRole };
    static constexpr qsizetype maxShown = 300;

    explicit FieldListModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FieldListModel)

    void setGroups(const QList<FieldGroup> &groups);
    [[nodiscard]] const QList<FieldGroup> &groups() const { return m_groups; }
    /// The row of that id; invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;
    /// Everything as text: a line a field, values of several lines indented.
    [[nodiscard]] QString toText() const;
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] bool hasSameIds(const QList<FieldGroup> &groups) const;
    QList<FieldGroup> m_groups;
};

} // namespace kakuin::models

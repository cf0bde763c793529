// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/lefttodo.h"

#include <QtCore/QAbstractItemModel>

namespace kakuin::models {

/// What is left to do as a tree: servers (the organisation first), and below each what is left there.
/// Shape:   setLeft() replaces what is shown; where it is about the same things (a newer state) only data changes.
///          Words are ui's.
/// Ticks:   an item that the person ticks off has a check state, and the box can be pressed where `mayTick` is set.
///          Pressing it only asks (tickRequested): what is shown is what the next setLeft() brings.
class LeftToDoModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { WhatColumn, StateColumn, ColumnCount };

    explicit LeftToDoModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LeftToDoModel)

    void setLeft(const plan::LeftToDo &left, bool mayTick);
    [[nodiscard]] bool isEmpty() const { return m_groups.isEmpty(); }
    /// Null for a server's row.
    [[nodiscard]] const plan::LeftItem *item(const QModelIndex &index) const;
    /// Of a server's row, or of the row that an item is below; empty for the organisation.
    [[nodiscard]] domain::ServerId server(const QModelIndex &index) const;
    /// Of a server's row; empty for an item.
    [[nodiscard]] QList<plan::LeftItem> itemsIn(const QModelIndex &group) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void tickRequested(const kakuin::plan::LeftItem &item, bool isDone);

private:
    struct Group final {
        domain::ServerId server;
        QList<plan::LeftItem> items;
    };
    /// The place of the group that an index is, or is below.
    [[nodiscard]] static qsizetype groupOf(const QModelIndex &index);

    QList<Group> m_groups;
    bool m_mayTick = false;
};

} // namespace kakuin::models

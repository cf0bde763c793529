// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QPalette>

namespace kakuin::ui {

/// Gives the command log its words and marks, and filters it by text of the command.
class CommandLogProxy final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit CommandLogProxy(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CommandLogProxy)

    void setPalette(const QPalette &palette);
    /// Words in any order, case ignored; all must occur.
    void setFilterText(const QString &text);
    void retranslate();
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QPalette m_palette;
    QStringList m_words;
};

} // namespace kakuin::ui

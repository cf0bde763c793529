// SPDX-License-Identifier: MIT
#include "ui/actions/copyrowaction.h"

#include "ui/views/organisationview.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace kakuin::ui {

CopyRowAction::CopyRowAction(OrganisationView &view, QObject *parent)
    : UserAction(QStringLiteral("copyRowAction"), QString(), parent)
{
    const auto update = [this, &view] { setEnabled(!view.selectedRows().isEmpty()); };
    connect(&view, &OrganisationView::selectionChanged, this, update);
    connect(this, &QAction::triggered, &view, [&view] {
        QStringList lines;
        const QList<int> columns = view.visibleColumns();
        for (const QModelIndex &index : view.selectedRows())
            lines << view.rows().rowText(index, columns);
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
    update();
    retranslate();
}

void CopyRowAction::retranslate()
{
    setText(tr("Copy &row"));
}

} // namespace kakuin::ui

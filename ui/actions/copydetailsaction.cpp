// SPDX-License-Identifier: MIT
#include "ui/actions/copydetailsaction.h"

#include "ui/views/organisationview.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace kakuin::ui {

CopyDetailsAction::CopyDetailsAction(OrganisationView &view, QObject *parent)
    : UserAction(QStringLiteral("copyDetailsAction"), QString(), parent)
{
    setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    const auto update = [this, &view] { setEnabled(!view.selectedRows().isEmpty()); };
    connect(&view, &OrganisationView::selectionChanged, this, update);
    connect(this, &QAction::triggered, &view, [&view] {
        QStringList blocks;
        for (const QModelIndex &index : view.selectedRows())
            blocks << view.rows().details(index);
        QGuiApplication::clipboard()->setText(blocks.join(QStringLiteral("\n\n")));
    });
    update();
    retranslate();
}

void CopyDetailsAction::retranslate()
{
    setText(tr("Copy &details"));
}

} // namespace kakuin::ui

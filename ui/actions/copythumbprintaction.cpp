// SPDX-License-Identifier: MIT
#include "ui/actions/copythumbprintaction.h"

#include "ui/views/organisationview.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace kakuin::ui {

CopyThumbprintAction::CopyThumbprintAction(OrganisationView &view, QObject *parent)
    : UserAction(QStringLiteral("copyThumbprintAction"), QStringLiteral("copy"), parent)
{
    setShortcut(QKeySequence::Copy);
    setShortcutContext(Qt::WidgetShortcut);
    const auto update = [this, &view] { setEnabled(!view.selectedCertificates().isEmpty()); };
    connect(&view, &OrganisationView::selectionChanged, this, update);
    connect(this, &QAction::triggered, &view, [&view] {
        QStringList thumbprints;
        for (const domain::CertificateId &id : view.selectedCertificates())
            thumbprints << id.thumbprint.toString();
        QGuiApplication::clipboard()->setText(thumbprints.join(u'\n'));
    });
    update();
    retranslate();
}

void CopyThumbprintAction::retranslate()
{
    setText(tr("&Copy thumbprint"));
}

} // namespace kakuin::ui

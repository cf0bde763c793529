// SPDX-License-Identifier: MIT
#include "ui/views/findings/findingsview.h"

#include "ui/text/errortext.h"
#include "ui/text/findingtext.h"
#include "ui/views/findings/findingdetails.h"
#include "ui/views/findings/findingsfeed.h"
#include "ui/views/findings/mutedialog.h"
#include "ui/views/findings/thresholdsdialog.h"
#include "ui/widgets/wraplabel.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTreeView>

// What a person does with the chosen finding; what is shown is in findingsview.cpp.

namespace kakuin::ui {

using models::FindingsModel;

void FindingsView::showConcerned()
{
    const models::FindingRowPtr row = current();
    if (row == nullptr)
        return;
    if (!row->certificate.thumbprint.isNull())
        Q_EMIT certificateRequested(row->certificate);
    else if (!row->server.isEmpty())
        Q_EMIT serverRequested(row->server);
}

void FindingsView::copy()
{
    if (current() != nullptr)
        QGuiApplication::clipboard()->setText(m_details->text());
}

void FindingsView::askMute()
{
    const models::FindingRowPtr row = current();
    if (row == nullptr)
        return;
    auto *dialog = new MuteDialog(row->title, m_feed.model().nowUtc(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MuteDialog::muteRequested, this, [this, dialog, key = row->key] { storeMute(dialog, key); });
    dialog->open();
}

void FindingsView::storeMute(MuteDialog *dialog, const QString &key)
{
    const Result<void> stored = m_feed.mute(key, dialog->reason(), dialog->untilUtc());
    if (stored)
        dialog->accept();
    else
        dialog->showProblem(ErrorText::full(stored.error()));
}

void FindingsView::unmute()
{
    const models::FindingRowPtr row = current();
    if (row == nullptr)
        return;
    if (const Result<void> stored = m_feed.unmute(row->key); !stored) {
        m_problem->setPlainText(ErrorText::full(stored.error()));
        m_problem->show();
    }
}

void FindingsView::askThresholds()
{
    auto *dialog = new ThresholdsDialog(m_feed.model().thresholds(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ThresholdsDialog::chosen, &m_feed.model(), &FindingsModel::setThresholds);
    dialog->open();
}

void FindingsView::fillMenu(QMenu *menu)
{
    const models::FindingRowPtr row = current();
    if (row == nullptr)
        return;
    if (const QString mend = FindingText::mendButton(row->finding.mend.task); !mend.isEmpty())
        menu->addAction(mend, this, [this, task = row->finding.mend] { Q_EMIT mendRequested(task); });
    if (!row->certificate.thumbprint.isNull() || !row->server.isEmpty())
        menu->addAction(tr("Show"), this, &FindingsView::showConcerned);
    menu->addSeparator();
    if (m_feed.model().muteOf(*row))
        menu->addAction(tr("Show again"), this, &FindingsView::unmute);
    else
        menu->addAction(tr("Mute…"), this, &FindingsView::askMute);
    menu->addAction(tr("Copy"), this, &FindingsView::copy);
}

} // namespace kakuin::ui

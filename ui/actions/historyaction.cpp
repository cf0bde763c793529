// SPDX-License-Identifier: MIT
#include "ui/actions/historyaction.h"

#include "ui/organisationfeed.h"
#include "ui/uiservices.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

HistoryAction::HistoryAction(
    Of of, OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(of == Of::Organisation ? QStringLiteral("historyAction") : QStringLiteral("certificateHistoryAction"),
        QStringLiteral("clock"), parent)
    , m_of(of)
    , m_feed(feed)
    , m_view(view)
    , m_services(services)
    , m_window(window)
{
    if (m_of == Of::Organisation)
        setShortcut(QKeySequence(Qt::CTRL | Qt::Key_H));
    else
        connect(&view, &OrganisationView::selectionChanged, this, &HistoryAction::update);
    connect(&feed, &OrganisationFeed::stateChanged, this, &HistoryAction::update);
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, &HistoryAction::update);
    connect(this, &QAction::triggered, this, &HistoryAction::open);
    update();
    retranslate();
}

void HistoryAction::update()
{
    setEnabled(m_feed.session() != nullptr && (m_of == Of::Organisation || m_view.selectedCertificates().size() == 1));
}

void HistoryAction::open()
{
    if (!isEnabled())
        return;
    const domain::CertificateId id
        = m_of == Of::Organisation ? domain::CertificateId() : m_view.selectedCertificates().value(0);
    m_services.showHistory(m_feed.workspace(), id, m_window);
}

void HistoryAction::retranslate()
{
    if (m_of == Of::Organisation) {
        setText(tr("&History…"));
        setToolTip(tr("What was done in this organisation, and what was interrupted"));
    } else {
        setText(tr("&History of the certificate…"));
        setToolTip(tr("What was done to this certificate"));
    }
}

} // namespace kakuin::ui

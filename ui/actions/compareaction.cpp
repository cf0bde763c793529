// SPDX-License-Identifier: MIT
#include "ui/actions/compareaction.h"

#include "ui/organisationfeed.h"
#include "ui/uiservices.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

CompareAction::CompareAction(
    OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("compareAction"), QStringLiteral("compare"), parent)
    , m_feed(feed)
    , m_view(view)
    , m_services(services)
    , m_window(window)
{
    connect(&view, &OrganisationView::selectionChanged, this, &CompareAction::update);
    connect(&feed, &OrganisationFeed::stateChanged, this, &CompareAction::update);
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, &CompareAction::update);
    connect(this, &QAction::triggered, this, &CompareAction::open);
    update();
    retranslate();
}

void CompareAction::update()
{
    const qsizetype selected = m_view.selectedCertificates().size();
    setEnabled(m_feed.session() != nullptr && (selected == 1 || selected == 2));
}

void CompareAction::open()
{
    const QList<domain::CertificateId> ids = m_view.selectedCertificates();
    if (isEnabled() && !ids.isEmpty())
        m_services.compare(m_feed.workspace(), ids.first(), ids.value(1), m_window);
}

void CompareAction::retranslate()
{
    setText(tr("C&ompare…"));
    setIconText(tr("Compare…"));
    setToolTip(tr("Compare the certificate with another one, field by field"));
}

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#include "ui/actions/labbindaction.h"

#include "core/base/whendone.h"
#include "ui/organisationfeed.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

LabBindAction::LabBindAction(OrganisationFeed &feed, OrganisationView &view, QObject *parent)
    : UserAction(QStringLiteral("labBindAction"), QString(), parent)
    , m_feed(feed)
    , m_view(view)
{
    connect(&view, &OrganisationView::selectionChanged, this, &LabBindAction::update);
    connect(&feed, &OrganisationFeed::stateChanged, this, &LabBindAction::update);
    connect(this, &QAction::triggered, this, &LabBindAction::bind);
    update();
    retranslate();
}

void LabBindAction::update()
{
    setEnabled(m_feed.workspace().lab() != nullptr && m_view.selectedCertificates().size() == 1);
}

void LabBindAction::bind()
{
    const QList<domain::CertificateId> ids = m_view.selectedCertificates();
    lab::LabShell *lab = m_feed.workspace().lab();
    if (lab == nullptr || ids.size() != 1)
        return;
    const domain::CertificateId id = ids.first();
    whenDone(lab->bindSite(id.server, domain::IisBinding::backEndSite, id.thumbprint), this,
        [this, id](const Result<void> &bound) {
            if (bound)
                m_feed.refreshServer(id.server);
            else
                Q_EMIT m_feed.failed(bound.error());
        });
}

void LabBindAction::retranslate()
{
    setText(tr("&Bind port 444 to the selected certificate"));
    setToolTip(tr("What IIS Manager does on a real server: the site Exchange Back End uses the certificate"));
}

} // namespace kakuin::ui

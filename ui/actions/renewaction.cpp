// SPDX-License-Identifier: MIT
#include "ui/actions/renewaction.h"

#include "core/advice/renewal.h"
#include "text/taskrights.h"
#include "ui/organisationfeed.h"
#include "ui/uiservices.h"
#include "ui/views/organisationview.h"

#include <algorithm>

namespace kakuin::ui {

RenewAction::RenewAction(
    OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("renewAction"), QStringLiteral("renew"), parent)
    , m_feed(feed)
    , m_view(view)
    , m_services(services)
    , m_window(window)
{
    setShortcut(Qt::CTRL | Qt::Key_R);
    const auto update = [this] {
        const QList<domain::CertificateId> selected = m_view.selectedCertificates();
        setPossible(!selected.isEmpty()
                && std::all_of(selected.begin(), selected.end(), [this](const auto &id) { return canRenew(id); }),
            TaskRights::obstacle(TaskRights::Task::Renew, m_feed.session()));
    };
    connect(&view, &OrganisationView::selectionChanged, this, update);
    connect(&feed, &OrganisationFeed::stateChanged, this, update);
    connect(this, &QAction::triggered, this, [this] { renew(m_view.selectedCertificates()); });
    update();
    retranslate();
}

void RenewAction::retranslate()
{
    setText(tr("Re&new…"));
    setIconText(tr("Renew…"));
    setHint(tr("Create the successor of the selected certificates (%1)")
                .arg(shortcut().toString(QKeySequence::NativeText)));
}

void RenewAction::renew(const QList<domain::CertificateId> &certificates)
{
    if (!certificates.isEmpty() && m_feed.session() != nullptr)
        m_services.renew(m_feed.workspace(), certificates, m_window);
}

bool RenewAction::canRenew(const domain::CertificateId &id) const
{
    const domain::InventoryPtr inventory = m_feed.tree().inventory();
    const domain::Certificate *certificate = inventory == nullptr ? nullptr : inventory->find(id);
    return certificate != nullptr
        && advice::renewalObstacle(*certificate, *inventory) == advice::RenewalObstacle::Nothing;
}

} // namespace kakuin::ui

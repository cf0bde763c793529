// SPDX-License-Identifier: MIT
#include "ui/actions/followrotationaction.h"

#include "ui/organisationfeed.h"
#include "ui/uiservices.h"

namespace kakuin::ui {

FollowRotationAction::FollowRotationAction(
    OrganisationFeed &feed, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("followRotationAction"), QStringLiteral("key"), parent)
{
    const auto update
        = [this, &feed] { setEnabled(feed.session() != nullptr && feed.session()->inventory() != nullptr); };
    connect(&feed, &OrganisationFeed::stateChanged, this, update);
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, update);
    connect(this, &QAction::triggered, this,
        [&feed, &services, window] { services.followRotation(feed.workspace(), window); });
    update();
    retranslate();
}

void FollowRotationAction::retranslate()
{
    setText(tr("Auth certificate stat&us…"));
    setIconText(tr("Auth certificate…"));
    setToolTip(tr("How the Auth certificate stands, and which server has it"));
}

} // namespace kakuin::ui

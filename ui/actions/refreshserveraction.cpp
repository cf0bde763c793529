// SPDX-License-Identifier: MIT
#include "ui/actions/refreshserveraction.h"

#include "ui/organisationfeed.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

RefreshServerAction::RefreshServerAction(OrganisationFeed &feed, OrganisationView &view, QObject *parent)
    : UserAction(QStringLiteral("refreshServerAction"), QStringLiteral("refresh"), parent)
{
    const auto update = [this, &feed, &view] {
        const bool isIdle = feed.session() != nullptr && !feed.session()->isRefreshing();
        setEnabled(isIdle && !view.currentServer().isEmpty());
    };
    connect(&feed, &OrganisationFeed::stateChanged, this, update);
    connect(&view, &OrganisationView::targetChanged, this, update);
    connect(this, &QAction::triggered, &feed, [&feed, &view] { feed.refreshServer(view.currentServer()); });
    update();
    retranslate();
}

void RefreshServerAction::retranslate()
{
    setText(tr("Refresh &server"));
}

} // namespace kakuin::ui

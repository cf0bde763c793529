// SPDX-License-Identifier: MIT
#include "ui/actions/refreshaction.h"

#include "ui/organisationfeed.h"

namespace kakuin::ui {

RefreshAction::RefreshAction(OrganisationFeed &feed, QObject *parent)
    : UserAction(QStringLiteral("refreshAction"), QStringLiteral("refresh"), parent)
{
    setShortcut(QKeySequence::Refresh);
    const auto update = [this, &feed] { setEnabled(feed.session() != nullptr && !feed.session()->isRefreshing()); };
    connect(&feed, &OrganisationFeed::stateChanged, this, update);
    connect(this, &QAction::triggered, &feed, &OrganisationFeed::refresh);
    update();
    retranslate();
}

void RefreshAction::retranslate()
{
    setText(tr("&Refresh"));
    setIconText(tr("Refresh"));
    setToolTip(tr("Read the organisation again (%1)").arg(shortcut().toString(QKeySequence::NativeText)));
}

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#include "ui/actions/reportaction.h"

#include "ui/organisationfeed.h"

namespace kakuin::ui {

ReportAction::ReportAction(OrganisationFeed &feed, QObject *parent)
    : UserAction(QStringLiteral("reportAction"), QStringLiteral("save"), parent)
{
    const auto update
        = [this, &feed] { setEnabled(feed.session() != nullptr && feed.session()->inventory() != nullptr); };
    connect(&feed, &OrganisationFeed::stateChanged, this, update);
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, update);
    update();
    retranslate();
}

void ReportAction::retranslate()
{
    setText(tr("Save a &report…"));
    setToolTip(tr("Save findings and certificates as a page, PDF, table or data"));
}

} // namespace kakuin::ui

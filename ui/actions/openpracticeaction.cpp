// SPDX-License-Identifier: MIT
#include "ui/actions/openpracticeaction.h"

#include "ui/organisationfeed.h"

namespace kakuin::ui {

OpenPracticeAction::OpenPracticeAction(OrganisationFeed &feed, QObject *parent)
    : UserAction(QStringLiteral("openPracticeAction"), QStringLiteral("organisation"), parent)
{
    connect(this, &QAction::triggered, &feed, &OrganisationFeed::openPractice);
    retranslate();
}

void OpenPracticeAction::retranslate()
{
    setText(tr("Open &practice organisation"));
}

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "ui/actions/useraction.h"

namespace kakuin::ui {

class OrganisationFeed;
class OrganisationView;

/// Does in a practice organisation what IIS Manager does on a real server: binds port 444 (Exchange Back End) to the
/// selected certificate. Enabled for one certificate of a practice organisation.
class LabBindAction final : public UserAction {
    Q_OBJECT
public:
    LabBindAction(OrganisationFeed &feed, OrganisationView &view, QObject *parent);
    Q_DISABLE_COPY_MOVE(LabBindAction)

    void retranslate() override;

private:
    void update();
    void bind();

    OrganisationFeed &m_feed;
    OrganisationView &m_view;
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class OrganisationFeed;
class OrganisationView;
class UiServices;

/// Looks at what the ports of all servers, or of the selected one, serve; asks first. Enabled once an organisation has
/// been read, while no such check runs; where this program cannot ask a network its tooltip says so.
class LiveCheckAction final : public UserAction {
    Q_OBJECT
public:
    enum class Of { Organisation, Server };
    LiveCheckAction(
        Of of, OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(LiveCheckAction)

    void retranslate() override;

private:
    void update();
    void ask();

    Of m_of;
    OrganisationFeed &m_feed;
    OrganisationView &m_view;
    UiServices &m_services;
    QWidget *m_window;
};

} // namespace kakuin::ui

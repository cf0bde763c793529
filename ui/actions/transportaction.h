// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class OrganisationFeed;
class OrganisationView;
class UiServices;

/// Opens the assignment with internal transport chosen, for the selected certificate.
class TransportAction final : public UserAction {
    Q_OBJECT
public:
    TransportAction(
        OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(TransportAction)

    void retranslate() override;

private:
    void update();
    void open();

    OrganisationFeed &m_feed;
    OrganisationView &m_view;
    UiServices &m_services;
    QWidget *m_window;
};

} // namespace kakuin::ui

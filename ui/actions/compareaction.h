// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class OrganisationFeed;
class OrganisationView;
class UiServices;

/// Opens the comparison of the selected certificate with another one, or of the two that are selected.
class CompareAction final : public UserAction {
    Q_OBJECT
public:
    CompareAction(
        OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(CompareAction)

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

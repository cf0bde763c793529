// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class OrganisationFeed;
class OrganisationView;
class UiServices;

/// Shows what was done in the organisation, or to the selected certificate.
class HistoryAction final : public UserAction {
    Q_OBJECT
public:
    enum class Of { Organisation, Certificate };
    HistoryAction(
        Of of, OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(HistoryAction)

    void retranslate() override;

private:
    void update();
    void open();

    Of m_of;
    OrganisationFeed &m_feed;
    OrganisationView &m_view;
    UiServices &m_services;
    QWidget *m_window;
};

} // namespace kakuin::ui

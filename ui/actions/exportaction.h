// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class OrganisationFeed;
class OrganisationView;
class UiServices;

/// Opens the export of the selected certificate as a PFX file. Enabled unless its key is known not to be exportable.
class ExportAction final : public UserAction {
    Q_OBJECT
public:
    ExportAction(
        OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(ExportAction)

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

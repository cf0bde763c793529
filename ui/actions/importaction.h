// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class OrganisationFeed;
class OrganisationView;
class UiServices;

/// Opens the import of a PFX file, with the selected server chosen.
class ImportAction final : public UserAction {
    Q_OBJECT
public:
    ImportAction(
        OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(ImportAction)

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

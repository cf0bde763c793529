// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class OrganisationFeed;
class UiServices;

/// Saves the open organisation as a snapshot, saves the script that collects one, or compares one with what is open.
class SnapshotAction final : public UserAction {
    Q_OBJECT
public:
    enum class Choice { Save, SaveScript, Compare };

    SnapshotAction(Choice choice, OrganisationFeed &feed, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(SnapshotAction)

    void retranslate() override;

private:
    void open();

    Choice m_choice;
    OrganisationFeed &m_feed;
    UiServices &m_services;
    QWidget *m_window;
};

} // namespace kakuin::ui

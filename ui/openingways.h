// SPDX-License-Identifier: MIT
#pragma once

#include "ui/recentplaces.h"

class QStackedWidget;
class QWidget;

namespace kakuin::ui {

class OrganisationFeed;
class RecentMenu;
class UiServices;
class WelcomePage;

/// The ways to an organisation that was open before, and to the first one: the welcome page, the menu of what was
/// opened before, and what is noted there.
/// Shape:   the welcome page is shown as long as nothing is open or being opened; it is made, as the first page of the
///          stack, when it is first shown. Without a list of recent places nothing is noted.
/// Threads: the GUI thread. What it is given must outlive it.
class OpeningWays final : public QObject {
    Q_OBJECT
public:
    struct Parts final {
        OrganisationFeed &feed;
        UiServices &services;
        QStackedWidget &stack;
        QWidget &organisation; ///< its page that is not the welcome page
        RecentMenu &menu;
        QWidget &window;
    };
    explicit OpeningWays(const Parts &parts, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(OpeningWays)

    void setRecentPlaces(RecentPlaces &places);

Q_SIGNALS:
    void connectRequested();
    void exportedRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(const RecentPlace &place);
    void note();
    void showPage();
    [[nodiscard]] QWidget *welcomePage();

    Parts m_parts;
    WelcomePage *m_welcome = nullptr;
    RecentPlaces *m_recent = nullptr;
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/recentplaces.h"

#include <QtWidgets/QWidget>

class QCommandLinkButton;
class QVBoxLayout;

namespace kakuin::ui {

class SectionHeading;
class WrapLabel;

/// What a window shows before an organisation is open: the three ways to one, and those that were open before.
class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(WelcomePage)

    void setPlaces(const QList<RecentPlace> &places);

Q_SIGNALS:
    void practiceRequested();
    void connectRequested();
    void exportedRequested();
    void placeRequested(const kakuin::ui::RecentPlace &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    QCommandLinkButton *addWay(const char *objectName, const char *icon);
    void showPlaces();
    void redecorate();
    void retranslate();

    QList<RecentPlace> m_places;
    WrapLabel *m_title;
    WrapLabel *m_what;
    QCommandLinkButton *m_practice;
    QCommandLinkButton *m_connect;
    QCommandLinkButton *m_exported;
    SectionHeading *m_recent;
    QWidget *m_list;
    QVBoxLayout *m_listColumn;
};

} // namespace kakuin::ui

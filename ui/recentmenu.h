// SPDX-License-Identifier: MIT
#pragma once

#include "ui/recentplaces.h"

#include <QtCore/QPointer>
#include <QtWidgets/QMenu>

namespace kakuin::ui {

/// File > Opened before. Empty until it follows a list; filled each time it is opened.
class RecentMenu final : public QMenu {
    Q_OBJECT
public:
    explicit RecentMenu(QWidget *parent);
    Q_DISABLE_COPY_MOVE(RecentMenu)

    void follow(RecentPlaces &places);
    void retranslate();

Q_SIGNALS:
    void placeRequested(const kakuin::ui::RecentPlace &place);

private:
    void fill();

    QPointer<RecentPlaces> m_places;
};

} // namespace kakuin::ui

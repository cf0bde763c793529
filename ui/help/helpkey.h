// SPDX-License-Identifier: MIT
#pragma once

#include "ui/help/helptopics.h"
#include "ui/layoutstore.h"

#include <QtCore/QObject>

#include <memory>

class QAction;

namespace kakuin::ui {

class HelpWindow;

/// F1, everywhere: opens the guide at the place that fits the window or wizard page that has the focus.
/// Shape:   made once, for the main window; `action` is the menu's. The help window is made when it is first asked
///          for, belongs to this object, and closes with the main window. Why a filter: an action of the main window
///          is asleep while a dialog stands before it.
class HelpKey final : public QObject {
    Q_OBJECT
public:
    HelpKey(LayoutStore &layout, QAction &action, QWidget *mainWindow);
    ~HelpKey() override;
    Q_DISABLE_COPY_MOVE(HelpKey)

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(const HelpTopic &topic);
    [[nodiscard]] bool isOurs(const QWidget *widget) const;

    LayoutStore &m_layout;
    QWidget *m_mainWindow = nullptr;
    std::unique_ptr<HelpWindow> m_window;
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "text/taskrights.h"

#include <QtGui/QAction>
#include <QtGui/QPalette>

namespace kakuin::ui {

/// One thing that a person can do: its words, icon, shortcut, and when it can be done.
/// Shape:  a subclass connects `triggered`, calls setEnabled() when what it depends on changes, and sets its words in
///         retranslate(). Actions get no LanguageChange of their own: their owner passes it on.
class UserAction : public QAction {
    Q_OBJECT
public:
    UserAction(const QString &objectName, const QString &iconName, QObject *parent);
    Q_DISABLE_COPY_MOVE(UserAction)

    virtual void retranslate() = 0;
    /// Draws the icon anew for another palette.
    void redecorate(const QPalette &palette);

protected:
    /// Instead of setEnabled(): whether what is selected allows it, and what prevents it all the same. With an obstacle
    /// it is off, and the tool tip says why.
    void setPossible(bool isPossible, const TaskRights::Obstacle &obstacle = {});
    /// Instead of setToolTip().
    void setHint(const QString &hint);

private:
    void showHint();

    QString m_hint;
    TaskRights::Obstacle m_obstacle;
    QString m_iconName; ///< empty: without an icon
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#include "ui/actions/useraction.h"

#include "ui/decoration/theme.h"

namespace kakuin::ui {

UserAction::UserAction(const QString &objectName, const QString &iconName, QObject *parent)
    : QAction(parent)
    , m_iconName(iconName)
{
    setObjectName(objectName);
}

void UserAction::setPossible(bool isPossible, const TaskRights::Obstacle &obstacle)
{
    setEnabled(isPossible && obstacle.isNone());
    if (m_obstacle == obstacle)
        return;
    m_obstacle = obstacle;
    showHint();
}

void UserAction::setHint(const QString &hint)
{
    m_hint = hint;
    showHint();
}

void UserAction::showHint()
{
    setToolTip(m_obstacle.isNone() ? m_hint : m_hint + QStringLiteral("\n\n") + TaskRights::refusal(m_obstacle));
}

void UserAction::redecorate(const QPalette &palette)
{
    if (!m_iconName.isEmpty())
        setIcon(lineIcon(m_iconName, m_iconName == QLatin1String("certificate") ? Tone::Seal : Tone::Muted, palette));
}

} // namespace kakuin::ui

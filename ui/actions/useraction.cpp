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

void UserAction::redecorate(const QPalette &palette)
{
    if (!m_iconName.isEmpty())
        setIcon(lineIcon(m_iconName, m_iconName == QLatin1String("certificate") ? Tone::Seal : Tone::Muted, palette));
}

} // namespace kakuin::ui

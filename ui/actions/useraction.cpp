// SPDX-License-Identifier: MIT
#include "ui/actions/useraction.h"

#include "ui/actions/taskrights.h"
#include "ui/decoration/theme.h"

namespace kakuin::ui {

UserAction::UserAction(const QString &objectName, const QString &iconName, QObject *parent)
    : QAction(parent)
    , m_iconName(iconName)
{
    setObjectName(objectName);
}

void UserAction::setPossible(bool isPossible, const QStringList &missing)
{
    setEnabled(isPossible && missing.isEmpty());
    if (m_missing == missing)
        return;
    m_missing = missing;
    showHint();
}

void UserAction::setHint(const QString &hint)
{
    m_hint = hint;
    showHint();
}

void UserAction::showHint()
{
    setToolTip(m_missing.isEmpty() ? m_hint : m_hint + QStringLiteral("\n\n") + TaskRights::refusal(m_missing));
}

void UserAction::redecorate(const QPalette &palette)
{
    if (!m_iconName.isEmpty())
        setIcon(lineIcon(m_iconName, m_iconName == QLatin1String("certificate") ? Tone::Seal : Tone::Muted, palette));
}

} // namespace kakuin::ui

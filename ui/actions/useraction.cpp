// SPDX-License-Identifier: MIT
#include "ui/actions/useraction.h"

#include "ui/decoration/theme.h"
#include "ui/organisationfeed.h"

namespace kakuin::ui {

void UserAction::define(const ActionScope &scope, Definition definition)
{
    m_feed = &scope.feed;
    m_definition = std::move(definition);
    setObjectName(m_definition.name);
    setShortcut(m_definition.shortcut);
    if (m_definition.run)
        connect(this, &QAction::triggered, this, m_definition.run);
    update();
}

void UserAction::update()
{
    const TaskRights::Obstacle obstacle
        = m_definition.rights ? TaskRights::obstacle(*m_definition.rights, m_feed->session()) : TaskRights::Obstacle();
    setEnabled((!m_definition.isPossible || m_definition.isPossible()) && obstacle.isNone());
    const Words words = m_definition.words();
    setText(words.text);
    setIconText(words.iconText);
    setToolTip(obstacle.isNone() ? words.hint : words.hint + QStringLiteral("\n\n") + TaskRights::refusal(obstacle));
}

void UserAction::redecorate(const QPalette &palette)
{
    if (!m_definition.icon.isEmpty())
        setIcon(lineIcon(
            m_definition.icon, m_definition.icon == QLatin1String("certificate") ? Tone::Seal : Tone::Muted, palette));
}

} // namespace kakuin::ui

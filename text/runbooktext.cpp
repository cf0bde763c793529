// SPDX-License-Identifier: MIT
#include "text/runbooktext.h"

#include "text/expirytext.h"
#include "text/plantext.h"

namespace kakuin::ui {

RunbookTextWriter::RunbookTextWriter(const QDateTime &nowUtc, domain::InventoryPtr inventory)
    : m_nowUtc(nowUtc)
    , m_inventory(std::move(inventory))
{
}

QString RunbookTextWriter::title(const plan::Plan &plan) const
{
    return PlanText::title(plan, m_inventory.get());
}

QString RunbookTextWriter::introduction(const plan::Plan &plan) const
{
    QStringList servers;
    for (const domain::ServerId &server : plan.servers())
        servers.append(server.name());
    //: Comment at the head of a script. %1: a date with time, %2: names of servers
    return tr("Written by Kakuin on %1, for %2.\n"
              "Run it in the Exchange Management Shell, step by step or as a whole.\n"
              "It stops with a message when a check does not agree. Questions of the server are yours to answer.")
        .arg(ExpiryText::dayAndTime(m_nowUtc), servers.join(QStringLiteral(", ")));
}

QString RunbookTextWriter::step(const plan::Step &step) const
{
    return PlanText::step(step);
}

QString RunbookTextWriter::expectedPrompt(const plan::Step &step, const plan::ExpectedPrompt &prompt) const
{
    return PlanText::expectedPrompt(step, prompt) + QLatin1Char('\n') + PlanText::reason(prompt.reason);
}

QString RunbookTextWriter::check(const plan::Check &check) const
{
    return PlanText::check(check);
}

QString RunbookTextWriter::checkFailed(const plan::Check &check) const
{
    return PlanText::checkFailed(check);
}

QString RunbookTextWriter::caution(plan::Caution caution) const
{
    return PlanText::caution(caution);
}

} // namespace kakuin::ui

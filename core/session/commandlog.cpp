// SPDX-License-Identifier: MIT
#include "core/session/commandlog.h"

#include "core/shell/powershelltext.h"

#include <algorithm>

namespace kakuin::session {
namespace {

// What must not stay in a log: passwords, and bytes, which may be a PFX with its keys
shell::Pipeline withoutSecrets(const shell::Pipeline &pipeline)
{
    shell::Pipeline clean;
    for (const shell::Cmdlet &cmdlet : pipeline.cmdlets) {
        shell::Cmdlet copy(cmdlet.name());
        for (const shell::Parameter &parameter : cmdlet.parameters()) {
            if (std::holds_alternative<Secret>(parameter.value))
                copy.with(parameter.name, Secret());
            else if (std::holds_alternative<QByteArray>(parameter.value))
                copy.with(parameter.name, QByteArray());
            else
                copy.with(parameter.name, parameter.value);
        }
        clean.cmdlets.append(copy);
    }
    return clean;
}

} // namespace

CommandLog::CommandLog(QObject *parent)
    : QObject(parent)
{
}

const CommandRecord *CommandLog::find(quint64 number) const
{
    // Numbers ascend without gaps, but for clear(): the place follows from the number
    if (m_records.isEmpty() || number < m_records.constFirst().number || number > m_records.constLast().number)
        return nullptr;
    return &m_records.at(static_cast<qsizetype>(number - m_records.constFirst().number));
}

quint64 CommandLog::begin(const shell::Pipeline &pipeline, const QDateTime &startedUtc)
{
    if (m_records.size() >= capacity) {
        // A tenth at a time, so that a full log does not move all its records for every command
        constexpr int batch = capacity / 10;
        Q_EMIT aboutToDrop(batch);
        m_records.remove(0, batch);
        Q_EMIT dropped(batch);
    }
    CommandRecord record;
    record.number = m_next++;
    record.pipeline = withoutSecrets(pipeline);
    record.powerShell = shell::toPowerShell(record.pipeline);
    record.startedUtc = startedUtc;
    m_records.append(record);
    Q_EMIT appended(static_cast<int>(m_records.size()) - 1);
    return record.number;
}

void CommandLog::update(quint64 number, const std::function<void(CommandRecord &)> &f)
{
    if (find(number) == nullptr)
        return;
    const auto index = static_cast<qsizetype>(number - m_records.constFirst().number);
    f(m_records[index]);
    Q_EMIT updated(static_cast<int>(index));
}

void CommandLog::clear()
{
    const int count = static_cast<int>(m_records.size());
    if (count == 0)
        return;
    Q_EMIT aboutToDrop(count);
    m_records.clear();
    Q_EMIT dropped(count);
}

} // namespace kakuin::session

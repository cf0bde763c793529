// SPDX-License-Identifier: MIT
#include "core/shell/pipelineoutput.h"

namespace kakuin::shell {
namespace {

template <class T>
QList<T> itemsOf(const QList<PipelineOutput::Item> &items)
{
    QList<T> found;
    for (const PipelineOutput::Item &item : items) {
        if (const auto *match = std::get_if<T>(&item))
            found.append(*match);
    }
    return found;
}

} // namespace

QList<clixml::Value> PipelineOutput::objects() const
{
    return itemsOf<clixml::Value>(items);
}

QList<ErrorRecord> PipelineOutput::errors() const
{
    return itemsOf<ErrorRecord>(items);
}

QStringList PipelineOutput::warnings() const
{
    QStringList texts;
    for (const Warning &warning : itemsOf<Warning>(items))
        texts.append(warning.message);
    return texts;
}

bool PipelineOutput::hasErrors() const
{
    return std::any_of(
        items.begin(), items.end(), [](const Item &item) { return std::holds_alternative<ErrorRecord>(item); });
}

} // namespace kakuin::shell

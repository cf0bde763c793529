// SPDX-License-Identifier: MIT
#include "core/shell/cmdlet.h"

#include <algorithm>

namespace kakuin::shell {

Cmdlet &Cmdlet::with(const QString &name, ParameterValue value)
{
    m_parameters.append({name, std::move(value)});
    return *this;
}

const ParameterValue *Cmdlet::value(QStringView parameter) const
{
    const auto it = std::find_if(m_parameters.begin(), m_parameters.end(),
        [&](const Parameter &p) { return p.name.compare(parameter, Qt::CaseInsensitive) == 0; });
    return it == m_parameters.end() ? nullptr : &it->value;
}

bool Cmdlet::isChanging() const
{
    const auto hasVerb = [this](QLatin1String verb) { return m_name.startsWith(verb, Qt::CaseInsensitive); };
    return !hasVerb(QLatin1String("Get-")) && !hasVerb(QLatin1String("Test-")) && !hasVerb(QLatin1String("Export-"));
}

} // namespace kakuin::shell

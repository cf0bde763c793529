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

QString Cmdlet::text(QStringView parameter) const
{
    const ParameterValue *given = value(parameter);
    const auto *text = given ? std::get_if<QString>(given) : nullptr;
    return text ? *text : QString();
}

QString Cmdlet::namedServer() const
{
    const QString server = text(u"Server");
    const QString identity = text(u"Identity");
    return server.isEmpty() && identity.contains(u'\\') ? identity.section(u'\\', 0, 0) : server;
}

bool Cmdlet::isChanging() const
{
    const auto hasVerb = [this](QLatin1String verb) { return m_name.startsWith(verb, Qt::CaseInsensitive); };
    return !hasVerb(QLatin1String("Get-")) && !hasVerb(QLatin1String("Test-")) && !hasVerb(QLatin1String("Export-"));
}

} // namespace kakuin::shell

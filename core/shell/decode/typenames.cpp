// SPDX-License-Identifier: MIT
#include "core/shell/decode/typenames.h"

namespace kakuin::shell::decode {

QString bareTypeName(const QString &typeName)
{
    constexpr QLatin1String prefixes[] = {QLatin1String("Deserialized."), QLatin1String("Selected.")};
    QStringView rest = typeName;
    for (bool isStripped = true; isStripped;) {
        isStripped = false;
        for (const QLatin1String prefix : prefixes) {
            if (rest.startsWith(prefix)) {
                rest = rest.mid(prefix.size());
                isStripped = true;
            }
        }
    }
    return rest.toString();
}

QString bareTypeNameOf(const clixml::Value &value)
{
    const clixml::ObjectPtr object = value.object();
    if (!object || !object->typeNames || object->typeNames->isEmpty())
        return {};
    return bareTypeName(object->typeNames->constFirst());
}

bool isOfType(const clixml::Value &value, QLatin1String typeName)
{
    return bareTypeNameOf(value).compare(typeName, Qt::CaseInsensitive) == 0;
}

} // namespace kakuin::shell::decode

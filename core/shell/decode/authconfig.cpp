// SPDX-License-Identifier: MIT
#include "core/shell/decode/authconfig.h"

#include "core/base/untrustedtext.h"
#include "core/shell/decode/directoryidentity.h"
#include "core/shell/decode/typenames.h"

namespace kakuin::shell::decode {
namespace {

constexpr qsizetype longestDate = 100;
constexpr QLatin1String typeName("Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthConfig");

// An empty slot is the empty text, or no property at all
Result<domain::Thumbprint> slot(const clixml::Object &object, QStringView name)
{
    const QString text = object.property(name).text().trimmed();
    if (text.isEmpty())
        return domain::Thumbprint();
    return domain::Thumbprint::parse(text);
}

} // namespace

bool isAuthConfig(const clixml::Value &value)
{
    return isOfType(value, typeName);
}

Result<domain::AuthConfig> authConfig(const clixml::Value &value)
{
    const clixml::ObjectPtr object = value.object();
    if (!object || !object->hasProperty(u"CurrentCertificateThumbprint"))
        return fail(ErrorCode::UnexpectedOutput, QStringLiteral("Get-AuthConfig"), bareTypeNameOf(value));
    const auto current = slot(*object, u"CurrentCertificateThumbprint");
    const auto previous = slot(*object, u"PreviousCertificateThumbprint");
    const auto next = slot(*object, u"NextCertificateThumbprint");
    for (const auto *one : {&current, &previous, &next}) {
        if (!one->has_value())
            return tl::unexpected<Error>(one->error());
    }
    domain::AuthConfig config;
    config.current = *current;
    config.previous = *previous;
    config.next = *next;
    const clixml::Value effective = object->property(u"NextCertificateEffectiveDate");
    config.nextEffectiveUtc = effective.toDateTimeUtc();
    if (!config.nextEffectiveUtc.isValid() && !effective.isNull())
        config.nextEffectiveText = singleLine(effective.text().trimmed(), longestDate);
    if (config.nextEffectiveUtc.isValid() && config.nextEffectiveUtc.date().year() <= 1)
        config.nextEffectiveUtc = QDateTime(); // .NET's default value is no date
    const auto name = safeDistinguishedName(object->property(u"DistinguishedName").text());
    if (!name)
        return tl::unexpected<Error>(name.error());
    config.organisation = organisationName(*name);
    config.serviceName = object->property(u"ServiceName").text();
    config.realm = object->property(u"Realm").text();
    return config;
}

} // namespace kakuin::shell::decode

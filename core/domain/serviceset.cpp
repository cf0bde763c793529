// SPDX-License-Identifier: MIT
#include "core/domain/serviceset.h"

#include <QtCore/QRegularExpression>

namespace kakuin::domain {

QList<Service> allServices()
{
    return {Service::Imap, Service::Pop, Service::Um, Service::Iis, Service::Smtp, Service::Federation,
        Service::UmCallRouter};
}

QString cmdletName(Service service)
{
    switch (service) {
    case Service::Imap:
        return QStringLiteral("IMAP");
    case Service::Pop:
        return QStringLiteral("POP");
    case Service::Um:
        return QStringLiteral("UM");
    case Service::Iis:
        return QStringLiteral("IIS");
    case Service::Smtp:
        return QStringLiteral("SMTP");
    case Service::Federation:
        return QStringLiteral("Federation");
    case Service::UmCallRouter:
        return QStringLiteral("UMCallRouter");
    }
    return {};
}

QStringList cmdletNames(ServiceSet services)
{
    QStringList names;
    for (const Service service : allServices()) {
        if (services.testFlag(service))
            names += cmdletName(service);
    }
    return names.isEmpty() ? QStringList(QStringLiteral("None")) : names;
}

ServiceSet knownServices(ServiceSet services)
{
    ServiceSet known;
    for (const Service service : allServices())
        known |= service;
    return services & known;
}

QStringList displayNames(ServiceSet services)
{
    const ServiceSet known = knownServices(services);
    QStringList names = known ? cmdletNames(known) : QStringList();
    if (const ServiceSet other = services & ~known)
        names.append(QString::number(other.toInt()));
    return names;
}

QString displayText(ServiceSet services)
{
    return displayNames(services).join(u' ');
}

Result<ServiceSet> parseServices(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    ServiceSet result;
    const QStringList words = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.compare(QLatin1String("None"), Qt::CaseInsensitive) == 0)
            continue;
        bool known = false;
        for (const Service service : allServices()) {
            if (word.compare(cmdletName(service), Qt::CaseInsensitive) == 0) {
                result |= service;
                known = true;
            }
        }
        if (!known)
            return fail(ErrorCode::InvalidArgument, word.left(100));
    }
    return result;
}

ServiceSet servicesFromBits(qint64 bits)
{
    return ServiceSet::fromInt(static_cast<ServiceSet::Int>(bits));
}

} // namespace kakuin::domain

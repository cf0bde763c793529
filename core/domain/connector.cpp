// SPDX-License-Identifier: MIT
#include "core/domain/connector.h"

#include "core/domain/distinguishedname.h"

namespace kakuin::domain {

std::optional<TlsCertificateName> TlsCertificateName::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith(QLatin1String("<I>"), Qt::CaseInsensitive))
        return std::nullopt;
    const qsizetype split = trimmed.indexOf(QLatin1String("<S>"), 3, Qt::CaseInsensitive);
    if (split < 0)
        return std::nullopt;
    TlsCertificateName name{trimmed.mid(3, split - 3).trimmed(), trimmed.mid(split + 3).trimmed()};
    if (name.issuer.isEmpty() || name.subject.isEmpty())
        return std::nullopt;
    return name;
}

QString TlsCertificateName::toString() const
{
    return QLatin1String("<I>") + issuer + QLatin1String("<S>") + subject;
}

bool TlsCertificateName::matches(const CertificateFacts &certificate) const
{
    return isSameName(issuer, certificate.issuer) && isSameName(subject, certificate.subject);
}

} // namespace kakuin::domain

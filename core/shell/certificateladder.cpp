// SPDX-License-Identifier: MIT
#include "core/shell/certificateladder.h"

#include <QtCore/QHash>

namespace kakuin::shell {

using namespace Qt::StringLiterals;
using domain::Certificate;
using domain::CertificateSource;

bool CertificateLadder::needsMore(const QList<Certificate> &certificates)
{
    return std::any_of(certificates.begin(), certificates.end(),
        [](const Certificate &certificate) { return certificate.source == CertificateSource::RawDataOnly; });
}

Pipeline CertificateLadder::question(const domain::ServerId &server)
{
    return question(Cmdlet(u"Get-ExchangeCertificate"_s).onServer(server));
}

Pipeline CertificateLadder::question(const Pipeline &reading)
{
    // RawData with the rest: each answer says by itself which certificate it is
    Pipeline picked = reading;
    picked.cmdlets.append(
        Cmdlet(u"Select-Object"_s)
            .with(u"Property"_s,
                QStringList{u"RawData"_s, u"Services"_s, u"Status"_s, u"FriendlyName"_s, u"HasPrivateKey"_s,
                    u"PrivateKeyExportable"_s, u"IsSelfSigned"_s, u"RootCAType"_s, u"IISServices"_s, u"Identity"_s}));
    return picked;
}

QList<Certificate> CertificateLadder::joined(QList<Certificate> read, const QList<Certificate> &picked)
{
    QHash<domain::Thumbprint, const Certificate *> known;
    for (const Certificate &certificate : picked) {
        if (certificate.source != CertificateSource::RawDataOnly)
            known.insert(certificate.facts.thumbprint, &certificate);
    }
    for (Certificate &certificate : read) {
        const Certificate *more = known.value(certificate.facts.thumbprint);
        if (certificate.source == CertificateSource::RawDataOnly && more != nullptr)
            certificate = *more;
    }
    return read;
}

} // namespace kakuin::shell

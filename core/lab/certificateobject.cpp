// SPDX-License-Identifier: MIT
#include "core/lab/certificateobject.h"

#include "core/clixml/certificateblob.h"
#include "core/clixml/object.h"

#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

const std::shared_ptr<const QStringList> &certificateChain()
{
    static const auto chain = std::make_shared<const QStringList>(
        QStringList{u"Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate"_s,
            u"System.Security.Cryptography.X509Certificates.X509Certificate2"_s,
            u"System.Security.Cryptography.X509Certificates.X509Certificate"_s, u"System.Object"_s});
    return chain;
}

/// Serialised objects are signed by default since the security updates of November 2023: 2016 CU23, 2019 CU13, SE.
bool signsPayloads(const domain::ServerVersion &version)
{
    static const QVersionNumber first2016(15, 1, 2507);
    static const QVersionNumber first2019(15, 2, 1258);
    const QVersionNumber &number = version.number;
    return number.minorVersion() == 1 ? number >= first2016 : number >= first2019;
}

/// X509Certificate2.ToString(): human text in the server's zone.
QString windowsText(const LabServer &server, const domain::CertificateFacts &facts)
{
    const QTimeZone zone(server.timeZone);
    const auto local = [&](const QDateTime &utc) {
        return QLocale::c().toString(zone.isValid() ? utc.toTimeZone(zone) : utc, u"MM/dd/yyyy HH:mm:ss"_s);
    };
    const QString pattern = u"[Subject]\r\n  %1\r\n\r\n[Issuer]\r\n  %2\r\n\r\n[Serial Number]\r\n  %3\r\n\r\n"
                            "[Not Before]\r\n  %4\r\n\r\n[Not After]\r\n  %5\r\n\r\n[Thumbprint]\r\n  %6\r\n"_s;
    return pattern.arg(facts.subject, facts.issuer, facts.serialNumber, local(facts.notBeforeUtc),
        local(facts.notAfterUtc), facts.thumbprint.toString());
}

} // namespace

domain::CertificateStatus statusOf(
    const Placement &placement, const LabCertificate &certificate, const QDateTime &nowUtc)
{
    if (placement.status)
        return *placement.status;
    const bool isInTime = certificate.facts.notBeforeUtc <= nowUtc && nowUtc <= certificate.facts.notAfterUtc;
    return isInTime ? domain::CertificateStatus::Valid : domain::CertificateStatus::DateInvalid;
}

clixml::Value certificateObject(
    const LabServer &server, const Placement &placement, const LabCertificate &certificate, const QDateTime &nowUtc)
{
    const domain::CertificateFacts &facts = certificate.facts;
    clixml::CertificateBlob blob;
    blob.der = facts.der;
    blob.friendlyName = placement.friendlyName;
    blob.hasPrivateKey = placement.hasPrivateKey;
    if (placement.hasPrivateKey) {
        blob.keyContainer
            = placement.keyContainer.isEmpty() ? u"le-"_s + facts.serialNumber.toLower() : placement.keyContainer;
        blob.keyProvider = u"Microsoft RSA SChannel Cryptographic Provider"_s;
    }
    blob.isSelfSigned = facts.isSelfIssued;
    blob.status = static_cast<int>(statusOf(placement, certificate, nowUtc));
    blob.rootCaType = static_cast<int>(placement.rootCaType);
    blob.services = static_cast<int>(placement.services.toInt());
    for (const int site : placement.iisSites)
        blob.iisServiceNames.append(u"IIS://%1/W3SVC/%2"_s.arg(server.id().name()).arg(site));
    blob.isPrivateKeyExportable = placement.isExportable;
    blob.identity = server.about.fqdn + u'\\' + facts.thumbprint.toString();
    blob.isSigned = signsPayloads(server.about.version);
    return clixml::ObjectBuilder(certificateChain())
        .toString(windowsText(server, facts))
        .adapted(u"RawData"_s, clixml::Value::Data(facts.der))
        .extended(u"SerializationData"_s, clixml::Value::Data(clixml::writeCertificateBlob(blob)))
        .build();
}

} // namespace kakuin::lab

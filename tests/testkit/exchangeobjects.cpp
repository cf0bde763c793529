// SPDX-License-Identifier: MIT
#include "exchangeobjects.h"

#include "core/domain/thumbprint.h"
#include "core/x509/maker.h"

#include <QtCore/QCryptographicHash>

namespace kakuin::testkit {

using clixml::ObjectBuilder;
using clixml::Value;

namespace {

QStringList chain(const QString &mostDerived)
{
    return {mostDerived, QStringLiteral("System.Object")};
}

QString serverDn(const QString &name)
{
    return QStringLiteral("CN=%1,CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),"
                          "CN=Administrative Groups,%2")
        .arg(name, QString::fromLatin1(contosoDn));
}

const x509::PrivateKey &testKey()
{
    static const auto key = x509::PrivateKey::generateRsa(2048);
    Q_ASSERT(key.has_value());
    return *key;
}

Value tlsNameValue(const std::optional<domain::TlsCertificateName> &name)
{
    if (!name)
        return {};
    return Value(ObjectBuilder(chain(QStringLiteral("Microsoft.Exchange.Data.SmtpX509Identifier")))
                     .toString(name->toString())
                     .adapted(QStringLiteral("CertificateSubject"), name->subject)
                     .adapted(QStringLiteral("CertificateIssuer"), name->issuer)
                     .build());
}

QString thumbprintOf(const QByteArray &der)
{
    return domain::Thumbprint::fromSha1(QCryptographicHash::hash(der, QCryptographicHash::Sha1)).toString();
}

} // namespace

QByteArray certificateDer(const QString &subject, const QStringList &dnsNames)
{
    x509::CertificateRequest request;
    request.subject = x509::parseName(subject).value_or(QList<x509::NameAttribute>());
    request.notBeforeUtc = QDateTime(QDate(2024, 6, 1), QTime(8, 0), Qt::UTC);
    request.notAfterUtc = QDateTime(QDate(2029, 6, 1), QTime(8, 0), Qt::UTC);
    request.dnsNames = dnsNames;
    const auto der = x509::makeSelfSigned(request, testKey());
    Q_ASSERT(der.has_value());
    return der.value_or(QByteArray());
}

Value directoryObjectId(const QString &text, const QString &name)
{
    return Value(ObjectBuilder(chain(QStringLiteral("Microsoft.Exchange.Data.Directory.ADObjectId")))
                     .toString(text)
                     .adapted(QStringLiteral("Name"), name)
                     .adapted(QStringLiteral("DistinguishedName"), serverDn(name))
                     .build());
}

Value exchangeServerObject(const QString &name, const QString &roles, const QString &version)
{
    const Value versionValue(
        ObjectBuilder(chain(QStringLiteral("Microsoft.Exchange.Data.ServerVersion"))).toString(version).build());
    return Value(
        ObjectBuilder(chain(QStringLiteral("Microsoft.Exchange.Data.Directory.Management.ExchangeServer")))
            .toString(name)
            .adapted(QStringLiteral("Name"), name)
            .adapted(QStringLiteral("Fqdn"), name.toLower() + QLatin1String(".contoso.local"))
            .adapted(QStringLiteral("AdminDisplayVersion"), versionValue)
            .adapted(QStringLiteral("Site"),
                directoryObjectId(QStringLiteral("contoso.local/Configuration/Sites/Tokyo"), QStringLiteral("Tokyo")))
            .adapted(QStringLiteral("ServerRole"), roles)
            .adapted(QStringLiteral("DistinguishedName"), serverDn(name))
            .build());
}

Value mailboxServerObject(const QString &name, const QString &dag)
{
    return Value(
        ObjectBuilder(chain(QStringLiteral("Microsoft.Exchange.Data.Directory.Management.MailboxServer")))
            .toString(name)
            .adapted(QStringLiteral("Name"), name)
            .adapted(QStringLiteral("DatabaseAvailabilityGroup"), dag.isEmpty() ? Value() : directoryObjectId(dag, dag))
            .build());
}

Value transportServiceObject(const QString &name, const QString &thumbprint)
{
    return Value(ObjectBuilder(chain(QStringLiteral("Microsoft.Exchange.Data.Directory.Management.TransportService")))
                     .toString(name)
                     .adapted(QStringLiteral("Name"), name)
                     .adapted(QStringLiteral("InternalTransportCertificateThumbprint"), thumbprint)
                     .build());
}

Value directoryServerObject(const QString &name, const QByteArray &der)
{
    ObjectBuilder builder(chain(QStringLiteral("Microsoft.ActiveDirectory.Management.ADObject")));
    builder.toString(serverDn(name)).adapted(QStringLiteral("Name"), name);
    if (!der.isEmpty())
        builder.adapted(QStringLiteral("msExchServerInternalTLSCert"), Value(clixml::Value::Data(der)));
    return Value(builder.build());
}

Value authConfigObject(
    const QString &current, const QString &previous, const QString &next, const QString &organisation)
{
    QString dn = QLatin1String("CN=Auth Configuration,") + QString::fromLatin1(contosoDn);
    if (!organisation.isEmpty())
        dn.replace(QLatin1String("CN=Contoso,"), QStringLiteral("CN=%1,").arg(organisation));
    return Value(
        ObjectBuilder(chain(QStringLiteral("Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthConfig")))
            .toString(QStringLiteral("Auth Configuration"))
            .adapted(QStringLiteral("CurrentCertificateThumbprint"), current)
            .adapted(QStringLiteral("PreviousCertificateThumbprint"), previous)
            .adapted(QStringLiteral("NextCertificateThumbprint"), next)
            .adapted(QStringLiteral("NextCertificateEffectiveDate"), Value())
            .adapted(QStringLiteral("ServiceName"), QStringLiteral("00000002-0000-0ff1-ce00-000000000000"))
            .adapted(QStringLiteral("Realm"), QString())
            .adapted(QStringLiteral("DistinguishedName"), dn)
            .build());
}

Value sendConnectorObject(
    const QString &name, const QStringList &servers, const std::optional<domain::TlsCertificateName> &tlsName)
{
    QList<Value> sources;
    for (const QString &server : servers)
        sources.append(directoryObjectId(server, server));
    return Value(ObjectBuilder(
        chain(QStringLiteral("Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig")))
                     .toString(name)
                     .adapted(QStringLiteral("Name"), name)
                     .adapted(QStringLiteral("Identity"), directoryObjectId(name, name))
                     .adapted(QStringLiteral("SourceTransportServers"), Value(ObjectBuilder::list(sources)))
                     .adapted(QStringLiteral("TlsCertificateName"), tlsNameValue(tlsName))
                     .adapted(QStringLiteral("Enabled"), Value(clixml::Value::Data(true)))
                     .build());
}

Value receiveConnectorObject(
    const QString &server, const QString &name, const std::optional<domain::TlsCertificateName> &tlsName)
{
    const QString identity = server + u'\\' + name;
    return Value(
        ObjectBuilder(chain(QStringLiteral("Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector")))
            .toString(identity)
            .adapted(QStringLiteral("Name"), name)
            .adapted(QStringLiteral("Identity"), directoryObjectId(identity, name))
            .adapted(QStringLiteral("Server"), directoryObjectId(server, server))
            .adapted(QStringLiteral("TlsCertificateName"), tlsNameValue(tlsName))
            .build());
}

Value certificateObject(const QString &serverFqdn, const QByteArray &der, domain::ServiceSet services)
{
    clixml::CertificateBlob blob;
    blob.der = der;
    blob.friendlyName = QStringLiteral("Microsoft Exchange");
    blob.keyContainer = QStringLiteral("container");
    blob.keyProvider = QStringLiteral("Microsoft RSA SChannel Cryptographic Provider");
    blob.hasPrivateKey = true;
    blob.isSelfSigned = true;
    blob.status = 1;
    blob.services = static_cast<int>(services.toInt());
    blob.identity = serverFqdn + u'\\' + thumbprintOf(der);
    const QByteArray bytes = clixml::writeCertificateBlob(blob);
    return Value(ObjectBuilder(
        chain(QStringLiteral("Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate")))
                     .adapted(QStringLiteral("RawData"), Value(clixml::Value::Data(der)))
                     .extended(QStringLiteral("SerializationData"), Value(clixml::Value::Data(bytes)))
                     .build());
}

Value rawCertificateObject(const QString &computerName, const QByteArray &der)
{
    return Value(
        ObjectBuilder(chain(QStringLiteral(
                          "Deserialized.Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate")))
            .adapted(QStringLiteral("RawData"), Value(clixml::Value::Data(der)))
            .extended(QStringLiteral("PSComputerName"), computerName)
            .build());
}

} // namespace kakuin::testkit

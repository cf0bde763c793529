// SPDX-License-Identifier: MIT
#include "bench/exportedcertificates.h"

#include "bench/practicecertificates.h"
#include "core/clixml/certificateblob.h"
#include "core/domain/serviceset.h"
#include "core/x509/reader.h"

#include <QtCore/QXmlStreamWriter>

namespace kakuin::bench {
namespace {

// PowerShell writes line ends inside texts as _x000D__x000A_
const QString lineEnd = QStringLiteral("_x000D__x000A_");

QString description(const domain::CertificateFacts &facts)
{
    QString text;
    const auto add = [&text](const QString &heading, const QString &value) {
        text += u'[' + heading + u']' + lineEnd + QStringLiteral("  ") + value + lineEnd + lineEnd;
    };
    add(QStringLiteral("Subject"), facts.subject);
    add(QStringLiteral("Issuer"), facts.issuer);
    add(QStringLiteral("Serial Number"), facts.serialNumber);
    add(QStringLiteral("Not Before"), facts.notBeforeUtc.toString(QStringLiteral("MM/dd/yyyy HH:mm:ss")));
    add(QStringLiteral("Not After"), facts.notAfterUtc.toString(QStringLiteral("MM/dd/yyyy HH:mm:ss")));
    add(QStringLiteral("Thumbprint"), facts.thumbprint.toString());
    return text;
}

QByteArray blobOf(const domain::CertificateFacts &facts, const QString &fqdn)
{
    clixml::CertificateBlob blob;
    blob.der = facts.der;
    blob.friendlyName = QStringLiteral("Microsoft Exchange");
    blob.keyContainer = QStringLiteral("le-") + facts.serialNumber.toLower();
    blob.keyProvider = QStringLiteral("Microsoft RSA SChannel Cryptographic Provider");
    blob.hasPrivateKey = true;
    blob.isSelfSigned = true;
    blob.status = 1;
    blob.services = static_cast<int>(domain::Service::Smtp);
    blob.identity = fqdn + u'\\' + facts.thumbprint.toString();
    return clixml::writeCertificateBlob(blob);
}

void writeNamed(QXmlStreamWriter &xml, const char *tag, const char *name, const QString &text)
{
    xml.writeStartElement(QLatin1String(tag));
    xml.writeAttribute(QStringLiteral("N"), QLatin1String(name));
    xml.writeCharacters(text);
    xml.writeEndElement();
}

void writeTypes(QXmlStreamWriter &xml, bool isFirst)
{
    if (!isFirst) {
        xml.writeEmptyElement(QStringLiteral("TNRef"));
        xml.writeAttribute(QStringLiteral("RefId"), QStringLiteral("0"));
        return;
    }
    xml.writeStartElement(QStringLiteral("TN"));
    xml.writeAttribute(QStringLiteral("RefId"), QStringLiteral("0"));
    for (const char *type : {"Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate",
             "System.Security.Cryptography.X509Certificates.X509Certificate2",
             "System.Security.Cryptography.X509Certificates.X509Certificate", "System.Object"})
        xml.writeTextElement(QStringLiteral("T"), QLatin1String(type));
    xml.writeEndElement();
}

void writeObject(QXmlStreamWriter &xml, int index, int perServer, const domain::CertificateFacts &facts)
{
    const QString fqdn = serverName(index / perServer).toLower() + QStringLiteral(".contoso.local");
    xml.writeStartElement(QStringLiteral("Obj"));
    xml.writeAttribute(QStringLiteral("RefId"), QString::number(index));
    writeTypes(xml, index == 0);
    xml.writeTextElement(QStringLiteral("ToString"), description(facts));
    xml.writeStartElement(QStringLiteral("Props"));
    writeNamed(xml, "BA", "RawData", QString::fromLatin1(facts.der.toBase64()));
    xml.writeEndElement();
    xml.writeStartElement(QStringLiteral("MS"));
    writeNamed(xml, "S", "PSComputerName", fqdn);
    writeNamed(xml, "G", "RunspaceId", QStringLiteral("3e7c2964-a6ef-4f43-b318-b3a23880dcbc"));
    writeNamed(xml, "B", "PSShowComputerName", QStringLiteral("false"));
    writeNamed(xml, "BA", "SerializationData", QString::fromLatin1(blobOf(facts, fqdn).toBase64()));
    xml.writeEndElement();
    xml.writeEndElement();
}

} // namespace

Result<QByteArray> exportedCertificates(int count, int perServer)
{
    const auto ders = practiceCertificates(count);
    if (!ders)
        return tl::unexpected<Error>(ders.error());
    QByteArray out("\xEF\xBB\xBF");
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartElement(QStringLiteral("Objs"));
    xml.writeAttribute(QStringLiteral("Version"), QStringLiteral("1.1.0.1"));
    xml.writeDefaultNamespace(QStringLiteral("http://schemas.microsoft.com/powershell/2004/04"));
    for (int i = 0; i < count; ++i) {
        const auto facts = x509::readDer(ders->at(i));
        if (!facts)
            return tl::unexpected<Error>(facts.error());
        writeObject(xml, i, perServer, *facts);
    }
    xml.writeEndElement();
    return out;
}

} // namespace kakuin::bench

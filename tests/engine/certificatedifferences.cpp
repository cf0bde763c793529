// SPDX-License-Identifier: MIT
#include "tests/engine/certificatedifferences.h"

#include "core/clixml/certificateblob.h"
#include "core/x509/description.h"
#include "core/x509/reader.h"

#include <QtCore/QJsonArray>

namespace kakuin::testkit {
namespace {

/// Collects what differs.
class Comparison final {
public:
    void operator()(const char *what, const QString &ours, const QString &theirs)
    {
        if (ours != theirs)
            m_found += QStringLiteral("%1: ours '%2', .NET '%3'").arg(QLatin1String(what), ours, theirs);
    }
    void operator()(const char *what, const QStringList &ours, const QStringList &theirs)
    {
        (*this)(what, ours.join(u'|'), theirs.join(u'|'));
    }
    void operator()(const char *what, qint64 ours, qint64 theirs)
    {
        (*this)(what, QString::number(ours), QString::number(theirs));
    }
    [[nodiscard]] QStringList found() const { return m_found; }

private:
    QStringList m_found;
};

QString utcText(const QDateTime &utc)
{
    return utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + u'Z';
}

void compareDescription(Comparison &compare, const QByteArray &der, const QJsonObject &answer)
{
    const auto description = x509::describe(der);
    if (!description) {
        compare("described", description.error().detail, {});
        return;
    }
    QStringList ours;
    for (const x509::ExtensionDescription &extension : description->extensions)
        ours += extension.oid + (extension.isCritical ? QStringLiteral(" critical") : QString());
    QStringList theirs;
    const QJsonArray extensions = answer[QLatin1String("extensions")].toArray();
    for (const QJsonValue &extension : extensions) {
        theirs += extension[QLatin1String("oid")].toString()
            + (extension[QLatin1String("critical")].toBool() ? QStringLiteral(" critical") : QString());
    }
    compare("extensions", ours, theirs);
    compare("SHA-256", QString::fromLatin1(description->sha256.toHex().toUpper()),
        answer[QLatin1String("sha256")].toString());
    compare("signature OID", description->signatureOid, answer[QLatin1String("signatureOid")].toString());
    compare("version", description->version, answer[QLatin1String("version")].toInt());
}

int enumValue(const QJsonObject &in, const char *name)
{
    return in[QLatin1String(name)][QLatin1String("members")][QLatin1String("value__")].toInt(-1);
}

QStringList iisServiceNames(const QJsonObject &in)
{
    const QJsonObject list = in[QLatin1String("IISServices")][QLatin1String("members")].toObject();
    const QJsonArray items = list[QLatin1String("_items")].toArray();
    QStringList names;
    for (int i = 0; i < list[QLatin1String("_size")].toInt(); ++i)
        names += items.at(i)[QLatin1String("members")][QLatin1String("serviceName")].toString();
    return names;
}

} // namespace

QStringList certificateDifferences(EngineJudge &judge, const QByteArray &der)
{
    const auto facts = x509::readDer(der);
    if (!facts)
        return {QStringLiteral("core/x509 refuses it: ") + facts.error().detail};
    const auto answer = judge.ask(
        {{QStringLiteral("op"), QStringLiteral("x509")}, {QStringLiteral("der"), QString::fromLatin1(der.toBase64())}});
    if (!answer)
        return {QStringLiteral(".NET refuses it: ") + answer.error().detail};
    const auto text = [&](const char *what) { return answer->value(QLatin1String(what)).toVariant().toString(); };
    const auto list = [&](const char *what) { return answer->value(QLatin1String(what)).toVariant().toStringList(); };
    Comparison compare;
    compare("subject", facts->subject, text("subject"));
    compare("issuer", facts->issuer, text("issuer"));
    compare("serial", facts->serialNumber, text("serial"));
    compare("notBefore", utcText(facts->notBeforeUtc), text("notBefore"));
    compare("notAfter", utcText(facts->notAfterUtc), text("notAfter"));
    compare("thumbprint", facts->thumbprint.toString(), text("thumbprint"));
    compare("signature", facts->signatureAlgorithm, text("signature"));
    if (answer->value(QLatin1String("keyBits")).toInt() > 0) // .NET knows the size of RSA and EC keys only
        compare("keyBits", facts->key.bits, answer->value(QLatin1String("keyBits")).toInt());
    compare("DNS names", facts->dnsNames, list("dnsNames"));
    compare("extended key usages", facts->extendedKeyUsageOids, list("extendedKeyUsages"));
    compareDescription(compare, der, *answer);
    return compare.found();
}

QStringList blobDifferences(EngineJudge &judge, const QByteArray &data)
{
    const auto answer = judge.ask({{QStringLiteral("op"), QStringLiteral("nrbf")},
        {QStringLiteral("data"), QString::fromLatin1(data.toBase64())}});
    if (!answer)
        return {QStringLiteral(".NET refuses it: ") + answer.error().detail};
    const auto blob = clixml::readCertificateBlob(data);
    if (!blob)
        return {QStringLiteral("core/clixml refuses it: ") + blob.error().detail};
    const QJsonObject theirs = answer->value(QLatin1String("root"))[QLatin1String("members")].toObject();
    const auto flag = [&](const char *name) { return theirs[QLatin1String(name)].toBool(); };
    Comparison compare;
    compare("signed", blob->isSigned, answer->value(QLatin1String("signed")).toBool());
    compare("SelfSigned", blob->isSelfSigned, flag("SelfSigned"));
    compare("Status", blob->status, enumValue(theirs, "Status"));
    compare("RootCAType", blob->rootCaType, enumValue(theirs, "RootCAType"));
    compare("Services", blob->services, enumValue(theirs, "Services"));
    compare("PrivateKeyExportable", blob->isPrivateKeyExportable, flag("PrivateKeyExportable"));
    compare("Identity", blob->identity, theirs[QLatin1String("Identity")].toString());
    compare("IISServices", blob->iisServiceNames, iisServiceNames(theirs));
    const QByteArray certData
        = QByteArray::fromBase64(theirs[QLatin1String("CertData")][QLatin1String("bytes")].toString().toLatin1());
    compare("CertData", blob->certDataBytes, certData.size());
    compare("the certificate inside", !blob->der.isEmpty() && certData.contains(blob->der), true);
    return compare.found();
}

} // namespace kakuin::testkit

// SPDX-License-Identifier: MIT
#include "core/x509/description.h"
#include "core/x509/reader.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

namespace tests::tst_captured {

using namespace Qt::StringLiterals;
using namespace kakuin;

/// Certificates of real servers against what .NET says about them.
class tst_Captured final : public QObject {
    Q_OBJECT

    QDir m_folder{QStringLiteral(KAKUIN_CAPTURED_DATA "/exchange")};

    static QString text(const QDateTime &timeUtc) { return timeUtc.toString(u"yyyy-MM-ddTHH:mm:ssZ"_s); }

    QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QList<QByteArray> certificatesIn(const QString &name) const
    {
        static const QRegularExpression rawData(u"<BA N=\"RawData\">([^<]+)</BA>"_s);
        QList<QByteArray> found;
        auto matches = rawData.globalMatch(QString::fromUtf8(read(name)));
        while (matches.hasNext())
            found += QByteArray::fromBase64(matches.next().captured(1).toLatin1());
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_folder.exists(u"expected-certificates.json"_s))
            QSKIP("no captured files of real servers here (KAKUIN_CAPTURED_DATA)");
    }

    void certificate_equalsWhatDotNetSays_data()
    {
        QTest::addColumn<QByteArray>("der");
        QTest::addColumn<QJsonObject>("expected");
        const QJsonObject all = QJsonDocument::fromJson(read(u"expected-certificates.json"_s)).object();
        const QJsonArray files = all[u"files"_s].toArray();
        QVERIFY(!files.isEmpty());
        for (const QJsonValue &entry : files) {
            const QString name = entry[u"file"_s].toString();
            const QList<QByteArray> certificates = certificatesIn(name);
            const QJsonArray expected = entry[u"certificates"_s].toArray();
            QCOMPARE(certificates.size(), expected.size());
            for (qsizetype i = 0; i < certificates.size(); ++i)
                QTest::addRow("%s, certificate %lld", qPrintable(name), static_cast<long long>(i + 1))
                    << certificates.at(i) << expected.at(i).toObject();
        }
    }
    void certificate_equalsWhatDotNetSays()
    {
        QFETCH(QByteArray, der);
        QFETCH(QJsonObject, expected);
        const auto facts = x509::readDer(der);
        QVERIFY_RESULT(facts);
        QStringList names;
        for (const QJsonValue &name : expected[u"san"_s].toArray())
            names += name.toString();
        QCOMPARE(facts->thumbprint.toString(), expected[u"thumbprint"_s].toString());
        QCOMPARE(facts->subject, expected[u"subject"_s].toString());
        QCOMPARE(facts->issuer, expected[u"issuer"_s].toString());
        QCOMPARE(facts->serialNumber, expected[u"serial"_s].toString());
        QCOMPARE(text(facts->notBeforeUtc), expected[u"notBeforeUtc"_s].toString());
        QCOMPARE(text(facts->notAfterUtc), expected[u"notAfterUtc"_s].toString());
        QCOMPARE(facts->key.bits, expected[u"keySize"_s].toInt());
        QCOMPARE(facts->signatureHash, expected[u"signatureHash"_s].toString());
        QCOMPARE(facts->dnsNames, names);
        QCOMPARE(facts->dnsNameCount, static_cast<int>(names.size()));
        QCOMPARE(facts->der.size(), expected[u"rawDataLength"_s].toInteger());
    }

    // Exchange's own word on it is in the blob; the signature has to prove the same
    void selfSigned_isProved_data() { certificate_equalsWhatDotNetSays_data(); }
    void selfSigned_isProved()
    {
        QFETCH(QByteArray, der);
        QFETCH(QJsonObject, expected);
        if (!expected.contains(u"selfSigned"_s))
            QSKIP("exported without the blob that says so");
        const auto description = x509::describe(der);
        QVERIFY_RESULT(description);
        QCOMPARE(description->isSelfSigned, expected[u"selfSigned"_s].toBool());
        for (const x509::ExtensionDescription &extension : description->extensions)
            QVERIFY(!extension.text.isEmpty());
    }
};

KAKUIN_TEST(tst_Captured)

} // namespace tests::tst_captured

#include "tst_captured.moc"

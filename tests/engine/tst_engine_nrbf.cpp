// SPDX-License-Identifier: MIT
#include "core/clixml/certificateblob.h"
#include "core/clixml/nrbf.h"
#include "tests/engine/certificatedifferences.h"
#include "tests/testkit/capturedfiles.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <functional>

namespace tests::tst_engine_nrbf {

using namespace kakuin;
using namespace kakuin::clixml;
using namespace kakuin::testkit;

namespace {

const QString certificateClass
    = QStringLiteral("Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate");

/// Our value in the judge's spelling. Dates and fractions, which no certificate blob holds, are left out ("?") on both
/// sides: the judge splits a date's 64 bits, our reader keeps them.
QJsonValue spelled(const nrbf::Value &value);

struct Spelling {
    QJsonValue operator()(std::monostate) const { return QJsonValue::Null; }
    QJsonValue operator()(bool value) const { return value; }
    QJsonValue operator()(qint64 value) const { return value; }
    QJsonValue operator()(double) const { return QStringLiteral("?"); }
    QJsonValue operator()(const QString &value) const { return value; }
    QJsonValue operator()(const QByteArray &value) const
    {
        return QJsonObject{{QStringLiteral("bytes"), QString::fromLatin1(value.toBase64())}};
    }
    QJsonValue operator()(const QList<nrbf::Value> &list) const
    {
        QJsonArray array;
        for (const nrbf::Value &value : list)
            array.append(spelled(value));
        return array;
    }
    QJsonValue operator()(const nrbf::RecordPtr &record) const
    {
        QJsonObject found;
        for (const auto &[name, value] : record->members)
            found.insert(name, spelled(value));
        return QJsonObject{{QStringLiteral("class"), record->className}, {QStringLiteral("members"), found}};
    }
};

QJsonValue spelled(const nrbf::Value &value)
{
    return std::visit(Spelling(), value.data);
}

/// Blanks in `ours` what the judge spells as a date ({"ticks"}), and in `theirs` the date itself.
void blankDates(QJsonValue &ours, QJsonValue &theirs)
{
    if (theirs.isObject() && theirs.toObject().contains(QLatin1String("ticks"))) {
        ours = theirs = QStringLiteral("?");
    } else if (theirs.isObject() && ours.isObject()) {
        QJsonObject ourObject = ours.toObject();
        QJsonObject theirObject = theirs.toObject();
        for (const QString &key : theirObject.keys()) {
            QJsonValue a = ourObject.value(key);
            QJsonValue b = theirObject.value(key);
            blankDates(a, b);
            ourObject.insert(key, a);
            theirObject.insert(key, b);
        }
        ours = ourObject;
        theirs = theirObject;
    }
}

QByteArray withoutFraming(const QByteArray &data)
{
    return data.startsWith("#sig#") ? data.mid(9).chopped(32) : data;
}

} // namespace

/// Microsoft's bounded reader of NRBF and ours read the same from SerializationData.
class tst_EngineNrbf : public QObject {
    Q_OBJECT

    EngineJudge m_judge;

    Result<QJsonObject> judged(const QByteArray &data)
    {
        return m_judge.ask({{QStringLiteral("op"), QStringLiteral("nrbf")},
            {QStringLiteral("data"), QString::fromLatin1(data.toBase64())}});
    }

    void compareBlob(const QByteArray &data)
    {
        const QStringList found = blobDifferences(m_judge, data);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

private Q_SLOTS:
    void capturedCertificateBlobs_agree()
    {
        int count = 0;
        for (const QByteArray &data : capturedValues("SerializationData")) {
            const auto answer = judged(data);
            QVERIFY_RESULT(answer);
            if (answer->value(QLatin1String("root"))[QLatin1String("class")].toString() != certificateClass)
                continue;
            compareBlob(data);
            if (QTest::currentTestFailed())
                return;
            ++count;
        }
        if (count == 0)
            QSKIP("there are no captured files here");
    }

    void everyCapturedStream_agrees_memberByMember()
    {
        int count = 0;
        int beyond = 0;
        for (const QByteArray &data : capturedValues("SerializationData")) {
            const auto answer = judged(data);
            QVERIFY_RESULT(answer);
            const auto record = nrbf::read(withoutFraming(data));
            if (!record && record.error().code == ErrorCode::NrbfUnsupportedRecord) {
                ++beyond; // a kind of record that certificates never use
                continue;
            }
            QVERIFY_RESULT(record);
            QJsonValue ours = Spelling()(*record);
            QJsonValue theirs = answer->value(QLatin1String("root"));
            blankDates(ours, theirs);
            QCOMPARE(QJsonDocument(ours.toObject()).toJson(), QJsonDocument(theirs.toObject()).toJson());
            ++count;
        }
        if (count == 0)
            QSKIP("there are no captured files here");
        qInfo("%d streams agree, %d hold records that certificates never use", count, beyond);
    }

    void blobThatWeWrite_isReadAsMeant_data();
    void blobThatWeWrite_isReadAsMeant()
    {
        QFETCH(CertificateBlob, blob);
        const QByteArray data = writeCertificateBlob(blob);
        const auto back = readCertificateBlob(data);
        QVERIFY_RESULT(back);
        QCOMPARE(back->der, blob.der);
        QCOMPARE(back->friendlyName, blob.friendlyName);
        QCOMPARE(back->keyContainer, blob.keyContainer);
        QCOMPARE(back->services, blob.services);
        compareBlob(data);
    }
};

void tst_EngineNrbf::blobThatWeWrite_isReadAsMeant_data()
{
    QTest::addColumn<CertificateBlob>("blob");
    CertificateBlob plain;
    plain.der = QByteArray(700, 'd');
    plain.friendlyName = QStringLiteral("Microsoft Exchange");
    plain.keyContainer = QStringLiteral("{container}");
    plain.keyProvider = QStringLiteral("Microsoft RSA SChannel Cryptographic Provider");
    plain.hasPrivateKey = true;
    plain.isSelfSigned = true;
    plain.status = 1;
    plain.rootCaType = 3;
    plain.services = 27;
    plain.identity = QStringLiteral("ex01.contoso.com\\") + QString(40, u'A');
    QTest::newRow("an ordinary certificate") << plain;
    const auto row = [&](const char *tag, const std::function<void(CertificateBlob &)> &change) {
        CertificateBlob blob = plain;
        change(blob);
        QTest::newRow(tag) << blob;
    };
    row("signed", [](CertificateBlob &b) { b.isSigned = true; });
    row("one IIS site",
        [](CertificateBlob &b) { b.iisServiceNames = QStringList{QStringLiteral("IIS://EX01/W3SVC/1")}; });
    row("five IIS sites", [](CertificateBlob &b) {
        for (int i = 1; i <= 5; ++i)
            b.iisServiceNames += QStringLiteral("IIS://EX01/W3SVC/%1").arg(i);
    });
    row("an exportable key", [](CertificateBlob &b) { b.isPrivateKeyExportable = true; });
    row("no key, no names", [](CertificateBlob &b) {
        b.hasPrivateKey = b.isSelfSigned = false;
        b.keyContainer = b.keyProvider = b.friendlyName = QString();
    });
    row("a Japanese name", [](CertificateBlob &b) { b.friendlyName = QStringLiteral("証明書「角印」🔑"); });
    row("a long name", [](CertificateBlob &b) { b.friendlyName = QString(20'000, u'x'); });
    row("a Japanese identity",
        [](CertificateBlob &b) { b.identity = QStringLiteral("サーバー\\") + QString(200, u'字'); });
    row("a large certificate", [](CertificateBlob &b) { b.der = QByteArray(300'000, 'd'); });
    row("every number", [](CertificateBlob &b) {
        b.status = 7;
        b.rootCaType = 5;
        b.services = 127;
    });
}

KAKUIN_TEST(tst_EngineNrbf, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_nrbf

#include "tst_engine_nrbf.moc"

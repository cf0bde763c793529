// SPDX-License-Identifier: MIT
#include "captureddata.h"
#include "core/clixml/certificateblob.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtCore/QtEndian>

namespace tests::tst_certificateblob {

using namespace kakuin;
using namespace kakuin::clixml;
using namespace Qt::StringLiterals;

class tst_CertificateBlob final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void captured_equalsTheForeignDecoding_data();
    void captured_equalsTheForeignDecoding();
    void captured_isWrittenBackByteForByte_data();
    void captured_isWrittenBackByteForByte();
    void written_readsBack_whenFieldsAreRandom();
    void written_hasTheUsualProperties_byDefault();
    void mutated_neverCrashes();
    void cut_isAnError_atEveryOffset();
    void frame_isAnError_data();
    void frame_isAnError();
    void certData_isAnError_data();
    void certData_isAnError();
};

namespace {

struct CapturedCertificate final {
    QByteArray rawData;
    QByteArray blob;
};

// Not through the CLIXML reader: a mistake there must not hide one here.
QList<CapturedCertificate> certificatesIn(const QString &file)
{
    static const QRegularExpression bytes(u"<BA N=\"(RawData|SerializationData)\">([^<]*)</BA>"_s);
    const QString xml = QString::fromUtf8(captured::content(captured::folder(u"exchange"_s).filePath(file)));
    QList<CapturedCertificate> found;
    for (auto it = bytes.globalMatch(xml); it.hasNext();) {
        const auto match = it.next();
        const QByteArray value = QByteArray::fromBase64(match.captured(2).toLatin1());
        if (match.captured(1) == u"RawData")
            found.append({value, {}});
        else if (!found.isEmpty())
            found.last().blob = value;
    }
    return found;
}

QStringList strings(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue &value : array.toArray())
        list.append(value.toString());
    return list;
}

QList<quint32> numbers(const QJsonValue &array)
{
    QList<quint32> list;
    for (const QJsonValue &value : array.toArray())
        list.append(static_cast<quint32>(value.toInt()));
    return list;
}

QByteArray anyBlob()
{
    CertificateBlob blob;
    blob.der = QByteArray(500, '\x30');
    blob.friendlyName = u"Microsoft Exchange"_s;
    blob.keyContainer = u"c"_s;
    blob.keyProvider = u"p"_s;
    blob.hasPrivateKey = true;
    blob.services = 27;
    blob.iisServiceNames = QStringList{u"IIS://EX01/W3SVC/1"_s, u"IIS://EX01/W3SVC/2"_s};
    blob.identity = u"EX01.contoso.com\\00"_s;
    return writeCertificateBlob(blob);
}

} // namespace

void tst_CertificateBlob::captured_equalsTheForeignDecoding_data()
{
    SKIP_WITHOUT_CAPTURED(u"exchange"_s);
    QTest::addColumn<QByteArray>("blob");
    QTest::addColumn<QByteArray>("rawData");
    QTest::addColumn<QJsonObject>("expected");
    const auto path = captured::folder(u"exchange"_s).filePath(u"expected-certificates.json"_s);
    const QJsonArray files = QJsonDocument::fromJson(captured::content(path)).object().value(u"files"_s).toArray();
    QVERIFY(!files.isEmpty());
    for (const QJsonValue &file : files) {
        const QString name = file[u"file"_s].toString();
        const auto found = certificatesIn(name);
        const QJsonArray expected = file[u"certificates"_s].toArray();
        QCOMPARE(found.size(), expected.size());
        for (qsizetype i = 0; i < found.size(); ++i) {
            const QJsonObject one = expected.at(i).toObject();
            QCOMPARE(found.at(i).blob.isEmpty(), one.value(u"serializationDataLength"_s).toInt() == 0);
            if (!found.at(i).blob.isEmpty())
                QTest::newRow(qPrintable(name + u' ' + one.value(u"thumbprint"_s).toString()))
                    << found.at(i).blob << found.at(i).rawData << one;
        }
    }
}

void tst_CertificateBlob::captured_equalsTheForeignDecoding()
{
    QFETCH(QByteArray, blob);
    QFETCH(QByteArray, rawData);
    QFETCH(QJsonObject, expected);
    const auto read = readCertificateBlob(blob);
    QVERIFY_RESULT(read);
    const auto thumbprint = QCryptographicHash::hash(read->der, QCryptographicHash::Sha1).toHex().toUpper();
    QCOMPARE(QString::fromLatin1(thumbprint), expected[u"thumbprint"_s].toString());
    QCOMPARE(rawData.size(), expected[u"rawDataLength"_s].toInt());
    QCOMPARE(blob.size(), expected[u"serializationDataLength"_s].toInt());
    QCOMPARE(read->der == rawData, expected[u"certDataDerEqualsRawData"_s].toBool());
    QCOMPARE(read->isSigned, expected[u"serializationSigned"_s].toBool());
    QCOMPARE(read->services, expected[u"servicesValue"_s].toInt());
    QCOMPARE(read->status, expected[u"statusValue"_s].toInt());
    QCOMPARE(read->rootCaType, expected[u"rootCATypeValue"_s].toInt());
    QCOMPARE(read->isSelfSigned, expected[u"selfSigned"_s].toBool());
    QCOMPARE(read->isPrivateKeyExportable, expected[u"privateKeyExportable"_s].toBool());
    QCOMPARE(read->identity, expected[u"identity"_s].toString());
    QCOMPARE(read->iisServiceNames, strings(expected[u"iisServices"_s]));
    QCOMPARE(read->certDataBytes, expected[u"certDataLength"_s].toInt());
    QCOMPARE(read->propertyIds, numbers(expected[u"certDataPropertyIds"_s]));
    QCOMPARE(read->friendlyName, expected[u"friendlyName"_s].toString());
    QCOMPARE(read->hasPrivateKey, read->propertyIds.contains(2U));
    QVERIFY(!read->keyContainer.isEmpty());
}

void tst_CertificateBlob::captured_isWrittenBackByteForByte_data()
{
    captured_equalsTheForeignDecoding_data();
}

void tst_CertificateBlob::captured_isWrittenBackByteForByte()
{
    QFETCH(QByteArray, blob);
    const auto read = readCertificateBlob(blob);
    QVERIFY_RESULT(read);
    const QByteArray written = writeCertificateBlob(*read);
    QCOMPARE(written.size(), blob.size());
    // of the frame's signature only the length can be right: the key belongs to the Auth certificate
    const qsizetype compared = blob.size() - (read->isSigned ? 32 : 0);
    QVERIFY(written.first(compared) == blob.first(compared));
}

void tst_CertificateBlob::written_readsBack_whenFieldsAreRandom()
{
    QRandomGenerator random(20130403);
    const auto text = [&random](int longest) {
        QString made;
        for (int i = random.bounded(longest); i > 0; --i)
            made.append(QChar(static_cast<char16_t>(0x20 + random.bounded(0xd000))));
        return made;
    };
    for (int round = 0; round < 300; ++round) {
        CertificateBlob blob;
        blob.der.resize(random.bounded(3000));
        for (char &byte : blob.der)
            byte = static_cast<char>(random.bounded(256));
        blob.friendlyName = text(300);
        blob.hasPrivateKey = random.bounded(2) != 0;
        blob.keyContainer = blob.hasPrivateKey ? text(60) : QString();
        blob.keyProvider = blob.hasPrivateKey ? text(60) : QString();
        blob.isSelfSigned = random.bounded(2) != 0;
        blob.isPrivateKeyExportable = random.bounded(2) != 0;
        blob.isSigned = random.bounded(2) != 0;
        blob.status = static_cast<int>(random.generate());
        blob.rootCaType = random.bounded(6);
        blob.services = random.bounded(128);
        blob.identity = text(400);
        for (int i = random.bounded(round % 10 == 0 ? 700 : 12); i > 0; --i)
            blob.iisServiceNames.append(text(40));
        auto read = readCertificateBlob(writeCertificateBlob(blob));
        QVERIFY_RESULT(read);
        QVERIFY(read->propertyIds.contains(32U));
        blob.propertyIds = read->propertyIds;
        blob.certDataBytes = read->certDataBytes;
        QCOMPARE(*read, blob);
        QCOMPARE(writeCertificateBlob(*read), writeCertificateBlob(blob));
    }
}

void tst_CertificateBlob::written_hasTheUsualProperties_byDefault()
{
    SKIP_WITHOUT_CAPTURED(u"exchange"_s);
    const auto certificates = certificatesIn(u"E19-15.2.1011_exlab_Get-ExchangeCertificate.xml"_s);
    QVERIFY(!certificates.isEmpty());
    CertificateBlob blob;
    blob.der = certificates.first().rawData;
    blob.friendlyName = u"Microsoft Exchange"_s;
    blob.hasPrivateKey = true;
    const auto withEverything = readCertificateBlob(writeCertificateBlob(blob));
    QVERIFY_RESULT(withEverything);
    QCOMPARE(withEverything->propertyIds, (QList<quint32>{89, 25, 4, 3, 2, 11, 20, 15, 92, 32}));
    blob.friendlyName.clear();
    blob.hasPrivateKey = false;
    const auto without = readCertificateBlob(writeCertificateBlob(blob));
    QVERIFY_RESULT(without);
    QCOMPARE(without->propertyIds, (QList<quint32>{89, 25, 4, 3, 20, 15, 92, 32}));
}

void tst_CertificateBlob::mutated_neverCrashes()
{
    const QByteArray original = anyBlob();
    QVERIFY_RESULT(readCertificateBlob(original));
    QRandomGenerator random(4711);
    QElapsedTimer timer;
    timer.start();
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray mutated = original;
        for (int i = random.bounded(1, 5); i > 0; --i)
            mutated[random.bounded(static_cast<int>(mutated.size()))] = static_cast<char>(random.bounded(256));
        if (const auto read = readCertificateBlob(mutated); !read) {
            ++refused;
            QVERIFY(!read.error().detail.isEmpty());
        }
    }
    QVERIFY(refused > 1000);
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_CertificateBlob::cut_isAnError_atEveryOffset()
{
    const QByteArray original = anyBlob();
    for (qsizetype size = 0; size < original.size(); ++size) {
        const auto read = readCertificateBlob(original.first(size));
        QVERIFY2(!read, qPrintable(QString::number(size)));
        QCOMPARE(read.error().code, ErrorCode::MalformedNrbf);
    }
}

void tst_CertificateBlob::frame_isAnError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray payload = anyBlob();
    const auto framed = [&](qint32 length, qsizetype trailer) {
        char raw[4];
        qToLittleEndian(length, raw);
        return "#sig#" + QByteArray(raw, 4) + payload + QByteArray(trailer, 'x');
    };
    const auto size = static_cast<qint32>(payload.size());
    QVERIFY_RESULT(readCertificateBlob(framed(size, 32)));
    QTest::newRow("a length that is one too large") << framed(size + 1, 32);
    QTest::newRow("a length that is one too small") << framed(size - 1, 32);
    QTest::newRow("a negative length") << framed(-1, 32);
    QTest::newRow("the largest length") << framed(0x7fffffff, 32);
    QTest::newRow("no signature") << framed(size, 0);
    QTest::newRow("the mark alone") << QByteArray("#sig#");
    QTest::newRow("a mark and a length") << QByteArray("#sig#\0\0\0\0", 9);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a text") << QByteArray("not a blob at all, but long enough to be one");
}

void tst_CertificateBlob::frame_isAnError()
{
    QFETCH(QByteArray, bytes);
    const auto read = readCertificateBlob(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::MalformedNrbf);
}

void tst_CertificateBlob::certData_isAnError_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto number = [](quint32 value) {
        char raw[4];
        qToLittleEndian(value, raw);
        return QByteArray(raw, 4);
    };
    // the certificate's property is last: {32, 1, 500}
    const QByteArray certificate = number(32) + number(1) + number(500);
    const QByteArray key = number(2) + number(1) + number(28 + 8 + 8) + number(28);
    QTest::newRow("a property longer than the rest") << certificate << number(32) + number(1) + number(501);
    QTest::newRow("the longest property") << certificate << number(32) + number(1) + number(0xffffffff);
    QTest::newRow("another encoding") << certificate << number(32) + number(2) + number(500);
    QTest::newRow("no certificate") << certificate << number(33) + number(1) + number(500);
    QTest::newRow("a key container outside") << key << number(2) + number(1) + number(28 + 8 + 8) + number(0xfffffff0);
}

void tst_CertificateBlob::certData_isAnError()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray bytes = anyBlob();
    QCOMPARE(bytes.count(from), 1);
    const auto read = readCertificateBlob(bytes.replace(from, to));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::MalformedSerializedCertificate);
    QVERIFY(read.error().detail.startsWith(u"offset "));
}

KAKUIN_TEST(tst_CertificateBlob)

} // namespace tests::tst_certificateblob

#include "tst_certificateblob.moc"

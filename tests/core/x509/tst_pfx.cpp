// SPDX-License-Identifier: MIT
#include "core/x509/pfx.h"
#include "core/x509/reader.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QtTest>

namespace tests::tst_pfx {

using namespace Qt::StringLiterals;
using namespace kakuin;
using x509::PrivateKey;

/// data/*.pfx were written by the openssl program: password "geheim" unless the name says otherwise.
class tst_Pfx final : public QObject {
    Q_OBJECT

    PrivateKey m_key;
    QByteArray m_der;

    static QByteArray stored(const QString &name)
    {
        QFile file(QStringLiteral(KAKUIN_SOURCE_DIR "/tests/core/x509/data/%1.pfx").arg(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_key = PrivateKey::generateRsa(2048).value_or(PrivateKey());
        x509::CertificateRequest request;
        request.subject = {{u"2.5.4.3"_s, u"MBX01"_s}};
        request.notBeforeUtc = QDateTime(QDate(2021, 4, 1), QTime(0, 0), Qt::UTC);
        request.notAfterUtc = QDateTime(QDate(2026, 4, 1), QTime(0, 0), Qt::UTC);
        m_der = x509::makeSelfSigned(request, m_key).value_or(QByteArray());
        QVERIFY(!m_der.isEmpty());
    }

    void writtenFile_isReadBack_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("friendlyName");
        QTest::newRow("plain") << u"geheim"_s << u"Microsoft Exchange"_s;
        QTest::newRow("Japanese") << u"パスワード🔑"_s << u"角印"_s;
        QTest::newRow("no password") << QString() << u"x"_s;
        QTest::newRow("no friendly name") << u"geheim"_s << QString();
        QTest::newRow("a long password") << QString(500, u'x') << u"x"_s;
    }
    void writtenFile_isReadBack()
    {
        QFETCH(QString, password);
        QFETCH(QString, friendlyName);
        const auto pfx = x509::writePfx(m_der, m_key, friendlyName, Secret(password));
        QVERIFY_RESULT(pfx);
        const auto content = x509::readPfx(*pfx, Secret(password));
        QVERIFY_RESULT(content);
        QCOMPARE(content->certificateDer, m_der);
        QCOMPARE(content->friendlyName, friendlyName);
        QVERIFY(content->key.matches(m_der));
        QVERIFY(content->otherCertificates.isEmpty());

        const auto refused = x509::readPfx(*pfx, Secret(password + u"?"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::WrongPfxPassword);
    }

    void writtenFile_isWhatOldWindowsOpens()
    {
        const auto pfx = x509::writePfx(m_der, m_key, u"x"_s, Secret(u"geheim"_s));
        QVERIFY_RESULT(pfx);
        QCOMPARE(pfx->count(QByteArray::fromHex("060a2a864886f70d010c0103")), 2); // pbeWithSHAAnd3-KeyTripleDES-CBC
        QVERIFY(pfx->contains(QByteArray::fromHex("300906052b0e03021a0500"))); // the MAC's SHA-1
        QVERIFY(!pfx->contains(QByteArray::fromHex("06092a864886f70d01050d"))); // PBES2
    }

    void writing_isRefused_whenTheKeyIsAnothers()
    {
        const auto other = PrivateKey::generateRsa(1024);
        QVERIFY_RESULT(other);
        for (const PrivateKey &key : {*other, PrivateKey()}) {
            const auto pfx = x509::writePfx(m_der, key, u"x"_s, Secret(u"geheim"_s));
            QVERIFY(!pfx);
            QCOMPARE(pfx.error().code, ErrorCode::SigningFailed);
        }
        QVERIFY(!x509::writePfx("garbage", m_key, u"x"_s, Secret(u"geheim"_s)));
    }

    void foreignFile_isRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("friendlyName");
        QTest::addColumn<bool>("hasKey");
        QTest::addColumn<int>("others");
        QTest::newRow("AES with a SHA-256 MAC") << u"aes"_s << u"geheim"_s << u"角印"_s << true << 1;
        QTest::newRow("RC2, by the legacy provider") << u"rc2"_s << u"geheim"_s << u"Microsoft Exchange"_s << true << 1;
        QTest::newRow("no MAC") << u"nomac"_s << u"geheim"_s << QString() << true << 0;
        QTest::newRow("no key") << u"certificateonly"_s << u"geheim"_s << QString() << false << 0;
        QTest::newRow("an empty password") << u"emptypassword"_s << QString() << QString() << true << 0;
    }
    void foreignFile_isRead()
    {
        QFETCH(QString, name);
        QFETCH(QString, password);
        const auto content = x509::readPfx(stored(name), Secret(password));
        if (!content && content.error().detail.contains(u"legacy provider"))
            QSKIP("this machine's OpenSSL has no legacy provider");
        QVERIFY_RESULT(content);
        QCOMPARE(x509::readDer(content->certificateDer)->subject, u"CN=pfx test"_s);
        QTEST(content->friendlyName, "friendlyName");
        QTEST(!content->key.isNull(), "hasKey");
        QTEST(static_cast<int>(content->otherCertificates.size()), "others");
        QCOMPARE(content->key.matches(content->certificateDer), !content->key.isNull());

        const auto refused = x509::readPfx(stored(name), Secret(u"wrong"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::WrongPfxPassword);
    }

    void file_isRefused_whenItIsNoPfx_data()
    {
        QTest::addColumn<QByteArray>("pfx");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("a certificate") << m_der;
        QTest::newRow("cut") << stored(u"aes"_s).chopped(10);
        QTest::newRow("trailing data") << stored(u"aes"_s) + "x";
        QTest::newRow("a key without certificate") << stored(u"keyonly"_s);
        QTest::newRow("more than ten million rounds") << stored(u"toomanyrounds"_s);
        QTest::newRow("larger than the limit") << QByteArray(17 * 1024 * 1024, '0');
    }
    void file_isRefused_whenItIsNoPfx()
    {
        QFETCH(QByteArray, pfx);
        QElapsedTimer timer;
        timer.start();
        const auto content = x509::readPfx(pfx, Secret(u"geheim"_s));
        QVERIFY(!content);
        QCOMPARE(content.error().code, ErrorCode::MalformedPfx);
        QVERIFY(!content.error().detail.isEmpty());
        QVERIFY(timer.elapsed() < 2000);
    }

    void reading_neverCrashes_whenOneByteIsChanged()
    {
        // without a MAC the damage reaches the parsers behind it; the high bit stays, it would change a count of rounds
        const QByteArray good = stored(u"nomac"_s);
        QVERIFY(!good.isEmpty());
        for (qsizetype i = 0; i < good.size(); i += 3) {
            QByteArray damaged = good;
            damaged[i] = static_cast<char>(damaged[i] ^ 0x11);
            const auto content = x509::readPfx(damaged, Secret(u"geheim"_s));
            QVERIFY(content || content.error().code == ErrorCode::MalformedPfx
                || content.error().code == ErrorCode::WrongPfxPassword);
        }
    }
};

KAKUIN_TEST(tst_Pfx)

} // namespace tests::tst_pfx

#include "tst_pfx.moc"

// SPDX-License-Identifier: MIT
#include "core/x509/pfx.h"
#include "core/x509/reader.h"
#include "derbuilder.h"
#include "tests/testkit/memorysearch.h"
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

    /// The certificate alone, neither encrypted nor authenticated: nothing but the attributes and the MAC is unusual.
    [[nodiscard]] QByteArray handmade(const QByteArray &attributes, const QByteArray &macData = {}) const
    {
        using namespace testder;
        const auto data = [](const QByteArray &content) {
            return sequence(oid("1.2.840.113549.1.7.1") + tlv(0xa0, tlv(4, content)));
        };
        const QByteArray certificate = sequence(oid("1.2.840.113549.1.9.22.1") + tlv(0xa0, tlv(4, m_der)));
        const QByteArray bag = sequence(
            oid("1.2.840.113549.1.12.10.1.3") + tlv(0xa0, certificate) + (attributes.isEmpty() ? "" : set(attributes)));
        return sequence(tlv(2, "\x03") + data(sequence(data(sequence(bag)))) + macData);
    }
    static QByteArray friendlyName(const QByteArray &values)
    {
        return testder::sequence(testder::oid("1.2.840.113549.1.9.20") + testder::set(values));
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

    void password_leavesNoCopyInMemory()
    {
        if (!testkit::SoughtSecret::isPossible())
            QSKIP("freed memory is not wiped in this build");
        const testkit::SoughtSecret sought;
        {
            const Secret password = sought.secret();
            const auto pfx = x509::writePfx(m_der, m_key, u"Microsoft Exchange"_s, password);
            QVERIFY_RESULT(pfx);
            QVERIFY_RESULT(x509::readPfx(*pfx, password));
            QVERIFY(!x509::readPfx(*pfx, Secret(u"another"_s)));
            QVERIFY(!sought.copies().isEmpty()); // the one that this test holds
        }
        QCOMPARE(sought.copies(), QStringList());
    }

    void writtenFile_isReadBack_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("friendlyName");
        QTest::newRow("plain") << u"geheim"_s << u"Microsoft Exchange"_s;
        QTest::newRow("Japanese") << u"パスワード🔑"_s << u"角印"_s;
        QTest::newRow("a name outside the BMP") << u"geheim"_s << u"角印🔑"_s;
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

    // The key's bag is encrypted inside: its attributes are readable in the file, without any library
    void writtenFile_holdsTheNameInUtf16()
    {
        const auto pfx = x509::writePfx(m_der, m_key, u"角印🔑"_s, Secret(u"geheim"_s));
        QVERIFY_RESULT(pfx);
        QVERIFY(pfx->contains(friendlyName(testder::tlv(testder::bmp, QByteArray::fromHex("89d25370d83ddd11")))));
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

    void name_isReadFromItsAttribute_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *tag, const char *hex, const QString &expected) {
            QTest::newRow(tag) << friendlyName(QByteArray::fromHex(hex)) << expected;
        };
        QTest::newRow("no attribute") << QByteArray() << QString();
        row("no value", "", {});
        row("an empty text", "1e00", {});
        row("Latin", "1e0400610062", u"ab"_s);
        row("Japanese, three bytes of UTF-8 at the end", "1e0489d25370", u"角印"_s);
        row("one such character", "1e025370", u"印"_s);
        row("one of two bytes", "1e0200e9", u"é"_s);
        row("a pair of surrogates", "1e04d83ddd11", u"🔑"_s);
        row("a terminator", "1e0400610000", u"a"_s);
        row("nothing but terminators", "1e0400000000", {});
        row("a NUL inside", "1e06006100000062", u"a\uFFFDb"_s);
        row("a high surrogate at the end", "1e040061d83d", u"a\uFFFD"_s);
        row("a low surrogate first", "1e04dd110061", u"\uFFFDa"_s);
        row("surrogates in the wrong order", "1e04dd11d83d", u"\uFFFD\uFFFD"_s);
        row("UTF8String", "0c06e8a792e58db0", u"角印"_s);
        row("PrintableString", "13026162", u"ab"_s);
        row("an INTEGER", "020105", u"#020105"_s);
        row("a BOOLEAN", "0101ff", u"#0101FF"_s);
        row("NULL", "0500", u"#0500"_s);
        row("an OBJECT IDENTIFIER", "06012a", u"#06012A"_s);
        row("two values: the first",
            "1e020061"
            "1e020062",
            u"a"_s);
        QTest::newRow("a very long text")
            << friendlyName(testder::tlv(testder::bmp, QByteArray::fromHex("5370").repeated(100'000)))
            << QString(4096, u'印') + u'…';
        QTest::newRow("one that is cut inside a pair") << friendlyName(
            testder::tlv(testder::bmp, QByteArray::fromHex("0061") + QByteArray::fromHex("d83ddd11").repeated(3000)))
                                                       << u'a' + u"🔑"_s.repeated(2047) + u"\uFFFD…"_s;
    }
    void name_isReadFromItsAttribute()
    {
        QFETCH(QByteArray, attributes);
        const auto content = x509::readPfx(handmade(attributes), Secret(u"geheim"_s));
        QVERIFY_RESULT(content);
        QCOMPARE(content->certificateDer, m_der);
        QTEST(content->friendlyName, "expected");
    }

    void name_ofAnOddNumberOfBytes_isNotLostUnnoticed()
    {
        const auto content = x509::readPfx(handmade(friendlyName(QByteArray::fromHex("1e03006180"))), Secret());
        if (content) // OpenSSL's parser refuses such a text so far
            QCOMPARE(content->friendlyName, u"a\uFFFD"_s);
        else
            QCOMPARE(content.error().code, ErrorCode::MalformedPfx);
    }

    void unknownMac_isNoWrongPassword()
    {
        using namespace testder;
        // PBMAC1 (RFC 9579), which OpenSSL checks from 3.4 on
        const QByteArray digest = sequence(sequence(oid("1.2.840.113549.1.5.14")) + tlv(4, QByteArray(32, 'x')));
        const QByteArray mac = sequence(digest + tlv(4, "saltsalt") + tlv(2, "\x01"));
        const auto content = x509::readPfx(handmade({}, mac), Secret(u"geheim"_s));
        QVERIFY(!content);
        QCOMPARE(content.error().code, ErrorCode::MalformedPfx);
        QCOMPARE(content.error().detail, u"unknown MAC algorithm 1.2.840.113549.1.5.14"_s);
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

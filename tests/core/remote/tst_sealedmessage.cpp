// SPDX-License-Identifier: MIT
#include "core/remote/sealedmessage.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QRandomGenerator>

#include <QtTest/QTest>

namespace tests::tst_sealedmessage {

using namespace kakuin;
using namespace kakuin::remote;
using namespace Qt::StringLiterals;

namespace {

/// A context without keys: what is sealed is the text backwards.
class Mirror final : public SecurityContext {
public:
    Result<QByteArray> step(const QByteArray &) override { return QByteArray(); }
    [[nodiscard]] bool isEstablished() const override { return true; }
    Result<Sealed> wrap(const QByteArray &plain) override { return Sealed{"token", turned(plain) + "pp", 2}; }
    Result<QByteArray> unwrap(const QByteArray &header, const QByteArray &cipher) override
    {
        if (header != "token" || !cipher.endsWith("pp"))
            return fail(ErrorCode::AnswerNotProtected, {}, u"not ours"_s);
        return turned(cipher.chopped(2));
    }
    Result<QByteArray> seal(const QByteArray &plain, bool) override { return turned(plain); }
    Result<QByteArray> unseal(const QByteArray &token, bool) override { return turned(token); }

private:
    static QByteArray turned(QByteArray bytes)
    {
        std::reverse(bytes.begin(), bytes.end());
        return bytes;
    }
};

const QByteArray awkward = "<s:Envelope>\r\n--Encrypted Boundary\r\n--Encrypted Boundary--\r\n</s:Envelope>";

} // namespace

/// The dress of encrypted envelopes; the encryption itself is in tst_securitycontext.
class tst_SealedMessage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void message_isWrittenAsTheProtocolSays();
    void message_comesBack();
    void malformedMessage_isRefused_data();
    void malformedMessage_isRefused();
    void spoiltMessages_areReadOrRefused();
};

void tst_SealedMessage::message_isWrittenAsTheProtocolSays()
{
    QCOMPARE(SealedMessage::contentType(SecurityScheme::Kerberos),
        QByteArray("multipart/encrypted;protocol=\"application/HTTP-Kerberos-session-encrypted\";boundary=\"Encrypted "
                   "Boundary\""));
    QVERIFY(SealedMessage::isNamedBy(SealedMessage::contentType(SecurityScheme::Negotiate)));
    QVERIFY(!SealedMessage::isNamedBy("application/soap+xml"));
    const SealedMessage message{"head", "cipher", 6};
    QCOMPARE(message.write(SecurityScheme::Negotiate),
        QByteArray("--Encrypted Boundary\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
                   "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=6\r\n"
                   "--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n\x04")
            + QByteArray(3, '\0') + "headcipher--Encrypted Boundary--\r\n");
}

void tst_SealedMessage::message_comesBack()
{
    Mirror context;
    for (const QByteArray &text : {awkward, QByteArray(), QByteArray(100'000, '-')}) {
        auto body = seal(context, SecurityScheme::Kerberos, text);
        QVERIFY_RESULT(body);
        QCOMPARE(unseal(context, *body).value_or("nothing"), text);
    }
}

void tst_SealedMessage::malformedMessage_isRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("why");
    const QByteArray first = "--Encrypted Boundary\r\n\tOriginalContent: type=x;Length=3\r\n";
    const QByteArray second = "--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n";
    const QByteArray last = "--Encrypted Boundary--\r\n";
    const QByteArray data("\x01\x00\x00\x00"
                          "habc",
        8);
    QTest::newRow("nothing") << QByteArray() << u"no boundary"_s;
    QTest::newRow("an envelope") << QByteArray("<s:Envelope>\r\n</s:Envelope>") << u"no boundary"_s;
    QTest::newRow("one part") << first + last << u"no second part"_s;
    QTest::newRow("a second part without a type")
        << first + "--Encrypted Boundary\r\n" + data + "\r\n" + last << u"a second part without its type"_s;
    QTest::newRow("no length") << "--Encrypted Boundary\r\n\tX: y\r\n" + second + data + last << u"no length"_s;
    QTest::newRow("a negative length") << "--Encrypted Boundary\r\n\tOriginalContent: Length=-1\r\n" + second + data
            + last << u"no length"_s;
    QTest::newRow("cut off") << first + second + data << u"no end"_s;
    QTest::newRow("no room for a header") << first + second + "\x01" + last << u"no end"_s;
    QTest::newRow("a header longer than everything") << first + second
            + QByteArray("\xff\xff\x00\x00"
                         "h",
                5)
            + last << u"a header of 65535 bytes"_s;
    QTest::newRow("an endless line") << "--Encrypted Boundary\r\n" + QByteArray(5000, 'x') + "\r\n" + second + data
            + last << u"no second part"_s;
}

void tst_SealedMessage::malformedMessage_isRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, why);
    const auto read = SealedMessage::read(body);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::AnswerNotProtected);
    QCOMPARE(read.error().detail, u"encrypted answer: "_s + why);
}

void tst_SealedMessage::spoiltMessages_areReadOrRefused()
{
    Mirror context;
    QRandomGenerator random(20261123); // the same every time: a failure can be repeated
    const auto whole = seal(context, SecurityScheme::Kerberos, awkward);
    QVERIFY_RESULT(whole);
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray body = *whole;
        for (int change = random.bounded(1, 4); change > 0 && !body.isEmpty(); --change) {
            const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(body.size())));
            if (random.bounded(3) == 0)
                body.truncate(at);
            else if (random.bounded(2) == 0)
                body.remove(at, random.bounded(1, 9));
            else
                body[at] = static_cast<char>(random.bounded(256));
        }
        const auto read = SealedMessage::read(body);
        refused += read ? 0 : 1;
        if (read)
            QVERIFY(read->header.size() + read->cipher.size() <= body.size());
    }
    QVERIFY(refused > 1000);
}

KAKUIN_TEST(tst_SealedMessage)

} // namespace tests::tst_sealedmessage

#include "tst_sealedmessage.moc"

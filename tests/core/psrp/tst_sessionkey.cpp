// SPDX-License-Identifier: MIT
#include "core/psrp/argument.h"
#include "tests/testkit/verifyresult.h"

#include "core/clixml/object.h"
#include "tests/testkit/memorysearch.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_sessionkey {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace Qt::StringLiterals;

class tst_SessionKey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void publicKey_hasTheShapeOfCryptoApi();
    void exchange_givesBothEndsOneKey();
    void secureString_isThatOfThePublishedCipher();
    void secret_leavesNoCopyInMemory();
    void secret_comesBack_data();
    void secret_comesBack();
    void credential_comesBack();
    void key_isRefused_whenItsBlobIsWrong_data();
    void key_isRefused_whenItsBlobIsWrong();
    void key_isRefused_whenItIsUnderAnotherPublicKey();
    void text_isRefused_whenItIsNotOfThisKey_data();
    void text_isRefused_whenItIsNotOfThisKey();

private:
    std::shared_ptr<const KeyExchange> m_client;
};

void tst_SessionKey::initTestCase()
{
    const auto made = KeyExchange::generate();
    QVERIFY_RESULT(made);
    m_client = *made;
}

void tst_SessionKey::publicKey_hasTheShapeOfCryptoApi()
{
    const QByteArray blob = QByteArray::fromBase64(m_client->publicKeyText().toLatin1());
    QCOMPARE(blob.size(), 276);
    QCOMPARE(blob.first(20).toHex(), QByteArray("0602000000a40000525341310008000001000100"));
    QVERIFY((blob.back() & 0x80) != 0); // a modulus of 2048 bits, its highest byte last
}

void tst_SessionKey::exchange_givesBothEndsOneKey()
{
    const auto wrapped = KeyExchange::wrapNewKey(m_client->publicKeyText());
    QVERIFY_RESULT(wrapped);
    QCOMPARE(QByteArray::fromBase64(wrapped->text.toLatin1()).size(), 268);
    const auto key = m_client->accept(wrapped->text);
    QVERIFY_RESULT(key);
    const auto text = key->encrypt(Secret(u"パスワード"_s));
    QVERIFY_RESULT(text);
    const auto secret = wrapped->key.decrypt(*text);
    QVERIFY_RESULT(secret);
    QCOMPARE(secret->text(), u"パスワード"_s);
}

void tst_SessionKey::secureString_isThatOfThePublishedCipher()
{
    // openssl enc -aes-256-cbc -K 00…1f -iv 0 of "abc" in UTF-16LE
    QByteArray bytes;
    for (char c = 0; c < 32; ++c)
        bytes.append(c);
    const auto key = SessionKey::fromBytes(std::move(bytes));
    QVERIFY_RESULT(key);
    QCOMPARE(key->encrypt(Secret(u"abc"_s)).value(), QStringLiteral("ptgI4o+hft5OsPDAFTQ6Sw=="));
}

void tst_SessionKey::secret_leavesNoCopyInMemory()
{
    if (!testkit::SoughtSecret::isPossible())
        QSKIP("freed memory is not wiped in this build");
    const testkit::SoughtSecret sought;
    {
        const auto wrapped = KeyExchange::wrapNewKey(m_client->publicKeyText());
        QVERIFY_RESULT(wrapped);
        const auto text = wrapped->key.encrypt(sought.secret());
        QVERIFY_RESULT(text);
        const auto secret = wrapped->key.decrypt(*text);
        QVERIFY(secret && *secret == sought.secret());
        QVERIFY(!sought.copies().isEmpty()); // what was decrypted
    }
    QCOMPARE(sought.copies(), QStringList());
}

void tst_SessionKey::secret_comesBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("one letter") << u"x"_s;
    QTest::newRow("a whole block") << u"12345678"_s;
    QTest::newRow("Japanese and a pair") << u"秘密𠮟"_s;
    QTest::newRow("long") << QString(5000, u'あ');
}

void tst_SessionKey::secret_comesBack()
{
    QFETCH(QString, text);
    const auto wrapped = KeyExchange::wrapNewKey(m_client->publicKeyText());
    QVERIFY_RESULT(wrapped);
    const auto value = sealed(Secret(text), &wrapped->key);
    QVERIFY_RESULT(value);
    const auto back = unsealed(*value, wrapped->key);
    QVERIFY_RESULT(back);
    QCOMPARE(back->text(), text);
    QVERIFY(!sealed(Secret(text), nullptr));
}

void tst_SessionKey::credential_comesBack()
{
    const auto wrapped = KeyExchange::wrapNewKey(m_client->publicKeyText());
    QVERIFY_RESULT(wrapped);
    const Credential credential{u"CONTOSO\\admin"_s, Secret(u"geheim"_s)};
    const auto value = sealed(credential, &wrapped->key);
    QVERIFY_RESULT(value);
    QVERIFY(value->object()->isA(u"System.Management.Automation.PSCredential"));
    QCOMPARE(unsealedCredential(*value, wrapped->key).value(), credential);
}

void tst_SessionKey::key_isRefused_whenItsBlobIsWrong_data()
{
    QTest::addColumn<QString>("text");
    const QByteArray head = QByteArray::fromHex("010200001066000000A40000");
    QTest::newRow("empty") << QString();
    QTest::newRow("no base64") << u"***"_s;
    QTest::newRow("too short") << QString::fromLatin1((head + QByteArray(255, 'x')).toBase64());
    QTest::newRow("another cipher") << QString::fromLatin1(
        (QByteArray::fromHex("010200000366000000A40000") + QByteArray(256, 'x')).toBase64());
}

void tst_SessionKey::key_isRefused_whenItsBlobIsWrong()
{
    QFETCH(QString, text);
    const auto key = m_client->accept(text);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::UnexpectedOutput);
}

void tst_SessionKey::key_isRefused_whenItIsUnderAnotherPublicKey()
{
    const auto other = KeyExchange::generate();
    QVERIFY_RESULT(other);
    // the same answer every time: never random bytes that are taken for a key
    for (int i = 0; i < 20; ++i) {
        const auto wrapped = KeyExchange::wrapNewKey((*other)->publicKeyText());
        QVERIFY_RESULT(wrapped);
        const auto key = m_client->accept(wrapped->text);
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::UnexpectedOutput);
        QCOMPARE(key.error().detail, u"session key: not under our public key"_s);
    }
}

void tst_SessionKey::text_isRefused_whenItIsNotOfThisKey_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no base64") << u"a b c!"_s;
    QTest::newRow("no whole block") << QString::fromLatin1(QByteArray(15, 'x').toBase64());
    QTest::newRow("another key's") << QString::fromLatin1(QByteArray(64, 'x').toBase64());
}

void tst_SessionKey::text_isRefused_whenItIsNotOfThisKey()
{
    QFETCH(QString, text);
    const auto key = SessionKey::fromBytes(QByteArray(32, 'k'));
    QVERIFY_RESULT(key);
    QVERIFY(!key->decrypt(text));
    QVERIFY(!SessionKey::fromBytes(QByteArray(16, 'k')));
    QVERIFY(!unsealed(clixml::Value(u"plain"_s), *key));
    QVERIFY(!unsealedCredential(clixml::Value(), *key));
}

KAKUIN_TEST(tst_SessionKey)

} // namespace tests::tst_sessionkey

#include "tst_sessionkey.moc"

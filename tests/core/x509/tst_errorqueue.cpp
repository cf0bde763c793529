// SPDX-License-Identifier: MIT
#include "core/x509/description.h"
#include "core/x509/pfx.h"
#include "core/x509/reader.h"
#include "derbuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QtTest>

#include <openssl/err.h>

namespace tests::tst_errorqueue {

using namespace Qt::StringLiterals;
using namespace kakuin;

/// OpenSSL's errors queue up per thread and would surface in whatever uses it next: Qt's TLS, another call of ours.
class tst_ErrorQueue final : public QObject {
    Q_OBJECT

    static void failEverywhere()
    {
        testder::Parts parts;
        parts.notAfter = testder::tlv(23, "tomorrow");
        parts.issuer = parts.subject;
        parts.extensions = testder::extension("2.5.29.17", "x") + testder::extension("2.5.29.31", "x");
        parts.publicKey = testder::sequence(
            testder::sequence(testder::oid("1.2.840.113549.1.1.1")) + testder::tlv(3, QByteArray("\0y", 2)));
        QVERIFY(x509::readDer(parts.der()));
        QVERIFY(x509::describe(parts.der()));
        QVERIFY(!x509::readDer("x"));
        QVERIFY(!x509::readPem("x"));
        QVERIFY(!x509::readPem("-----BEGIN CERTIFICATE-----\n????\n-----END CERTIFICATE-----\n"));
        QVERIFY(!x509::describe("x"));
        QVERIFY(!x509::readPfx("x", Secret()));
        QVERIFY(!x509::PrivateKey::fromPkcs8("x"));
        QVERIFY(!x509::PrivateKey::generateRsa(5));
        x509::CertificateRequest request;
        request.subject = {{u"x"_s, u"x"_s}};
        QVERIFY(!x509::makeSelfSigned(request, x509::PrivateKey::generateRsa(1024).value_or(x509::PrivateKey())));
    }

private Q_SLOTS:
    void queue_staysEmpty()
    {
        ERR_clear_error();
        failEverywhere();
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void entriesOfOthers_stay()
    {
        ERR_clear_error();
        ERR_raise(ERR_LIB_USER, 42);
        failEverywhere();
        QCOMPARE(ERR_GET_REASON(ERR_get_error()), 42);
        QCOMPARE(ERR_peek_error(), 0UL);
    }
};

KAKUIN_TEST(tst_ErrorQueue)

} // namespace tests::tst_errorqueue

#include "tst_errorqueue.moc"

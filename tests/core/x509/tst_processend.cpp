// SPDX-License-Identifier: MIT
#include "core/x509/maker.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

#include <openssl/crypto.h>

#include <cstdio>
#include <cstdlib>

namespace tests::tst_processend {

using namespace kakuin;

namespace {

// Registered before OpenSSL is used, so it runs after whatever OpenSSL registers. Initialising fails once it has gone.
void lookForOpenSsl()
{
    if (OPENSSL_init_crypto(0, nullptr) == 1)
        return;
    std::fputs("OpenSSL went before the process: a thread that is still ending would crash\n", stderr);
    std::_Exit(1);
}

// Before anything of the test runs.
int registerLook()
{
    return std::atexit(lookForOpenSsl) == 0 ? 0 : EXIT_FAILURE;
}

} // namespace

/// Threads that made keys may still be ending when the process does.
class tst_ProcessEnd final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void key_isMadeInAPooledThread()
    {
        const auto made = QtConcurrent::run([] { return x509::PrivateKey::generateRsa(2048); }).result();
        QVERIFY_RESULT(made);
    }
};

KAKUIN_TEST(tst_ProcessEnd, registerLook)

} // namespace tests::tst_processend

#include "tst_processend.moc"

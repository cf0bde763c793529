// SPDX-License-Identifier: MIT
#include "core/x509/maker.h"
#include "tests/testkit/verifyresult.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

#include <openssl/crypto.h>

#include <cstdio>
#include <cstdlib>

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

int main(int argc, char *argv[])
{
    if (std::atexit(lookForOpenSsl) != 0)
        return EXIT_FAILURE;
    const QCoreApplication application(argc, argv);
    tst_ProcessEnd test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_processend.moc"

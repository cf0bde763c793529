// SPDX-License-Identifier: MIT
#include "app/keychainpasswords.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"
#include "throwawaykeyring.h"

#include <QtTest/QTest>

namespace tests::tst_keychaingone {

using namespace kakuin;
using namespace kakuin::app;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"head office"_s;
const Secret password(u"geheim"_s);

template <class T>
std::optional<ErrorCode> codeOf(const QFuture<Result<T>> &future)
{
    const Result<T> result = await(future, foreignPatienceMs);
    return result ? std::nullopt : std::optional(result.error().code);
}

} // namespace

/// A session whose keychain comes late and goes early. The tests stand in the order of the session.
class tst_KeychainGone : public QObject {
    Q_OBJECT
private:
    ThrowawayKeyring m_keyring;
    KeychainPasswords m_store;

private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_keyring.startBus()); }

    void everything_isUnavailable_beforeThereIsAKeychain()
    {
        QCOMPARE(codeOf(m_store.read(name)), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(m_store.write(name, password)), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(m_store.remove(name)), ErrorCode::KeychainUnavailable);
    }

    void passwords_areKept_onceItHasCome()
    {
        QVERIFY_RESULT(m_keyring.startService());
        QVERIFY_RESULT(await(m_store.write(name, password), foreignPatienceMs));
        QCOMPARE(await(m_store.read(name), foreignPatienceMs).value_or(Secret()), password);
    }

    void whatRuns_isUnavailable_whenItGoes()
    {
        m_keyring.freeze();
        const auto read = m_store.read(name);
        const auto written = m_store.write(name, Secret(u"geheim 2"_s));
        QCoreApplication::processEvents(); // the first one is under way
        QVERIFY_RESULT(m_keyring.stopService());
        QCOMPARE(codeOf(read), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(written), ErrorCode::KeychainUnavailable);
    }

    void everything_isUnavailable_afterwards()
    {
        QCOMPARE(codeOf(m_store.read(name)), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(m_store.remove(name)), ErrorCode::KeychainUnavailable);
    }
};

KAKUIN_TEST(tst_KeychainGone, testkit::ThrowawayKeyring::requirement)

} // namespace tests::tst_keychaingone

#include "tst_keychaingone.moc"

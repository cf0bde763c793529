// SPDX-License-Identifier: MIT
#include "app/keychainpasswords.h"
#include "tests/testkit/await.h"
#include "tests/testkit/memorysearch.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"
#include "throwawaykeyring.h"

#include <QtTest/QTest>

namespace tests::tst_keychainpasswords {

using namespace kakuin;
using namespace kakuin::app;
using namespace kakuin::testkit;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"本社 (admin@example.test)"_s;
const Secret password(u"geheim-秘密"_s);
constexpr auto shortLimit = 400ms;

// everything that was said while the tests ran, by Qt's log and in errors
QString &everythingSaid()
{
    static QString said;
    return said;
}

void listen(QtMsgType, const QMessageLogContext &, const QString &text)
{
    everythingSaid() += text + u'\n';
    std::fputs(qPrintable(text + u'\n'), stderr);
}

template <class T>
Result<T> heard(const QFuture<Result<T>> &future)
{
    const Result<T> result = await(future, foreignPatienceMs);
    if (!result)
        everythingSaid() += result.error().subject + u'\n' + result.error().detail + u'\n';
    return result;
}

template <class T>
std::optional<ErrorCode> codeOf(const QFuture<Result<T>> &future)
{
    const Result<T> result = heard(future);
    return result ? std::nullopt : std::optional(result.error().code);
}

Error refused(const QString &detail)
{
    return Error{ErrorCode::KeychainRefused, name, detail};
}

} // namespace

/// Against gnome-keyring, the Secret Service of most desktops. What happens when it goes: tst_keychaingone.
class tst_KeychainPasswords : public QObject {
    Q_OBJECT
private:
    ThrowawayKeyring m_keyring;

private Q_SLOTS:
    void initTestCase()
    {
        qInstallMessageHandler(listen);
        QVERIFY_RESULT(m_keyring.startBus());
        QVERIFY_RESULT(m_keyring.startService());
    }

    // each test begins with an open keyring that holds one password
    void init()
    {
        KeychainPasswords store;
        QVERIFY_RESULT(heard(store.write(name, password)));
    }

    void cleanup()
    {
        m_keyring.dismissQuestions();
        QVERIFY_RESULT(m_keyring.unlock());
        QVERIFY2(!everythingSaid().contains(u"geheim"_s), "a password was said");
    }

    void password_comesBackAsItWasKept_data()
    {
        QTest::addColumn<QString>("connection");
        QTest::addColumn<QString>("text");
        QTest::addRow("plain") << u"head office"_s << u"geheim"_s;
        QTest::addRow("Japanese") << u"本社の組織"_s << u"geheim 秘密のパスワード"_s;
        QTest::addRow("outside the first plane, and combining")
            << QString::fromUtf8("\xf0\x9f\x94\x91") << QString::fromUtf8("geheim\xf0\x9f\x94\x91 e\xcc\x81");
        QTest::addRow("quotes, lines, blanks at the ends") << u" \"a'b\\ "_s << u" geheim\n\t%s%n$(x)' "_s;
        QTest::addRow("looks like an encoding") << u"base64"_s << u"Z2VoZWlt"_s;
        QTest::addRow("long") << QString(500, u'n') << QString(4000, u'\u3042');
        QTest::addRow("no name") << QString() << u"geheim"_s;
        QTest::addRow("empty") << u"empty"_s << QString();
    }
    void password_comesBackAsItWasKept()
    {
        QFETCH(const QString, connection);
        QFETCH(const QString, text);
        KeychainPasswords store;
        QVERIFY_RESULT(heard(store.write(connection, Secret(text))));
        const auto read = heard(store.read(connection));
        QVERIFY_RESULT(read);
        QCOMPARE(read->text(), text);
    }

    void password_leavesNoCopyInMemory()
    {
        if (!SoughtSecret::isPossible())
            QSKIP("freed memory is not wiped in this build");
        const SoughtSecret sought;
        {
            KeychainPasswords store;
            for (int i = 0; i < 8; ++i) { // one copy alone may be overwritten by what is allocated next
                const QString each = u"sought %1"_s.arg(i);
                QVERIFY_RESULT(heard(store.write(each, sought.secret())));
                const auto read = heard(store.read(each));
                QVERIFY_RESULT(read);
                QVERIFY(*read == sought.secret());
                QVERIFY(i > 0 || !sought.copies().isEmpty()); // what was read
            }
        }
        QTRY_COMPARE(sought.copies(), QStringList()); // QtKeychain's jobs delete themselves later
    }

    void password_isTheNewest_whenWrittenAgain()
    {
        KeychainPasswords store;
        QVERIFY_RESULT(heard(store.write(name, Secret(u"geheim 2"_s))));
        QCOMPARE(heard(store.read(name))->text(), u"geheim 2"_s);
    }

    void password_isEmpty_whenNeverKept()
    {
        KeychainPasswords store;
        const auto read = heard(store.read(u"never kept"_s));
        QVERIFY_RESULT(read);
        QVERIFY(read->isEmpty());
    }

    void removing_forgetsThatPasswordOnly()
    {
        KeychainPasswords store;
        QVERIFY_RESULT(heard(store.write(u"another"_s, password)));
        QVERIFY_RESULT(heard(store.remove(name)));
        QVERIFY(heard(store.read(name))->isEmpty());
        QCOMPARE(heard(store.read(u"another"_s)).value_or(Secret()), password);
        QVERIFY_RESULT(heard(store.remove(name))); // nothing is there any more: that is what was wanted
    }

    void anotherStore_seesTheSame()
    {
        KeychainPasswords store;
        KeychainPasswords another;
        QVERIFY_RESULT(heard(store.write(name, Secret(u"geheim 3"_s))));
        QCOMPARE(heard(another.read(name))->text(), u"geheim 3"_s);
        QVERIFY_RESULT(heard(another.remove(name)));
        QVERIFY(heard(store.read(name))->isEmpty());
    }

    void errands_keepTheirOrder()
    {
        KeychainPasswords store;
        const auto before = store.read(name);
        const auto written = store.write(name, Secret(u"geheim 4"_s));
        const auto between = store.read(name);
        const auto removed = store.remove(name);
        const auto after = store.read(name);
        QVERIFY(heard(after)->isEmpty());
        QCOMPARE(heard(before).value_or(Secret()), password);
        QVERIFY_RESULT(heard(written));
        QCOMPARE(heard(between)->text(), u"geheim 4"_s);
        QVERIFY_RESULT(heard(removed));
    }

    void nullCharacter_isRefused()
    {
        KeychainPasswords store;
        QCOMPARE(heard(store.write(name, Secret(u"geheim\0more"_s))).error(), refused(u"null character"_s));
        QCOMPARE(heard(store.read(name)).value_or(Secret()), password);
        QCOMPARE(codeOf(store.read(name + QChar::Null)), ErrorCode::KeychainRefused);
        QCOMPARE(codeOf(store.remove(name + QChar::Null)), ErrorCode::KeychainRefused);
    }

    void lockedKeyring_refuses_whenNobodyOpensIt()
    {
        KeychainPasswords store;
        QVERIFY_RESULT(m_keyring.lock());
        QCOMPARE(heard(store.read(name)).error(), refused(u"locked"_s));
        QCOMPARE(codeOf(store.write(name, Secret(u"geheim 5"_s))), ErrorCode::KeychainRefused);
        QCOMPARE(heard(store.remove(name)).error(), refused(u"locked"_s));
        // and it did what it said: nothing
        QVERIFY_RESULT(m_keyring.unlock());
        QCOMPARE(heard(store.read(name)).value_or(Secret()), password);
    }

    void lockedKeyring_canBeLeft_whileItAsks()
    {
        KeychainPasswords store;
        QVERIFY_RESULT(m_keyring.lock());
        QVERIFY_RESULT(m_keyring.leaveQuestionsOpen());
        auto read = store.read(name);
        QTRY_VERIFY_WITH_TIMEOUT(m_keyring.isAsking(), foreignPatienceMs);
        QVERIFY(!read.isFinished());
        read.cancel();
        QCOMPARE(codeOf(read), ErrorCode::Cancelled);
    }

    void lockedKeyring_isGivenUpAtTheLimit_whenItAsksForEver()
    {
        KeychainPasswords store(shortLimit);
        QVERIFY_RESULT(m_keyring.lock());
        QVERIFY_RESULT(m_keyring.leaveQuestionsOpen());
        QCOMPARE(heard(store.read(name)).error(), refused(u"no answer"_s));
        m_keyring.dismissQuestions();
        // the next one is not kept waiting by the one that was given up
        QTRY_COMPARE_WITH_TIMEOUT(heard(store.read(name)).error(), refused(u"locked"_s), foreignPatienceMs);
    }

    void silentService_isGivenUpAtTheLimit()
    {
        KeychainPasswords store(shortLimit);
        m_keyring.freeze();
        const auto read = store.read(name);
        const auto written = store.write(name, Secret(u"geheim 6"_s));
        const auto removed = store.remove(name);
        QCOMPARE(heard(read).error(), refused(u"no answer"_s));
        QCOMPARE(heard(written).error(), refused(u"no answer"_s));
        QCOMPARE(heard(removed).error(), refused(u"no answer"_s));
        // what was given up before its turn never happens; the store goes on
        m_keyring.thaw();
        KeychainPasswords patient;
        QCOMPARE(heard(patient.read(name)).value_or(Secret()), password);
        QTRY_COMPARE_WITH_TIMEOUT(heard(store.read(name)).value_or(Secret()), password, foreignPatienceMs);
    }

    void cancelledErrand_neverReachesTheKeychain_whenItWaited()
    {
        KeychainPasswords store;
        m_keyring.freeze();
        const auto read = store.read(name);
        auto written = store.write(name, Secret(u"geheim 7"_s));
        written.cancel();
        QCOMPARE(codeOf(written), ErrorCode::Cancelled);
        m_keyring.thaw();
        QCOMPARE(heard(read).value_or(Secret()), password);
        QCOMPARE(heard(store.read(name)).value_or(Secret()), password);
    }

    void destroyedStore_cancelsWhatItPromised()
    {
        auto store = std::make_unique<KeychainPasswords>();
        m_keyring.freeze();
        const auto read = store->read(name);
        const auto written = store->write(name, Secret(u"geheim 8"_s));
        QCoreApplication::processEvents(); // the first one is under way
        store.reset();
        QCOMPARE(codeOf(read), ErrorCode::Cancelled);
        QCOMPARE(codeOf(written), ErrorCode::Cancelled);
        // the keychain's late answer finds nobody, and nothing breaks
        m_keyring.thaw();
        KeychainPasswords another;
        QCOMPARE(heard(another.read(name)).value_or(Secret()), password);
    }
};

KAKUIN_TEST(tst_KeychainPasswords, testkit::ThrowawayKeyring::requirement)

} // namespace tests::tst_keychainpasswords

#include "tst_keychainpasswords.moc"

// SPDX-License-Identifier: MIT
// Directories that are slow, lie, and never come to an end.
#include "core/base/whendone.h"
#include "core/directory/directoryreader.h"
#include "hostiledirectory.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtTest/QTest>

namespace tests::tst_hostiledirectory {

using namespace kakuin;
using namespace kakuin::directory;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Servers = Result<QList<DirectoryServer>>;
using Hostile = HostileDirectory;

class tst_HostileDirectory : public QObject {
    Q_OBJECT

    std::unique_ptr<HostileDirectory> m_directory;

    [[nodiscard]] DirectorySettings settings() const
    {
        DirectorySettings settings;
        settings.host = u"127.0.0.1"_s;
        settings.port = m_directory->port();
        settings.security = DirectorySettings::Security::Ldaps;
        settings.signIn = DirectorySettings::SignIn::Simple;
        settings.user = u"reader"_s;
        settings.password = Secret(u"geheim"_s);
        settings.caFile = m_directory->caFile();
        settings.baseDn = u"CN=Configuration,DC=contoso,DC=test"_s;
        settings.limits.connecting = 5s;
        settings.limits.operation = 5s;
        settings.limits.whole = 20s;
        settings.limits.pageSize = 3;
        return settings;
    }
    [[nodiscard]] static Servers read(const DirectorySettings &settings)
    {
        return await(readInternalTransportCertificates(settings));
    }
    [[nodiscard]] static QByteArray server(int id, int number)
    {
        const QByteArray name = "EX" + QByteArray::number(number);
        return Hostile::message(id, Hostile::entry("CN=" + name + ",CN=Servers", "cn", name));
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<HostileDirectory>();
        QVERIFY_RESULT(m_directory->listen());
    }

    void oneThatBehaves_isRead()
    {
        m_directory->setAnswer([](int id) { return server(id, 1) + server(id, 2) + Hostile::endOfPage(id, {}); });
        const Servers servers = read(settings());
        QVERIFY_RESULT(servers);
        QCOMPARE(servers->size(), 2);
    }

    void answers_thatAreNone_data()
    {
        QTest::addColumn<Hostile::Answer>("answer");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *tag, ErrorCode code, const Hostile::Answer &answer) {
            QTest::newRow(tag) << answer << code;
        };
        const ErrorCode unreadable = ErrorCode::UnexpectedOutput;
        row("no LDAP", unreadable, [](int) { return QByteArray("HTTP/1.1 200 OK\r\n\r\n") + QByteArray(200, 'x'); });
        row("a length of two gigabytes", unreadable,
            [](int) { return QByteArray("\x30\x84\x7f\xff\xff\xff\x02\x01", 8) + QByteArray(100, 'x'); });
        row("a length of eight bytes", unreadable, [](int) {
            return QByteArray("\x30\x88\x7f\xff\xff\xff\xff\xff\xff\xff\x02\x01", 12) + QByteArray(64, 'x');
        });
        row("a length that is not said", unreadable,
            [](int id) { return QByteArray("\x30\x80", 2) + berNumber(id) + QByteArray(40, 'x'); });
        row("an entry of another search", ErrorCode::NoAnswer,
            [](int id) { return server(id + 77, 1) + Hostile::endOfPage(id + 77, {}); });
        row("the end of another search", ErrorCode::NoAnswer,
            [](int id) { return server(id, 1) + Hostile::endOfPage(id + 77, {}); });
        row("a sign-in instead of a search", unreadable,
            [](int id) { return Hostile::message(id, Hostile::result(0x61, 0)); });
        row("an operation that there is not", unreadable,
            [](int id) { return Hostile::message(id, Hostile::result(0x7e, 0)); });
        row("an end without a page", unreadable,
            [](int id) { return server(id, 1) + Hostile::message(id, Hostile::result(0x65, 0)); });
        row("a page that is none", unreadable, [](int id) {
            const QByteArray control = ber(0x30, berText("1.2.840.113556.1.4.319") + berText("xxx"));
            return Hostile::message(id, Hostile::result(0x65, 0), ber(0xa0, control));
        });
        row("more entries than asked for", unreadable, [](int id) {
            return server(id, 1) + server(id, 2) + server(id, 3) + server(id, 4) + Hostile::endOfPage(id, {});
        });
        row("the same entry twice", unreadable,
            [](int id) { return server(id, 1) + server(id, 1) + Hostile::endOfPage(id, {}); });
        row("an empty result", unreadable, [](int id) { return Hostile::message(id, ber(0x65, {})); });
        row("somewhere else", ErrorCode::ServiceRedirected,
            [](int id) { return Hostile::message(id, Hostile::result(0x65, 10, "ldap://127.0.0.1:1/")); });
        row("busy", ErrorCode::DirectoryUnavailable,
            [](int id) { return Hostile::message(id, Hostile::result(0x65, 51)); });
        row("no pages", ErrorCode::DirectoryForeign,
            [](int id) { return Hostile::message(id, Hostile::result(0x65, 12)); });
        row("sign in first", ErrorCode::DirectoryRightsMissing,
            [](int id) { return Hostile::message(id, Hostile::result(0x65, 1)); });
        row("a code that nobody knows", ErrorCode::ServerError,
            [](int id) { return Hostile::message(id, Hostile::result(0x65, 4711)); });
        row("good-bye", ErrorCode::DirectoryUnavailable, [](int) {
            const QByteArray notice
                = berNumber(52, 0x0a) + berText({}) + berText({}) + ber(0x8a, "1.3.6.1.4.1.1466.20036");
            return Hostile::message(0, ber(0x78, notice));
        });
        row("silence", ErrorCode::NoAnswer, [](int) { return QByteArray(); });
        row("half a message", ErrorCode::NoAnswer, [](int id) { return server(id, 1).chopped(3); });
    }
    void answers_thatAreNone()
    {
        QFETCH(Hostile::Answer, answer);
        QFETCH(ErrorCode, code);
        m_directory->setAnswer(answer);
        DirectorySettings impatient = settings();
        impatient.limits.operation = 300ms;
        const Servers servers = read(impatient);
        QVERIFY(!servers);
        if (servers.error().code != code)
            QVERIFY_RESULT(servers);
        QCOMPARE(m_directory->connections(), 1); // nobody was asked elsewhere, and nobody again
    }

    void pagesWithoutEnd_end_data()
    {
        QTest::addColumn<bool>("hasEntries");
        QTest::addColumn<bool>("isCookieNew");
        QTest::newRow("the same cookie again") << true << false;
        QTest::newRow("always another server") << true << true;
        QTest::newRow("always another empty page") << false << true;
    }
    void pagesWithoutEnd_end()
    {
        QFETCH(bool, hasEntries);
        QFETCH(bool, isCookieNew);
        int page = 0;
        m_directory->setAnswer([&](int id) {
            ++page;
            return (hasEntries ? server(id, page) : QByteArray())
                + Hostile::endOfPage(id, "cookie" + QByteArray::number(isCookieNew ? page : 0));
        });
        DirectorySettings bounded = settings();
        bounded.limits.pages = 50;
        QCOMPARE(codeOf(read(bounded)), ErrorCode::UnexpectedOutput);
        QVERIFY(m_directory->searches() <= 51);
    }

    // Never silent for long, and never done
    void drops_thatNeverStop_areNotWaitedFor()
    {
        m_directory->setAnswer([](int id) {
            QByteArray flood;
            for (int i = 0; i < 20'000; ++i)
                flood += server(id + 77, i);
            return flood;
        });
        DirectorySettings impatient = settings();
        impatient.limits.operation = 30s; // the bytes end it, however slow the computer is
        impatient.limits.totalBytes = 500'000;
        QCOMPARE(codeOf(read(impatient)), ErrorCode::UnexpectedOutput);
    }

    void aConnectionThatGoes_inTheMiddleOfAPage_isLost()
    {
        m_directory->setAnswer([this](int id) {
            QTimer::singleShot(0, m_directory.get(), &HostileDirectory::drop);
            return server(id, 1);
        });
        QCOMPARE(codeOf(read(settings())), ErrorCode::ConnectionLost);
    }

    void aSignIn_thatIsAnsweredWrongly_isNone_data()
    {
        QTest::addColumn<Hostile::Answer>("answer");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *tag, ErrorCode code, const Hostile::Answer &answer) {
            QTest::newRow(tag) << answer << code;
        };
        row("refused", ErrorCode::SignInRefused,
            [](int id) { return Hostile::message(id, Hostile::result(0x61, 49)); });
        row("another message", ErrorCode::NoAnswer,
            [](int id) { return Hostile::message(id + 1, Hostile::result(0x61, 0)); });
        row("somewhere else", ErrorCode::ServiceRedirected,
            [](int id) { return Hostile::message(id, Hostile::result(0x61, 10, "ldap://127.0.0.1:1/")); });
        row("go on", ErrorCode::ServerError, [](int id) { return Hostile::message(id, Hostile::result(0x61, 14)); });
        row("silence", ErrorCode::NoAnswer, [](int) { return QByteArray(); });
    }
    void aSignIn_thatIsAnsweredWrongly_isNone()
    {
        QFETCH(Hostile::Answer, answer);
        QFETCH(ErrorCode, code);
        m_directory->setSignInAnswer(answer);
        DirectorySettings impatient = settings();
        impatient.limits.operation = 300ms;
        QCOMPARE(codeOf(read(impatient)), code);
        QCOMPARE(m_directory->searches(), 0);
    }

    void whoAcceptsAndSaysNothing_isNotWaitedFor_data()
    {
        QTest::addColumn<DirectorySettings::Security>("security");
        QTest::newRow("TLS from the first byte") << DirectorySettings::Security::Ldaps;
        QTest::newRow("TLS before anything else") << DirectorySettings::Security::StartTls;
    }
    void whoAcceptsAndSaysNothing_isNotWaitedFor()
    {
        QFETCH(DirectorySettings::Security, security);
        HostileDirectory silent;
        QVERIFY_RESULT(silent.listen(false));
        DirectorySettings impatient = settings();
        impatient.port = silent.port();
        impatient.security = security;
        impatient.limits.connecting = 300ms;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(codeOf(read(impatient)), ErrorCode::NoAnswer);
        QVERIFY(timer.elapsed() < 5'000);
        QVERIFY(!silent.received().contains("geheim"));
    }

    void theWholeTime_isBounded()
    {
        m_directory->setAnswer([](int) { return QByteArray(); });
        DirectorySettings impatient = settings();
        impatient.limits.whole = 300ms;
        QCOMPARE(codeOf(read(impatient)), ErrorCode::NoAnswer);
    }

    void cancelling_answersAtOnce()
    {
        m_directory->setAnswer([](int) { return QByteArray(); });
        DirectorySettings patient = settings();
        patient.limits.operation = 1h;
        QObject receiver;
        Servers answer = fail(ErrorCode::Internal);
        QFuture<Servers> future = readInternalTransportCertificates(patient);
        whenDone(future, &receiver, [&](const Servers &servers) { answer = servers; });
        QTRY_COMPARE(m_directory->searches(), 1);
        future.cancel();
        QTRY_COMPARE(codeOf(answer), ErrorCode::Cancelled);
    }
};

KAKUIN_TEST(tst_HostileDirectory)

} // namespace tests::tst_hostiledirectory

#include "tst_hostiledirectory.moc"

// SPDX-License-Identifier: MIT
#include "core/session/session.h"
#include "scriptedorganisation.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QSignalSpy>

namespace tests::tst_session {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::session;
using namespace kakuin::testkit;

namespace {

ServerId id(const char *name)
{
    return ServerId(QString::fromLatin1(name));
}

shell::ErrorRecord rpcError()
{
    shell::ErrorRecord record;
    record.message = QStringLiteral("A special Rpc error occurs on server EX01: The RPC server is unavailable.");
    record.exceptionType = QStringLiteral("InvalidOperationException");
    return record;
}

} // namespace

class tst_Session : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void refresh_fails_whenNothingCouldBeRead();
    void refresh_joinsTheOneThatRuns();
    void refresh_isBounded_with300Servers();
    void refresh_saysWhatChanged();
    void refresh_survivesALostConnection();
    void cancel_leavesWhatWasRead();
    void refreshServer_replacesOnlyThatServer();
    void refreshServer_waitsForWhatBeganBefore_andIsReadTogether();
    void refreshServer_fails_whenTheServerIsNotInThePicture();
    void session_mayDieMeanwhile();
    void session_mayDieInASlotOfItsOwn_data();
    void session_mayDieInASlotOfItsOwn();

private:
    [[nodiscard]] Result<InventoryPtr> refreshed() { return await(m_session->refresh()); }

    std::unique_ptr<ScriptedOrganisation> m_organisation;
    std::shared_ptr<ScriptedShell> m_shell;
    std::unique_ptr<Session> m_session;
};

void tst_Session::init()
{
    m_session.reset();
    m_organisation = std::make_unique<ScriptedOrganisation>();
    m_shell = std::make_shared<ScriptedShell>();
    m_organisation->answerFrom(*m_shell);
    m_session = std::make_unique<Session>(m_shell);
}

void tst_Session::refresh_fails_whenNothingCouldBeRead()
{
    for (const auto &name : {"Get-ExchangeServer", "Get-MailboxServer", "Get-AuthConfig", "Get-SendConnector",
             "Get-ReceiveConnector", "Get-HybridConfiguration", "Get-TransportService", "Get-ExchangeCertificate"})
        m_shell->on(QString::fromLatin1(name), ScriptedReply::fails(ErrorCode::ConnectionLost));
    QSignalSpy changed(m_session.get(), &Session::inventoryChanged);
    QSignalSpy finished(m_session.get(), &Session::refreshFinished);
    const auto result = refreshed();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::ConnectionLost);
    QVERIFY(!m_session->inventory());
    QVERIFY(changed.isEmpty());
    QCOMPARE(finished.size(), 1);
    QVERIFY(!finished.constFirst().constFirst().value<Result<void>>());
}

void tst_Session::refresh_joinsTheOneThatRuns()
{
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    QSignalSpy changed(m_session.get(), &Session::inventoryChanged);
    QSignalSpy progress(m_session.get(), &Session::refreshProgressed);
    QVERIFY(!m_session->inventory());
    const auto first = m_session->refresh();
    QVERIFY(m_session->isRefreshing());
    const auto second = m_session->refresh();
    const auto a = await(first);
    const auto b = await(second);
    QVERIFY_RESULT(a);
    QVERIFY_RESULT(b);
    QCOMPARE(*a, *b);
    QCOMPARE(changed.constLast().constFirst().value<InventoryPtr>(), *a);
    QVERIFY(!m_session->isRefreshing());
    QCOMPARE(m_session->inventory(), *a);
    QCOMPARE(m_shell->invocations().size(), 8);
    QCOMPARE(m_session->commandLog()->records().size(), 8);
    QCOMPARE(progress.constLast().at(0).toInt(), 8);
    QCOMPARE(progress.constLast().at(1).toInt(), 8);
}

void tst_Session::refresh_isBounded_with300Servers()
{
    constexpr int count = 300;
    const QByteArray der = certificateDer(QStringLiteral("CN=any"));
    for (int i = 0; i < count; ++i) {
        const QString name = QStringLiteral("EX%1").arg(i, 3, 10, QLatin1Char('0'));
        m_organisation->servers.append(exchangeServerObject(name));
        m_organisation->transport.insert(name, {});
        m_organisation->certificates.insert(name, ScriptedReply::objects({certificateObject(name, der)}));
    }
    m_session->setMaxConcurrency(12);
    m_shell->hold();
    const auto future = m_session->refresh();
    // Answers come late and one by one
    while (!future.isFinished()) {
        m_shell->releaseOne();
        QCoreApplication::processEvents();
    }
    const auto result = await(future);
    QVERIFY_RESULT(result);
    QCOMPARE((*result)->servers.size(), count);
    QCOMPARE((*result)->certificateCount(), count);
    // on a busy computer some of them may be taken for held up: then half as many again, at most
    QVERIFY2(m_shell->mostRunning() <= 18, qPrintable(QString::number(m_shell->mostRunning())));
    QCOMPARE((*result)->servers.constFirst().server.id, id("EX000"));
}

void tst_Session::refresh_saysWhatChanged()
{
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    qRegisterMetaType<InventoryDiff>();
    InventoryDiff diff;
    QList<ServerId> added; // over all inventories of one reading
    connect(m_session.get(), &Session::inventoryChanged, this, [&](const InventoryPtr &, const InventoryDiff &d) {
        diff = d;
        added += d.addedServers;
    });
    QVERIFY_RESULT(refreshed());
    QCOMPARE(added, QList<ServerId>{id("EX01")});
    added.clear();
    QVERIFY_RESULT(refreshed());
    QVERIFY(added.isEmpty());
    QVERIFY(diff.isEmpty());
    m_organisation->addMailboxServer(QStringLiteral("EX02"));
    QVERIFY_RESULT(refreshed());
    QCOMPARE(added, QList<ServerId>{id("EX02")});
}

void tst_Session::refresh_survivesALostConnection()
{
    for (int i = 0; i < 5; ++i)
        m_organisation->addMailboxServer(QStringLiteral("EX0%1").arg(i));
    for (int n = 1; n <= 12; ++n)
        m_shell->failInvocation(n, {ErrorCode::ConnectionLost, {}, QStringLiteral("gone")});
    m_shell->hold();
    const auto future = m_session->refresh();
    m_shell->release();
    QVERIFY(future.isFinished() || QTest::qWaitFor([&] { return future.isFinished(); }));
    const auto result = await(future);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::ConnectionLost);
    // The next one finds everything again
    init();
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    QVERIFY_RESULT(refreshed());
}

void tst_Session::cancel_leavesWhatWasRead()
{
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    const auto first = refreshed();
    QVERIFY_RESULT(first);
    m_organisation->addMailboxServer(QStringLiteral("EX02"));
    m_shell->hold();
    const auto future = m_session->refresh();
    const auto waiting = m_session->refreshServer(id("EX01"));
    m_session->cancelRefresh();
    QCOMPARE(await(future).error().code, ErrorCode::Cancelled);
    QCOMPARE(await(waiting).error().code, ErrorCode::Cancelled);
    QVERIFY(!m_session->isRefreshing());
    const ServerEntry *kept = m_session->inventory()->find(id("EX01"));
    QCOMPARE(kept->certificates, (*first)->find(id("EX01"))->certificates);
    QCOMPARE(kept->reading.failure->code, ErrorCode::Cancelled);
    QTRY_COMPARE(m_shell->runningCount(), 0);
    m_shell->release();
    const auto again = refreshed();
    QVERIFY_RESULT(again);
    QCOMPARE((*again)->servers.size(), 2);
}

void tst_Session::refreshServer_replacesOnlyThatServer()
{
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    m_organisation->addMailboxServer(QStringLiteral("EX02"));
    const QByteArray der = m_organisation->addServer(QStringLiteral("CAS01"), QStringLiteral("ClientAccess"));
    m_organisation->directory.insert(QStringLiteral("CAS01"), {});
    const auto before = refreshed();
    QVERIFY_RESULT(before);
    const QByteArray renewed = certificateDer(QStringLiteral("CN=EX02"));
    m_organisation->certificates[QStringLiteral("EX02")].output.items.append(
        certificateObject(QStringLiteral("EX02.contoso.local"), renewed));
    m_organisation->transport[QStringLiteral("EX02")] = ScriptedOrganisation::thumbprintOf(renewed);
    m_organisation->certificates[QStringLiteral("EX01")] = ScriptedReply::error(rpcError());
    m_shell->fakeClock()->advance(std::chrono::hours(1));
    const qsizetype commands = m_shell->invocations().size();
    const auto after = await(m_session->refreshServer(id("ex02")));
    QVERIFY_RESULT(after);
    QCOMPARE(m_shell->invocations().size() - commands, 2);
    const ServerEntry *entry = (*after)->find(id("EX02"));
    QCOMPARE(entry->certificates->size(), 2);
    QCOMPARE(entry->transport->thumbprint.toString(), ScriptedOrganisation::thumbprintOf(renewed));
    QCOMPARE(entry->readUtc, m_shell->fakeClock()->nowUtc());
    QCOMPARE(*(*after)->find(id("EX01")), *(*before)->find(id("EX01")));
    QCOMPARE((*after)->takenUtc, (*before)->takenUtc);
    // A Client Access server's assignment comes from the directory, again
    m_organisation->directory[QStringLiteral("CAS01")] = der;
    const auto access = await(m_session->refreshServer(id("CAS01")));
    QVERIFY_RESULT(access);
    QCOMPARE((*access)->find(id("CAS01"))->transport->thumbprint.toString(), ScriptedOrganisation::thumbprintOf(der));
}

void tst_Session::refreshServer_waitsForWhatBeganBefore_andIsReadTogether()
{
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    m_organisation->addMailboxServer(QStringLiteral("EX02"));
    QVERIFY_RESULT(refreshed());
    m_shell->hold();
    const auto running = m_session->refreshServer(id("EX01"));
    QTRY_COMPARE(m_shell->heldCount(), 2);
    const qsizetype commands = m_shell->invocations().size();
    const auto first = m_session->refreshServer(id("EX01"));
    const auto same = m_session->refreshServer(id("EX01"));
    const auto other = m_session->refreshServer(id("EX02"));
    QCOMPARE(m_shell->invocations().size(), commands);
    m_shell->release();
    QVERIFY_RESULT(await(running));
    const auto a = await(first);
    const auto b = await(same);
    const auto c = await(other);
    QVERIFY_RESULT(a);
    QCOMPARE(*a, *b);
    QCOMPARE(*a, *c);
    QVERIFY(*a != *await(running));
    QCOMPARE(m_shell->invocations().size() - commands, 4);
}

void tst_Session::refreshServer_fails_whenTheServerIsNotInThePicture()
{
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    QVERIFY_RESULT(refreshed());
    const auto result = await(m_session->refreshServer(id("NONE")));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::ServerNotFound);
    QVERIFY(!m_session->isRefreshing());
}

void tst_Session::session_mayDieMeanwhile()
{
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    m_shell->hold();
    const auto future = m_session->refresh();
    m_session.reset();
    QCOMPARE(await(future).error().code, ErrorCode::Cancelled);
    QTRY_COMPARE(m_shell->runningCount(), 0);
    // and while objects are being decoded
    m_shell->release();
    auto other = std::make_unique<Session>(m_shell);
    const auto second = other->refresh();
    QTRY_VERIFY(m_shell->runningCount() == 0);
    other.reset();
    QVERIFY(QTest::qWaitFor([&] { return second.isFinished(); }));
}

void tst_Session::session_mayDieInASlotOfItsOwn_data()
{
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("as soon as something has come") << false;
    QTest::newRow("when everything has come") << true;
}

void tst_Session::session_mayDieInASlotOfItsOwn()
{
    QFETCH(bool, isWhole);
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    connect(m_session.get(), &Session::inventoryChanged, this, [this, isWhole](const InventoryPtr &inventory) {
        if (!isWhole || (!inventory->isAwaited() && !m_session->isRefreshing()))
            m_session.reset();
    });
    const auto future = m_session->refresh();
    const auto read = await(future);
    QCOMPARE(read.has_value(), isWhole);
    QVERIFY(!m_session);
}

KAKUIN_TEST(tst_Session)

} // namespace tests::tst_session

#include "tst_session.moc"

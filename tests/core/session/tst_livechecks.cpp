// SPDX-License-Identifier: MIT
#include "core/base/whendone.h"
#include "core/session/livechecks.h"
#include "core/session/session.h"
#include "scriptedorganisation.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QSignalSpy>

namespace tests::tst_livechecks {

using namespace kakuin;
using namespace kakuin::session;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using domain::LivePort;
using domain::LiveReading;

namespace {

using Served = Result<domain::ServedCertificate>;

/// Answers every port in the same way, or not at all.
class SteadyProbe final : public live::PortProbe {
public:
    QFuture<Served> ask(const domain::Server &, const LivePort &) override
    {
        ++asked;
        if (!isSilent)
            return readyFuture<domain::ServedCertificate>(answer);
        auto promise = std::make_shared<QPromise<Served>>();
        promise->start();
        held.append(promise);
        return promise->future();
    }
    Served answer = domain::ServedCertificate{{}, {}, {}, u"TLSv1.2"_s};
    bool isSilent = false;
    int asked = 0;
    QList<std::shared_ptr<QPromise<Served>>> held;
};

} // namespace

/// Live checks in a session: into the inventory, through refreshes, one after the other.
class tst_LiveChecks final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<ScriptedOrganisation> m_organisation;
    std::shared_ptr<ScriptedShell> m_shell;
    std::unique_ptr<Session> m_session;
    std::shared_ptr<SteadyProbe> m_probe;

    [[nodiscard]] QList<LiveReading> readings() const { return m_session->inventory()->servers.first().liveReadings; }
    [[nodiscard]] domain::ServerId first() const { return m_session->inventory()->servers.first().server.id; }

private Q_SLOTS:
    void init()
    {
        m_session.reset();
        m_organisation = std::make_unique<ScriptedOrganisation>();
        m_organisation->addMailboxServer(u"EX01"_s);
        m_organisation->addMailboxServer(u"EX02"_s);
        m_shell = std::make_shared<ScriptedShell>();
        m_organisation->answerFrom(*m_shell);
        m_session = std::make_unique<Session>(m_shell);
        m_probe = std::make_shared<SteadyProbe>();
        QVERIFY_RESULT(await(m_session->refresh()));
    }

    void nothingIsChecked_byItself()
    {
        QVERIFY(readings().isEmpty());
        QCOMPARE(m_probe->asked, 0);
        Session fresh(m_shell);
        QCOMPARE(codeOf(await(fresh.checkPorts(m_probe))), ErrorCode::NotRead);
    }

    void readings_areInTheInventory_byPort_withTheirTime()
    {
        QSignalSpy changes(m_session.get(), &Session::inventoryChanged);
        const auto commands = m_session->commandLog()->records().size();
        QVERIFY_RESULT(await(m_session->checkPorts(m_probe)));
        QCOMPARE(changes.count(), 1);
        QVERIFY(readings().size() >= 3);
        const QList<LiveReading> found = readings();
        QVERIFY(std::is_sorted(found.begin(), found.end(),
            [](const LiveReading &a, const LiveReading &b) { return a.port.number < b.port.number; }));
        QVERIFY(readings().first().atUtc.isValid());
        QCOMPARE(m_session->commandLog()->records().size(), commands); // no PowerShell
    }

    void readings_stayThroughRefreshes_untilTheyAreMadeAnew()
    {
        QVERIFY_RESULT(await(m_session->checkPorts(m_probe)));
        const QList<LiveReading> before = readings();
        QVERIFY_RESULT(await(m_session->refresh()));
        QCOMPARE(readings(), before);
        QVERIFY_RESULT(await(m_session->refreshServer(first())));
        QCOMPARE(readings(), before);
        // an answer that does not come stands in the place of the one before
        m_probe->answer = fail(ErrorCode::NoAnswer);
        QVERIFY_RESULT(await(m_session->checkPorts(m_probe, {first()})));
        QCOMPARE(readings().size(), before.size());
        for (const LiveReading &reading : readings())
            QCOMPARE(codeOf(reading.served), ErrorCode::NoAnswer);
    }

    void oneServer_isCheckedAlone()
    {
        QVERIFY_RESULT(await(m_session->checkPorts(m_probe, {first()})));
        QVERIFY(!readings().isEmpty());
        for (const domain::ServerEntry &entry : m_session->inventory()->servers) {
            if (!(entry.server.id == first()))
                QVERIFY(entry.liveReadings.isEmpty());
        }
    }

    void checks_runOneAfterTheOther_andAreCancelledTogether()
    {
        m_probe->isSilent = true;
        QSignalSpy ended(m_session->liveChecks(), &LiveChecks::finished);
        const auto one = m_session->checkPorts(m_probe, {first()});
        const auto other = m_session->checkPorts(m_probe);
        QTRY_COMPARE(m_probe->asked, 4); // the bound of one server: the other one waits
        QVERIFY(m_session->liveChecks()->isRunning());
        m_probe->held.first()->addResult(Served(fail(ErrorCode::PortClosed)));
        m_probe->held.first()->finish();
        QTRY_COMPARE(m_probe->asked, 5);
        m_session->liveChecks()->cancel();
        QCOMPARE(codeOf(await(one)), ErrorCode::Cancelled);
        QCOMPARE(codeOf(await(other)), ErrorCode::Cancelled);
        QVERIFY(!m_session->liveChecks()->isRunning());
        QCOMPARE(readings().size(), 1); // what was said is kept
        QCOMPARE(ended.count(), 1);
    }

    void session_mayDieMeanwhile()
    {
        m_probe->isSilent = true;
        const auto future = m_session->checkPorts(m_probe);
        QTRY_VERIFY(m_probe->asked > 0);
        m_session.reset();
        QCOMPARE(codeOf(await(future)), ErrorCode::Cancelled);
        for (const auto &promise : std::as_const(m_probe->held))
            QVERIFY(promise->isCanceled());
    }

    void session_mayDieInASlotOfItsOwn()
    {
        connect(m_session.get(), &Session::inventoryChanged, this, [this] { m_session.reset(); });
        (void)await(m_session->checkPorts(m_probe));
        QVERIFY(m_session == nullptr);
    }
};

KAKUIN_TEST(tst_LiveChecks)

} // namespace tests::tst_livechecks

#include "tst_livechecks.moc"

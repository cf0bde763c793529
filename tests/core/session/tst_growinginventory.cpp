// SPDX-License-Identifier: MIT
#include "core/findings/findings.h"
#include "core/session/session.h"
#include "scriptedorganisation.h"
#include "tests/testkit/await.h"
#include "tests/testkit/silentservers.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QThreadPool>
#include <QtTest/QSignalSpy>

#include <algorithm>

namespace tests::tst_growinginventory {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::session;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

ErrorCode whyNot(const ServerEntry *entry)
{
    return entry == nullptr || entry->certificates ? ErrorCode::Count_ : entry->certificates.error().code;
}

bool isRead(const ServerEntry *entry)
{
    return entry != nullptr && entry->certificates && entry->reading.isFresh();
}

} // namespace

/// What a person sees while an organisation is being read, and when a part of it does not answer.
class tst_GrowingInventory final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_session.reset();
        m_organisation = std::make_unique<ScriptedOrganisation>();
        m_auth = m_organisation->addMailboxServer(u"EX01"_s);
        m_organisation->addMailboxServer(u"EX02"_s);
        m_organisation->addMailboxServer(u"EX03"_s);
        m_organisation->authConfigs = {authConfigObject(m_auth)};
        m_scripted = std::make_shared<ScriptedShell>();
        m_organisation->answerFrom(*m_scripted);
        m_shell = std::make_shared<SilentServers>(m_scripted);
        m_session = std::make_unique<Session>(m_shell);
    }

    void servers_areThere_beforeTheirCertificates()
    {
        for (const char *name : {"EX01", "EX02", "EX03"})
            m_shell->silence(QLatin1String(name));
        const auto reading = m_session->refresh();
        QTRY_VERIFY(m_session->inventory() && !m_session->inventory()->configuration.isAwaited);
        QCOMPARE(m_session->inventory()->servers.size(), 3);
        for (const ServerEntry &entry : m_session->inventory()->servers) {
            QCOMPARE(whyNot(&entry), ErrorCode::BeingRead);
            QVERIFY(entry.reading.isAwaited);
            QCOMPARE(entry.server.site, u"Tokyo"_s);
        }
        QVERIFY(!reading.isFinished());
        QVERIFY(m_session->isRefreshing());
    }

    void deadServer_delaysOnlyItsOwnRow_andFillsItLate()
    {
        m_shell->silence(u"EX02"_s);
        const auto reading = m_session->refresh();
        QTRY_VERIFY(isRead(entry("EX01")) && isRead(entry("EX03")));
        QCOMPARE(whyNot(entry("EX02")), ErrorCode::BeingRead);
        QVERIFY(!reading.isFinished());
        m_shell->speak(u"EX02"_s);
        QVERIFY_RESULT(await(reading));
        QVERIFY(isRead(entry("EX02")));
        QVERIFY(!m_session->inventory()->isAwaited());
    }

    // The Auth certificate is on EX01 only: as long as EX01 is silent, nothing is known to lack it
    void nothingThatIsBeingRead_isAFinding()
    {
        m_shell->silence(u"EX01"_s);
        const auto reading = m_session->refresh();
        QTRY_VERIFY(isRead(entry("EX02")) && isRead(entry("EX03")));
        QVERIFY(!has(findings::Code::ServerNotRead));
        QVERIFY(!has(findings::Code::TransportNotRead));
        QVERIFY(!has(findings::Code::AuthMissingEverywhere));
        QVERIFY(!has(findings::Code::AuthMissingOnSite));
        m_organisation->certificates[u"EX01"_s] = m_organisation->certificates.value(u"EX02"_s); // without it, in truth
        m_shell->speak(u"EX01"_s);
        QVERIFY_RESULT(await(reading));
        QVERIFY(has(findings::Code::AuthMissingEverywhere));
    }

    void configuration_thatIsBeingRead_isNoFinding()
    {
        m_shell->silence(QString()); // all that names no server
        const auto reading = m_session->refresh();
        QTRY_VERIFY(m_shell->waitingFor(QString()) > 0);
        QVERIFY(m_session->inventory() == nullptr);
        m_session->cancelRefresh();
        QCOMPARE(await(reading).error().code, ErrorCode::Cancelled);
        QVERIFY(m_session->inventory() == nullptr);
    }

    void whatWasRead_stays_whileItIsReadAgain()
    {
        QVERIFY_RESULT(await(m_session->refresh()));
        const ServerEntry before = *entry("EX02");
        m_shell->silence(u"EX02"_s);
        m_scripted->fakeClock()->advance(std::chrono::hours(1));
        const auto reading = m_session->refresh();
        QTRY_VERIFY(isRead(entry("EX01")) && entry("EX01")->readUtc == m_session->nowUtc());
        QCOMPARE(entry("EX02")->certificates, before.certificates);
        QCOMPARE(entry("EX02")->readUtc, before.readUtc);
        QVERIFY(entry("EX02")->reading.isAwaited);
        QVERIFY(!has(findings::Code::ServerNotRead));
        m_shell->speak(u"EX02"_s);
        QVERIFY_RESULT(await(reading));
        QVERIFY(isRead(entry("EX02")));
        QCOMPARE(entry("EX02")->readUtc, m_session->nowUtc());
    }

    void failedRefresh_keepsTheRow_withTheReasonAndItsTime()
    {
        QVERIFY_RESULT(await(m_session->refresh()));
        const ServerEntry before = *entry("EX02");
        const ScriptedReply healthy = m_organisation->certificates.value(u"EX02"_s);
        m_organisation->certificates[u"EX02"_s] = ScriptedReply::fails(ErrorCode::ServerUnreachable);
        m_scripted->fakeClock()->advance(std::chrono::hours(1));
        QVERIFY_RESULT(await(m_session->refresh()));
        QCOMPARE(entry("EX02")->certificates, before.certificates);
        QCOMPARE(entry("EX02")->readUtc, before.readUtc);
        QCOMPARE(entry("EX02")->reading.failure->code, ErrorCode::ServerUnreachable);
        QCOMPARE(entry("EX02")->reading.failedUtc, m_session->nowUtc());
        QVERIFY(has(findings::Code::ServerNotRead));
        QVERIFY(isRead(entry("EX01")));
        // it is shown, and is no basis of a change
        const InventoryPtr basis = readHere(m_session->inventory());
        QCOMPARE(whyNot(basis->find(ServerId(u"EX02"_s))), ErrorCode::ServerUnreachable);
        QVERIFY(isRead(basis->find(ServerId(u"EX01"_s))));
        m_organisation->certificates[u"EX02"_s] = healthy;
        QVERIFY_RESULT(await(m_session->refreshServer(ServerId(u"EX02"_s)))); // tried again, alone
        QVERIFY(isRead(entry("EX02")));
        QVERIFY(!has(findings::Code::ServerNotRead));
    }

    // Changes rest on the configuration: a part of it that is refused says so
    void partOfTheConfiguration_thatIsRefused_saysWhy()
    {
        QVERIFY_RESULT(await(m_session->refresh()));
        m_scripted->on(u"Get-AuthConfig"_s, ScriptedReply::fails(ErrorCode::CmdletNotFound, u"Get-AuthConfig"_s));
        QVERIFY_RESULT(await(m_session->refresh()));
        QCOMPARE(m_session->inventory()->authConfig.error().code, ErrorCode::CmdletNotFound);
        QVERIFY(!m_session->inventory()->configuration.failure);
        QVERIFY(m_session->inventory()->sendConnectors.has_value());
        QVERIFY(has(findings::Code::PartNotRead));
        QVERIFY(isRead(entry("EX02")));
    }

    // What was read before is as good as before
    void cancelledRefresh_leavesTheBasisOfChanges()
    {
        QVERIFY_RESULT(await(m_session->refresh()));
        m_shell->silence(u"EX02"_s);
        const auto reading = m_session->refresh();
        QTRY_VERIFY(entry("EX02")->reading.isAwaited && isRead(entry("EX01")));
        m_session->cancelRefresh();
        QCOMPARE(await(reading).error().code, ErrorCode::Cancelled);
        QCOMPARE(entry("EX02")->reading.failure->code, ErrorCode::Cancelled);
        QCOMPARE(readHere(m_session->inventory()), m_session->inventory());
    }

    // A newer store beside the configuration from before would make the new Auth certificate look unused
    void cancelledBeforeTheConfiguration_leavesTheRowsAsOldAsIt()
    {
        QVERIFY_RESULT(await(m_session->refresh()));
        const qsizetype before = entry("EX01")->certificates->size();
        const QByteArray next = certificateDer(u"CN=Microsoft Exchange Server Auth Certificate"_s);
        m_organisation->certificates[u"EX01"_s].output.items.append(certificateObject(u"EX01"_s, next));
        m_organisation->authConfigs = {authConfigObject(ScriptedOrganisation::thumbprintOf(next))};
        m_shell->silence(u"Get-AuthConfig"_s);
        int left = -1;
        const QMetaObject::Connection counting = QObject::connect(m_session.get(), &Session::refreshProgressed,
            m_session.get(), [&left](int done, int total) { left = total - done; });
        const auto reading = m_session->refresh();
        QTRY_COMPARE(left, 1);
        QObject::disconnect(counting);
        QThreadPool::globalInstance()->waitForDone(); // what has been answered is decoded there
        QCoreApplication::processEvents();
        m_session->cancelRefresh();
        QCOMPARE(await(reading).error().code, ErrorCode::Cancelled);
        QCOMPARE(m_session->inventory()->authConfig->current.toString(), m_auth);
        QCOMPARE(entry("EX01")->certificates->size(), before);
        QCOMPARE(entry("EX01")->reading.failure->code, ErrorCode::Cancelled);
    }

    void lostConnection_keepsEverything_marked()
    {
        const auto first = await(m_session->refresh());
        QVERIFY_RESULT(first);
        for (int n = 1; n <= 40; ++n)
            m_scripted->failInvocation(n, {ErrorCode::ConnectionLost, {}, {}});
        const auto second = await(m_session->refresh());
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::ConnectionLost);
        QCOMPARE(m_session->inventory()->servers.size(), 3);
        QCOMPARE(m_session->inventory()->takenUtc, (*first)->takenUtc);
        QCOMPARE(m_session->inventory()->authConfig->current.toString(), m_auth);
        QVERIFY(m_session->inventory()->configuration.failure);
        for (const ServerEntry &each : m_session->inventory()->servers) {
            QVERIFY(each.certificates.has_value());
            QCOMPARE(each.reading.failure->code, ErrorCode::ConnectionLost);
            QVERIFY(!each.reading.isAwaited);
        }
    }

    void cancelled_keepsWhatWasRead_andMarksTheRest()
    {
        m_shell->silence(u"EX02"_s);
        const auto reading = m_session->refresh();
        QTRY_VERIFY(isRead(entry("EX01")) && isRead(entry("EX03")));
        m_session->cancelRefresh();
        QCOMPARE(await(reading).error().code, ErrorCode::Cancelled);
        QVERIFY(!m_session->isRefreshing());
        QVERIFY(isRead(entry("EX01")));
        QCOMPARE(whyNot(entry("EX02")), ErrorCode::NotRead);
        QCOMPARE(entry("EX02")->reading.failure->code, ErrorCode::Cancelled);
        QVERIFY(!m_session->inventory()->isAwaited());
        m_shell->speak(u"EX02"_s);
        QVERIFY_RESULT(await(m_session->refreshServer(ServerId(u"EX02"_s))));
        QVERIFY(isRead(entry("EX02")));
    }

    // An old row proves nothing against a configuration that is younger than it
    void oldRow_lacksNothing_thatTheConfigurationNamesSince()
    {
        QVERIFY_RESULT(await(m_session->refresh()));
        const QByteArray next = certificateDer(u"CN=Microsoft Exchange Server Auth Certificate"_s);
        for (const QString &name : {u"EX01"_s, u"EX03"_s})
            m_organisation->certificates[name].output.items.append(certificateObject(name, next));
        m_organisation->authConfigs = {authConfigObject(ScriptedOrganisation::thumbprintOf(next))};
        m_shell->silence(u"EX02"_s);
        const auto reading = m_session->refresh();
        QTRY_VERIFY(entry("EX01")->certificates->size() == 2 && entry("EX03")->certificates->size() == 2);
        QVERIFY(entry("EX02")->reading.isOutrun);
        QVERIFY(!has(findings::Code::AuthMissingOnServer));
        m_shell->speak(u"EX02"_s);
        QVERIFY_RESULT(await(reading));
        QVERIFY(has(findings::Code::AuthMissingOnServer));
    }

    void serverThatIsGone_goes_andANewOneComes()
    {
        QVERIFY_RESULT(await(m_session->refresh()));
        m_organisation->servers.removeLast();
        m_organisation->addMailboxServer(u"EX04"_s);
        m_shell->silence(u"EX04"_s);
        const auto reading = m_session->refresh();
        QTRY_VERIFY(entry("EX04") != nullptr && entry("EX03") == nullptr);
        QCOMPARE(whyNot(entry("EX04")), ErrorCode::BeingRead);
        m_shell->speak(u"EX04"_s);
        QVERIFY_RESULT(await(reading));
        QVERIFY(isRead(entry("EX04")));
    }

    void keptInventory_isShown_andTurnsFreshRowByRow()
    {
        QVERIFY_RESULT(await(m_session->refresh()));
        const InventoryPtr kept = m_session->inventory();
        Session later(m_shell);
        later.startFrom(kept);
        QCOMPARE(later.inventory()->certificateCount(), kept->certificateCount());
        QVERIFY(later.inventory()->configuration.isKept);
        QCOMPARE(notReadHere(*later.inventory(), {})->code, ErrorCode::NotReadHere);
        QVERIFY(!readHere(later.inventory())->find(ServerId(u"EX01"_s))->certificates);
        m_shell->silence(u"EX02"_s);
        const auto reading = later.refresh();
        const auto at = [&later](const QString &name) { return later.inventory()->find(ServerId(name)); };
        QTRY_VERIFY(isRead(at(u"EX01"_s)) && isRead(at(u"EX03"_s)));
        QVERIFY(at(u"EX02"_s)->certificates.has_value());
        QVERIFY(at(u"EX02"_s)->reading.isKept && at(u"EX02"_s)->reading.isAwaited);
        // EX01 can be changed already, EX02 not
        QVERIFY(!notReadHere(*later.inventory(), {ServerId(u"EX01"_s)}));
        QCOMPARE(notReadHere(*later.inventory(), {ServerId(u"EX01"_s), ServerId(u"EX02"_s)})->subject, u"EX02"_s);
        m_shell->speak(u"EX02"_s);
        QVERIFY_RESULT(await(reading));
        QVERIFY(isRead(at(u"EX02"_s)));
        QVERIFY(!notReadHere(*later.inventory(), {ServerId(u"EX02"_s)}));
        QCOMPARE(readHere(later.inventory()), later.inventory());
    }

    // What is shown of it is old; a change is composed as for any server that does not answer
    void keptServer_thatDoesNotAnswer_holdsUpNothing_andIsNoBasis()
    {
        QVERIFY_RESULT(await(m_session->refresh()));
        Session later(m_shell);
        later.startFrom(m_session->inventory());
        m_organisation->certificates[u"EX02"_s] = ScriptedReply::fails(ErrorCode::ServerUnreachable);
        QVERIFY_RESULT(await(later.refresh()));
        const ServerEntry *shown = later.inventory()->find(ServerId(u"EX02"_s));
        QVERIFY(shown->certificates && shown->reading.isKept && shown->reading.failure);
        QVERIFY(!notReadHere(*later.inventory(), {ServerId(u"EX02"_s)}));
        const InventoryPtr basis = readHere(later.inventory());
        QCOMPARE(whyNot(basis->find(ServerId(u"EX02"_s))), ErrorCode::ServerUnreachable);
    }

private:
    [[nodiscard]] const ServerEntry *entry(const char *name) const
    {
        return m_session->inventory() ? m_session->inventory()->find(ServerId(QString::fromLatin1(name))) : nullptr;
    }
    [[nodiscard]] bool has(findings::Code code) const
    {
        const auto found = findings::findingsOf(*m_session->inventory(), {}, m_session->nowUtc());
        return std::any_of(
            found.begin(), found.end(), [code](const findings::Finding &finding) { return finding.code == code; });
    }

    std::unique_ptr<ScriptedOrganisation> m_organisation;
    std::shared_ptr<ScriptedShell> m_scripted;
    std::shared_ptr<SilentServers> m_shell;
    std::unique_ptr<Session> m_session;
    QString m_auth;
};

KAKUIN_TEST(tst_GrowingInventory)

} // namespace tests::tst_growinginventory

#include "tst_growinginventory.moc"

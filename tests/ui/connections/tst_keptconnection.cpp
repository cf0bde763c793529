// SPDX-License-Identifier: MIT
#include "core/plan/renewdraft.h"
#include "tests/testkit/await.h"
#include "tests/testkit/silentservers.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/connections/connectfixture.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizards/taskwizards.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

namespace tests::tst_keptconnection {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;

/// What a connection was when it was read last is there at the next opening, and is no basis for changes.
class tst_KeptConnection final : public ConnectFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeLab(); }
    void init()
    {
        m_silent = std::make_shared<SilentServers>(m_lab);
        begin();
        m_workspace->setKeepsInventories(true);
    }
    void cleanup() { end(); }

    void nextOpening_beginsWithWhatWasRead_andTurnsFresh()
    {
        readOnce();
        const domain::InventoryPtr before = session().inventory();
        m_silent->silence(u"MBX02"_s);
        open();
        const auto reading = session().refresh();
        QTRY_VERIFY(session().inventory() != nullptr);
        QCOMPARE(session().inventory()->certificateCount(), before->certificateCount());
        QTRY_VERIFY(entry(u"MBX01"_s)->reading.isFresh());
        QVERIFY(entry(u"MBX02"_s)->certificates && entry(u"MBX02"_s)->reading.isKept);
        QVERIFY(entry(u"MBX02"_s)->reading.isAwaited);
        m_silent->speak(u"MBX02"_s);
        QVERIFY_RESULT(await(reading, patienceMs));
        QVERIFY(entry(u"MBX02"_s)->reading.isFresh());
        QVERIFY(!session().inventory()->configuration.isKept);
    }

    // On Review nothing can be run, and it says why, until the plan's server was read
    void review_refuses_untilItsServerWasRead()
    {
        readOnce();
        const plan::Plan ofSlow = renewalOf(u"MBX02"_s);
        const plan::Plan ofQuick = renewalOf(u"MBX01"_s);
        QVERIFY(!ofSlow.steps.isEmpty() && !ofQuick.steps.isEmpty());
        m_silent->silence(u"MBX02"_s);
        open();
        const auto reading = session().refresh();
        QTRY_VERIFY(session().inventory() && entry(u"MBX01"_s)->reading.isFresh());
        QCOMPARE(refusalOf(ofQuick), QString());
        const std::unique_ptr<ui::TaskWizard> wizard(review(ofSlow));
        QVERIFY2(messageOf(*wizard).contains(u"MBX02"_s), qPrintable(messageOf(*wizard)));
        // and no draft renews anything on it
        QVERIFY(!domain::readHere(session().inventory())->find(domain::ServerId(u"MBX02"_s))->certificates);
        m_silent->speak(u"MBX02"_s);
        QVERIFY_RESULT(await(reading, patienceMs));
        QTRY_COMPARE(messageOf(*wizard), QString());
    }

    void cancelledReading_isNotKept()
    {
        m_silent->silence(u"Get-AuthConfig"_s);
        open();
        const auto reading = session().refresh();
        QTRY_VERIFY(session().inventory() != nullptr && m_silent->waitingFor(u"Get-AuthConfig"_s) == 1);
        session().cancelRefresh();
        QCOMPARE(await(reading, patienceMs).error().code, ErrorCode::Cancelled);
        m_workspace.reset(); // waits for what is still written
        QVERIFY(keptFiles().isEmpty());
    }

    // Two endpoints of one host may be tunnels to two organisations
    void anotherEndpointOfTheHost_hasAFileOfItsOwn()
    {
        readOnce();
        connection::ConnectionProfile other = profile();
        other.address += u"?organisation=other"_s;
        QVERIFY_RESULT(await(m_workspace->openConnection(other, Secret(QLatin1String(password))), patienceMs));
        QVERIFY(session().inventory() == nullptr);
        QVERIFY_RESULT(await(session().refresh(), patienceMs));
        QTRY_COMPARE(keptFiles().size(), 2);
    }

    void keepingSwitchedOff_leavesNoFile()
    {
        readOnce();
        m_workspace->setKeepsInventories(false);
        QVERIFY(keptFiles().isEmpty());
        QVERIFY_RESULT(await(session().refresh(), patienceMs));
        open();
        QVERIFY(session().inventory() == nullptr);
        QVERIFY(keptFiles().isEmpty());
    }

private:
    std::shared_ptr<shell::Shell> served() override { return m_silent; }
    void open()
    {
        const auto opened = await(m_workspace->openConnection(profile(), Secret(QLatin1String(password))), patienceMs);
        QVERIFY_RESULT(opened);
    }
    void readOnce()
    {
        open();
        QVERIFY_RESULT(await(session().refresh(), patienceMs));
        QTRY_COMPARE(keptFiles().size(), 1);
    }
    [[nodiscard]] session::Session &session() const { return *m_workspace->session(); }
    [[nodiscard]] const domain::ServerEntry *entry(const QString &server) const
    {
        return session().inventory()->find(domain::ServerId(server));
    }
    [[nodiscard]] plan::Plan renewalOf(const QString &server) const
    {
        plan::RenewDraft draft(session().inventory(), session().nowUtc());
        draft.setTargets({{domain::ServerId(server), entry(server)->transport->thumbprint}});
        return draft.plan();
    }
    [[nodiscard]] ui::TaskWizard *review(const plan::Plan &plan) const
    {
        return ui::makePlanWizard(
            *m_workspace, [plan](const domain::Inventory &, const QDateTime &) { return plan; }, {}, nullptr);
    }
    [[nodiscard]] static QString messageOf(const ui::TaskWizard &wizard)
    {
        const auto *bar = wizard.findChild<ui::MessageBar *>(u"refusalBar"_s);
        return bar->isVisibleTo(&wizard) ? bar->message() : QString();
    }
    [[nodiscard]] QString refusalOf(const plan::Plan &plan) const
    {
        return messageOf(*std::unique_ptr<ui::TaskWizard>(review(plan)));
    }
    [[nodiscard]] QStringList keptFiles() const
    {
        return QDir(m_folder->filePath(u"data/kept"_s)).entryList({u"*.inventory"_s}, QDir::Files);
    }

    std::shared_ptr<SilentServers> m_silent;
};

KAKUIN_GUI_TEST(tst_KeptConnection)

} // namespace tests::tst_keptconnection

#include "tst_keptconnection.moc"

// SPDX-License-Identifier: MIT
#include "core/connection/directorytrial.h"
#include "core/connection/shellopener.h"
#include "core/domain/roles.h"
#include "core/lab/labshell.h"
#include "core/plan/removalpreflight.h"
#include "core/session/session.h"
#include "labserver/httpfront.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/narrowedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/throwawayslapd.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_directoryjoin {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;
using connection::ConnectionProfile;
using domain::ServerId;

/// A connection whose PowerShell has no Get-ADObject, as Exchange's has none, beside a directory: what no cmdlet tells
/// of Client Access servers comes from there.
class tst_DirectoryJoin final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void trial_countsWhatCanBeRead();
    void clientAccessServers_haveTheirRole_fromTheDirectory();
    void withoutADirectory_theRoleIsNotKnown();
    void directoryThatIsNotThere_leavesTheReason_andEverythingElse();

private:
    [[nodiscard]] static QByteArray pemOf(const QString &file);
    [[nodiscard]] ConnectionProfile profile() const;
    [[nodiscard]] Result<domain::InventoryPtr> read(const ConnectionProfile &profile);
    [[nodiscard]] static Secret password() { return Secret(ThrowawaySlapd::password()); }

    QTemporaryDir m_folder;
    std::shared_ptr<lab::LabShell> m_lab;
    ThrowawaySlapd m_slapd;
    std::unique_ptr<labserver::WsmanFront> m_wsman;
    std::unique_ptr<labserver::HttpFront> m_http;
    std::unique_ptr<session::Session> m_session;
    domain::Thumbprint m_transport; ///< of EXCAS1
};

QByteArray tst_DirectoryJoin::pemOf(const QString &file)
{
    QFile pem(file);
    return pem.open(QIODevice::ReadOnly) ? pem.readAll() + '\n' : QByteArray();
}

void tst_DirectoryJoin::initTestCase()
{
    const auto made = await(
        lab::LabShell::create(m_folder.filePath(u"a.kakuinlab"_s), lab::Preset::Contoso2013), foreignPatienceMs);
    QVERIFY_RESULT(made);
    m_lab = *made;
    // what the directory holds is what the practice organisation would have said
    session::Session whole(m_lab);
    const auto inventory = await(whole.refresh(), foreignPatienceMs);
    QVERIFY_RESULT(inventory);
    const domain::ServerEntry *excas = (*inventory)->find(ServerId(u"EXCAS1"_s));
    QVERIFY(excas != nullptr);
    QVERIFY_RESULT(excas->transport);
    m_transport = excas->transport->thumbprint;
    m_slapd.addServer(u"EXCAS1"_s, excas->find(m_transport)->facts.der);
    m_slapd.addServer(u"CAS01"_s, {});
    QVERIFY_RESULT(m_slapd.start());

    m_wsman = std::make_unique<labserver::WsmanFront>(std::make_unique<labserver::ShellServer>(
        std::make_shared<NarrowedShell>(m_lab, QStringList{u"Get-ADObject"_s})));
    m_http = std::make_unique<labserver::HttpFront>(m_wsman->connections());
    QVERIFY_RESULT(m_http->listen());
    const QString credentials = ThrowawaySlapd::reader() + u':' + ThrowawaySlapd::password();
    m_http->setAuthorization("Basic " + credentials.toUtf8().toBase64());
    QFile authorities(m_folder.filePath(u"ca.pem"_s));
    QVERIFY(authorities.open(QIODevice::WriteOnly));
    QVERIFY(authorities.write(pemOf(m_http->caFile()) + pemOf(m_slapd.caFile())) > 0);
}

ConnectionProfile tst_DirectoryJoin::profile() const
{
    ConnectionProfile profile;
    profile.name = u"Contoso"_s;
    profile.address = m_http->url();
    profile.signIn = connection::SignIn::Basic;
    profile.user = ThrowawaySlapd::reader();
    profile.authorityFile = m_folder.filePath(u"ca.pem"_s);
    profile.directoryAddress = u"%1:%2"_s.arg(ThrowawaySlapd::host()).arg(m_slapd.tlsPort());
    profile.directorySecurity = connection::DirectorySecurity::Ldaps;
    return profile;
}

Result<domain::InventoryPtr> tst_DirectoryJoin::read(const ConnectionProfile &profile)
{
    const auto opened = await(connection::openShell(profile, password(), u"en-US"_s), foreignPatienceMs);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    m_session = std::make_unique<session::Session>(opened->shell);
    return await(m_session->refresh(), foreignPatienceMs);
}

void tst_DirectoryJoin::trial_countsWhatCanBeRead()
{
    const auto trial = await(connection::tryDirectory(profile(), password()), foreignPatienceMs);
    QVERIFY_RESULT(trial);
    QCOMPARE(trial->servers, 2);
    QCOMPARE(trial->readable, 1);
    const auto refused = await(connection::tryDirectory(profile(), Secret(u"wrong"_s)), foreignPatienceMs);
    QCOMPARE(codeOf(refused), ErrorCode::SignInRefused);
    ConnectionProfile none = profile();
    none.directoryAddress.clear();
    QCOMPARE(codeOf(await(connection::tryDirectory(none, password()))), ErrorCode::InvalidArgument);
}

void tst_DirectoryJoin::clientAccessServers_haveTheirRole_fromTheDirectory()
{
    const auto inventory = read(profile());
    QVERIFY_RESULT(inventory);
    const domain::ServerEntry *excas = (*inventory)->find(ServerId(u"EXCAS1"_s));
    QVERIFY_RESULT(excas->transport);
    QCOMPARE(excas->transport->thumbprint, m_transport);
    QCOMPARE(excas->transport->origin, domain::TransportAssignment::Origin::Directory);
    const auto roles = domain::rolesOf(*excas->find(m_transport), **inventory);
    const auto role = std::find_if(
        roles.begin(), roles.end(), [](const auto &known) { return known.role == domain::Role::InternalTransport; });
    QVERIFY(role != roles.end());
    QCOMPARE(role->source, domain::RoleEvidence::Source::Directory);
    // the other one's attribute is not there, which is not the same as none
    QCOMPARE(codeOf((*inventory)->find(ServerId(u"CAS01"_s))->transport), ErrorCode::DirectoryValueMissing);
}

void tst_DirectoryJoin::withoutADirectory_theRoleIsNotKnown()
{
    ConnectionProfile none = profile();
    none.directoryAddress.clear();
    const auto inventory = read(none);
    QVERIFY_RESULT(inventory);
    const domain::ServerEntry *excas = (*inventory)->find(ServerId(u"EXCAS1"_s));
    QVERIFY(!excas->transport);
    // a removal says so, before anybody believes that nothing depends on it
    const auto items = plan::removalPreflight({ServerId(u"EXCAS1"_s), m_transport}, **inventory, m_session->nowUtc());
    QVERIFY(std::any_of(items.begin(), items.end(), [](const plan::PreflightItem &item) {
        return item.check == plan::RemovalCheck::InternalTransport && item.verdict == plan::Verdict::NotKnown;
    }));
}

void tst_DirectoryJoin::directoryThatIsNotThere_leavesTheReason_andEverythingElse()
{
    ConnectionProfile closed = profile();
    closed.directoryAddress = u"127.0.0.1:1"_s;
    const auto inventory = read(closed);
    QVERIFY_RESULT(inventory);
    const domain::ServerEntry *excas = (*inventory)->find(ServerId(u"EXCAS1"_s));
    QCOMPARE(codeOf(excas->transport), ErrorCode::PortClosed);
    QVERIFY_RESULT(excas->certificates);
    QVERIFY_RESULT((*inventory)->find(ServerId(u"MBX01"_s))->transport);
}

KAKUIN_TEST(tst_DirectoryJoin, testkit::ThrowawaySlapd::requirement)

} // namespace tests::tst_directoryjoin

#include "tst_directoryjoin.moc"

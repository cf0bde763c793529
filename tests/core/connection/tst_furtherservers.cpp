// SPDX-License-Identifier: MIT
#include "core/connection/shellopener.h"
#include "core/lab/labshell.h"
#include "core/session/session.h"
#include "labserver/httpfront.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_furtherservers {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;
using connection::ConnectionProfile;

namespace {

constexpr int patienceMs = 60'000;

/// One server of the organisation.
struct Endpoint final {
    explicit Endpoint(const std::shared_ptr<shell::Shell> &shell)
        : wsman(std::make_unique<labserver::ShellServer>(shell))
        , http(wsman.connections())
    {
        http.setAuthorization("Basic " + QByteArray("admin:geheim").toBase64());
    }
    labserver::WsmanFront wsman;
    labserver::HttpFront http;
};

} // namespace

/// A connection with further servers, over HTTPS: they share the reading, and nothing hangs on them.
class tst_FurtherServers final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyServer_takesItsShare();
    void serverThatIsNotThere_isTold_andTheRestIsRead();

private:
    [[nodiscard]] ConnectionProfile profile() const;
    [[nodiscard]] Result<connection::OpenedShell> open(const ConnectionProfile &profile) const
    {
        return await(connection::openShell(profile, Secret(u"geheim"_s), u"en-US"_s), patienceMs);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Endpoint> m_first;
    std::unique_ptr<Endpoint> m_second;
};

void tst_FurtherServers::initTestCase()
{
    const auto lab
        = await(lab::LabShell::create(m_folder.filePath(u"a.kakuinlab"_s), lab::Preset::Contoso2013), patienceMs);
    QVERIFY_RESULT(lab);
    m_first = std::make_unique<Endpoint>(*lab);
    m_second = std::make_unique<Endpoint>(*lab);
    QFile authorities(m_folder.filePath(u"ca.pem"_s));
    QVERIFY(authorities.open(QIODevice::WriteOnly));
    for (Endpoint *endpoint : {m_first.get(), m_second.get()}) {
        QVERIFY_RESULT(endpoint->http.listen());
        QFile pem(endpoint->http.caFile());
        QVERIFY(pem.open(QIODevice::ReadOnly));
        QVERIFY(authorities.write(pem.readAll() + '\n') > 0);
    }
}

ConnectionProfile tst_FurtherServers::profile() const
{
    ConnectionProfile profile;
    profile.address = m_first->http.url();
    profile.signIn = connection::SignIn::Basic;
    profile.user = u"admin"_s;
    profile.authorityFile = m_folder.filePath(u"ca.pem"_s);
    return profile;
}

void tst_FurtherServers::everyServer_takesItsShare()
{
    ConnectionProfile shared = profile();
    shared.furtherAddresses = QStringList{m_second->http.url()};
    const auto opened = open(shared);
    QVERIFY_RESULT(opened);
    QTRY_VERIFY_WITH_TIMEOUT(m_second->wsman.shells() == 1, patienceMs);
    // it takes part as soon as it has said what it can; then it is asked, too
    session::Session session(opened->shell);
    const auto whole = await(session.refresh(), patienceMs);
    QVERIFY_RESULT(whole);
    const int before = m_second->http.bodies();
    const auto again = await(session.refresh(), patienceMs);
    QVERIFY_RESULT(again);
    // more than the question that always waits there
    QVERIFY2(m_second->http.bodies() > before + 3, "the second server was asked nothing");
    QVERIFY((*again)->servers.size() > 4);
    for (const domain::ServerEntry &server : (*again)->servers)
        QVERIFY2(server.certificates || server.server.isEdge(), qPrintable(server.server.id.name()));
    QVERIFY((*again)->problems.isEmpty());
}

void tst_FurtherServers::serverThatIsNotThere_isTold_andTheRestIsRead()
{
    ConnectionProfile shared = profile();
    shared.furtherAddresses = QStringList{u"https://localhost:1/PowerShell/"_s};
    const auto opened = open(shared);
    QVERIFY_RESULT(opened);
    QTRY_VERIFY_WITH_TIMEOUT(!opened->shell->problems().isEmpty(), patienceMs);
    QCOMPARE(opened->shell->problems().first().code, ErrorCode::PortClosed);
    session::Session session(opened->shell);
    const auto whole = await(session.refresh(), patienceMs);
    QVERIFY_RESULT(whole);
    for (const domain::ServerEntry &server : (*whole)->servers)
        QVERIFY2(server.certificates || server.server.isEdge(), qPrintable(server.server.id.name()));
    QCOMPARE((*whole)->problems.size(), 1); // and that it is not there stands beside what was read
}

KAKUIN_TEST(tst_FurtherServers)

} // namespace tests::tst_furtherservers

#include "tst_furtherservers.moc"

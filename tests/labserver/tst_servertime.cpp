// SPDX-License-Identifier: MIT
#include "core/connection/shellopener.h"
#include "core/lab/labshell.h"
#include "core/session/session.h"
#include "labserver/labserver.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QTemporaryDir>

#include <QtTest/QTest>

namespace tests::tst_servertime {

using namespace kakuin;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

/// What is compared with a date, and what is sent as one, is the server's time.
class tst_ServerTime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void organisationsTime_isTheServers_notTheComputers();
};

void tst_ServerTime::organisationsTime_isTheServers_notTheComputers()
{
    QTemporaryDir folder;
    const Secret password(u"Kakuin-2026"_s);
    const auto lab = await(lab::LabShell::create(folder.filePath(u"lab.kakuinlab"_s), lab::Preset::Contoso2013));
    QVERIFY_RESULT(lab);
    QVERIFY_RESULT(await((*lab)->advanceClock(std::chrono::hours(72))));
    LabServer::Options options;
    options.password = password;
    const auto server = LabServer::start(*lab, options);
    QVERIFY_RESULT(server);
    const auto opened = await(connection::openShell((*server)->profile(), password, u"en-US"_s));
    QVERIFY_RESULT(opened);
    session::Session session(opened->shell);
    QVERIFY(std::abs(session.nowUtc().secsTo((*lab)->clock()->nowUtc())) <= 3);
    QVERIFY(SystemClock().nowUtc().secsTo(session.nowUtc()) > 71 * 3600);
    QVERIFY_RESULT(await((*lab)->advanceClock(std::chrono::hours(24)))); // while the session is open
    QVERIFY_RESULT(await(session.refresh()));
    QVERIFY(std::abs(session.nowUtc().secsTo((*lab)->clock()->nowUtc())) <= 3);
}

KAKUIN_TEST(tst_ServerTime)

} // namespace tests::tst_servertime

#include "tst_servertime.moc"

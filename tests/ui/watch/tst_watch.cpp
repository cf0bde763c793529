// SPDX-License-Identifier: MIT
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/verifyresult.h"
#include "ui/layoutstore.h"
#include "ui/organisationfeed.h"
#include "ui/views/findings/findingsfeed.h"
#include "ui/watch/watch.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>

namespace tests::tst_watch {

using namespace Qt::StringLiterals;
using namespace kakuin;

namespace {

models::FindingRowPtr row(const QString &key, findings::Severity severity)
{
    auto out = std::make_shared<models::FindingRow>();
    out->key = key;
    out->finding.severity = severity;
    return out;
}

} // namespace

class tst_Watch final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void new_isWhatWasNotThereBefore()
    {
        ui::NewFindings known;
        const auto a = row(u"a"_s, findings::Severity::Critical);
        const auto b = row(u"b"_s, findings::Severity::Warning);
        const auto note = row(u"c"_s, findings::Severity::Information);
        QVERIFY(known.take(u"x"_s, {a}).isEmpty()); // what there is when one looks first
        QCOMPARE(known.take(u"x"_s, {a, b, note}), QList{b});
        QVERIFY(known.take(u"x"_s, {a, b}).isEmpty());
        QVERIFY(known.take(u"x"_s, {b}).isEmpty());
        QCOMPARE(known.take(u"x"_s, {a, b}), QList{a}); // it came back
        QVERIFY(known.take(u"y"_s, {a, b}).isEmpty()); // another organisation
    }

    void finding_thatAppears_isToldOnce()
    {
        const QTemporaryDir folder;
        session::Workspace workspace(folder.path());
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        ui::LayoutStore layout(settings);
        QMainWindow window;
        ui::OrganisationFeed feed(workspace);
        ui::FindingsFeed findings(feed);
        ui::Watch watch(feed, findings, layout, &window);
        QSignalSpy told(&watch, &ui::Watch::appeared);
        feed.createPractice(lab::Preset::Small);
        QTRY_VERIFY_WITH_TIMEOUT(findings.model().inventory() != nullptr && !feed.isBusy(), 20'000);
        QCOMPARE(told.size(), 0);
        // ten years on, certificates have expired that had not
        QVERIFY_RESULT(testkit::await(workspace.lab()->advanceClock(std::chrono::hours(24 * 3650))));
        feed.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(told.size() > 0, 20'000);
        QTRY_VERIFY(!feed.isBusy());
        const qsizetype once = told.size();
        feed.refresh();
        QTRY_VERIFY(!feed.isBusy());
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), once);
    }

    void schedule_isRemembered_andNonsenseIsOff()
    {
        const QTemporaryDir folder;
        session::Workspace workspace(folder.path());
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        ui::LayoutStore layout(settings);
        QMainWindow window;
        ui::OrganisationFeed feed(workspace);
        ui::FindingsFeed findings(feed);
        {
            ui::Watch watch(feed, findings, layout, &window);
            QCOMPARE(watch.minutes(), 0);
            for (QAction *action : watch.menu()->actions()) {
                if (action->objectName() == u"watchEvery60Action")
                    action->trigger();
            }
            QCOMPARE(watch.minutes(), 60);
        }
        QCOMPARE(ui::Watch(feed, findings, layout, &window).minutes(), 60);
        layout.setWord(u"watch-minutes"_s, u"-5"_s);
        QCOMPARE(ui::Watch(feed, findings, layout, &window).minutes(), 0);
    }
};

KAKUIN_GUI_TEST(tst_Watch)

} // namespace tests::tst_watch

#include "tst_watch.moc"

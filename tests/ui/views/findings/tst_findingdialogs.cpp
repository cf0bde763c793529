// SPDX-License-Identifier: MIT
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/fakeuiservices.h"
#include "ui/opentask.h"
#include "ui/organisationfeed.h"
#include "ui/policystore.h"
#include "ui/views/findings/mutedialog.h"
#include "ui/views/findings/thresholdsdialog.h"

#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

namespace tests::tst_findingdialogs {

using namespace Qt::StringLiterals;
using namespace kakuin;
using advice::Policy;
using advice::Task;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

} // namespace

class tst_FindingDialogs final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mute_endsWithTheChosenDay()
    {
        ui::MuteDialog dialog(u"Expires soon"_s, now);
        QCOMPARE(dialog.untilUtc(), QDateTime(QDate(2026, 12, 23), QTime(0, 0), Qt::UTC)); // a month, to its end
        dialog.findChild<QComboBox *>(u"muteSpanCombo"_s)->setCurrentIndex(3);
        auto *day = dialog.findChild<QDateEdit *>(u"muteDayEdit"_s);
        QVERIFY(day->isEnabled());
        day->setDate(QDate(2020, 1, 1));
        QVERIFY(dialog.untilUtc() > now); // not in the past
    }

    void mute_wantsAReason()
    {
        ui::MuteDialog dialog(u"Expires soon"_s, now);
        const auto *button = dialog.findChild<QPushButton *>(u"muteButton"_s);
        QVERIFY(!button->isEnabled());
        testkit::type(&dialog, u"muteReasonEdit"_s, u"   "_s);
        QVERIFY(!button->isEnabled());
        testkit::type(&dialog, u"muteReasonEdit"_s, u" because "_s);
        QVERIFY(button->isEnabled());
        QCOMPARE(dialog.reason(), u"because"_s);
    }

    void thresholds_thatMakeNoSense_cannotBeApplied()
    {
        ui::ThresholdsDialog dialog{Policy()};
        const auto *apply = dialog.findChild<QPushButton *>(u"applyButton"_s);
        QVERIFY(apply->isEnabled());
        dialog.findChild<QSpinBox *>(u"criticalDaysSpin"_s)->setValue(60);
        QVERIFY(!apply->isEnabled());
        dialog.findChild<QSpinBox *>(u"criticalDaysSpin"_s)->setValue(59);
        QVERIFY(apply->isEnabled());
        dialog.findChild<QSpinBox *>(u"authNextDaysSpin"_s)->setValue(59);
        QVERIFY(!apply->isEnabled());
        testkit::press(&dialog, u"defaultsButton"_s);
        QCOMPARE(dialog.thresholds(), Policy());
    }

    void thresholds_areGivenOn()
    {
        ui::ThresholdsDialog dialog{Policy()};
        Policy chosen;
        connect(&dialog, &ui::ThresholdsDialog::chosen, &dialog, [&](const Policy &t) { chosen = t; });
        dialog.findChild<QSpinBox *>(u"warningDaysSpin"_s)->setValue(90);
        testkit::press(&dialog, u"applyButton"_s);
        QCOMPARE(chosen.warningDays, 90);
    }

    void policyOfEarlierVersions_isTakenOverOnce()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.conf"_s), QSettings::IniFormat);
        const QString earlier = u"layout/findings-thresholds"_s;
        settings.setValue(earlier, u"warningDays=90;criticalDays=20;authDays=70;smallestRsaBits=soon;gone=1"_s);
        Policy expected;
        expected.warningDays = 90;
        expected.criticalDays = 20;
        expected.authDays = 70;
        QCOMPARE(ui::PolicyStore(settings).policy(), expected);
        QVERIFY(!settings.contains(earlier));
        QCOMPARE(ui::PolicyStore(settings).policy(), expected); // from where it is kept now
        // what was chosen since stays
        settings.setValue(earlier, u"warningDays=120"_s);
        QCOMPARE(ui::PolicyStore(settings).policy(), expected);
        QVERIFY(!settings.contains(earlier));
        // numbers that do not make sense together are not taken over
        settings.clear();
        settings.setValue(earlier, u"warningDays=5;criticalDays=30"_s);
        QCOMPARE(ui::PolicyStore(settings).policy(), Policy());
        QVERIFY(settings.allKeys().isEmpty());
    }

    void policy_isKept()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.conf"_s), QSettings::IniFormat);
        ui::PolicyStore store(settings);
        QCOMPARE(store.policy(), Policy());
        Policy policy;
        policy.warningDays = 90;
        policy.promotionHours = 24;
        store.setPolicy(policy);
        QCOMPARE(ui::PolicyStore(settings).policy(), policy);
        settings.setValue(u"policy/promotionHours"_s, u"soon"_s); // keeps its default
        QCOMPARE(store.policy().promotionHours, Policy().promotionHours);
        QCOMPARE(store.policy().warningDays, 90);
        settings.setValue(u"policy/warningDays"_s, 5); // below critical: none of it
        QCOMPARE(store.policy(), Policy());
    }

    // ReadAgain and CheckPorts need no window of a task; see tst_livecheck
    void mend_opensItsWindow_data()
    {
        QTest::addColumn<Task::Kind>("kind");
        QTest::addColumn<bool>("opens");
        QTest::newRow("instructions") << Task::Kind::Instructions << false;
        QTest::newRow("renew") << Task::Kind::Renew << true;
        QTest::newRow("rotate") << Task::Kind::RotateAuth << true;
        QTest::newRow("follow") << Task::Kind::FollowRotation << true;
        QTest::newRow("assign") << Task::Kind::Assign << true;
        QTest::newRow("transport") << Task::Kind::TakeTransport << true;
        QTest::newRow("remove") << Task::Kind::Remove << true;
        QTest::newRow("export") << Task::Kind::Export << true;
        QTest::newRow("import") << Task::Kind::Import << true;
        QTest::newRow("read again") << Task::Kind::ReadAgain << false;
    }
    void mend_opensItsWindow()
    {
        QFETCH(Task::Kind, kind);
        QFETCH(bool, opens);
        const QTemporaryDir folder;
        session::Workspace workspace(folder.path());
        ui::OrganisationFeed feed(workspace);
        testkit::FakeUiServices::Seen seen;
        testkit::FakeUiServices services(seen);
        const domain::CertificateId id{
            domain::ServerId(u"EX01"_s), domain::Thumbprint::parse(QString(40, u'A')).value()};
        const Task task{kind, {id}, {id.server}, domain::Service::Iis};
        ui::openTask(task, services, feed, nullptr);
        QCOMPARE(seen.tasks, opens ? QList{task} : QList<Task>());
    }
};

KAKUIN_GUI_TEST(tst_FindingDialogs)

} // namespace tests::tst_findingdialogs

#include "tst_findingdialogs.moc"

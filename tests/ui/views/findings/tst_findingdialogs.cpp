// SPDX-License-Identifier: MIT
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/fakeuiservices.h"
#include "ui/opentask.h"
#include "ui/organisationfeed.h"
#include "ui/views/findings/mutedialog.h"
#include "ui/views/findings/thresholdsdialog.h"
#include "ui/views/findings/thresholdstext.h"

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

    void thresholds_surviveAsText()
    {
        Policy thresholds;
        thresholds.warningDays = 90;
        thresholds.promotionHours = 24;
        QCOMPARE(ui::thresholdsFromText(ui::thresholdsToText(thresholds)), thresholds);
        QCOMPARE(ui::thresholdsFromText(u"warningDays=70;unknown=3"_s).warningDays, 70);
        QCOMPARE(ui::thresholdsFromText(u"warningDays=5"_s), Policy()); // below critical: none of it
        QCOMPARE(ui::thresholdsFromText(u"warningDays=99999999999;=;;x"_s), Policy());
    }

    void mend_opensItsWindow_data()
    {
        QTest::addColumn<Task::Kind>("task");
        QTest::addColumn<QStringList>("opened");
        QTest::newRow("instructions") << Task::Kind::Instructions << QStringList();
        QTest::newRow("renew") << Task::Kind::Renew << QStringList{u"renew"_s};
        QTest::newRow("rotate") << Task::Kind::RotateAuth << QStringList{u"rotate"_s};
        QTest::newRow("follow") << Task::Kind::FollowRotation << QStringList{u"followRotation"_s};
        QTest::newRow("assign") << Task::Kind::Assign << QStringList{u"assign"_s};
        QTest::newRow("transport") << Task::Kind::TakeTransport << QStringList{u"transport"_s};
        QTest::newRow("remove") << Task::Kind::Remove << QStringList{u"remove"_s};
        QTest::newRow("import") << Task::Kind::Import << QStringList{u"import"_s};
        QTest::newRow("read again") << Task::Kind::ReadAgain << QStringList();
    }
    void mend_opensItsWindow()
    {
        QFETCH(Task::Kind, task);
        QFETCH(QStringList, opened);
        const QTemporaryDir folder;
        session::Workspace workspace(folder.path());
        ui::OrganisationFeed feed(workspace);
        testkit::FakeUiServices::Seen seen;
        testkit::FakeUiServices services(seen);
        const domain::CertificateId id{
            domain::ServerId(u"EX01"_s), domain::Thumbprint::parse(QString(40, u'A')).value()};
        ui::openTask({task, {id}, {id.server}}, services, feed, nullptr);
        QCOMPARE(seen.opened, opened);
        if (task == Task::Kind::Renew)
            QCOMPARE(seen.renewed, QList{id});
    }
};

KAKUIN_GUI_TEST(tst_FindingDialogs)

} // namespace tests::tst_findingdialogs

#include "tst_findingdialogs.moc"

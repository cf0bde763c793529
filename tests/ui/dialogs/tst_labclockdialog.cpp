// SPDX-License-Identifier: MIT
#include "ui/dialogs/labclockdialog.h"

#include "core/session/workspace.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/dialogs/dialogchecks.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

namespace tests::tst_labclockdialog {

using namespace Qt::StringLiterals;
using namespace kakuin;

/// The practice organisation's clock.
class tst_LabClockDialog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void clock_movesByTheChosenTime_data();
    void clock_movesByTheChosenTime();
    void move_isNotOffered_untilADateIsWaiting();
    void dialog_isNamedAndTranslated();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<session::Workspace> m_workspace;
};

void tst_LabClockDialog::initTestCase()
{
    m_workspace = std::make_unique<session::Workspace>(m_folder.path());
    QVERIFY_RESULT(testkit::await(m_workspace->createPractice(lab::Preset::Small)));
    QVERIFY_RESULT(testkit::await(m_workspace->session()->refresh()));
}

void tst_LabClockDialog::clock_movesByTheChosenTime_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("hours");
    QTest::newRow("an hour") << 0 << 0 << 1;
    QTest::newRow("two days") << 3 << 0 << 48;
    QTest::newRow("a number of days") << 6 << 5 << 120;
}

void tst_LabClockDialog::clock_movesByTheChosenTime()
{
    QFETCH(int, index);
    QFETCH(int, days);
    QFETCH(int, hours);
    ui::LabClockDialog dialog(*m_workspace->lab(), *m_workspace->session());
    dialog.open();
    dialog.findChild<QComboBox *>(u"amountCombo"_s)->setCurrentIndex(index);
    auto *spin = dialog.findChild<QSpinBox *>(u"daysSpin"_s);
    QCOMPARE(spin->isVisible(), days > 0);
    if (days > 0)
        spin->setValue(days);
    const QDateTime before = m_workspace->lab()->clock()->nowUtc();
    testkit::press(&dialog, u"moveClockButton"_s);
    auto *move = dialog.findChild<QPushButton *>(u"moveClockButton"_s);
    QVERIFY(!move->isEnabled());
    QTRY_VERIFY(move->isEnabled());
    const qint64 moved = before.secsTo(m_workspace->lab()->clock()->nowUtc());
    QVERIFY2(moved >= hours * 3600 && moved < hours * 3600 + 300, qPrintable(QString::number(moved)));
}

void tst_LabClockDialog::move_isNotOffered_untilADateIsWaiting()
{
    ui::LabClockDialog dialog(*m_workspace->lab(), *m_workspace->session());
    dialog.open();
    auto *amount = dialog.findChild<QComboBox *>(u"amountCombo"_s);
    amount->setCurrentIndex(5);
    QVERIFY(!dialog.findChild<QPushButton *>(u"moveClockButton"_s)->isEnabled());
    amount->setCurrentIndex(0);
    QVERIFY(dialog.findChild<QPushButton *>(u"moveClockButton"_s)->isEnabled());
}

void tst_LabClockDialog::dialog_isNamedAndTranslated()
{
    ui::LabClockDialog dialog(*m_workspace->lab(), *m_workspace->session());
    dialog.open();
    testkit::checkNames(dialog);
    testkit::checkLanguageSwitch(dialog);
}

KAKUIN_GUI_TEST(tst_LabClockDialog)

} // namespace tests::tst_labclockdialog

#include "tst_labclockdialog.moc"

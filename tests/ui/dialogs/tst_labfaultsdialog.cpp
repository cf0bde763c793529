// SPDX-License-Identifier: MIT
#include "ui/dialogs/labfaultsdialog.h"

#include "core/session/workspace.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/dialogs/dialogchecks.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QSpinBox>

namespace tests::tst_labfaultsdialog {

using namespace Qt::StringLiterals;
using namespace kakuin;

/// What is wrong with practice servers.
class tst_LabFaultsDialog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fault_takesEffectAtOnce_andIsShownAgain();
    void clearAll_mendsEveryServer();
    void dialog_isNamedAndTranslated();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<session::Workspace> m_workspace;
    QList<domain::ServerId> m_servers;
};

void tst_LabFaultsDialog::initTestCase()
{
    m_workspace = std::make_unique<session::Workspace>(m_folder.path());
    QVERIFY_RESULT(testkit::await(m_workspace->createPractice(lab::Preset::Small)));
    const auto inventory = testkit::await(m_workspace->session()->refresh());
    QVERIFY_RESULT(inventory);
    for (const domain::ServerEntry &entry : (*inventory)->servers)
        m_servers.append(entry.server.id);
}

void tst_LabFaultsDialog::fault_takesEffectAtOnce_andIsShownAgain()
{
    ui::LabFaultsDialog dialog(*m_workspace->lab(), m_servers);
    dialog.open();
    dialog.findChild<QComboBox *>(u"faultCombo0"_s)->setCurrentIndex(2);
    dialog.findChild<QSpinBox *>(u"latencySpin0"_s)->setValue(20);
    const lab::Fault wanted{lab::Fault::Kind::RpcError, std::chrono::milliseconds(20)};
    QTRY_COMPARE(m_workspace->lab()->faults().value(m_servers.first()), wanted);
    const auto read = testkit::await(m_workspace->session()->shell()->invoke(
        shell::Cmdlet(u"Get-ExchangeCertificate"_s).onServer(m_servers.first())));
    QVERIFY_RESULT(read);
    QVERIFY(read->hasErrors());

    const ui::LabFaultsDialog again(*m_workspace->lab(), m_servers);
    QCOMPARE(again.findChild<QComboBox *>(u"faultCombo0"_s)->currentIndex(), 2);
    QCOMPARE(again.findChild<QSpinBox *>(u"latencySpin0"_s)->value(), 20);
}

void tst_LabFaultsDialog::clearAll_mendsEveryServer()
{
    ui::LabFaultsDialog dialog(*m_workspace->lab(), m_servers);
    dialog.open();
    testkit::press(&dialog, u"clearFaultsButton"_s);
    const auto isMended = [this] {
        const auto faults = m_workspace->lab()->faults();
        return std::all_of(faults.begin(), faults.end(), [](const lab::Fault &each) { return each == lab::Fault(); });
    };
    QTRY_VERIFY(isMended());
    QCOMPARE(dialog.findChild<QComboBox *>(u"faultCombo0"_s)->currentIndex(), 0);
}

void tst_LabFaultsDialog::dialog_isNamedAndTranslated()
{
    ui::LabFaultsDialog dialog(*m_workspace->lab(), m_servers);
    dialog.open();
    testkit::checkNames(dialog);
    testkit::checkLanguageSwitch(dialog);
}

KAKUIN_GUI_TEST(tst_LabFaultsDialog)

} // namespace tests::tst_labfaultsdialog

#include "tst_labfaultsdialog.moc"

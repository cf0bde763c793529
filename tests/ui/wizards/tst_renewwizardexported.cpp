// SPDX-License-Identifier: MIT
#include "core/plan/renewdraft.h"
#include "core/session/workspace.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizards/shared/wizardpage.h"
#include "ui/wizards/taskwizards.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QPushButton>

namespace tests::tst_renewwizardexported {

using namespace Qt::StringLiterals;
using namespace kakuin;

/// The renewal over what real servers exported: it ends with a script.
class tst_RenewWizardExported final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void script_isTheLastPage();
    void script_staysUnwritten_whereTheFolderIsGone();

private:
    void saveAs(const QString &path);

    QTemporaryDir m_folder;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<ui::TaskWizard> m_wizard;
    plan::RenewDraft::Target m_target;
};

void tst_RenewWizardExported::init()
{
    const QDir captured(QStringLiteral(KAKUIN_CAPTURED_DATA) + u"/exchange"_s);
    if (!captured.exists())
        QSKIP("no files of real servers here");
    m_wizard.reset();
    m_workspace = std::make_unique<session::Workspace>(m_folder.path());
    QVERIFY_RESULT(testkit::await(m_workspace->openExported({captured.path()})));
    QVERIFY_RESULT(testkit::await(m_workspace->session()->refresh()));
    m_wizard = std::unique_ptr<ui::TaskWizard>(ui::makeTaskWizard(*m_workspace, {advice::Task::Kind::Renew, {}}));
    const QList<plan::RenewDraft::Target> candidates = m_wizard->draftAs<plan::RenewDraft>().candidates();
    const auto own = std::find_if(candidates.begin(), candidates.end(), [](const plan::RenewDraft::Target &each) {
        return each.areServicesKnown && each.services.testFlag(domain::Service::Smtp);
    });
    QVERIFY(own != candidates.end());
    m_target = *own;
    m_wizard
        = std::unique_ptr<ui::TaskWizard>(ui::makeTaskWizard(*m_workspace, {advice::Task::Kind::Renew, {own->id}}));
    m_wizard->open();
    testkit::press(m_wizard.get(), u"nextButton"_s);
    testkit::press(m_wizard.get(), u"nextButton"_s);
    QCOMPARE(m_wizard->currentPage()->objectName(), u"reviewPage"_s);
}

void tst_RenewWizardExported::saveAs(const QString &path)
{
    testkit::press(m_wizard.get(), u"nextButton"_s);
    auto *dialog = m_wizard->findChild<QFileDialog *>(u"saveScriptDialog"_s);
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
}

void tst_RenewWizardExported::script_isTheLastPage()
{
    auto *next = m_wizard->findChild<QPushButton *>(u"nextButton"_s);
    QCOMPARE(next->text(), u"Save as script…"_s);
    QVERIFY(!m_wizard->findChild<QWidget *>(u"saveScriptButton"_s)->isVisible());
    const QString path = m_folder.filePath(u"renewal.ps1"_s);
    saveAs(path);
    QVERIFY(m_wizard->findChild<ui::MessageBar *>(u"messageBar"_s)->message().contains(u"renewal.ps1"_s));
    QCOMPARE(m_wizard->currentPage()->objectName(), u"reviewPage"_s);
    QVERIFY(m_wizard->runner() == nullptr);

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    QVERIFY(bytes.contains("\r\n"));
    const QString script = QString::fromUtf8(bytes);
    QVERIFY(script.contains(u"Get-ExchangeCertificate -Server "_s + m_target.id.server.name()));
    QVERIFY(script.contains(m_target.id.thumbprint.toString()));
    QVERIFY(script.contains(u"New-ExchangeCertificate -Server "_s + m_target.id.server.name()));
    QVERIFY(script.contains(u"throw"_s));
    QVERIFY(!script.contains(u"-Force"_s));
    testkit::press(m_wizard.get(), u"cancelButton"_s);
    QVERIFY(!m_wizard->isVisible());
}

void tst_RenewWizardExported::script_staysUnwritten_whereTheFolderIsGone()
{
    saveAs(m_folder.filePath(u"gone/renewal.ps1"_s));
    const auto *bar = m_wizard->findChild<ui::MessageBar *>(u"messageBar"_s);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->severity(), models::Severity::Expired);
    QVERIFY(!QFile::exists(m_folder.filePath(u"gone/renewal.ps1"_s)));
}

KAKUIN_GUI_TEST(tst_RenewWizardExported)

} // namespace tests::tst_renewwizardexported

#include "tst_renewwizardexported.moc"

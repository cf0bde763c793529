// SPDX-License-Identifier: MIT
#include "core/plan/importdraft.h"
#include "core/plan/pfxfile.h"
#include "tests/testkit/await.h"
#include "tests/testkit/memorysearch.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "ui/wizards/taskwizards.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

namespace tests::tst_transferwizards {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::RenewalJourney;

/// A certificate goes out of one server in a PFX file and into another, through the wizards.
class tst_TransferWizards final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void exported_isImportedElsewhere();
    void wrongPassword_isSaid_andNothingIsSent();
    void unwritableFile_failsTheExport();
    void typedPassword_leavesNoCopyInMemory();
};

namespace {

const QString usualPassword = u"Blue 7 harbour!"_s;

// A certificate of MBX01 whose key can be exported
domain::CertificateId exportable(RenewalJourney &journey)
{
    shell::Cmdlet make(u"New-ExchangeCertificate"_s);
    make.onServer(domain::ServerId::fromHostName(u"MBX01"_s)).withServices({});
    make.with(u"PrivateKeyExportable"_s, true);
    if (!testkit::await(journey.session().shell()->invoke(make)) || !testkit::await(journey.session().refresh()))
        return {};
    return journey.added(u"MBX01"_s).isEmpty() ? domain::CertificateId() : journey.added(u"MBX01"_s).first().id();
}

void exportTo(RenewalJourney &journey, const domain::CertificateId &id, const QString &path,
    const QString &password = usualPassword)
{
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::Export, {id}});
    journey.startTask(wizard);
    testkit::type(wizard, u"pathEdit"_s, path);
    testkit::type(wizard, u"pfxPasswordEdit"_s, password);
    QVERIFY(!wizard->findChild<QPushButton *>(u"nextButton"_s)->isEnabled()); // not yet repeated
    testkit::type(wizard, u"pfxRepeatEdit"_s, password);
    journey.next();
    journey.next();
    QVERIFY(journey.hasResult());
}

} // namespace

void tst_TransferWizards::exported_isImportedElsewhere()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId id = exportable(journey);
    QVERIFY(!id.thumbprint.isNull());
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pfx"_s);
    exportTo(journey, id, path);
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Succeeded);
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    journey.wizard()->close();

    auto *import = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::Import, {}, {}});
    journey.startTask(import);
    testkit::type(import, u"pathEdit"_s, path);
    testkit::type(import, u"pfxPasswordEdit"_s, usualPassword);
    testkit::press(import, u"openFileButton"_s);
    QTRY_COMPARE(import->draftAs<plan::ImportDraft>().state(), plan::ImportDraft::FileState::Open);
    auto *servers = import->findChild<QListWidget *>(u"serversList"_s);
    servers->findItems(u"MBX02"_s, Qt::MatchExactly).first()->setCheckState(Qt::Checked);
    journey.next();
    journey.next();
    QVERIFY(journey.hasResult());
    QCOMPARE(import->runner()->state(), plan::OperationState::Succeeded);
    QCOMPARE(journey.added(u"MBX02"_s).size(), 1);
    QCOMPARE(journey.added(u"MBX02"_s).first().facts.thumbprint, id.thumbprint);
    QCOMPARE(journey.added(u"MBX02"_s).first().hasPrivateKey, std::optional(true));
}

void tst_TransferWizards::wrongPassword_isSaid_andNothingIsSent()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId id = exportable(journey);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pfx"_s);
    exportTo(journey, id, path);
    journey.wizard()->close();
    auto *import = ui::makeTaskWizard(
        journey.workspace(), {advice::Task::Kind::Import, {}, {domain::ServerId::fromHostName(u"MBX02"_s)}});
    journey.startTask(import);
    testkit::type(import, u"pathEdit"_s, path);
    testkit::type(import, u"pfxPasswordEdit"_s, u"something else"_s);
    testkit::press(import, u"openFileButton"_s);
    QTRY_COMPARE(import->draftAs<plan::ImportDraft>().state(), plan::ImportDraft::FileState::Failed);
    QCOMPARE(import->draftAs<plan::ImportDraft>().error()->code, ErrorCode::WrongPfxPassword);
    QVERIFY(!import->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
    QVERIFY(!import->findChild<QLabel *>(u"summaryLabel"_s)->text().isEmpty());
}

void tst_TransferWizards::unwritableFile_failsTheExport()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId id = exportable(journey);
    const QTemporaryDir folder;
    exportTo(journey, id, folder.filePath(u"no/such/folder/a.pfx"_s));
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Failed);
    QCOMPARE(journey.wizard()->runner()->firstError()->code, ErrorCode::FileUnwritable);
}

void tst_TransferWizards::typedPassword_leavesNoCopyInMemory()
{
    if (!testkit::SoughtSecret::isPossible())
        QSKIP("freed memory is not wiped in this build");
    const testkit::SoughtSecret sought;
    {
        RenewalJourney journey;
        QVERIFY_RESULT(journey.open());
        const domain::CertificateId id = exportable(journey);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.pfx"_s);
        exportTo(journey, id, path, sought.secret().text());
        QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Succeeded);
        delete journey.wizard(); // as its window does when it is closed
        auto *import = ui::makeTaskWizard(
            journey.workspace(), {advice::Task::Kind::Import, {}, {domain::ServerId::fromHostName(u"MBX02"_s)}});
        journey.startTask(import);
        testkit::type(import, u"pathEdit"_s, path);
        testkit::type(import, u"pfxPasswordEdit"_s, sought.secret().text());
        testkit::press(import, u"openFileButton"_s);
        QTRY_COMPARE(import->draftAs<plan::ImportDraft>().state(), plan::ImportDraft::FileState::Open);
        journey.next();
        journey.next();
        QVERIFY(journey.hasResult());
        QCOMPARE(import->runner()->state(), plan::OperationState::Succeeded);
        QVERIFY(!sought.copies().isEmpty()); // the wizard's field
        import->close();
    }
    QTRY_COMPARE(sought.copies(), QStringList());
}

KAKUIN_GUI_TEST(tst_TransferWizards)

} // namespace tests::tst_transferwizards

#include "tst_transferwizards.moc"

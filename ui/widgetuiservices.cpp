// SPDX-License-Identifier: MIT
#include "ui/widgetuiservices.h"

#include "text/collectortext.h"
#include "text/errortext.h"
#include "text/taskrights.h"
#include "ui/connections/connectdialog.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/comparedialog.h"
#include "ui/dialogs/labclockdialog.h"
#include "ui/dialogs/labfaultsdialog.h"
#include "ui/dialogs/livecheckdialog.h"
#include "ui/dialogs/practicedialog.h"
#include "ui/dialogs/savesnapshotdialog.h"
#include "ui/dialogs/snapshotcomparisondialog.h"
#include "ui/views/details/filesaver.h"
#include "ui/views/history/historydialog.h"
#include "ui/views/rotation/rotationdialog.h"
#include "ui/wizards/assign/assignwizard.h"
#include "ui/wizards/remove/removewizard.h"
#include "ui/wizards/renew/renewwizard.h"
#include "ui/wizards/resume/resumewizard.h"
#include "ui/wizards/rotate/rotatewizard.h"
#include "ui/wizards/transfer/exportwizard.h"
#include "ui/wizards/transfer/importwizard.h"

#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>

namespace kakuin::ui {
namespace {

void openOnce(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

// Also reached by other ways than by actions, which are off then: from findings and from the details
bool isRefused(const TaskRights::Obstacle &obstacle, QWidget *parent)
{
    if (obstacle.isNone())
        return false;
    auto *box
        = new QMessageBox(QMessageBox::Information, QString(), TaskRights::refusal(obstacle), QMessageBox::Ok, parent);
    box->setObjectName(QStringLiteral("rightsMissingBox"));
    box->setTextFormat(Qt::PlainText);
    openOnce(box);
    return true;
}

bool isRefused(TaskRights::Task task, const session::Workspace &workspace, QWidget *parent)
{
    return isRefused(TaskRights::obstacle(task, workspace.session()), parent);
}

} // namespace

WidgetUiServices::WidgetUiServices(
    const connection::ConnectionFile &connections, std::shared_ptr<connection::PasswordStore> passwords)
    : m_connections(connections)
    , m_passwords(std::move(passwords))
{
}

void WidgetUiServices::connectTo(session::Workspace &workspace, const QString &connection, QWidget *parent)
{
    auto *dialog = new ConnectDialog(workspace, m_connections, m_passwords, parent);
    openOnce(dialog);
    if (!connection.isEmpty())
        dialog->openConnection(connection);
}

void WidgetUiServices::renew(
    session::Workspace &workspace, const QList<domain::CertificateId> &certificates, QWidget *parent)
{
    if (isRefused(TaskRights::Task::Renew, workspace, parent))
        return;
    openTask(workspace, new RenewWizard(workspace, certificates, parent));
}

void WidgetUiServices::openTask(session::Workspace &workspace, TaskWizard *wizard)
{
    QWidget *parent = wizard->parentWidget();
    const Navigation navigate = navigation();
    if (navigate.showCertificate) {
        QObject::connect(
            wizard, &TaskWizard::certificateRequested, wizard, [wizard, navigate](const domain::CertificateId &id) {
                wizard->close(); // what is asked for lies beneath it
                navigate.showCertificate(id);
            });
    }
    QObject::connect(wizard, &TaskWizard::transportRequested, wizard,
        [this, &workspace, wizard, parent](const domain::CertificateId &id) {
            wizard->close();
            assign(workspace, id, true, {}, parent);
        });
    QObject::connect(wizard, &TaskWizard::rotationRequested, wizard, [this, &workspace, wizard, parent] {
        wizard->close();
        followRotation(workspace, parent);
    });
    if (navigate.openTask)
        QObject::connect(wizard, &TaskWizard::taskRequested, wizard, [wizard, navigate](const advice::Task &task) {
            wizard->close();
            navigate.openTask(task);
        });
    if (navigate.showCommandLog)
        QObject::connect(wizard, &TaskWizard::logRequested, wizard, navigate.showCommandLog);
    openOnce(wizard);
}

void WidgetUiServices::rotate(session::Workspace &workspace, const domain::Thumbprint &existing, QWidget *parent)
{
    if (isRefused(TaskRights::Task::Rotate, workspace, parent))
        return;
    openTask(workspace, new RotateWizard(workspace, parent, existing, workspace.policy()));
}

void WidgetUiServices::followRotation(session::Workspace &workspace, QWidget *parent)
{
    auto *dialog = new RotationDialog(workspace, parent, workspace.policy());
    QObject::connect(dialog, &RotationDialog::rotateRequested, dialog, [this, &workspace, dialog, parent] {
        dialog->close();
        rotate(workspace, {}, parent);
    });
    openOnce(dialog);
}

void WidgetUiServices::assign(session::Workspace &workspace, const domain::CertificateId &id, bool takesTransport,
    domain::ServiceSet services, QWidget *parent)
{
    if (isRefused(TaskRights::Task::Assign, workspace, parent))
        return;
    openTask(workspace,
        new AssignWizard(workspace, id,
            takesTransport ? AssignWizard::Start::InternalTransport : AssignWizard::Start::Services, services, parent));
}

void WidgetUiServices::remove(
    session::Workspace &workspace, const QList<domain::CertificateId> &certificates, QWidget *parent)
{
    if (isRefused(TaskRights::Task::Remove, workspace, parent))
        return;
    auto *wizard = new RemoveWizard(workspace, certificates, parent);
    // what stands in the way is mended in a window of its own; the removal can be begun again afterwards
    QObject::connect(wizard, &RemoveWizard::rotateRequested, wizard, [this, &workspace, wizard, parent] {
        wizard->close();
        followRotation(workspace, parent);
    });
    QObject::connect(wizard, &RemoveWizard::renewRequested, wizard,
        [this, &workspace, wizard, parent](const domain::CertificateId &id) {
            wizard->close();
            renew(workspace, {id}, parent);
        });
    QObject::connect(wizard, &RemoveWizard::assignRequested, wizard,
        [this, &workspace, wizard, parent](const domain::CertificateId &id) {
            wizard->close();
            const session::Session *session = workspace.session();
            const domain::Thumbprint heir = session == nullptr || session->inventory() == nullptr
                ? domain::Thumbprint()
                : plan::transportReplacements(id, *session->inventory(), session->nowUtc()).value(0);
            if (!heir.isNull())
                assign(workspace, {id.server, heir}, false, {}, parent);
        });
    openTask(workspace, wizard);
}

void WidgetUiServices::exportCertificate(
    session::Workspace &workspace, const domain::CertificateId &id, QWidget *parent)
{
    if (isRefused(TaskRights::Task::Export, workspace, parent))
        return;
    openTask(workspace, new ExportWizard(workspace, id, parent));
}

void WidgetUiServices::importCertificate(
    session::Workspace &workspace, const QList<domain::ServerId> &servers, QWidget *parent)
{
    if (isRefused(TaskRights::Task::Import, workspace, parent))
        return;
    openTask(workspace, new ImportWizard(workspace, servers, parent));
}

void WidgetUiServices::compare(session::Workspace &workspace, const domain::CertificateId &left,
    const domain::CertificateId &right, QWidget *parent)
{
    const session::Session *session = workspace.session();
    if (session != nullptr && session->inventory() != nullptr)
        openOnce(new CompareDialog(session->inventory(), left, right, session->nowUtc(), parent));
}

void WidgetUiServices::newPractice(session::Workspace &workspace, QWidget *parent)
{
    openOnce(new PracticeDialog(workspace, parent));
}

void WidgetUiServices::moveLabClock(session::Workspace &workspace, QWidget *parent)
{
    if (workspace.lab() != nullptr && workspace.session() != nullptr)
        openOnce(new LabClockDialog(*workspace.lab(), *workspace.session(), parent));
}

void WidgetUiServices::setLabFaults(session::Workspace &workspace, QWidget *parent)
{
    if (workspace.lab() == nullptr || workspace.session() == nullptr)
        return;
    QList<domain::ServerId> servers;
    if (const domain::InventoryPtr inventory = workspace.session()->inventory()) {
        for (const domain::ServerEntry &entry : inventory->servers)
            servers << entry.server.id;
    }
    openOnce(new LabFaultsDialog(*workspace.lab(), servers, parent));
}

void WidgetUiServices::showHistory(session::Workspace &workspace, const domain::CertificateId &id, QWidget *parent)
{
    const std::optional<domain::CertificateId> certificate
        = id.thumbprint.isNull() ? std::nullopt : std::optional<domain::CertificateId>(id);
    auto *history = new HistoryDialog(workspace, certificate, parent);
    // what is opened from here replaces it: both would show the same operation in two states
    QObject::connect(history, &HistoryDialog::continueRequested, history,
        [this, &workspace, history, parent](const plan::OperationRecord &operation) {
            history->close();
            resume(workspace, operation, parent);
        });
    QObject::connect(history, &HistoryDialog::transportRequested, history,
        [this, &workspace, history, parent](const domain::CertificateId &former) {
            history->close();
            assign(workspace, former, true, {}, parent);
        });
    QObject::connect(history, &HistoryDialog::rotationRequested, history, [this, &workspace, history, parent] {
        history->close();
        followRotation(workspace, parent);
    });
    openOnce(history);
}

void WidgetUiServices::resume(session::Workspace &workspace, const plan::OperationRecord &operation, QWidget *parent)
{
    if (isRefused(TaskRights::obstacle(workspace.session()), parent))
        return;
    openTask(workspace, new ResumeWizard(workspace, operation, parent));
}

void WidgetUiServices::saveSnapshot(session::Workspace &workspace, QWidget *parent)
{
    const session::Session *session = workspace.session();
    if (!session)
        return;
    auto *dialog = new QFileDialog(parent, tr("Save a snapshot"));
    dialog->setObjectName(QStringLiteral("saveSnapshotFileDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    const QString archive = tr("Archive (*.zip)");
    dialog->setNameFilters({archive, tr("Folder (*)")});
    const auto followFilter = [dialog, archive](const QString &filter) {
        dialog->setDefaultSuffix(filter == archive ? QStringLiteral("zip") : QString());
    };
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, followFilter);
    followFilter(archive);
    dialog->selectFile(FileSaver::fileNameFor(
        session->shell()->description().name + session->nowUtc().toString(QStringLiteral(" yyyy-MM-dd"))));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [&workspace, parent](const QString &path) {
        const session::Session *open = workspace.session();
        if (!open)
            return;
        // the dialog has asked already whether a file is to be replaced; a folder that exists never is
        snapshot::SnapshotTarget target{path, false};
        target.overwrites = target.isArchive();
        openOnce(new SaveSnapshotDialog(open->shell(), target, open->maxConcurrency(), parent));
    });
    openOnce(dialog);
}

void WidgetUiServices::saveCollectorScript(QWidget *parent)
{
    auto *saver = new FileSaver(parent);
    const auto done = [saver] { saver->deleteLater(); };
    QObject::connect(saver, &FileSaver::saved, parent, done);
    QObject::connect(saver, &FileSaver::failed, parent, [done, parent](const Error &error) {
        auto *box = new QMessageBox(
            QMessageBox::Critical, tr("Save the collector script"), ErrorText::full(error), QMessageBox::Close, parent);
        box->setObjectName(QStringLiteral("saveFailedBox"));
        box->setTextFormat(Qt::PlainText);
        openOnce(box);
        done();
    });
    saver->ask(tr("Save the collector script"), QStringLiteral("Collect-Kakuin.ps1"), {tr("PowerShell script (*.ps1)")},
        [](const QString &) { return CollectorText::script(); });
}

void WidgetUiServices::compareSnapshot(session::Workspace &workspace, QWidget *parent)
{
    const session::Session *session = workspace.session();
    if (!session || !session->inventory())
        return;
    auto *dialog = new SnapshotComparisonDialog(session->inventory(), session->shell()->description().name, parent);
    const Navigation navigate = navigation();
    QObject::connect(dialog, &SnapshotComparisonDialog::certificateRequested, dialog,
        [dialog, navigate](const domain::CertificateId &id) {
            dialog->close();
            if (navigate.showCertificate)
                navigate.showCertificate(id);
        });
    openOnce(dialog);
}

void WidgetUiServices::checkPorts(session::Workspace &workspace, const QList<domain::ServerId> &servers,
    const std::function<void()> &agreed, QWidget *parent)
{
    if (workspace.session() == nullptr || workspace.session()->inventory() == nullptr)
        return;
    auto *dialog = new LiveCheckDialog(workspace, servers, parent);
    QObject::connect(dialog, &QDialog::accepted, parent, agreed);
    openOnce(dialog);
}

void WidgetUiServices::about(QWidget *parent)
{
    openOnce(new AboutDialog(parent));
}

void WidgetUiServices::chooseExportedFolder(QWidget *parent, const PathsChosen &chosen)
{
    auto *dialog = new QFileDialog(parent, tr("Folder of exported data"));
    dialog->setObjectName(QStringLiteral("exportedFolderDialog"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, chosen);
    openOnce(dialog);
}

void WidgetUiServices::chooseExportedFiles(QWidget *parent, const PathsChosen &chosen)
{
    auto *dialog = new QFileDialog(parent, tr("Files of exported data"));
    dialog->setObjectName(QStringLiteral("exportedFilesDialog"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Exported data (*.zip *.xml *.clixml)"), tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, chosen);
    openOnce(dialog);
}

} // namespace kakuin::ui

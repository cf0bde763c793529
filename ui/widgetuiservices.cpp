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
#include "ui/views/left/lefttododialog.h"
#include "ui/views/rotation/rotationdialog.h"
#include "ui/wizards/taskwizards.h"

#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>

namespace kakuin::ui {

using Kind = advice::Task::Kind;

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

void WidgetUiServices::openTask(session::Workspace &workspace, const advice::Task &task, QWidget *parent)
{
    if (const auto right = rightFor(task.kind);
        right && isRefused(TaskRights::obstacle(*right, workspace.session()), parent))
        return;
    if (TaskWizard *wizard = makeTaskWizard(workspace, task, parent))
        return show(workspace, wizard);
    if (task.kind != Kind::FollowRotation)
        return;
    auto *dialog = new RotationDialog(workspace, parent, workspace.policy());
    QObject::connect(dialog, &RotationDialog::rotateRequested, dialog,
        [this, &workspace, dialog] { follow(workspace, {Kind::RotateAuth}, dialog); });
    QObject::connect(dialog, &RotationDialog::leftToDoRequested, dialog, [this, &workspace, dialog, parent] {
        dialog->close();
        openWindow(workspace, Window::LeftToDo, parent);
    });
    openOnce(dialog);
}

void WidgetUiServices::show(session::Workspace &workspace, TaskWizard *wizard)
{
    const Navigation navigate = navigation();
    if (navigate.showCertificate) {
        QObject::connect(
            wizard, &TaskWizard::certificateRequested, wizard, [wizard, navigate](const domain::CertificateId &id) {
                wizard->close(); // what is asked for lies beneath it
                navigate.showCertificate(id);
            });
    }
    QObject::connect(wizard, &TaskWizard::taskRequested, wizard,
        [this, &workspace, wizard](const advice::Task &task) { follow(workspace, task, wizard); });
    if (navigate.showCommandLog)
        QObject::connect(wizard, &TaskWizard::logRequested, wizard, navigate.showCommandLog);
    openOnce(wizard);
}

void WidgetUiServices::follow(session::Workspace &workspace, const advice::Task &task, QDialog *instead)
{
    QWidget *parent = instead->parentWidget();
    instead->close();
    if (navigation().openTask)
        navigation().openTask(task);
    else
        openTask(workspace, task, parent);
}

void WidgetUiServices::compare(session::Workspace &workspace, const domain::CertificateId &left,
    const domain::CertificateId &right, QWidget *parent)
{
    const session::Session *session = workspace.session();
    if (session != nullptr && workspace.evaluation() != nullptr)
        openOnce(new CompareDialog(workspace.evaluation(), left, right, session->nowUtc(), parent));
}

void WidgetUiServices::openWindow(session::Workspace &workspace, Window window, QWidget *parent)
{
    switch (window) {
    case Window::NewPractice:
        return openOnce(new PracticeDialog(workspace, parent));
    case Window::LabClock:
        if (workspace.lab() != nullptr && workspace.session() != nullptr)
            openOnce(new LabClockDialog(*workspace.lab(), *workspace.session(), parent));
        return;
    case Window::LabFaults:
        return setLabFaults(workspace, parent);
    case Window::SaveSnapshot:
        return saveSnapshot(workspace, parent);
    case Window::SaveCollectorScript:
        return saveCollectorScript(parent);
    case Window::CompareSnapshot:
        return compareSnapshot(workspace, parent);
    case Window::LeftToDo: {
        auto *dialog = new LeftToDoDialog(workspace, parent);
        QObject::connect(dialog, &LeftToDoDialog::taskRequested, dialog,
            [this, &workspace, dialog](const advice::Task &task) { follow(workspace, task, dialog); });
        return openOnce(dialog);
    }
    case Window::About:
        return openOnce(new AboutDialog(parent));
    }
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
    QObject::connect(history, &HistoryDialog::taskRequested, history,
        [this, &workspace, history](const advice::Task &task) { follow(workspace, task, history); });
    openOnce(history);
}

void WidgetUiServices::resume(session::Workspace &workspace, const plan::OperationRecord &operation, QWidget *parent)
{
    if (isRefused(TaskRights::obstacle(workspace.session()), parent))
        return;
    show(workspace, makeResumeWizard(workspace, operation, parent));
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

void WidgetUiServices::choosePaths(Paths paths, QWidget *parent, const PathsChosen &chosen)
{
    auto *dialog = new QFileDialog(
        parent, paths == Paths::Folder ? tr("Folder of exported data") : tr("Files of exported data"));
    if (paths == Paths::Folder) {
        dialog->setObjectName(QStringLiteral("exportedFolderDialog"));
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setObjectName(QStringLiteral("exportedFilesDialog"));
        dialog->setFileMode(QFileDialog::ExistingFiles);
        dialog->setNameFilters(
            {tr("Exported data (*.zip *.xml *.clixml *.txt *.cer *.crt *.pem *.p7b)"), tr("All files (*)")});
    }
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, chosen);
    openOnce(dialog);
}

} // namespace kakuin::ui

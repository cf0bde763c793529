// SPDX-License-Identifier: MIT
#include "ui/widgetuiservices.h"

#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/labclockdialog.h"
#include "ui/dialogs/labfaultsdialog.h"
#include "ui/dialogs/practicedialog.h"
#include "ui/views/operationsdialog.h"
#include "ui/wizards/renew/renewwizard.h"

#include <QtWidgets/QFileDialog>

namespace kakuin::ui {
namespace {

void openOnce(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void WidgetUiServices::renew(
    session::Workspace &workspace, const QList<domain::CertificateId> &certificates, QWidget *parent)
{
    openOnce(new RenewWizard(workspace, certificates, parent));
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

void WidgetUiServices::showOperations(const QList<plan::OperationRecord> &operations, QWidget *parent)
{
    openOnce(new OperationsDialog(operations, parent));
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
    dialog->setNameFilters({tr("Output of Export-Clixml (*.xml *.clixml)"), tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, chosen);
    openOnce(dialog);
}

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#include "ui/report/reportsaver.h"

#include "core/base/whendone.h"
#include "ui/views/details/filesaver.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtWidgets/QFileDialog>

namespace kakuin::ui {

ReportSaver::ReportSaver(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void ReportSaver::ask(const QString &title, const Make &make)
{
    auto *dialog = new QFileDialog(m_window, tr("Save a report"));
    dialog->setObjectName(QStringLiteral("saveReportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    //: %1 is a pattern of file names ("*.html"), which stays
    dialog->setNameFilters(
        {tr("Web page (%1)").arg(QStringLiteral("*.html")), tr("PDF document (%1)").arg(QStringLiteral("*.pdf")),
            tr("Table for spreadsheets (%1)").arg(QStringLiteral("*.csv")),
            tr("Data for scripts (%1)").arg(QStringLiteral("*.json"))});
    const QStringList endings{
        QStringLiteral("html"), QStringLiteral("pdf"), QStringLiteral("csv"), QStringLiteral("json")};
    dialog->setDefaultSuffix(endings.first());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, endings](const QString &filter) {
        dialog->setDefaultSuffix(endings.value(dialog->nameFilters().indexOf(filter)));
    });
    dialog->selectFile(FileSaver::fileNameFor(title));
    connect(dialog, &QFileDialog::fileSelected, this, [this, make](const QString &path) { save(make, path); });
    dialog->open();
}

void ReportSaver::save(const Make &make, const QString &path)
{
    const auto future = QtConcurrent::run([make, path]() -> Result<QString> {
        return FileSaver::write(path, make().bytes(OrganisationReport::formOf(path))).transform([&path] {
            return path;
        });
    });
    whenDone(future, this, [this](const Result<QString> &written) {
        if (written)
            Q_EMIT saved(*written);
        else
            Q_EMIT failed(written.error());
    });
}

} // namespace kakuin::ui

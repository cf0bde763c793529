// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/scriptsaver.h"

#include "ui/report/pdf.h"
#include "ui/report/runbookpage.h"

#include <QtCore/QSaveFile>
#include <QtWidgets/QFileDialog>

namespace kakuin::ui {
namespace {

QString suggestedName(const plan::Plan &plan)
{
    const QList<domain::ServerId> servers = plan.servers();
    QString name = QStringLiteral("kakuin-renewal");
    if (servers.size() == 1) {
        // only what every file system takes
        for (const QChar c : servers.first().name())
            name += name.size() < 80 && c.unicode() < 128 && (c.isLetterOrNumber()) ? c : QChar(u'-');
        name.insert(QStringLiteral("kakuin-renewal").size(), u'-');
    }
    return name + QStringLiteral(".ps1");
}

} // namespace

ScriptSaver::ScriptSaver(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void ScriptSaver::save(const plan::Plan &plan, const std::shared_ptr<const plan::RunbookText> &text)
{
    auto *dialog = new QFileDialog(m_window, tr("Save as script"));
    dialog->setObjectName(QStringLiteral("saveScriptDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    //: %1 is a pattern of file names ("*.ps1"), which stays
    dialog->setNameFilters({tr("PowerShell scripts (%1)").arg(QStringLiteral("*.ps1")),
        //: %1 is a pattern of file names ("*.html"), which stays
        tr("Page for the change record (%1)").arg(QStringLiteral("*.html")),
        //: %1 is a pattern of file names ("*.pdf"), which stays
        tr("PDF for the change record (%1)").arg(QStringLiteral("*.pdf"))});
    const QStringList endings{QStringLiteral("ps1"), QStringLiteral("html"), QStringLiteral("pdf")};
    dialog->setDefaultSuffix(endings.first());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, endings](const QString &filter) {
        dialog->setDefaultSuffix(endings.value(dialog->nameFilters().indexOf(filter)));
    });
    dialog->selectFile(suggestedName(plan));
    connect(dialog, &QFileDialog::fileSelected, this, [this, plan, text](const QString &path) {
        if (const Result<void> written = write(plan, *text, path); written)
            Q_EMIT saved(path);
        else
            Q_EMIT failed(written.error());
    });
    dialog->open();
}

QByteArray ScriptSaver::contentFor(const QString &path, const plan::Plan &plan, const plan::RunbookText &text)
{
    const QString ending = path.section(u'.', -1).toLower();
    if (ending == QLatin1String("html"))
        return runbookPage(plan, text).toUtf8();
    if (ending == QLatin1String("pdf"))
        return pdfOf(runbookPage(plan, text), text.title(plan), false);
    return plan::runbookScript(plan, text);
}

Result<void> ScriptSaver::write(const plan::Plan &plan, const plan::RunbookText &text, const QString &path)
{
    const QByteArray script = contentFor(path, plan, text);
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(script) == script.size() && file.commit();
    if (!written) {
        const bool full = file.error() == QFileDevice::ResourceError;
        return fail(full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path, file.errorString());
    }
    return {};
}

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#include "ui/views/details/filesaver.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSaveFile>
#include <QtWidgets/QFileDialog>

namespace kakuin::ui {

FileSaver::FileSaver(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void FileSaver::ask(
    const QString &title, const QString &suggestedName, const QStringList &filters, const Content &content)
{
    auto *dialog = new QFileDialog(m_window, title);
    dialog->setObjectName(QStringLiteral("saveFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suggestedName.section(u'.', -1));
    dialog->selectFile(suggestedName);
    connect(dialog, &QFileDialog::fileSelected, this, [this, content](const QString &path) {
        const Result<void> written = write(path, content(path));
        if (written)
            Q_EMIT saved(path);
        else
            Q_EMIT failed(written.error());
    });
    dialog->open();
}

Result<void> FileSaver::write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const auto failure = [&] {
        const bool isFull = file.error() == QFileDevice::ResourceError;
        return fail(isFull ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path, file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure();
    return {};
}

QString FileSaver::fileNameFor(const QString &name)
{
    static const QRegularExpression forbidden(QStringLiteral("[\\x00-\\x1f<>:\"/\\\\|?*\\x7f]+"));
    constexpr qsizetype longest = 80;
    QString safe = name;
    safe.replace(forbidden, QStringLiteral("_"));
    safe = safe.left(longest).trimmed();
    while (safe.startsWith(u'.') || safe.endsWith(u'.'))
        safe = safe.startsWith(u'.') ? safe.mid(1) : safe.chopped(1);
    return safe.isEmpty() ? QStringLiteral("certificate") : safe;
}

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QObject>

#include <functional>

class QWidget;

namespace kakuin::ui {

/// Asks where to save something and writes it whole or not at all.
/// Shape:  ask() opens the system's dialog and returns; saved() or failed() follows, nothing when the person cancels.
///         `content` is called with the path that was chosen: its ending may decide the form.
/// Errors: FileUnwritable, DiskFull; subject = the path. A file that was there before stays when writing fails.
class FileSaver final : public QObject {
    Q_OBJECT
public:
    using Content = std::function<QByteArray(const QString &path)>;

    explicit FileSaver(QWidget *window);
    Q_DISABLE_COPY_MOVE(FileSaver)

    void ask(const QString &title, const QString &suggestedName, const QStringList &filters, const Content &content);
    [[nodiscard]] static Result<void> write(const QString &path, const QByteArray &bytes);
    /// `name` without what a file system may not take in a file's name; never empty.
    [[nodiscard]] static QString fileNameFor(const QString &name);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const kakuin::Error &error);

private:
    QWidget *m_window = nullptr;
};

} // namespace kakuin::ui

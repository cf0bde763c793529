// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/runbook.h"

#include <QtCore/QObject>

#include <memory>

class QWidget;

namespace kakuin::ui {

/// Saves a plan as a PowerShell script that the person names: asks for the file, writes it whole or not at all.
class ScriptSaver final : public QObject {
    Q_OBJECT
public:
    explicit ScriptSaver(QWidget *window);

    /// Opens the file dialog; one of the signals follows unless the person cancels.
    void save(const plan::Plan &plan, const std::shared_ptr<const plan::RunbookText> &text);
    /// The script; for a path that ends in .html or .pdf the page for the change record.
    [[nodiscard]] static QByteArray contentFor(
        const QString &path, const plan::Plan &plan, const plan::RunbookText &text);
    /// Writes it without asking.     Errors: FileUnwritable, DiskFull; subject: the path.
    [[nodiscard]] static Result<void> write(const plan::Plan &plan, const plan::RunbookText &text, const QString &path);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const kakuin::Error &error);

private:
    QWidget *m_window = nullptr;
};

} // namespace kakuin::ui

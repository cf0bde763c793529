// SPDX-License-Identifier: MIT
#pragma once

#include "ui/report/organisationreport.h"

#include <QtCore/QObject>

#include <functional>

class QWidget;

namespace kakuin::ui {

/// Asks where a report is to go, makes it on the thread pool, and writes it whole or not at all.
/// Shape:   the ending of the name decides the form: .html, .pdf, .csv, .json. saved() or failed() follows, nothing
///          when the person cancels.
/// Errors:  FileUnwritable, DiskFull; subject = the path.
class ReportSaver final : public QObject {
    Q_OBJECT
public:
    explicit ReportSaver(QWidget *window);
    Q_DISABLE_COPY_MOVE(ReportSaver)

    /// Makes the report on the thread pool: `make` is called there.
    using Make = std::function<OrganisationReport()>;

    void ask(const QString &title, const Make &make);
    void save(const Make &make, const QString &path);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const kakuin::Error &error);

private:
    QWidget *m_window = nullptr;
};

} // namespace kakuin::ui

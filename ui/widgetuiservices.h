// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection/connectionfile.h"
#include "core/connection/passwordstore.h"
#include "ui/uiservices.h"

#include <QtCore/QCoreApplication>

class QDialog;

namespace kakuin::ui {

class TaskWizard;

/// The real windows.
class WidgetUiServices final : public UiServices {
    Q_DECLARE_TR_FUNCTIONS(WidgetUiServices)
public:
    /// `passwords` may be null: then none is kept.
    explicit WidgetUiServices(const connection::ConnectionFile &connections = connection::ConnectionFile::ofUser(),
        std::shared_ptr<connection::PasswordStore> passwords = nullptr);

    void openTask(session::Workspace &workspace, const advice::Task &task, QWidget *parent) override;
    void openWindow(session::Workspace &workspace, Window window, QWidget *parent) override;
    void compare(session::Workspace &workspace, const domain::CertificateId &left, const domain::CertificateId &right,
        QWidget *parent) override;
    void connectTo(session::Workspace &workspace, const QString &connection, QWidget *parent) override;
    void showHistory(session::Workspace &workspace, const domain::CertificateId &id, QWidget *parent) override;
    void resume(session::Workspace &workspace, const plan::OperationRecord &operation, QWidget *parent) override;
    void checkPorts(session::Workspace &workspace, const QList<domain::ServerId> &servers,
        const std::function<void()> &agreed, QWidget *parent) override;
    void choosePaths(Paths paths, QWidget *parent, const PathsChosen &chosen) override;

private:
    void show(session::Workspace &workspace, TaskWizard *wizard);
    /// What a window asks for besides itself: that window closes, and the task's opens in its place.
    void follow(session::Workspace &workspace, const advice::Task &task, QDialog *instead);
    void saveSnapshot(session::Workspace &workspace, QWidget *parent);
    void saveCollectorScript(QWidget *parent);
    void compareSnapshot(session::Workspace &workspace, QWidget *parent);
    void setLabFaults(session::Workspace &workspace, QWidget *parent);

    connection::ConnectionFile m_connections;
    std::shared_ptr<connection::PasswordStore> m_passwords;
};

} // namespace kakuin::ui

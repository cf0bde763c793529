// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection/connectionfile.h"
#include "core/connection/passwordstore.h"
#include "ui/uiservices.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

class TaskWizard;

/// The real windows.
class WidgetUiServices final : public UiServices {
    Q_DECLARE_TR_FUNCTIONS(WidgetUiServices)
public:
    /// `passwords` may be null: then none is kept.
    explicit WidgetUiServices(const connection::ConnectionFile &connections = connection::ConnectionFile::ofUser(),
        std::shared_ptr<connection::PasswordStore> passwords = nullptr);

    void renew(
        session::Workspace &workspace, const QList<domain::CertificateId> &certificates, QWidget *parent) override;
    void rotate(session::Workspace &workspace, const domain::Thumbprint &existing, QWidget *parent) override;
    void followRotation(session::Workspace &workspace, QWidget *parent) override;
    void assign(session::Workspace &workspace, const domain::CertificateId &id, bool takesTransport,
        domain::ServiceSet services, QWidget *parent) override;
    void remove(
        session::Workspace &workspace, const QList<domain::CertificateId> &certificates, QWidget *parent) override;
    void exportCertificate(session::Workspace &workspace, const domain::CertificateId &id, QWidget *parent) override;
    void importCertificate(
        session::Workspace &workspace, const QList<domain::ServerId> &servers, QWidget *parent) override;
    void compare(session::Workspace &workspace, const domain::CertificateId &left, const domain::CertificateId &right,
        QWidget *parent) override;
    void connectTo(session::Workspace &workspace, const QString &connection, QWidget *parent) override;
    void newPractice(session::Workspace &workspace, QWidget *parent) override;
    void moveLabClock(session::Workspace &workspace, QWidget *parent) override;
    void setLabFaults(session::Workspace &workspace, QWidget *parent) override;
    void showHistory(session::Workspace &workspace, const domain::CertificateId &id, QWidget *parent) override;
    void resume(session::Workspace &workspace, const plan::OperationRecord &operation, QWidget *parent) override;
    void saveSnapshot(session::Workspace &workspace, QWidget *parent) override;
    void saveCollectorScript(QWidget *parent) override;
    void compareSnapshot(session::Workspace &workspace, QWidget *parent) override;
    void checkPorts(session::Workspace &workspace, const QList<domain::ServerId> &servers,
        const std::function<void()> &agreed, QWidget *parent) override;
    void about(QWidget *parent) override;
    void chooseExportedFolder(QWidget *parent, const PathsChosen &chosen) override;
    void chooseExportedFiles(QWidget *parent, const PathsChosen &chosen) override;

private:
    void openTask(session::Workspace &workspace, TaskWizard *wizard);

    connection::ConnectionFile m_connections;
    std::shared_ptr<connection::PasswordStore> m_passwords;
};

} // namespace kakuin::ui

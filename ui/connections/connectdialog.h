// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection/connectionfile.h"
#include "core/connection/directorytrial.h"
#include "core/connection/passwordstore.h"
#include "core/connection/shellopener.h"
#include "core/remote/servercertificateprobe.h"
#include "core/session/workspace.h"
#include "models/severity.h"

#include <QtWidgets/QDialog>

class QPushButton;

namespace kakuin::ui {

class BusyOverlay;
class ConnectionForm;
class ConnectionList;
class ConnectionTestPanel;
class MessageBar;
class ScrollColumn;
class WrapLabel;

/// The stored connections: chosen, made, changed, tried, removed, and connected to.
/// Shape:   accepted once an organisation is open. What is edited is stored when it is used, left or closed; a failure
///          stays on the page with what to do about it.
/// Secrets: a password is in its field, in the keychain when the person wants that, and nowhere else.
class ConnectDialog final : public QDialog {
    Q_OBJECT
public:
    /// `passwords` may be null: then none is kept.
    ConnectDialog(session::Workspace &workspace, connection::ConnectionFile file,
        std::shared_ptr<connection::PasswordStore> passwords, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConnectDialog)

    /// As if a person had chosen it and pressed Connect; where a password is missing, it waits for that.
    void openConnection(const QString &name);

    void done(int result) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build(connection::ConnectionFile file);
    void buildButtons();
    void showCurrent();
    void sayRemoved(const QString &name);
    void undoRemoval();
    void takeForm();
    void takeEdits();
    [[nodiscard]] bool store();
    /// What is in the form when it can be tried; else says what is missing.
    [[nodiscard]] std::optional<connection::ConnectionProfile> ready();
    void connectNow();
    void test();
    void testDirectory(const connection::ConnectionProfile &profile);
    void say(models::Severity severity, const QString &text);
    void showOpened(const connection::ConnectionProfile &profile);
    void showError(const connection::ConnectionProfile &profile, const Error &error);
    void lookAtCertificate(const connection::ConnectionProfile &profile);
    void showCertificate(const connection::ConnectionProfile &profile, const remote::ServerCertificates &shown);
    void keepPassword(const QString &name);
    void showStages();
    void cancel();
    void retranslate();

    session::Workspace &m_workspace;
    std::shared_ptr<connection::PasswordStore> m_passwords;
    bool m_isEdited = false;
    bool m_opensAtOnce = false; ///< as soon as the keychain has given the password
    QFuture<Result<connection::OpenedShell>> m_testing;
    QFuture<Result<connection::DirectoryTrial>> m_asking;

    WrapLabel *m_title = nullptr;
    ConnectionList *m_list = nullptr;
    ScrollColumn *m_scroll = nullptr;
    ConnectionForm *m_form = nullptr;
    ConnectionTestPanel *m_stages = nullptr;
    MessageBar *m_message = nullptr;
    QPushButton *m_look = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_close = nullptr;
    BusyOverlay *m_busy = nullptr;
};

} // namespace kakuin::ui

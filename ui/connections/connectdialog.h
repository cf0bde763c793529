// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection/connectionfile.h"
#include "core/connection/passwordstore.h"
#include "core/remote/remoteshell.h"
#include "core/remote/servercertificateprobe.h"
#include "core/session/workspace.h"

#include <QtWidgets/QDialog>

class QListWidget;
class QPushButton;

namespace kakuin::ui {

class BusyOverlay;
class ConnectionForm;
class ConnectionTestPanel;
class MessageBar;
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

    void done(int result) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildButtons();
    void fillList();
    void select(int row);
    void add();
    void removeCurrent();
    void undoRemoval();
    void takeForm();
    [[nodiscard]] bool store();
    [[nodiscard]] QString freeName(const QString &wanted, int except) const;
    /// What is in the form when it can be tried; else says what is missing.
    [[nodiscard]] std::optional<connection::ConnectionProfile> ready();
    void connectNow();
    void test();
    void showOpened(const connection::ConnectionProfile &profile);
    void showError(const connection::ConnectionProfile &profile, const Error &error);
    void lookAtCertificate(const connection::ConnectionProfile &profile);
    void showCertificate(const connection::ConnectionProfile &profile, const remote::ServerCertificates &shown);
    void keepPassword(const QString &name);
    void cancel();
    void retranslate();

    session::Workspace &m_workspace;
    connection::ConnectionFile m_file;
    std::shared_ptr<connection::PasswordStore> m_passwords;
    QList<connection::ConnectionProfile> m_profiles;
    std::optional<connection::ConnectionProfile> m_removed;
    bool m_isStorable = true; ///< a damaged file is not written over
    bool m_isEdited = false;
    int m_row = -1;
    QFuture<Result<std::shared_ptr<remote::RemoteShell>>> m_testing;

    WrapLabel *m_title = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_remove = nullptr;
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

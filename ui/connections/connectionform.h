// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/connection/connectionprofile.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace kakuin::ui {

class ServerListEdit;

/// The fields of one connection, and its password. Which of them are shown depends on the kind and on the way of
/// signing in; what is hidden keeps its value.
class ConnectionForm final : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConnectionForm)

    void setProfile(const connection::ConnectionProfile &profile);
    /// Errors: InvalidArgument for a pin that is none.
    [[nodiscard]] Result<connection::ConnectionProfile> profile() const;
    void setPassword(const Secret &password, bool isKept);
    [[nodiscard]] Secret password() const;
    [[nodiscard]] bool keepsPassword() const;
    void setPin(const QByteArray &sha256);
    void focusPassword();
    /// The field that has to be changed, and what is in it selected.
    void focusOn(connection::ProfileProblem problem);
    /// False where there is no keychain: then it cannot be chosen, and that is said.
    void setCanKeep(bool can);

Q_SIGNALS:
    void edited();
    /// A list of servers could not be taken; what was there is as it was.
    void importFailed(const kakuin::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *addLine(const char *objectName);
    QLineEdit *addFile(const char *objectName);
    void browse(QLineEdit *line);
    void showRows();
    void name(QWidget *field, const QString &text);
    void nameFile(QLineEdit *line, const QString &text);
    void retranslate();
    void retranslateMore();

    QFormLayout *m_rows;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QLineEdit *m_address;
    QLineEdit *m_command;
    QComboBox *m_signIn;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QCheckBox *m_readOnly;
    QToolButton *m_more;
    QLineEdit *m_clientCertificate;
    QLineEdit *m_authority;
    QLineEdit *m_pin;
    QLineEdit *m_principal;
    QSpinBox *m_parallel;
    ServerListEdit *m_further;
    QLineEdit *m_directory;
    QComboBox *m_directorySecurity;
};

} // namespace kakuin::ui

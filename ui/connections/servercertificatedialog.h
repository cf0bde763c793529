// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"
#include "core/remote/servercertificateprobe.h"

#include <QtWidgets/QDialog>

class QGridLayout;
class QLabel;
class QPushButton;

namespace kakuin::ui {

class InputGuard;
class MessageBar;
class WrapLabel;

/// A server's certificate that this computer does not trust, for a person to compare before it is pinned.
/// Accepted means: pin it. Enter and Esc do not, nor does a press in the first second (InputGuard).
class ServerCertificateDialog final : public QDialog {
    Q_OBJECT
public:
    ServerCertificateDialog(const QString &server, const remote::ServerCertificates &shown, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ServerCertificateDialog)

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    InputGuard *m_guard;
    QString m_server;
    remote::ServerCertificates m_shown;
    Result<domain::CertificateFacts> m_facts;
    WrapLabel *m_title;
    MessageBar *m_why;
    QList<QLabel *> m_names;
    QList<WrapLabel *> m_values;
    WrapLabel *m_advice;
    QPushButton *m_pin;
    QPushButton *m_cancel;
};

} // namespace kakuin::ui

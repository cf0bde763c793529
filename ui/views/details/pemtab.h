// SPDX-License-Identifier: MIT
#pragma once

#include "text/certificatecontext.h"

#include <QtWidgets/QWidget>

class QPlainTextEdit;
class QPushButton;

namespace kakuin::ui {

class FileSaver;
class MessageBar;

/// The certificate as PEM text: copy, save as .pem or .cer. It holds no private key.
class PemTab final : public QWidget {
    Q_OBJECT
public:
    explicit PemTab(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PemTab)

    void show(const CertificateContext &context);
    /// PEM text, but DER for a path that ends in .der.
    [[nodiscard]] static QByteArray contentFor(const QString &path, const QByteArray &der);

protected:
    void changeEvent(QEvent *event) override;

private:
    void save();
    void retranslate();

    std::optional<CertificateContext> m_context;
    MessageBar *m_message = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    FileSaver *m_saver = nullptr;
};

} // namespace kakuin::ui

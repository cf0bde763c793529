// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"
#include "models/severity.h"

#include <QtWidgets/QFrame>

class QLabel;

namespace kakuin::ui {

class WrapLabel;

/// A certificate as a small card: what it is in this question, name, thumbprint, remaining life, a note.
class CertificateCard final : public QFrame {
    Q_OBJECT
public:
    explicit CertificateCard(QWidget *parent = nullptr);

    void setCaption(const QString &caption); ///< "Now", "New, just created"
    void setNote(const QString &note);
    /// One that the inventory holds.
    void setCertificate(const domain::Certificate &certificate, models::Severity severity, const QDateTime &nowUtc);
    /// One of which only the thumbprint is known; `name` is what it will be called.
    void setThumbprint(const domain::Thumbprint &thumbprint, const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void decorate();

    std::optional<domain::Certificate> m_certificate;
    models::Severity m_severity = models::Severity::NotKnown;
    QDateTime m_nowUtc;
    domain::Thumbprint m_thumbprint;
    QString m_name;
    WrapLabel *m_caption = nullptr;
    QLabel *m_icon = nullptr;
    WrapLabel *m_nameLabel = nullptr;
    WrapLabel *m_thumbprintLabel = nullptr;
    QLabel *m_mark = nullptr;
    WrapLabel *m_life = nullptr;
    WrapLabel *m_note = nullptr;
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/attention.h"

#include <QtWidgets/QWidget>

class QPushButton;

namespace kakuin::ui {

class MessageBar;

/// The one worst thing in one sentence, with the one thing to do about it. Closed by the person, it stays closed until
/// something else is worst or another organisation is opened.
class AttentionStrip final : public QWidget {
    Q_OBJECT
public:
    explicit AttentionStrip(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(AttentionStrip)

    void setAttention(const std::optional<Attention> &attention);
    /// Another organisation: what was closed for the old one says nothing about it.
    void forgetClosed();

Q_SIGNALS:
    void taskRequested(const kakuin::advice::Task &task);
    void showRequested(const kakuin::domain::CertificateId &id); ///< without thumbprint: the server
    void showAllRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString sentence() const;

    MessageBar *m_bar = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_act = nullptr;
    std::optional<Attention> m_attention;
    QList<domain::CertificateId> m_closed;
};

} // namespace kakuin::ui

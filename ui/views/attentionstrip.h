// SPDX-License-Identifier: MIT
#pragma once

#include "text/attention.h"

#include <QtWidgets/QWidget>

class QPushButton;

namespace kakuin::ui {

class MessageBar;

/// The worst finding in one sentence, with its task; where there is none, how much is left to do. Closed by the person, it
/// stays closed until something else is shown or another organisation is opened.
class AttentionStrip final : public QWidget {
    Q_OBJECT
public:
    explicit AttentionStrip(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(AttentionStrip)

    /// The inventory is the one in which it was found.
    void setAttention(const std::optional<Attention> &attention, const domain::InventoryPtr &inventory);
    /// What is left to do; said where no finding is worse (stripSubjectOf()).
    void setLeft(const plan::LeftToDo &left);
    /// Another organisation: what was closed for the old one says nothing about it.
    void forgetClosed();

Q_SIGNALS:
    void taskRequested(const kakuin::advice::Task &task);
    void showRequested(const QString &finding); ///< by its key: it has instructions
    void showAllRequested();
    void leftToDoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString expirySentence(const findings::Finding &finding, const QDateTime &expiresUtc) const;
    [[nodiscard]] QString authSentence(const QDateTime &expiresUtc, qint64 days) const;

    MessageBar *m_bar = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_act = nullptr;
    std::optional<Attention> m_attention;
    domain::InventoryPtr m_inventory;
    plan::LeftToDo m_left;
    StripSubject m_subject;
    QStringList m_closed; ///< keys of subjects
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "text/nextstep.h"

#include <QtWidgets/QFrame>

class QPushButton;

namespace kakuin::ui {

class WrapLabel;

/// The next step in words, and its button where a wizard does it.
class NextStepBox final : public QFrame {
    Q_OBJECT
public:
    /// `name` begins the object names of its parts: "<name>Box", "<name>Title", "<name>Button".
    explicit NextStepBox(const QString &name, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(NextStepBox)

    void show(const CertificateContext &context);
    /// What is known already.
    void show(const NextStep &step, const CertificateContext &context);
    /// The button opens the task; there is none for instructions.
    void show(const QString &title, const QString &explanation, const advice::Task &task);
    /// For several certificates: those of them that can be renewed.
    void showRenewable(const QList<domain::CertificateId> &renewable);

Q_SIGNALS:
    void pressed(const kakuin::advice::Task &task);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    WrapLabel *m_title = nullptr;
    WrapLabel *m_explanation = nullptr;
    QPushButton *m_button = nullptr;
    advice::Task m_task;
};

} // namespace kakuin::ui

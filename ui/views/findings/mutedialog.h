// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>
#include <QtWidgets/QDialog>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;

namespace kakuin::ui {

class MessageBar;
class WrapLabel;

/// Asks why a finding is muted and until when. The owner stores it and shows what went wrong.
class MuteDialog final : public QDialog {
    Q_OBJECT
public:
    MuteDialog(const QString &finding, const QDateTime &nowUtc, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MuteDialog)

    [[nodiscard]] QString reason() const;
    [[nodiscard]] QDateTime untilUtc() const; ///< the end of the chosen day, in the person's zone
    void showProblem(const QString &text);

Q_SIGNALS:
    void muteRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose();
    void retranslate();

    QString m_finding;
    QDate m_today;
    WrapLabel *m_title = nullptr;
    WrapLabel *m_intro = nullptr;
    WrapLabel *m_reasonHeading = nullptr;
    QLineEdit *m_reason = nullptr;
    WrapLabel *m_untilHeading = nullptr;
    QComboBox *m_span = nullptr;
    QDateEdit *m_day = nullptr;
    MessageBar *m_message = nullptr;
    QPushButton *m_mute = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "models/severity.h"

#include <QtWidgets/QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace kakuin::ui {

class WrapLabel;

/// One sentence that wants attention, where it belongs, with what to do about it.
/// Shape:  setMessage shows the bar, clear() hides it. Buttons are added once; their owner sets their words. The text
///         is in the window's own colour, the mark and the ground say the severity.
class MessageBar final : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MessageBar)

    void setMessage(models::Severity severity, const QString &text);
    [[nodiscard]] QString message() const;
    [[nodiscard]] models::Severity severity() const { return m_severity; }
    void clear();
    QPushButton *addButton(const QString &objectName);
    /// With a cross at the right; off at first. Name the bar before: the cross is "<name>CloseButton".
    void setClosable(bool isClosable);

Q_SIGNALS:
    void closed(); ///< by the person

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void updateIcons();

    models::Severity m_severity = models::Severity::Information;
    QHBoxLayout *m_row = nullptr;
    QLabel *m_mark = nullptr;
    WrapLabel *m_text = nullptr;
    QToolButton *m_close = nullptr; ///< null until it is closable
};

} // namespace kakuin::ui

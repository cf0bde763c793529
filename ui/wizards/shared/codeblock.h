// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QFrame>

class QToolButton;

namespace kakuin::ui {

class WrapLabel;

/// PowerShell as it will run: fixed width, selectable, with a button that copies it.
class CodeBlock final : public QFrame {
    Q_OBJECT
public:
    explicit CodeBlock(QWidget *parent = nullptr);
    void setCode(const QString &code);
    [[nodiscard]] QString code() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void decorate();

    WrapLabel *m_text = nullptr;
    QToolButton *m_copy = nullptr;
    QString m_code;
};

} // namespace kakuin::ui

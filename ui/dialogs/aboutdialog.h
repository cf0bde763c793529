// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;

namespace kakuin::ui {

class WrapLabel;

/// Name, version, what it is built on, licence.
class AboutDialog final : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_icon = nullptr;
    WrapLabel *m_name = nullptr;
    WrapLabel *m_version = nullptr;
    WrapLabel *m_text = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QAbstractButton>

class QLabel;

namespace kakuin::ui {

/// An answer as a large button: its name, whether it is recommended, and what it leads to.
/// Keyboard: Space presses it when it has the focus; Enter does nothing, so that nobody answers by accident.
class ChoiceCard final : public QAbstractButton {
    Q_OBJECT
public:
    explicit ChoiceCard(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setConsequence(const QString &text);
    /// Text of the mark beside the title ("Recommended"); empty: none, and no frame in its colour.
    void setRecommendation(const QString &mark);
    /// A quiet word beside the title ("The server's default").
    void setRemark(const QString &remark);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void decorate();
    void describe();

    QLabel *m_title = nullptr;
    QLabel *m_mark = nullptr;
    QLabel *m_remark = nullptr;
    QLabel *m_consequence = nullptr;
};

} // namespace kakuin::ui

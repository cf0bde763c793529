// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QAbstractButton>

namespace kakuin::ui {

class WrapLabel;

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
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void describe();

    WrapLabel *m_title = nullptr;
    WrapLabel *m_mark = nullptr;
    WrapLabel *m_remark = nullptr;
    WrapLabel *m_consequence = nullptr;
};

} // namespace kakuin::ui

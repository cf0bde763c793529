// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QAbstractButton>

namespace kakuin::ui {

/// An answer with the server's own label, which wraps rather than being cut. The letter that the server marked presses it
/// together with Alt.
/// Keyboard: Space presses it when it has the focus; Enter does nothing, so that Enter alone never answers.
class AnswerButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit AnswerButton(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(AnswerButton)

    /// `accelerator`: null when the label marks none.
    void setLabel(const QString &label, QChar accelerator);
    void setRecommended(bool isRecommended);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    static constexpr int narrowest = 104; ///< device-independent pixels
    static constexpr int widest = 220;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect textRect(int width) const;

    bool m_isRecommended = false;
};

} // namespace kakuin::ui

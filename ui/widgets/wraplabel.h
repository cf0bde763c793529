// SPDX-License-Identifier: MIT
#pragma once

#include "ui/decoration/theme.h"

#include <QtWidgets/QLabel>

namespace kakuin::ui {

/// Text that wraps, can be selected and is never anything but plain text, however much it looks like HTML.
/// Shape:  setTone and setLook before or after setText; both follow theme and font changes live. A word that is longer
///         than any window (a hostile name) is broken rather than widening the window.
class WrapLabel final : public QLabel {
    Q_OBJECT
public:
    enum class Look { Body, Secondary, Strong, Heading, Fixed };

    explicit WrapLabel(QWidget *parent = nullptr, Look look = Look::Body, Tone tone = Tone::Plain);
    Q_DISABLE_COPY_MOVE(WrapLabel)

    void setPlainText(const QString &text);
    void setTone(Tone tone);
    void setLook(Look look);
    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTone();
    void applyLook();

    Look m_look;
    Tone m_tone;
};

} // namespace kakuin::ui

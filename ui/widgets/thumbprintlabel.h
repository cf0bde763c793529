// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/thumbprint.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QToolButton;

namespace kakuin::ui {

class WrapLabel;

/// A thumbprint for reading (five groups of eight, fixed width) and for copying (40 digits without blanks).
class ThumbprintLabel final : public QWidget {
    Q_OBJECT
public:
    explicit ThumbprintLabel(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ThumbprintLabel)

    void setThumbprint(const domain::Thumbprint &thumbprint);
    [[nodiscard]] domain::Thumbprint thumbprint() const { return m_thumbprint; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void retranslate();
    void updateIcon();

    domain::Thumbprint m_thumbprint;
    QLabel *m_caption = nullptr;
    WrapLabel *m_value = nullptr;
    QToolButton *m_copy = nullptr;
    QTimer m_copied; ///< while it runs the button says that it was copied
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "models/severity.h"
#include "ui/decoration/theme.h"

#include <QtCore/QCoreApplication>

class QPainter;

namespace kakuin::ui {

/// Draws small rounded labels: the same in a tree's row and in a widget.
/// Shape:  sizes come from the view's own font; the label's text is 0.88 of it. A label takes the colour of its tone on
///         that tone's tint; in a selected row the highlighted text's colour on a veil of it.
/// Units:  device-independent pixels.
class BadgePainter final {
    Q_DECLARE_TR_FUNCTIONS(BadgePainter)
public:
    BadgePainter(const QFont &base, const QPalette &palette, bool isSelected = false);

    [[nodiscard]] QSize size(const QString &text) const;
    void paint(QPainter *painter, const QPoint &topLeft, const QString &text, Tone tone) const;

    /// Labels side by side, words from RoleText.
    [[nodiscard]] QSize size(const QList<models::Badge> &badges) const;
    /// From the left, vertically centred; those that do not fit become "+2".
    void paint(QPainter *painter, const QRect &rect, const QList<models::Badge> &badges) const;
    /// "Transport: expired, Own": for tooltips and screen readers.
    [[nodiscard]] static QString accessibleText(const QList<models::Badge> &badges);
    /// Calm: what is well or not known is grey.
    [[nodiscard]] static Tone toneOf(const models::Badge &badge);

private:
    QFont m_font;
    QPalette m_palette;
    bool m_isSelected = false;
};

} // namespace kakuin::ui

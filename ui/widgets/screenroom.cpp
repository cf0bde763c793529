// SPDX-License-Identifier: MIT
#include "ui/widgets/screenroom.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtWidgets/QWidget>

namespace kakuin::ui {
namespace {

constexpr QSize frameAllowance(16, 40);

} // namespace

QSize roomOnScreen(const QWidget *parent)
{
    const QScreen *screen = parent != nullptr ? parent->screen() : QGuiApplication::primaryScreen();
    return screen == nullptr ? QSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX) : screen->availableSize() - frameAllowance;
}

void resizeOnScreen(QWidget &window, const QSize &wanted)
{
    window.resize(wanted.boundedTo(roomOnScreen(window.parentWidget())));
}

} // namespace kakuin::ui

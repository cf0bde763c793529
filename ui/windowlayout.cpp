// SPDX-License-Identifier: MIT
#include "ui/windowlayout.h"

#include "ui/layoutstore.h"
#include "ui/views/findings/findingsfeed.h"
#include "ui/views/organisationview.h"

#include <QtGui/QScreen>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QSplitter>

namespace kakuin::ui {
namespace {

constexpr QSize windowSize(1240, 760);
constexpr QSize roomForFrame(16, 48);

} // namespace

void saveWindowLayout(const WindowParts &parts, LayoutStore &layout)
{
    layout.setBlob(QStringLiteral("window-geometry"), parts.window.saveGeometry());
    layout.setBlob(QStringLiteral("window-state"), parts.window.saveState());
    layout.setBlob(QStringLiteral("splitter"), parts.splitter.saveState());
    parts.view.saveLayout(layout);
    parts.findings.saveLayout(layout);
}

void restoreWindowLayout(const WindowParts &parts, const LayoutStore &layout)
{
    QMainWindow &window = parts.window;
    if (!window.restoreGeometry(layout.blob(QStringLiteral("window-geometry"))))
        window.resize(windowSize.boundedTo(window.screen()->availableSize() - roomForFrame));
    window.restoreState(layout.blob(QStringLiteral("window-state")));
    if (!parts.splitter.restoreState(layout.blob(QStringLiteral("splitter"))))
        parts.splitter.setSizes({window.width() * 55 / 100, window.width() * 45 / 100});
    parts.view.restoreLayout(layout);
    parts.findings.restoreLayout(layout);
}

} // namespace kakuin::ui

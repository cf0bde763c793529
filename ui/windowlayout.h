// SPDX-License-Identifier: MIT
#pragma once

class QMainWindow;
class QSplitter;

namespace kakuin::ui {

class FindingsFeed;
class LayoutStore;
class OrganisationView;

/// The parts of the main window whose places are remembered.
struct WindowParts final {
    QMainWindow &window;
    QSplitter &splitter;
    OrganisationView &view;
    FindingsFeed &findings;
};

void saveWindowLayout(const WindowParts &parts, LayoutStore &layout);
/// At first: three quarters of a usual screen, the tree a little wider than the details.
void restoreWindowLayout(const WindowParts &parts, const LayoutStore &layout);

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

class QWidget;

namespace kakuin::ui {

/// A place in the guide.
struct HelpTopic final {
    QString page;
    QString anchor; ///< empty: the page's beginning

    friend bool operator==(const HelpTopic &, const HelpTopic &) = default;
};

/// Where F1 leads from a part of a window: one line of the table.
struct HelpEntry final {
    const char *window; ///< object name of the window; empty: in every window
    const char *part; ///< object name of the part, or of the window itself
    const char *page;
    const char *anchor;
};

/// The whole table. A new wizard, page, dialog or view adds its line; tests/app/tst_everywindow and
/// tests/ui/help/tst_helptopics fail without it.
[[nodiscard]] const QList<HelpEntry> &helpEntries();

/// The place for object names from the inside (what has the focus) to the outside (the window). The innermost part that
/// the table knows decides; a line for this very window goes before one for every window. The cover where none is
/// known.
[[nodiscard]] HelpTopic helpTopicFor(const QStringList &names);

/// Those names for a widget. The page of a wizard that is shown counts, even when a button outside it has the focus.
[[nodiscard]] QStringList helpNamesOf(const QWidget *widget);

} // namespace kakuin::ui

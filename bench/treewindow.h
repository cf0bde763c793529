// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/organisationview.h"

#include <QtWidgets/QWidget>

class QLineEdit;

namespace kakuin::bench {

/// A shown window with the filter box and the tree, joined as the main window joins them, whose answers can be waited
/// for: act, then settle() until what was done is worked out and on the screen.
class TreeWindow final : public QWidget {
    Q_OBJECT
public:
    TreeWindow();

    [[nodiscard]] models::OrganisationTreeModel &model() { return m_model; }
    [[nodiscard]] ui::OrganisationView &view() { return *m_view; }
    [[nodiscard]] ui::OrganisationRows &rows() { return m_rows; }
    /// The key as a person presses it, into the filter box.
    void press(Qt::Key key, const QString &text);
    /// Call before the action that settle() is to wait for.
    void expectChange();
    /// Turns the event loop until the rows have followed and the window was painted; false when they never did.
    [[nodiscard]] bool settle();

protected:
    bool event(QEvent *event) override;

private:
    models::OrganisationTreeModel m_model;
    ui::OrganisationRows m_rows;
    QLineEdit *m_filter;
    ui::OrganisationView *m_view;
    bool m_isWorkedOut = false;
    bool m_isPainted = false;
};

} // namespace kakuin::bench

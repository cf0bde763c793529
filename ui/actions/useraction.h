// SPDX-License-Identifier: MIT
#pragma once

#include "text/taskrights.h"

#include <QtGui/QAction>
#include <QtGui/QPalette>

#include <functional>

namespace kakuin::ui {

class OrganisationFeed;
class OrganisationView;
class UiServices;

/// What the actions of a main window look at and work on. All of it outlives them.
struct ActionScope final {
    OrganisationFeed &feed;
    OrganisationView &view;
    UiServices &services;
    QWidget *window = nullptr;
};

/// One thing that a person can do: its words, icon, shortcut, and when it can be done.
/// Shape:  define() once; the owner calls update() when what the action depends on or the language changes, and
///         redecorate() when the palette does. Actions get no LanguageChange of their own.
class UserAction final : public QAction {
    Q_OBJECT
public:
    struct Words final {
        QString text; ///< with its mnemonic
        QString iconText = {}; ///< on the toolbar; empty: the text
        QString hint = {}; ///< the tool tip; empty: the text
    };
    /// A row of the table in `useractions.cpp`.
    struct Definition final {
        QLatin1String name; ///< object name, also the key of a toolbar's state
        QLatin1String icon = {}; ///< empty: without one
        QKeySequence shortcut = {};
        std::function<Words()> words;
        std::function<bool()> isPossible = {}; ///< what is open and selected allows it; empty: always
        std::optional<TaskRights::Task> rights = {}; ///< what the account of the connection must be allowed
        std::function<void()> run = {}; ///< empty: the owner connects `triggered`
    };

    UserAction() = default;
    Q_DISABLE_COPY_MOVE(UserAction)

    void define(const ActionScope &scope, Definition definition);
    /// Words and state. Where the account lacks a right it is off, and the tool tip says why.
    void update();
    /// Draws the icon anew for another palette.
    void redecorate(const QPalette &palette);

private:
    Definition m_definition;
    const OrganisationFeed *m_feed = nullptr;
};

} // namespace kakuin::ui

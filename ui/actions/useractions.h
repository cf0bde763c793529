// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/task.h"
#include "ui/actions/useraction.h"

#include <QtCore/QObject>

namespace kakuin::ui {

/// Every action of the main window, for menus, toolbar and context menu alike. To add one: a member, its row in one of the
/// tables of `useractions.cpp`, and the menu that shows it.
class UserActions final : public QObject {
    Q_OBJECT
public:
    explicit UserActions(const ActionScope &scope);
    Q_DISABLE_COPY_MOVE(UserActions)

    // reading
    UserAction refresh;
    UserAction refreshServer;
    UserAction checkPorts;
    UserAction checkServerPorts;
    // tasks
    UserAction renew;
    UserAction rotate;
    UserAction followRotation;
    UserAction assign;
    UserAction transport;
    UserAction remove;
    UserAction exportPfx;
    UserAction importPfx;
    // looking closer
    UserAction compare;
    UserAction leftToDo;
    UserAction history;
    UserAction certificateHistory;
    UserAction copyThumbprint;
    UserAction copyDetails;
    UserAction copyRow;
    // opening and saving
    UserAction connectTo;
    UserAction openPractice;
    UserAction newPractice;
    UserAction openFolder;
    UserAction openFiles;
    UserAction report; ///< the main window does the saving
    UserAction saveSnapshot;
    UserAction saveCollector;
    UserAction compareSnapshot;
    // the practice organisation
    UserAction labClock;
    UserAction labFaults;
    UserAction labBind;
    // help
    UserAction guide; ///< MenuBuilder opens it
    UserAction about;

    [[nodiscard]] const QList<UserAction *> &all() const { return m_all; }

private:
    void define(UserAction &action, UserAction::Definition definition);
    void defineReading();
    void defineTasks();
    void defineLooking();
    void defineOpening();
    void definePractice();

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isRead() const;
    [[nodiscard]] bool hasPractice() const;
    [[nodiscard]] qsizetype selectedCount() const;
    /// Opens the window of a task for what is selected.
    void open(advice::Task::Kind kind);
    void bindBackEnd();

    ActionScope m_scope;
    QList<UserAction *> m_all;
};

} // namespace kakuin::ui

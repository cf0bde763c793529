// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/task.h"
#include "core/plan/journal.h"
#include "core/session/workspace.h"

#include <functional>

class QWidget;

namespace kakuin::ui {

/// Opens the windows that the main window leads to. An interface, so that tests see what would open.
/// Contract: every function returns at once; windows belong to `parent` and delete themselves.
class UiServices {
public:
    enum class Window {
        NewPractice,
        LabClock, ///< a practice organisation only, as the next
        LabFaults,
        SaveSnapshot, ///< asks where to, then saves what is open
        SaveCollectorScript,
        CompareSnapshot,
        LeftToDo, ///< what earlier operations have left to be done
        About
    };
    enum class Paths { Folder, Files }; ///< of exported data
    using PathsChosen = std::function<void(const QStringList &)>;
    /// Where a window that was opened leads back to.
    struct Navigation final {
        std::function<void(const domain::CertificateId &)> showCertificate;
        std::function<void()> showCommandLog;
        std::function<void(const advice::Task &)> openTask;
    };

    UiServices() = default;
    virtual ~UiServices() = default;
    Q_DISABLE_COPY_MOVE(UiServices)

    /// The window that does a task, filled in with what the task names; the person may change it. Refused with a reason
    /// where the account lacks the right. Nothing for instructions, and for what needs no window (see ui/opentask.h).
    virtual void openTask(session::Workspace &workspace, const advice::Task &task, QWidget *parent) = 0;
    /// A window that is filled in with nothing.
    virtual void openWindow(session::Workspace &workspace, Window window, QWidget *parent) = 0;
    /// `right` may be null: the other one is then the generation before or after.
    virtual void compare(session::Workspace &workspace, const domain::CertificateId &left,
        const domain::CertificateId &right, QWidget *parent)
        = 0;
    /// Shows the connections; one of them may be opened there. The one that is named is opened at once, if it is stored
    /// and needs no password that is not at hand.
    virtual void connectTo(session::Workspace &workspace, const QString &connection, QWidget *parent) = 0;
    /// What was done here; of one certificate where one is given (a thumbprint that is not null).
    virtual void showHistory(session::Workspace &workspace, const domain::CertificateId &id, QWidget *parent) = 0;
    /// Goes on with an operation that ended in the middle.
    virtual void resume(session::Workspace &workspace, const plan::OperationRecord &operation, QWidget *parent) = 0;
    /// Says what a check of ports does and asks whether to. Not called when the person thinks better of it.
    virtual void checkPorts(session::Workspace &workspace, const QList<domain::ServerId> &servers,
        const std::function<void()> &agreed, QWidget *parent)
        = 0;
    /// Not called when the person thinks better of it.
    virtual void choosePaths(Paths paths, QWidget *parent, const PathsChosen &chosen) = 0;

    void setNavigation(Navigation navigation) { m_navigation = std::move(navigation); }

protected:
    [[nodiscard]] const Navigation &navigation() const { return m_navigation; }

private:
    Navigation m_navigation;
};

} // namespace kakuin::ui

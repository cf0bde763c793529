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

    virtual void renew(session::Workspace &workspace, const QList<domain::CertificateId> &certificates, QWidget *parent)
        = 0;
    /// `existing`: the certificate that is to become the Auth certificate; null: the window proposes one.
    virtual void rotate(session::Workspace &workspace, const domain::Thumbprint &existing, QWidget *parent) = 0;
    /// How the rotation of the Auth certificate stands, and what is left to do about it.
    virtual void followRotation(session::Workspace &workspace, QWidget *parent) = 0;
    /// `services`: chosen in the window that opens; the person may change them.
    virtual void assign(session::Workspace &workspace, const domain::CertificateId &id, bool takesTransport,
        domain::ServiceSet services, QWidget *parent)
        = 0;
    virtual void remove(
        session::Workspace &workspace, const QList<domain::CertificateId> &certificates, QWidget *parent)
        = 0;
    virtual void exportCertificate(session::Workspace &workspace, const domain::CertificateId &id, QWidget *parent) = 0;
    virtual void importCertificate(
        session::Workspace &workspace, const QList<domain::ServerId> &servers, QWidget *parent)
        = 0;
    /// `right` may be null: the other one is then the generation before or after.
    virtual void compare(session::Workspace &workspace, const domain::CertificateId &left,
        const domain::CertificateId &right, QWidget *parent)
        = 0;
    /// Shows the connections; one of them may be opened there. The one that is named is opened at once, if it is stored
    /// and needs no password that is not at hand.
    virtual void connectTo(session::Workspace &workspace, const QString &connection, QWidget *parent) = 0;
    virtual void newPractice(session::Workspace &workspace, QWidget *parent) = 0;
    virtual void moveLabClock(session::Workspace &workspace, QWidget *parent) = 0;
    virtual void setLabFaults(session::Workspace &workspace, QWidget *parent) = 0;
    /// What was done here; of one certificate where one is given (a thumbprint that is not null).
    virtual void showHistory(session::Workspace &workspace, const domain::CertificateId &id, QWidget *parent) = 0;
    /// Goes on with an operation that ended in the middle.
    virtual void resume(session::Workspace &workspace, const plan::OperationRecord &operation, QWidget *parent) = 0;
    /// Asks where to, then saves what is open as a snapshot.
    virtual void saveSnapshot(session::Workspace &workspace, QWidget *parent) = 0;
    virtual void saveCollectorScript(QWidget *parent) = 0;
    virtual void compareSnapshot(session::Workspace &workspace, QWidget *parent) = 0;
    /// Says what a check of ports does and asks whether to. Not called when the person thinks better of it.
    virtual void checkPorts(session::Workspace &workspace, const QList<domain::ServerId> &servers,
        const std::function<void()> &agreed, QWidget *parent)
        = 0;
    virtual void about(QWidget *parent) = 0;
    /// Not called when the person thinks better of it.
    virtual void chooseExportedFolder(QWidget *parent, const PathsChosen &chosen) = 0;
    virtual void chooseExportedFiles(QWidget *parent, const PathsChosen &chosen) = 0;

    void setNavigation(Navigation navigation) { m_navigation = std::move(navigation); }

protected:
    [[nodiscard]] const Navigation &navigation() const { return m_navigation; }

private:
    Navigation m_navigation;
};

} // namespace kakuin::ui

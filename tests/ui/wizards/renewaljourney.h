// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/renewdraft.h"
#include "core/session/workspace.h"
#include "labserver/labserver.h"
#include "ui/wizards/shared/taskwizard.h"
#include "ui/wizards/taskwizards.h"

#include <QtCore/QTemporaryDir>

#include <memory>

namespace kakuin::ui {
class PromptDialog;
}

namespace kakuin::testkit {

/// Where the organisation of a journey is.
enum class Place { InProcess, Https, Kerberos };

/// A task as a person goes through it, a renewal unless another wizard is started: the real wizard over a practice
/// organisation of its own, wherever that is.
/// Shape:   open(culture), start(certificates), then verbs by object name; what is asserted is asked of the
///          organisation itself through cmdlets, never of the windows.
/// Cost:    Contoso 2013 is made once a test program and copied for every journey.
class RenewalJourney final {
public:
    RenewalJourney();
    ~RenewalJourney();
    Q_DISABLE_COPY_MOVE(RenewalJourney)

    /// Opens a fresh copy and reads it; `culture` is the language in which the servers speak.
    [[nodiscard]] Result<void> open(const QString &culture = QStringLiteral("en-US"));
    /// Ends the program under test and starts it again on the same files; in the process only.
    [[nodiscard]] Result<void> restart();
    /// KAKUIN_JOURNEYS in the environment: "https" or "kerberos" puts a lab server between; else it is in the process.
    [[nodiscard]] static Place place();
    /// Null when the organisation is in the process.
    [[nodiscard]] labserver::LabServer *server() const { return m_server.get(); }
    /// Breaks something between the wizard and the server, in words (see labserver::Fault).
    void setNetworkFault(const QString &words) const;
    /// Connects to servers that are not the practice organisation, and reads them.
    [[nodiscard]] Result<void> connectTo(
        const connection::ConnectionProfile &profile, const Secret &password = {}, const QString &culture = {});
    /// Where the program under test keeps its data; there before open().
    [[nodiscard]] QString dataFolder() const { return m_folder.path(); }
    [[nodiscard]] session::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] session::Session &session() { return *m_workspace->session(); }
    [[nodiscard]] lab::LabShell &lab() { return m_server ? m_server->lab() : *m_workspace->lab(); }

    /// The server's own certificate: the one that it uses for internal transport when the journey begins.
    [[nodiscard]] domain::CertificateId own(const QString &server) const;
    [[nodiscard]] domain::CertificateId wmSvc(const QString &server) const;

    /// Shows the wizard with these certificates chosen.
    void start(const QList<domain::CertificateId> &ids);
    /// Shows the wizard of another task; the journey owns it.
    void startTask(ui::TaskWizard *wizard);
    [[nodiscard]] ui::TaskWizard *wizard() const { return m_wizard; }
    /// The renewal that is shown; null when it is another task.
    [[nodiscard]] ui::TaskWizard *renewal() const
    {
        return m_wizard != nullptr && dynamic_cast<plan::RenewDraft *>(&m_wizard->draft()) != nullptr ? m_wizard
                                                                                                      : nullptr;
    }
    [[nodiscard]] QString page() const; ///< object name of the page that is shown; empty without a wizard
    void next(); ///< presses the main button
    void goToReview();
    void goToRun(); ///< from the first page to a running plan
    /// Waits for the server's question; null when the plan ended without one.
    [[nodiscard]] ui::PromptDialog *question();
    /// Waits for the Result page.
    [[nodiscard]] bool hasResult();
    /// The text of a label under the wizard.
    [[nodiscard]] QString text(const QString &objectName) const;

    // asked of the organisation
    [[nodiscard]] QList<domain::Certificate> certificates(const QString &server);
    /// The organisation's Auth certificates as the servers show them now.
    [[nodiscard]] domain::AuthConfig authConfig();
    /// Those that were not there when the journey began.
    [[nodiscard]] QList<domain::Certificate> added(const QString &server);
    [[nodiscard]] domain::Thumbprint transport(const QString &server);
    [[nodiscard]] QList<plan::OperationRecord> operations();

private:
    [[nodiscard]] Result<void> readAll(const Result<session::Session *> &opened);
    [[nodiscard]] QList<clixml::Value> read(const shell::Pipeline &pipeline);

    [[nodiscard]] Result<session::Session *> serve(const QString &file);

    QTemporaryDir m_folder;
    std::unique_ptr<labserver::LabServer> m_server;
    std::unique_ptr<session::Workspace> m_workspace;
    domain::InventoryPtr m_before;
    QPointer<ui::TaskWizard> m_wizard;
};

} // namespace kakuin::testkit

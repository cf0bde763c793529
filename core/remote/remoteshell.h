// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/cmdletrights.h"
#include "core/remote/remotesession.h"
#include "core/remote/signedinaccount.h"
#include "core/shell/shell.h"

#include <optional>

namespace kakuin::remote {

/// A server behind PowerShell remoting as a shell.
/// Shape:   open() connects, asks which of the cmdlets that Kakuin uses the account has, and answers with a shell that
///          is ready. A session that was lost, or closed after a time without work, is opened again by the next
///          invoke().
/// Errors:  of a pipeline: ConnectionLost when the connection went after a part of it was sent and its outcome is not
///          known; ServerUnreachable when nothing of it was sent, or a reading one did not answer in time;
///          PromptRefused for questions that are no choice. What the server answers wrongly to a pipeline that
///          changes nothing is UnexpectedOutput. A change is never sent twice: once a part of it has left, no answer of
///          the other end is proof that it did not run. What only reads is sent once more on a new session when the
///          server says that it has forgotten the old one (its restart, a night's silence). After a refused password
///          every invoke() fails with that until somebody connects anew.
class RemoteShell final : public shell::Shell {
    Q_OBJECT
public:
    struct Connection final {
        TransportFactory transport;
        shell::ShellDescription::Kind kind = shell::ShellDescription::Kind::Process;
        QString name; ///< what it is called: the server, or the program
        bool hasPassword = false; ///< one that is refused is not tried again: attempts lock accounts
        QString requiredCmdlet = {}; ///< without it, the other end is not what was looked for: ServiceForeign
        RemoteSession::Options session;
        std::shared_ptr<const Clock> clock = std::make_shared<const SystemClock>(); ///< of the other end
        std::shared_ptr<const SignedInAccount> account = {}; ///< null: nobody is asked
        std::chrono::milliseconds idleTimeout = std::chrono::minutes(5);
        std::chrono::milliseconds readTimeout = std::chrono::minutes(5);
    };
    /// Errors: those of the session; ServiceForeign; PromptRefused and the like when the first question to it fails.
    [[nodiscard]] static QFuture<Result<std::shared_ptr<RemoteShell>>> open(const Connection &connection);
    ~RemoteShell() override;

    [[nodiscard]] shell::ShellDescription description() const override;
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override;
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr) override;
    [[nodiscard]] bool offers(const QString &cmdlet) const override;
    /// What this account has here.
    [[nodiscard]] const CmdletRights &rights() const { return m_rights; }
    [[nodiscard]] bool isConnected() const { return m_session && m_session->isOpen(); }

private:
    explicit RemoteShell(Connection connection);
    [[nodiscard]] RemoteSession &session();
    void dropSession();
    void rememberRefusal(const std::optional<Error> &error);

    Connection m_connection;
    RemoteSession *m_session = nullptr; // a child; null between sessions
    QTimer m_idleTimer;
    CmdletRights m_rights;
    std::optional<Error> m_refusal; // of the password
};

} // namespace kakuin::remote

// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/processtransport.h"
#include "core/remote/remotesession.h"

#include <functional>

namespace kakuin::testkit {

/// What one pipeline did on the server.
struct EngineOutcome final {
    QList<clixml::Value> outputs;
    QList<psrp::ErrorRecord> errors;
    QList<psrp::TextWritten> texts;
    QList<psrp::ProgressRecord> progress;
    QList<psrp::InformationRecord> information;
    QList<psrp::HostCall> calls; ///< void ones, too
    QStringList lost;
    std::optional<psrp::PipelineEnded> end;
    std::optional<Error> failure;
    bool hadBegun = false;

    [[nodiscard]] QStringList outputTexts() const;
    [[nodiscard]] bool isOver() const { return end || failure; }
    [[nodiscard]] bool isCompleted() const { return end && end->state == psrp::PipelineState::Completed; }
};

/// A pipeline that is being watched; what it did is filled in as it comes.
struct EngineRun final {
    std::unique_ptr<remote::RemotePipeline> pipeline;
    std::shared_ptr<EngineOutcome> outcome;
};

/// How a test answers a host call; nothing: it is not answered here.
using Answers = std::function<std::optional<psrp::HostReply>(const psrp::HostCall &)>;

/// Microsoft's engine as a server on stdio, with tests/engine/remoting.ps1 loaded: the judge's, or, with
/// KAKUIN_ENGINE_SERVER=pwsh in the environment, the `pwsh` that is on PATH.
class EngineSession final {
public:
    EngineSession() = default;
    Q_DISABLE_COPY_MOVE(EngineSession)
    /// What a test program returns instead of running; nothing: the engine that is asked for is there.
    [[nodiscard]] static int requirement();
    /// The program and its arguments, for whoever makes a transport of their own.
    [[nodiscard]] static remote::ProcessTransport::Command command(const QStringList &scripts);
    [[nodiscard]] static QString script(const char *name);

    /// Over stdio, or over that transport.
    [[nodiscard]] Result<void> open(
        remote::RemoteSession::Options options = {}, const remote::TransportFactory &transport = {});
    [[nodiscard]] remote::RemoteSession &session() { return *m_session; }
    [[nodiscard]] EngineRun start(const psrp::PipelineRequest &request, const Answers &answers = {});
    /// Turns the event loop until it is over.
    [[nodiscard]] EngineOutcome run(const psrp::PipelineRequest &request, const Answers &answers = {});
    [[nodiscard]] EngineOutcome run(const QString &cmdlet, const QList<psrp::Command::Parameter> &parameters = {});
    ~EngineSession() { close(); }
    /// Waits until the engine has ended.
    void close();

private:
    [[nodiscard]] static bool isPwsh();
    [[nodiscard]] Result<void> define(const QString &file);

    std::unique_ptr<remote::RemoteSession> m_session;
};

/// A pipe of cmdlets without parameters.
[[nodiscard]] psrp::PipelineRequest pipe(const QStringList &cmdlets);
/// What Get-Awkward of remoting.ps1 writes.
[[nodiscard]] QStringList awkwardTexts();
/// A script, for what no cmdlet does.
[[nodiscard]] psrp::PipelineRequest scriptRequest(const QString &text);

} // namespace kakuin::testkit

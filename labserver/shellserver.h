// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/shell.h"
#include "labserver/pipelinewatcher.h"
#include "labserver/psrpbackend.h"
#include "labserver/psrpserver.h"

#include <QtCore/QFutureWatcher>

namespace kakuin::labserver {

/// Serves any shell over PSRP: a server in front of the practice organisation, so that the remote shell meets one whose
/// organisation the tests know.
/// Shape:   receive(), stop() and forget() as a transport delivers them; talked() when something waits to be sent.
class ShellServer final : public PsrpBackend {
    Q_OBJECT
public:
    /// `watcher` may be null; it outlives this.
    explicit ShellServer(std::shared_ptr<shell::Shell> shell, PipelineWatcher *watcher = nullptr);
    ~ShellServer() override;

    [[nodiscard]] Result<void> receive(const QUuid &channel, const QByteArray &bytes) override;
    [[nodiscard]] Result<void> receiveAnswer(const QByteArray &bytes) override
    {
        return receive(QUuid::createUuid(), bytes); // a stream of its own: the message says whom it is for
    }
    [[nodiscard]] QByteArray nextChunk(const QUuid &channel, qsizetype maxBytes) override
    {
        return m_psrp.nextChunk(channel, maxBytes);
    }
    void stop(const QUuid &pipeline) override;
    void forget(const QUuid &pipeline) override;
    [[nodiscard]] PsrpServer &psrp() { return m_psrp; }
    [[nodiscard]] QList<QUuid> running() const { return m_running.keys(); }

private:
    class Host;
    struct Running final {
        shell::Pipeline pipeline;
        QFuture<Result<shell::PipelineOutput>> future;
        std::shared_ptr<Host> host;
    };
    void start(const PsrpServer::PipelineRequested &asked);
    void listCommands(const PsrpServer::PipelineRequested &asked);
    void start(const QUuid &id, const shell::Pipeline &pipeline);
    void finish(const QUuid &pipeline, const Result<shell::PipelineOutput> &output);

    std::shared_ptr<shell::Shell> m_shell;
    PsrpServer m_psrp;
    PipelineWatcher *m_watcher;
    QHash<QUuid, Running> m_running;
    QHash<QUuid, shell::Pipeline> m_answered; ///< and not yet released
};

} // namespace kakuin::labserver

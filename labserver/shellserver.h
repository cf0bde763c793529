// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/shell.h"
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
    explicit ShellServer(std::shared_ptr<shell::Shell> shell);
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

private:
    class Host;
    struct Running final {
        QFuture<Result<shell::PipelineOutput>> future;
        std::shared_ptr<Host> host;
    };
    void start(const PsrpServer::PipelineRequested &asked);
    void listCommands(const PsrpServer::PipelineRequested &asked);
    void finish(const QUuid &pipeline, const Result<shell::PipelineOutput> &output);

    std::shared_ptr<shell::Shell> m_shell;
    PsrpServer m_psrp;
    QHash<QUuid, Running> m_running;
};

} // namespace kakuin::labserver

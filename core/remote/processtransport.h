// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/outofprocpacket.h"
#include "core/remote/transport.h"

#include <QtCore/QProcess>

#include <chrono>

namespace kakuin::remote {

/// A program that speaks PSRP over its standard streams: `pwsh -s`, `powershell.exe -s`, `ssh … -s powershell`.
/// Errors:  ProgramNotStarted when it cannot be started; ConnectionLost when it ends by itself, with the end of what it
///          wrote to its error stream; UnexpectedOutput when it writes something else than packets.
/// Limits:  lines of 1 MB; text before the first packet (a banner, a profile's output) is skipped, as far as 64 KB.
/// Order:   one line of a channel is on the way: the other end may handle two in any order. A stop goes before what
///          waits to be sent. The program never survives this object: its input is closed, and what does not end then
///          is killed.
class ProcessTransport final : public Transport {
    Q_OBJECT
public:
    struct Command final {
        QString program;
        QStringList arguments;
    };
    ProcessTransport(Command command, psrp::RunspacePool &pool, QObject *parent = nullptr);
    ~ProcessTransport() override;

    void start() override;
    void pump() override;
    void openPipeline(const QUuid &pipeline) override;
    void stopPipeline(const QUuid &pipeline) override;
    void closePipeline(const QUuid &pipeline) override;
    void close() override;
    [[nodiscard]] bool hasSent(const QUuid &pipeline) const override;

private:
    enum class State { NotStarted, Running, Closing, Ended };
    struct Channel final {
        bool isReady = false; ///< the server has acknowledged the Command
        bool isWaiting = false; ///< for the acknowledgement of a Data or Signal line
        bool hasSent = false;
        bool wantsStop = false;
        bool wantsEnd = false;
        bool isClosing = false; ///< Close is the last line of a channel
    };

    void readLines();
    void take(const QByteArray &line);
    void takePacket(const OutOfProcPacket &packet);
    void keepErrors();
    void write(OutOfProcPacket::Kind kind, const QUuid &id);
    void sendNext(const QUuid &id, Channel &channel);
    void fail(ErrorCode code, const QString &detail);
    void onFinished();

    Command m_command;
    QProcess *m_process; // a child until the destructor lets it end by itself
    State m_state = State::NotStarted;
    bool m_hasSeenPacket = false;
    qsizetype m_skippedBytes = 0;
    QByteArray m_errors; // the end of what came on the error stream
    QHash<QUuid, Channel> m_channels;
};

} // namespace kakuin::remote

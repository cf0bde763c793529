// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/outofprocpacket.h"
#include "labserver/psrpbackend.h"

#include <QtCore/QHash>
#include <QtCore/QProcess>
#include <QtCore/QQueue>

namespace kakuin::testkit {

/// Microsoft's engine behind another transport's server side: only moves fragments from and to its lines.
class EngineBackend final : public labserver::PsrpBackend {
    Q_OBJECT
public:
    explicit EngineBackend(const QStringList &scripts);
    ~EngineBackend() override;

    [[nodiscard]] Result<void> receive(const QUuid &channel, const QByteArray &bytes) override;
    [[nodiscard]] Result<void> receiveAnswer(const QByteArray &bytes) override;
    [[nodiscard]] QByteArray nextChunk(const QUuid &channel, qsizetype maxBytes) override;
    void stop(const QUuid &pipeline) override;
    void forget(const QUuid &pipeline) override;

private:
    struct Channel final {
        QQueue<remote::OutOfProcPacket> packets; ///< one is on the way until the engine has acknowledged it
        bool isWaiting = false;
        QByteArray arrived;
    };
    void enqueue(const QUuid &channel, const QByteArray &bytes, bool isAnswer);
    void sendNext(const QUuid &channel);
    void readLines();

    QProcess m_process;
    QHash<QUuid, Channel> m_channels;
};

} // namespace kakuin::testkit

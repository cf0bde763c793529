// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QObject>
#include <QtCore/QUuid>

namespace kakuin::labserver {

/// What stands behind a transport's server side: takes and gives the bytes of a pool (null) and of its pipelines.
class PsrpBackend : public QObject {
    Q_OBJECT
public:
    PsrpBackend() = default;
    ~PsrpBackend() override = default;
    Q_DISABLE_COPY_MOVE(PsrpBackend)

    /// Errors: the client broke the protocol.
    [[nodiscard]] virtual Result<void> receive(const QUuid &channel, const QByteArray &bytes) = 0;
    /// Answers to questions, which name their pipeline inside only.
    [[nodiscard]] virtual Result<void> receiveAnswer(const QByteArray &bytes) = 0;
    [[nodiscard]] virtual QByteArray nextChunk(const QUuid &channel, qsizetype maxBytes) = 0;
    virtual void stop(const QUuid &pipeline) = 0;
    virtual void forget(const QUuid &pipeline) = 0;

Q_SIGNALS:
    /// Something waits to be sent.
    void talked();
};

} // namespace kakuin::labserver

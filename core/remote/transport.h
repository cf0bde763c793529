// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/psrp/runspacepool.h"

#include <QtCore/QObject>

namespace kakuin::remote {

/// Carries a pool's bytes to a server and back.
/// Shape:   start(); from then on pump() whenever the pool may have something to send: the transport takes what fits.
///          openPipeline() before a pipeline's first pump, closePipeline() after its end; close() ends the session.
/// Signals: received; pipelineClosed when the server has released it; exactly one of closed and lost, after which
///          nothing comes and nothing is sent.
/// Threads: that of the object. Nothing here blocks.
class Transport : public QObject {
    Q_OBJECT
public:
    /// The pool outlives the transport.
    Transport(psrp::RunspacePool &pool, QObject *parent);
    ~Transport() override;
    Q_DISABLE_COPY_MOVE(Transport)

    virtual void start() = 0;
    virtual void pump() = 0;
    virtual void openPipeline(const QUuid &pipeline) = 0;
    virtual void stopPipeline(const QUuid &pipeline) = 0;
    virtual void closePipeline(const QUuid &pipeline) = 0;
    virtual void close() = 0;
    /// While held, it asks for nothing more: what has arrived is still being read. pump() goes on after that.
    void setHeld(bool isHeld) { m_isHeld = isHeld; }
    /// Whether any of the pipeline may have reached the server: then its outcome is unknown when the connection goes.
    [[nodiscard]] virtual bool hasSent(const QUuid &pipeline) const = 0;
    /// After lost(): the other end says that it does not know the session any more. That is no proof that it did
    /// nothing.
    [[nodiscard]] virtual bool wasForgotten() const { return false; }

Q_SIGNALS:
    void received(const QUuid &channel, const QByteArray &bytes);
    void pipelineClosed(const QUuid &pipeline);
    /// Something arrived that is none of what this transport carries; lost() follows.
    void notUnderstood(const kakuin::psrp::Evidence &evidence, const QString &problem);
    void closed();
    void lost(const kakuin::Error &error);

protected:
    [[nodiscard]] psrp::RunspacePool &pool() const { return m_pool; }
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

private:
    psrp::RunspacePool &m_pool;
    bool m_isHeld = false;
};

} // namespace kakuin::remote

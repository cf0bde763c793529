// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/runspacepool.h"

#include <QtCore/QProcess>

namespace kakuin::bench {

/// The engine over stdio with as little as possible in between: lines that were made before, a search for the bytes
/// that end a pipeline, no reading of what comes. What is left is the engine's own time.
class BareEngine final {
public:
    BareEngine() = default;
    ~BareEngine();
    Q_DISABLE_COPY_MOVE(BareEngine)

    /// Opens a session. Errors: FileNotFound, UnexpectedOutput.
    [[nodiscard]] Result<void> start(const QString &program, const QStringList &arguments);
    /// Runs that script once, and waits until the engine has released its pipeline.
    [[nodiscard]] Result<void> run(const QString &script);

private:
    [[nodiscard]] Result<void> waitFor(const QByteArray &packet, const QByteArray &content = {});
    void send(const QUuid &id, psrp::MessageType type, const QByteArray &data);

    QProcess m_process;
    QUuid m_pool = QUuid::createUuid();
    quint64 m_lastObject = 0;
};

} // namespace kakuin::bench

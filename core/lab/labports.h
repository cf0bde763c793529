// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labstate.h"
#include "core/live/portprobe.h"

#include <QtCore/QPointer>

namespace kakuin::lab {

class LabShell;

/// Which certificate a port of a practice server serves, as a real one would choose: a web site what it is bound to,
/// the Web Management Service what it was set up with, mail services the newest valid certificate that carries the
/// service, one of a CA before a self-signed one.
/// Errors: those of domain::LiveReading.
[[nodiscard]] Result<domain::ServedCertificate> servedBy(
    const LabState &state, const domain::ServerId &server, const domain::LivePort &port, const QDateTime &nowUtc);

/// A practice organisation asked as if it were a network.
class LabPorts final : public live::PortProbe {
public:
    /// Once the organisation is closed every port is Cancelled.
    explicit LabPorts(LabShell *shell);
    ~LabPorts() override;
    Q_DISABLE_COPY_MOVE(LabPorts)

    [[nodiscard]] QFuture<Result<domain::ServedCertificate>> ask(
        const domain::Server &server, const domain::LivePort &port) override;

private:
    QPointer<LabShell> m_shell;
};

} // namespace kakuin::lab

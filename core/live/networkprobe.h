// SPDX-License-Identifier: MIT
#pragma once

#include "core/live/portprobe.h"

namespace kakuin::live {

/// What one port may cost.
struct LiveLimits final {
    std::chrono::milliseconds whole{10'000};
    std::chrono::milliseconds connecting{4'000}; ///< a firewall that drops packets never answers
    std::chrono::milliseconds closing{300};
    qint64 mostBytes = qint64{512} * 1024;
};

/// Asks over the network: TCP, where needed STARTTLS, a TLS handshake, the end of TLS. No sign-in, no client certificate, no
/// request; what a certificate is worth is not asked, because it is not relied on.
/// The server is called by its FQDN, or by its name where that is not known.
/// Errors: NotRead where this was built without POSIX sockets (isAvailable()).
class NetworkProbe final : public PortProbe {
public:
    explicit NetworkProbe(const LiveLimits &limits = LiveLimits())
        : m_limits(limits)
    {
    }
    Q_DISABLE_COPY_MOVE(NetworkProbe)

    [[nodiscard]] static bool isAvailable();
    [[nodiscard]] QFuture<Result<domain::ServedCertificate>> ask(
        const domain::Server &server, const domain::LivePort &port) override;

private:
    LiveLimits m_limits;
};

} // namespace kakuin::live

// SPDX-License-Identifier: MIT
#include "core/base/whendone.h"
#include "core/live/networkprobe.h"

namespace kakuin::live {

bool NetworkProbe::isAvailable()
{
    return false;
}

QFuture<Result<domain::ServedCertificate>> NetworkProbe::ask(const domain::Server &server, const domain::LivePort &)
{
    return readyFuture<domain::ServedCertificate>(
        fail(ErrorCode::NotRead, server.fqdn, QStringLiteral("not available on this platform")));
}

} // namespace kakuin::live

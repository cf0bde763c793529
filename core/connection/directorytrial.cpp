// SPDX-License-Identifier: MIT
#include "core/connection/directorytrial.h"

#include "core/base/mapfuture.h"
#include "core/directory/directoryreader.h"

namespace kakuin::connection {
namespace {

DirectoryTrial trialOf(const QList<directory::DirectoryServer> &servers)
{
    const auto readable = std::count_if(
        servers.begin(), servers.end(), [](const auto &server) { return server.transport.has_value(); });
    return {static_cast<int>(servers.size()), static_cast<int>(readable)};
}

} // namespace

QFuture<Result<DirectoryTrial>> tryDirectory(const ConnectionProfile &profile, const Secret &password)
{
    const auto settings = directorySettings(profile, password);
    if (!settings)
        return readyFuture<DirectoryTrial>(tl::unexpected<Error>(settings.error()));
    if (!*settings)
        return readyFuture<DirectoryTrial>(fail(ErrorCode::InvalidArgument));
    return mapFuture(directory::readInternalTransportCertificates(**settings), trialOf);
}

} // namespace kakuin::connection

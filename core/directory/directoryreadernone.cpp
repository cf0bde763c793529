// SPDX-License-Identifier: MIT
// For builds without OpenLDAP's library (KAKUIN_DIRECTORY is off).
#include "core/directory/directoryreader.h"

#include "core/base/whendone.h"

namespace kakuin::directory {

QFuture<Result<QList<DirectoryServer>>> readInternalTransportCertificates(const DirectorySettings &settings)
{
    return readyFuture<QList<DirectoryServer>>(
        fail(ErrorCode::DirectoryUnavailable, settings.host, QStringLiteral("this build has no OpenLDAP")));
}

DirectorySource directorySource(const DirectorySettings &settings)
{
    return [settings] { return readInternalTransportCertificates(settings); };
}

} // namespace kakuin::directory

// SPDX-License-Identifier: MIT
#include "core/directory/directoryreader.h"

#include "core/base/socketwork.h"
#include "core/base/whendone.h"
#include "core/directory/transportsearch.h"

#include <memory>
#include <optional>

namespace kakuin::directory {
namespace {

using Servers = Result<QList<DirectoryServer>>;

} // namespace

QFuture<Servers> readInternalTransportCertificates(const DirectorySettings &settings)
{
    return runOnSocket<QList<DirectoryServer>>(settings.limits.totalBytes, settings.limits.whole, settings.host,
        [settings](DeadlineSocket &socket) { return searchServers(settings, socket); });
}

DirectorySource directorySource(const DirectorySettings &settings)
{
    struct Memory final {
        QFuture<Servers> last;
        std::optional<Error> refusal;
    };
    const auto memory = std::make_shared<Memory>();
    return [settings, memory] {
        if (!memory->refusal && memory->last.isFinished() && memory->last.resultCount() > 0) {
            const Servers servers = memory->last.resultAt(0);
            const bool isRefusal = !servers
                && (servers.error().code == ErrorCode::SignInRefused
                    || servers.error().code == ErrorCode::KerberosPasswordWrong);
            if (isRefusal && settings.signIn != DirectorySettings::SignIn::CurrentTicket)
                memory->refusal = servers.error();
        }
        if (memory->refusal)
            return readyFuture<QList<DirectoryServer>>(tl::unexpected<Error>(*memory->refusal));
        memory->last = readInternalTransportCertificates(settings);
        return memory->last;
    };
}

} // namespace kakuin::directory

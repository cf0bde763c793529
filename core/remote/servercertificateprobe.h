// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QFuture>

namespace kakuin::remote {

/// What a server shows of itself over TLS, for a person to look at before it is trusted or pinned.
struct ServerCertificates final {
    QList<QByteArray> chain; ///< DER, as sent: the server's own first; never empty
    QByteArray sha256; ///< of the first: what a pin is
    bool isTrusted = false; ///< by the authorities that were asked about
    bool isForHost = false;
    QString problem; ///< OpenSSL's reason when it is not trusted
};

/// Asks for it: a TLS handshake, then the connection is closed. No request, no sign-in and no secret is sent. `caFile` as in
/// HttpSettings.
/// Errors: those of connecting; InvalidArgument for another URL than https.
[[nodiscard]] QFuture<Result<ServerCertificates>> probeServerCertificates(
    const QString &url, const QString &caFile = {});

} // namespace kakuin::remote

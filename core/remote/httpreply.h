// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArrayList>
#include <QtCore/QDateTime>

namespace kakuin::remote {

/// What came back for one post.
struct HttpReply final {
    int status = 0;
    QByteArray contentType = {};
    QByteArray body = {};
    QByteArray location = {}; ///< of a redirection
    QByteArrayList challenges = {}; ///< WWW-Authenticate, one a line
    QDateTime dateUtc = {}; ///< when the server says it is; invalid: it does not say

    static constexpr int ok = 200;
    static constexpr int unauthorized = 401;
    static constexpr int fault = 500; ///< with an envelope, also for harmless ones

    /// Whether the body may be an envelope of WS-Management.
    [[nodiscard]] bool isEnvelope() const;
    [[nodiscard]] bool isRedirection() const { return status >= 300 && status < 400; }
    /// Whether the server takes this scheme.
    [[nodiscard]] bool offers(const QByteArray &scheme) const;
    /// What the server says in a scheme's way; empty when nothing, or not in base64.
    [[nodiscard]] QByteArray token(const QByteArray &scheme) const;
};

/// Why an answer is none of WS-Management's: the status, or what else arrived.
/// Shape: subject = the host; detail = status, type and title of the page, or where the server sends to.
[[nodiscard]] Error refusalOf(const HttpReply &reply, const QString &host);

} // namespace kakuin::remote

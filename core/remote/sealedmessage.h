// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/securitycontext.h"

namespace kakuin::remote {

/// An envelope in its encrypted dress, as WS-Management over http wants it.
/// Shape:   "multipart/encrypted" that no MIME library reads: the second part's bytes follow its header at once.
/// Source:  MS-WSMV 2.2.9.1; Exchange writes its boundary with a blank ("-- Encrypted Boundary").
struct SealedMessage final {
    QByteArray header; ///< of the token
    QByteArray cipher;
    qsizetype plainBytes = 0; ///< what the first part promises, padding included

    [[nodiscard]] static QByteArray contentType(SecurityScheme scheme);
    /// Whether an answer of this type claims to be encrypted.
    [[nodiscard]] static bool isNamedBy(const QByteArray &contentType);
    [[nodiscard]] QByteArray write(SecurityScheme scheme) const;
    /// Errors: AnswerNotProtected; detail says what is wrong with it.
    [[nodiscard]] static Result<SealedMessage> read(const QByteArray &body);
};

/// From an envelope to a body, and back.
[[nodiscard]] Result<QByteArray> seal(SecurityContext &context, SecurityScheme scheme, const QByteArray &envelope);
[[nodiscard]] Result<QByteArray> unseal(SecurityContext &context, const QByteArray &body);

} // namespace kakuin::remote

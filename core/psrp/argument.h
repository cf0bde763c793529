// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/clixml/value.h"
#include "core/psrp/sessionkey.h"

namespace kakuin::psrp {

/// A user and a password: PSCredential.
struct Credential final {
    QString user;
    Secret password;
    friend bool operator==(const Credential &, const Credential &) = default;
};

/// Something that goes to the server; secrets become SecureStrings once the session has a key.
using Argument = std::variant<clixml::Value, Secret, Credential>;

[[nodiscard]] inline bool needsSessionKey(const Argument &argument)
{
    return !std::holds_alternative<clixml::Value>(argument);
}

/// As CLIXML. Errors: Internal when it needs a key and there is none.    Source: MS-PSRP 2.2.5.1.24, 2.2.3.25
[[nodiscard]] Result<clixml::Value> sealed(const Argument &argument, const SessionKey *key);

/// The text of a SecureString, or the parts of a PSCredential, that a server sent.
/// Errors: UnexpectedOutput when the value is of another kind or not under that key.
[[nodiscard]] Result<Secret> unsealed(const clixml::Value &secureString, const SessionKey &key);
[[nodiscard]] Result<Credential> unsealedCredential(const clixml::Value &credential, const SessionKey &key);

} // namespace kakuin::psrp

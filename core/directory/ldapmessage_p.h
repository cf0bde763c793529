// SPDX-License-Identifier: MIT
#pragma once

#include "core/directory/ldapconnection_p.h"

namespace kakuin::directory {

/// One answer of the library, freed with this object.
struct LdapConnection::Message final {
    /// What every result carries (RFC 4511 4.1.9).
    struct Facts final {
        int result = LDAP_DECODING_ERROR;
        QString text;
        QString referral;
    };
    LDAPMessage *message = nullptr;

    Message() = default;
    ~Message() { ldap_msgfree(message); }
    Q_DISABLE_COPY_MOVE(Message)

    [[nodiscard]] Facts facts(LDAP *ldap) const;
};

} // namespace kakuin::directory

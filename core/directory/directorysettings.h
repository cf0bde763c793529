// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"

#include <QtCore/QString>

#include <chrono>

namespace kakuin::directory {

/// What a directory may cost before its answer counts as wrong. Real organisations stay far below.
struct DirectoryLimits final {
    std::chrono::milliseconds connecting = std::chrono::seconds(15); ///< TCP and TLS
    std::chrono::milliseconds operation = std::chrono::seconds(30); ///< each step of signing in, each page
    std::chrono::milliseconds whole = std::chrono::minutes(3);
    int pageSize = 200; ///< entries; Active Directory gives at most 1,000
    int pages = 1'000;
    int entries = 20'000;
    qsizetype valueBytes = qsizetype{256} * 1024; ///< of a certificate
    qsizetype messageBytes = qsizetype{4} * 1024 * 1024; ///< of one LDAP message
    qint64 totalBytes = qint64{64} * 1024 * 1024; ///< all that is received
};

/// Where a directory is, as whom to read it, and what must be true of it. A password never leaves in the clear: Simple
/// needs TLS, and Kerberos shows it to nobody. TLS is always verified; the host must be the name in the certificate.
struct DirectorySettings final {
    enum class Security {
        Ldaps, ///< TLS from the first byte
        StartTls, ///< TLS before anything else is said
        SaslProtected, ///< no TLS: signed and encrypted by Kerberos
    };
    enum class SignIn {
        CurrentTicket, ///< whoever this computer's Kerberos ticket is for
        UserPassword, ///< Kerberos with a ticket of our own, in memory
        Simple, ///< a distinguished name or user@domain, and its password
    };
    QString host; ///< name of a domain controller, as its certificate and its Kerberos service have it
    quint16 port = 0; ///< 0: 636 for Ldaps, else 389
    Security security = Security::SaslProtected;
    SignIn signIn = SignIn::CurrentTicket;
    QString user;
    Secret password;
    QString caFile; ///< PEM: only these authorities; empty: the computer's
    QString baseDn; ///< empty: the configurationNamingContext that the directory names
    DirectoryLimits limits;
};

} // namespace kakuin::directory

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QByteArray>

#include <memory>

namespace kakuin::remote {

/// How the tokens are packed: by themselves, as Exchange wants them, or inside SPNEGO.
enum class SecurityScheme { Kerberos, Negotiate };

/// Whom to sign in to.
struct SecurityTarget final {
    SecurityScheme scheme = SecurityScheme::Kerberos;
    QString host; ///< as in the URL: the service is HTTP on it, and no name server is asked for another name
    QString servicePrincipal; ///< "HTTP/host[@REALM]" instead; empty: from the host
    QByteArray channelBinding; ///< "tls-server-end-point:…"; empty over http
    bool isSealing = true; ///< false: only the sign-in; what is said afterwards has other protection
};

/// One sign-in on one connection, and the keys that it gave.
/// Shape:   step({}) gives the first token, step(what the server said) the next, until isEstablished(): then the server
///          has proved itself, too. From then on wrap() and unwrap(), strictly in the order of the connection.
///          seal() and unseal() are the same for protocols that carry one token: SASL.
/// Errors:  of step: the codes of signing in (KerberosClockSkew, KerberosTicketExpired, SignInRefused …); of unwrap and
///          unseal: AnswerNotProtected for whatever was not made by the server for this place in the order.
/// Threads: one at a time.
/// Source:  RFC 4121, RFC 4178; MS-WSMV 2.2.9.1.
class SecurityContext {
public:
    struct Sealed final {
        QByteArray header;
        QByteArray cipher;
        qsizetype paddingBytes = 0;
    };
    SecurityContext() = default;
    virtual ~SecurityContext();
    Q_DISABLE_COPY_MOVE(SecurityContext)

    [[nodiscard]] virtual Result<QByteArray> step(const QByteArray &token) = 0;
    [[nodiscard]] virtual bool isEstablished() const = 0;
    /// Who signs in, as the ticket says: "user@REALM". Empty where it is not known.
    [[nodiscard]] virtual QString account() const { return {}; }
    [[nodiscard]] virtual Result<Sealed> wrap(const QByteArray &plain) = 0;
    [[nodiscard]] virtual Result<QByteArray> unwrap(const QByteArray &header, const QByteArray &cipher) = 0;
    [[nodiscard]] virtual Result<QByteArray> seal(const QByteArray &plain, bool isEncrypted) = 0;
    /// `mustBeEncrypted`: one that is only signed is refused.
    [[nodiscard]] virtual Result<QByteArray> unseal(const QByteArray &token, bool mustBeEncrypted) = 0;
};

/// As whom to sign in. The connections of one session share it, so that a password is tried once only.
/// Shape:   nobody: with the ticket that the computer has now. A user without a password: with a ticket of that user
///          from the computer's. With a password: with a ticket of our own in memory; the computer's stay as they are.
/// Errors:  KerberosNoTicket, KerberosTicketExpired, KerberosUserUnknown, KerberosPasswordWrong (from then on without
///          asking again: attempts may lock the account), KerberosUnavailable, KerberosServiceUnknown,
///          KerberosClockSkew, SignInRefused; detail names the stage.
/// Cost:    asks domain controllers and may block for a minute.
/// Threads: any.
class SecurityCredential {
public:
    SecurityCredential() = default;
    virtual ~SecurityCredential();
    Q_DISABLE_COPY_MOVE(SecurityCredential)
    /// By GSSAPI, or in builds without it by something that answers KerberosUnavailable.
    [[nodiscard]] static std::shared_ptr<SecurityCredential> create(const QString &user, const Secret &password);

    [[nodiscard]] virtual Result<std::unique_ptr<SecurityContext>> begin(const SecurityTarget &target) = 0;
};

} // namespace kakuin::remote

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/remote/serverclock.h"
#include "core/remote/signedinaccount.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace kakuin::remote {

/// How to sign in. Kerberos is what Exchange offers by itself; Negotiate is the same in SPNEGO's wrapping, for other
/// servers of WS-Management. Basic and Certificate go over https only.
enum class HttpSignIn { Basic, Kerberos, Negotiate, Certificate };

/// Where, as whom, and what must be true of the server.
struct HttpSettings final {
    QString url;
    QString user; ///< empty: Basic sends no sign-in; Kerberos and Negotiate use the computer's ticket
    Secret password; ///< Certificate: of the key in the file, where that has one
    QString caFile; ///< PEM; empty: the computer's authorities
    HttpSignIn signIn = HttpSignIn::Basic;
    QByteArray pinSha256 = {}; ///< of the server's certificate, 32 bytes: then it must be this one, and may be any
    QString clientCertificateFile = {}; ///< Certificate: PEM, the certificate and its key
    QString servicePrincipal = {}; ///< Kerberos, Negotiate: instead of HTTP/<host of the URL>
    std::shared_ptr<ServerClock> clock = {}; ///< hears the time that the server tells; null: it is not wanted
    std::shared_ptr<SignedInAccount> account = {}; ///< learns as whom the server lets us in; null: it is not wanted
};

} // namespace kakuin::remote

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/remote/httpsettings.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

namespace kakuin::connection {

using SignIn = remote::HttpSignIn;

/// Where an organisation is reached, and as whom. Holds no secret: it is stored and shown.
struct ConnectionProfile final {
    enum class Kind {
        Server, ///< an Exchange server's PowerShell by HTTP or HTTPS
        Computer, ///< the PowerShell of this computer
        Ssh, ///< PowerShell on another computer through ssh
        Program, ///< any command that speaks the protocol over its standard streams
    };
    static constexpr qsizetype mostCharacters = 2048; ///< of each text
    static constexpr int mostParallelCommands = 8; ///< Exchange allows one person 18 sessions, of all programs

    QString name; ///< what the person calls it
    Kind kind = Kind::Server;
    QString address; ///< Server: a name, name:port or URL, as typed; Ssh: host or host:port
    SignIn signIn = SignIn::Kerberos;
    QString user; ///< empty: whoever the current ticket is for; ssh: as ssh decides
    QString authorityFile; ///< PEM; empty: the computer's authorities
    QByteArray pinnedSha256; ///< of the server's certificate; empty: verified by its authority and name
    QString clientCertificateFile; ///< PEM with its private key
    QString servicePrincipal; ///< Kerberos: "HTTP@host" where it is another name than the address
    int parallelCommands = 4; ///< Server: so that one slow server does not hold up the others
    QString command; ///< Program: program and arguments as in a command line

    friend bool operator==(const ConnectionProfile &, const ConnectionProfile &) = default;
};

/// What the requests are sent to: http for Kerberos and Negotiate (which encrypt by themselves), https else, path
/// /PowerShell/ and Exchange's query where the address has none.
/// Errors: InvalidArgument, subject: the address or user, detail: "scheme", "host", "userInfo", "basicOverHttp" …
/// Source: recorded sessions; Exchange's own shell asks for serializationLevel=Full.
[[nodiscard]] Result<QUrl> endpointUrl(const ConnectionProfile &profile);

/// The program that carries the session, for every kind but Server: its path, then its arguments.
/// Errors: InvalidArgument for an empty command, or an ssh host or user that ssh would take for an option.
[[nodiscard]] Result<QStringList> programCall(const ConnectionProfile &profile);

/// Whether a password is asked for.
[[nodiscard]] bool needsPassword(const ConnectionProfile &profile);

/// The server, host or program, for headings and errors.
[[nodiscard]] QString peerName(const ConnectionProfile &profile);

/// 64 digits, with or without colons or blanks between them, as the tools that show fingerprints write them.
/// Errors: InvalidArgument.
[[nodiscard]] Result<QByteArray> sha256FromText(const QString &text);

} // namespace kakuin::connection

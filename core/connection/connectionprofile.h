// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/directory/directorysettings.h"
#include "core/remote/httpsettings.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

namespace kakuin::connection {

using SignIn = remote::HttpSignIn;
using DirectorySecurity = directory::DirectorySettings::Security;

/// Where an organisation is reached, and as whom. Holds no secret: it is stored and shown.
struct ConnectionProfile final {
    enum class Kind {
        Server, ///< an Exchange server's PowerShell by HTTP or HTTPS
        Computer, ///< the PowerShell of this computer
        Ssh, ///< PowerShell on another computer through ssh
        Program, ///< any command that speaks the protocol over its standard streams
    };
    static constexpr qsizetype mostCharacters = 2048; ///< of each text
    static constexpr qsizetype mostFurtherAddresses = 64;
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
    QStringList furtherAddresses; ///< Server: as `address`, reached in the same way; they share the reading
    QString directoryAddress; ///< a domain controller, or with its port; empty: the directory is not asked
    DirectorySecurity directorySecurity = DirectorySecurity::SaslProtected;
    bool isReadOnly = false; ///< opened as a shell::ReadOnlyShell: nothing can be changed with it

    friend bool operator==(const ConnectionProfile &, const ConnectionProfile &) = default;
};

/// What is wrong with what was entered, one thing at a time. It is the `detail` of an InvalidArgument.
enum class ProfileProblem {
    AddressMissing,
    AddressMalformed, ///< no URL, no host in it, or far too long
    SchemeUnknown, ///< neither http nor https
    UserInAddress, ///< it would be stored and shown
    PasswordOverHttp, ///< a password or a client certificate without TLS
    HostMalformed, ///< ssh would take it for an option or for two words
    PortMalformed,
    UserMalformed, ///< as HostMalformed
    CommandMissing,
    NameUnsafe, ///< a name, address or account with control or invisible characters
    PinMalformed,
    TooManyFurther,
    DirectoryMalformed,
    DirectoryUnprotected, ///< a password for the directory, without TLS
};
[[nodiscard]] QLatin1String nameOf(ProfileProblem problem);
/// Nothing for an error that is none of these.
[[nodiscard]] std::optional<ProfileProblem> problemOf(const Error &error);
/// Whether a connection can be tried with it. Errors: InvalidArgument with a problem.
[[nodiscard]] Result<void> check(const ConnectionProfile &profile);

/// What the requests are sent to: http for Kerberos and Negotiate (which encrypt by themselves), https else, path
/// /PowerShell/ and Exchange's query where the address has none.
/// Errors: InvalidArgument with a problem; subject: the address.
/// Source: recorded sessions; Exchange's own shell asks for serializationLevel=Full.
[[nodiscard]] Result<QUrl> endpointUrl(const ConnectionProfile &profile);

/// The program that carries the session, for every kind but Server: its path, then its arguments.
/// Errors: InvalidArgument with a problem; subject: the word.
[[nodiscard]] Result<QStringList> programCall(const ConnectionProfile &profile);

/// One of the further addresses as a connection of its own. What was pinned belongs to the first server only.
[[nodiscard]] ConnectionProfile furtherProfile(const ConnectionProfile &profile, const QString &address);

/// Where the directory is asked, and as whom: as the server is signed in to where that is possible, else with the
/// ticket of this computer. Nothing when no directory is asked.
/// Errors: InvalidArgument with a problem.
[[nodiscard]] Result<std::optional<directory::DirectorySettings>> directorySettings(
    const ConnectionProfile &profile, const Secret &password);

/// Whether a password is asked for.
[[nodiscard]] bool needsPassword(const ConnectionProfile &profile);

/// The server, host, or file name of the program, for headings and errors.
[[nodiscard]] QString peerName(const ConnectionProfile &profile);

/// 64 digits, with or without colons or blanks between them, as the tools that show fingerprints write them.
/// Errors: InvalidArgument with PinMalformed.
[[nodiscard]] Result<QByteArray> sha256FromText(const QString &text);

} // namespace kakuin::connection

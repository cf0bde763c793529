// SPDX-License-Identifier: MIT
#include "text/connectiontext.h"

#include "core/base/untrustedtext.h"
#include "text/errortext.h"

namespace kakuin::ui {

using connection::ProfileProblem;

QString ConnectionText::entered(ProfileProblem problem, const QString &subject)
{
    switch (problem) {
    case ProfileProblem::AddressMissing:
        return tr("Enter the name of the server, such as ex01.contoso.com.");
    case ProfileProblem::AddressMalformed:
        return tr("“%1” is no name of a server and no address. Enter a name such as ex01.contoso.com, or a whole "
                  "address such as https://ex01.contoso.com/PowerShell/.")
            .arg(subject);
    case ProfileProblem::SchemeUnknown:
        return tr("“%1” begins with something else than http:// or https://. Enter the name of the server only, or an "
                  "address that begins with one of these.")
            .arg(subject);
    case ProfileProblem::UserInAddress:
        return tr("The address holds a user or a password. Addresses are stored and shown, so enter both in their own "
                  "fields.");
    case ProfileProblem::PasswordOverHttp:
        return tr("With this way of signing in, everything would go over the network unprotected. Begin the address "
                  "with https://, enter the name of the server only, or sign in with Kerberos.");
    case ProfileProblem::HostMalformed:
        return tr("“%1” is no name of a computer. Enter one name, such as ex01.contoso.com, without blanks.")
            .arg(subject);
    case ProfileProblem::PortMalformed:
        return tr("The port in “%1” is no number from 1 to 65535.").arg(subject);
    case ProfileProblem::UserMalformed:
        return tr("“%1” cannot be used as a user with ssh. Enter one name without blanks, such as admin or "
                  "CONTOSO\\admin.")
            .arg(subject);
    case ProfileProblem::CommandMissing:
        return tr("Enter the command that starts the program, such as pwsh -s -NoLogo -NoProfile.");
    case ProfileProblem::PinMalformed:
        return tr("“%1” is no SHA-256 of a certificate. It has 64 digits, 0 to 9 and A to F: copy it whole, or leave "
                  "the field empty.")
            .arg(subject);
    case ProfileProblem::TooManyFurther:
        return tr("These are too many servers (%1). Enter at most %2; a few that are near are enough to share the "
                  "reading.")
            .arg(subject)
            .arg(connection::ConnectionProfile::mostFurtherAddresses);
    case ProfileProblem::DirectoryMalformed:
        return tr("“%1” is no name of an LDAP server. Enter the name of a domain controller, such as "
                  "dc01.contoso.com, or leave the field empty.")
            .arg(subject);
    case ProfileProblem::NameUnsafe:
        return tr("“%1” contains control characters or invisible characters. Type it instead of pasting it.")
            .arg(subject);
    case ProfileProblem::DirectoryUnprotected:
        return tr("Without Kerberos the password would go to %1 unprotected. Choose LDAPS or StartTLS for the LDAP "
                  "server.")
            .arg(subject);
    }
    return {};
}

QString ConnectionText::full(const Error &error)
{
    const auto problem = connection::problemOf(error);
    return problem ? entered(*problem, singleLine(error.subject)) : ErrorText::full(error);
}

QString ConnectionText::directory(const Error &error)
{
    const QString host = error.subject.isEmpty() ? tr("The LDAP server") : singleLine(error.subject);
    if (error.code == ErrorCode::PortClosed)
        return tr(
            "%1 is there, but nothing listens on the LDAP port. Check that it is a domain controller, and the port: "
            "636 for LDAPS, else 389.")
            .arg(host);
    if (error.code == ErrorCode::SignInMethodNotOffered)
        return tr("%1 does not offer this way of signing in to its directory. Choose another protection for the LDAP "
                  "server.")
            .arg(host);
    return full(error);
}

} // namespace kakuin::ui

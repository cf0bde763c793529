// SPDX-License-Identifier: MIT
#pragma once

#include "core/directory/directoryserver.h"
#include "core/directory/directorysettings.h"

#include <QtCore/QFuture>

#include <functional>

namespace kakuin::directory {

/// Which certificate each Exchange server uses for internal transport, as Active Directory has it. Reads only.
/// Shape:   one connection, one paged search, in the order of the directory. A server whose certificate is missing,
///          hidden or malformed has the error in its place; the others are kept.
/// Errors:  InvalidArgument (check()), FileNotFound, FileUnreadable, MalformedPem for caFile; HostNameUnknown,
///          PortClosed, NoAnswer, TlsFailed, TlsCertificateUntrusted, TlsCertificateForAnotherName; SignInRefused,
///          SignInMethodNotOffered, Kerberos…, AnswerNotProtected; DirectoryForeign, DirectoryRightsMissing,
///          DirectoryUnavailable, ServiceRedirected, UnexpectedOutput, ConnectionLost, ServerError; Cancelled.
/// Cost:    bounded by the limits of the settings. A name server or domain controller that does not answer is not
///          waited for: cancelling and the end of the time answer at once and leave the thread to end unheard.
/// Threads: the caller's, which needs an event loop; the work is on a thread of its own.
/// Source:  the article's procedure for Client Access servers.
[[nodiscard]] QFuture<Result<QList<DirectoryServer>>> readInternalTransportCertificates(
    const DirectorySettings &settings);

/// Where DirectoryShell looks, as often as it is asked.
using DirectorySource = std::function<QFuture<Result<QList<DirectoryServer>>>()>;

/// readInternalTransportCertificates() with these settings. A password that was refused is not tried again, because
/// attempts lock accounts: from then on the refusal is the answer, and nobody is asked.
[[nodiscard]] DirectorySource directorySource(const DirectorySettings &settings);

} // namespace kakuin::directory

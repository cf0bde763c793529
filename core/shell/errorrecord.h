// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace kakuin::shell {

/// An error that a cmdlet wrote: data, in the server's language.
/// Source: ErrorRecord (MS-PSRP 2.2.3.15).
struct ErrorRecord final {
    QString message;
    QString fullyQualifiedErrorId;
    QString category; ///< "InvalidArgument", "ObjectNotFound" …
    QString exceptionType; ///< CategoryInfo.Reason: "InvalidOperationException", "CommandNotFoundException" …
    QString cmdlet; ///< CategoryInfo.Activity
    bool isTerminating = false;

    friend bool operator==(const ErrorRecord &, const ErrorRecord &) = default;
};

} // namespace kakuin::shell

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QUuid>

#include <optional>

namespace kakuin::remote {

/// What a server says went wrong. The text is localised: decide on the code only.
/// Source: DSP0226 14; MS-WSMV 2.2.4.43.
struct WsmanFault final {
    enum Code : quint32 {
        OperationTimeout = 2150858793, ///< nothing to receive yet: ask again
        ShellNotFound = 2150858843, ///< the shell or command is gone: nothing can be said of what it did
        ResourceUnknown = 2150858811, ///< a wrong path or configuration
        AccessDenied = 5,
        PluginError = 2152992672, ///< Exchange's own refusals, with their text
    };
    quint32 code = 0; ///< 0: not given
    QString subcode; ///< without prefix: "TimedOut", "QuotaLimit"
    QString text; ///< everything under the message, else the reason; untrusted
    QString failureCategory; ///< Exchange's "[FailureCategory=AuthZ-…]": stable, not localised
    QString requestId; ///< finds the server's log

    /// A silent wait that ended; not an error.
    [[nodiscard]] bool isTimeout() const { return code == OperationTimeout || (code == 0 && subcode == u"TimedOut"); }
    /// ConnectionLost when the shell has gone, ServicePathNotFound, BudgetExceeded, RightsMissing, else ServerError.
    [[nodiscard]] ErrorCode errorCode() const;
    friend bool operator==(const WsmanFault &, const WsmanFault &) = default;
};

/// One answer, whatever was asked.
struct WsmanAnswer final {
    struct Piece final {
        QString command; ///< empty: the pool's
        QByteArray bytes; ///< fragments, cut anywhere
        friend bool operator==(const Piece &, const Piece &) = default;
    };
    QString action; ///< without its address: "CreateResponse"
    QUuid relatesTo;
    QString shell; ///< of CreateResponse: the selector that names the shell from now on
    QString command; ///< of CommandResponse
    QList<Piece> pieces; ///< of ReceiveResponse, in order
    bool isDone = false; ///< a hint: the state message inside the data is what ends a pipeline
    std::optional<WsmanFault> fault;
};

/// What an answer without output has at most; a longer one is not read.
inline constexpr qsizetype mostControlBytes = qsizetype{512} * 1024;

/// Errors: UnexpectedOutput for what is no envelope, has a document type, nests deeper than 100 or holds base64 that is
///         none; detail says where.
[[nodiscard]] Result<WsmanAnswer> parseAnswer(const QByteArray &envelope);

} // namespace kakuin::remote

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace kakuin::connection {

/// Names of servers from what a person has at hand: one a line, or a table with a column Fqdn, Name, Server or
/// ComputerName (PowerShell's Export-Csv), else its first column.
/// Shape:   in order, without repetition, compared without case; blank lines and lines that begin with # are passed
///          over. UTF-8, or UTF-16 with its mark, as PowerShell's redirection writes it.
/// Errors:  UnsupportedEncoding; InvalidArgument, detail "tooManyFurther" for more than a connection takes,
///          "hostMalformed" (subject: the word) for what is no name of a server.
/// Cost:    linear; more than mostServerListBytes is refused as too many.
inline constexpr qsizetype mostServerListBytes = qsizetype{256} * 1024;
[[nodiscard]] Result<QStringList> serverList(const QByteArray &bytes);

/// The same, from a file. Errors: also FileNotFound, FileUnreadable.
[[nodiscard]] Result<QStringList> serverListFromFile(const QString &path);

} // namespace kakuin::connection

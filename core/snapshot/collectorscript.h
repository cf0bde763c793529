// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <functional>

namespace kakuin::snapshot {

/// The script that makes a snapshot on a server, from its template (resources/collector.ps1).
/// Shape:   every line "# {{name}}" becomes the comment of that name, as many lines as it has, at the same indentation.
///          CRLF, UTF-8 with BOM (Windows PowerShell reads others as ANSI).
/// Safety:  comments by shell::commentLines(), so none can leave its line.
/// Source:  syntax of Windows PowerShell 3.0, which Exchange 2013 brings.
[[nodiscard]] QByteArray collectorScript(
    const QString &scriptTemplate, const std::function<QString(const QString &name)> &comment);

} // namespace kakuin::snapshot

// SPDX-License-Identifier: MIT
#include "core/snapshot/collectorscript.h"

#include <QtCore/QRegularExpression>

namespace kakuin::snapshot {

QByteArray collectorScript(const QString &scriptTemplate, const std::function<QString(const QString &name)> &comment)
{
    static const QRegularExpression place(QStringLiteral("^(\\s*)# \\{\\{(\\w+)\\}\\}$"));
    static const QRegularExpression lineEnd(QStringLiteral("\\r\\n|[\\n\\r\\x{0b}\\x{0c}\\x{85}\\x{2028}\\x{2029}]"));
    QStringList lines;
    for (const QString &line : scriptTemplate.trimmed().split(lineEnd)) {
        const auto match = place.match(line);
        if (!match.hasMatch()) {
            lines.append(line);
            continue;
        }
        for (const QString &said : comment(match.captured(2)).trimmed().split(lineEnd))
            lines.append((match.captured(1) + QStringLiteral("# ") + said).trimmed().prepend(match.captured(1)));
    }
    return "\xEF\xBB\xBF" + lines.join(QStringLiteral("\r\n")).toUtf8() + "\r\n";
}

} // namespace kakuin::snapshot

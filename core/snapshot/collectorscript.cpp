// SPDX-License-Identifier: MIT
#include "core/snapshot/collectorscript.h"

#include "core/shell/powershelltext.h"

#include <QtCore/QRegularExpression>

namespace kakuin::snapshot {

QByteArray collectorScript(const QString &scriptTemplate, const std::function<QString(const QString &name)> &comment)
{
    static const QRegularExpression place(QStringLiteral("^(\\s*)# \\{\\{(\\w+)\\}\\}$"));
    QStringList lines;
    for (const QString &line : scriptTemplate.trimmed().split(u'\n')) {
        const auto match = place.match(line);
        if (!match.hasMatch()) {
            lines.append(line);
            continue;
        }
        const QStringList said = shell::commentLines(comment(match.captured(2)).trimmed());
        for (const QString &commented : said)
            lines.append(match.captured(1) + commented);
    }
    return "\xEF\xBB\xBF" + lines.join(QStringLiteral("\r\n")).toUtf8() + "\r\n";
}

} // namespace kakuin::snapshot

// SPDX-License-Identifier: MIT
#include "core/session/recorderror.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace kakuin::session {
namespace {

constexpr qsizetype longestText = 65536;

// RPC_S_SERVER_UNAVAILABLE, EPT_S_NOT_REGISTERED, ERROR_ACCESS_DENIED: as a number ...
bool namesUnreachableNumber(const QString &text)
{
    static const QRegularExpression number(
        QStringLiteral("\\b(?:1722|1753|0x0*(?:6BA|6D9|5)|0x8007(?:06BA|06D9|0005))\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return number.match(text).hasMatch();
}

// ... or as the text that Windows has for it
bool namesUnreachableText(const QString &text)
{
    static const std::array texts{
        QStringLiteral("RPC server is unavailable"),
        QStringLiteral("RPC サーバーを利用できません"),
        QStringLiteral("no more endpoints available from the endpoint mapper"),
        QStringLiteral("エンドポイント マッパーから使用できるエンドポイントはこれ以上ありません"),
        QStringLiteral("Access is denied"),
        QStringLiteral("アクセスが拒否されました"),
    };
    return std::any_of(
        texts.begin(), texts.end(), [&](const QString &known) { return text.contains(known, Qt::CaseInsensitive); });
}

bool isException(const shell::ErrorRecord &record, QLatin1String name)
{
    return record.exceptionType.endsWith(name) || record.fullyQualifiedErrorId.contains(name);
}

ErrorCode codeOf(const shell::ErrorRecord &record)
{
    const QString text = record.message.left(longestText);
    if (namesUnreachableNumber(text) || namesUnreachableText(text))
        return ErrorCode::ServerUnreachable;
    if (isException(record, QLatin1String("CommandNotFoundException")))
        return ErrorCode::CmdletNotFound;
    if (record.fullyQualifiedErrorId.startsWith(QLatin1String("NamedParameterNotFound")))
        return ErrorCode::ParameterNotFound;
    if (isException(record, QLatin1String("ManagementObjectNotFoundException")))
        return ErrorCode::ServerNotFound;
    return ErrorCode::ServerError;
}

} // namespace

Error errorOfRecord(const shell::ErrorRecord &record, const QString &subject)
{
    return {codeOf(record), subject, record.message.left(longestText)};
}

} // namespace kakuin::session

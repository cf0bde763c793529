// SPDX-License-Identifier: MIT
#include "core/shell/refusal.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace kakuin::shell {
namespace {

struct Known {
    ErrorCode code;
    QLatin1String identifier; ///< part of FullyQualifiedErrorId; empty when not known
    QLatin1String english;
    QStringView japanese;
};

constexpr qsizetype longestText = 65536;

constexpr std::array known{
    Known{ErrorCode::RefusedInternalTransport, QLatin1String("DCA528C3"),
        QLatin1String("The internal transport certificate cannot be removed"),
        u"内部トランスポート証明書は削除できません"},
    Known{ErrorCode::RefusedSendConnectors, QLatin1String("23FA4F48"),
        QLatin1String("These certificates are tagged with following Send Connectors"), {}},
    Known{ErrorCode::RefusedUnusable, QLatin1String("FE3EAF97"),
        QLatin1String("was found but is not valid for use with Exchange Server"), {}},
    Known{ErrorCode::RefusedNotExportable, {}, QLatin1String("The private key couldn't be exported as PKCS-12"), {}},
    Known{ErrorCode::RefusedImport, QLatin1String("A39CF339"),
        QLatin1String("The source data cannot be imported or the wrong password was specified"), {}},
    Known{ErrorCode::RefusedDuplicate, {},
        QLatin1String("Cannot import certificate. A certificate with the thumbprint"), {}},
    Known{ErrorCode::RefusedDate, {}, QLatin1String("The new certificate effective date is invalid"), {}},
    Known{ErrorCode::RefusedNotFound, QLatin1String("71D7F7B0"), {}, {}},
};

bool matches(const Known &one, const ErrorRecord &record)
{
    if (!one.identifier.isEmpty() && record.fullyQualifiedErrorId.contains(one.identifier, Qt::CaseInsensitive))
        return true;
    return (!one.english.isEmpty() && record.message.contains(one.english, Qt::CaseInsensitive))
        || (!one.japanese.isEmpty() && record.message.contains(one.japanese));
}

// "Auth" as a word of its own, or the Japanese name: "authenticated" and "authority" are something else
bool namesAuthCertificate(const ErrorRecord &record)
{
    static const QRegularExpression name(
        QStringLiteral("(?:\\bauth\\b|\\boauth\\b|authorization)[\\s-]*(?:certificate|証明書)|認証証明書"),
        QRegularExpression::CaseInsensitiveOption);
    const bool isExport = record.cmdlet.compare(QLatin1String("Export-ExchangeCertificate"), Qt::CaseInsensitive) == 0
        || record.fullyQualifiedErrorId.contains(QLatin1String("ExportExchangeCertificate"), Qt::CaseInsensitive);
    return isExport && name.match(record.message.left(longestText)).hasMatch();
}

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
        texts.begin(), texts.end(), [&](const QString &one) { return text.contains(one, Qt::CaseInsensitive); });
}

} // namespace

ErrorCode refusalOf(const ErrorRecord &record)
{
    if (namesAuthCertificate(record) && !isUnreachable(record))
        return ErrorCode::RefusedAuthExport;
    const auto it
        = std::find_if(known.begin(), known.end(), [&record](const Known &one) { return matches(one, record); });
    return it == known.end() ? ErrorCode::ServerError : it->code;
}

bool isUnreachable(const ErrorRecord &record)
{
    const QString text = record.message.left(longestText);
    return namesUnreachableNumber(text) || namesUnreachableText(text);
}

} // namespace kakuin::shell

// SPDX-License-Identifier: MIT
#include "core/shell/refusal.h"

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

} // namespace

ErrorCode refusalOf(const ErrorRecord &record)
{
    const auto it
        = std::find_if(known.begin(), known.end(), [&record](const Known &one) { return matches(one, record); });
    return it == known.end() ? ErrorCode::ServerError : it->code;
}

} // namespace kakuin::shell

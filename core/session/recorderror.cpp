// SPDX-License-Identifier: MIT
#include "core/session/recorderror.h"

#include "core/shell/refusal.h"

namespace kakuin::session {
namespace {

constexpr qsizetype longestText = 65536;

bool isException(const shell::ErrorRecord &record, QLatin1String name)
{
    return record.exceptionType.endsWith(name) || record.fullyQualifiedErrorId.contains(name);
}

ErrorCode codeOf(const shell::ErrorRecord &record)
{
    if (shell::isUnreachable(record))
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

// SPDX-License-Identifier: MIT
#include "core/directory/ldapfailure_p.h"

#include "core/base/untrustedtext.h"

namespace kakuin::directory {

using namespace Qt::StringLiterals;

namespace {

ErrorCode codeOf(int result)
{
    switch (result) {
    case LDAP_INVALID_CREDENTIALS:
    case LDAP_INVALID_DN_SYNTAX: // of whoever signs in; a search's base has its own check
        return ErrorCode::SignInRefused;
    case LDAP_AUTH_METHOD_NOT_SUPPORTED:
    case LDAP_STRONG_AUTH_REQUIRED:
    case LDAP_CONFIDENTIALITY_REQUIRED:
    case LDAP_INAPPROPRIATE_AUTH:
        return ErrorCode::SignInMethodNotOffered;
    case LDAP_OPERATIONS_ERROR: // Active Directory's word for "sign in first"
    case LDAP_INSUFFICIENT_ACCESS:
    case LDAP_NO_SUCH_OBJECT: // hidden ones are not there, either
        return ErrorCode::DirectoryRightsMissing;
    case LDAP_BUSY:
    case LDAP_UNAVAILABLE:
    case LDAP_UNWILLING_TO_PERFORM:
    case LDAP_TIMELIMIT_EXCEEDED:
    case LDAP_SIZELIMIT_EXCEEDED:
    case LDAP_ADMINLIMIT_EXCEEDED:
        return ErrorCode::DirectoryUnavailable;
    case LDAP_UNAVAILABLE_CRITICAL_EXTENSION: // no paged results
    case LDAP_UNDEFINED_TYPE:
        return ErrorCode::DirectoryForeign;
    case LDAP_REFERRAL:
        return ErrorCode::ServiceRedirected;
    case LDAP_SERVER_DOWN:
    case LDAP_CONNECT_ERROR:
        return ErrorCode::ConnectionLost;
    case LDAP_DECODING_ERROR:
    case LDAP_PROTOCOL_ERROR:
    case LDAP_CONTROL_NOT_FOUND:
        return ErrorCode::UnexpectedOutput;
    default:
        return ErrorCode::ServerError;
    }
}

} // namespace

Error errorOfResult(int result, const QString &text, const QString &stage, const QString &host)
{
    const QString name = QString::fromUtf8(ldap_err2string(result));
    return {codeOf(result), host,
        u"%1: %2 (LDAP %3) %4"_s.arg(stage, name).arg(result).arg(singleLine(text, 500)).trimmed()};
}

} // namespace kakuin::directory

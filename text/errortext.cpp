// SPDX-License-Identifier: MIT
#include "text/errortext.h"

#include "core/base/untrustedtext.h"
#include "text/errorwords.h"

namespace kakuin::ui {
namespace {

constexpr qsizetype maxSubject = 200;

enum class UnreachableCause { NotKnown, RpcUnavailable, NoEndpoint, AccessDenied };

/// Told by Win32's numbers and by Windows' texts for them in English and Japanese.
/// Source: exchange-domain 2.2, reachability (1722, 1753, 5).
UnreachableCause causeOf(const QString &detail)
{
    struct Mark {
        UnreachableCause cause;
        QStringView text;
    };
    static constexpr Mark marks[] = {
        {UnreachableCause::RpcUnavailable, u"RPC server is unavailable"},
        {UnreachableCause::RpcUnavailable, u"RPC サーバーを利用できません"},
        {UnreachableCause::RpcUnavailable, u"0x6BA"},
        {UnreachableCause::RpcUnavailable, u"1722"},
        {UnreachableCause::NoEndpoint, u"endpoint mapper"},
        {UnreachableCause::NoEndpoint, u"エンドポイント マッパー"},
        {UnreachableCause::NoEndpoint, u"0x6D9"},
        {UnreachableCause::NoEndpoint, u"1753"},
        {UnreachableCause::AccessDenied, u"Access is denied"},
        {UnreachableCause::AccessDenied, u"アクセスが拒否されました"},
    };
    for (const Mark &mark : marks) {
        if (detail.contains(mark.text, Qt::CaseInsensitive))
            return mark.cause;
    }
    return UnreachableCause::NotKnown;
}

} // namespace

QString ErrorText::sentence(const Error &error)
{
    const ErrorWords &words = errorWordsFor(error.code);
    const QString subject = error.subject.isEmpty() ? tr(words.noun) : singleLine(error.subject, maxSubject);
    if (error.code == ErrorCode::ServerUnreachable) {
        switch (causeOf(error.detail)) {
        case UnreachableCause::RpcUnavailable:
            return tr("Nothing is known about the certificates of %1: its RPC server cannot be reached. Check that it "
                      "is running and that no firewall stands between, then refresh.")
                .arg(subject);
        case UnreachableCause::NoEndpoint:
            return tr("Nothing is known about the certificates of %1: its service “Microsoft Exchange Service Host” "
                      "does not answer. Start the service there, then refresh.")
                .arg(subject);
        case UnreachableCause::AccessDenied:
            return tr("Nothing is known about the certificates of %1: it denied access to this account. Use an account "
                      "that may administer the server, then refresh.")
                .arg(subject);
        case UnreachableCause::NotKnown:
            break;
        }
    }
    const QString text = tr(words.sentence);
    return text.contains(QLatin1String("%1")) ? text.arg(subject) : text;
}

QString ErrorText::full(const Error &error)
{
    const QString said = multiLine(error.detail).trimmed();
    if (said.isEmpty())
        return sentence(error);
    const QString behind
        = errorWordsFor(error.code).isServersText ? tr("The server said: %1").arg(said) : tr("Detail: %1").arg(said);
    return sentence(error) + QStringLiteral("\n\n") + behind;
}

QString ErrorText::brief(const Error &error)
{
    if (error.code == ErrorCode::ServerUnreachable) {
        switch (causeOf(error.detail)) {
        case UnreachableCause::RpcUnavailable:
            return tr("not reachable: RPC server unavailable");
        case UnreachableCause::NoEndpoint:
            return tr("not reachable: Exchange Service Host does not answer");
        case UnreachableCause::AccessDenied:
            return tr("not readable: access denied");
        case UnreachableCause::NotKnown:
            break;
        }
    }
    return tr(errorWordsFor(error.code).brief);
}

} // namespace kakuin::ui

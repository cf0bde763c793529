// SPDX-License-Identifier: MIT
#include "core/remote/httpreply.h"

#include "core/base/untrustedtext.h"

#include <QtCore/QRegularExpression>

namespace kakuin::remote {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype titleSearch = 8192;

ErrorCode errorCodeOf(const HttpReply &reply)
{
    if (reply.isRedirection())
        return ErrorCode::ServiceRedirected;
    switch (reply.status) {
    case HttpReply::ok:
    case 405:
        return ErrorCode::ServiceForeign;
    case HttpReply::unauthorized:
        return ErrorCode::SignInRefused;
    case 403:
        return ErrorCode::RightsMissing;
    case 404:
    case 410:
        return ErrorCode::ServicePathNotFound;
    case 502: // whoever stands in front of a server that is not there
    case 503:
    case 504:
        return ErrorCode::ServiceUnavailable;
    default:
        return ErrorCode::ServerError;
    }
}

QString titleOf(const QByteArray &page)
{
    static const QRegularExpression title(u"<title>(.*?)</title>"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return singleLine(title.match(QString::fromUtf8(page.left(titleSearch))).captured(1).simplified(), 200);
}

} // namespace

bool HttpReply::isEnvelope() const
{
    return (status == ok || status == fault) && contentType.trimmed().toLower().startsWith("application/soap+xml");
}

bool HttpReply::offers(const QByteArray &scheme) const
{
    const QByteArrayList all = challenges.join(',').split(',');
    return std::any_of(all.begin(), all.end(), [&](const QByteArray &challenge) {
        const QByteArray first = challenge.trimmed().split(' ').constFirst();
        return first.compare(scheme, Qt::CaseInsensitive) == 0;
    });
}

QByteArray HttpReply::token(const QByteArray &scheme) const
{
    const QByteArrayList all = challenges.join(',').split(',');
    for (const QByteArray &challenge : all) {
        const QByteArrayList words = challenge.trimmed().split(' ');
        if (words.size() == 2 && words.constFirst().compare(scheme, Qt::CaseInsensitive) == 0)
            return QByteArray::fromBase64(words.constLast());
    }
    return {};
}

Error refusalOf(const HttpReply &reply, const QString &host)
{
    QString detail = u"HTTP %1"_s.arg(reply.status);
    if (!reply.contentType.isEmpty())
        detail += u", "_s + singleLine(QString::fromLatin1(reply.contentType), 100);
    if (!reply.location.isEmpty())
        detail += u", to "_s + singleLine(QString::fromUtf8(reply.location), 500);
    if (const QString title = titleOf(reply.body); !title.isEmpty())
        detail += u", \""_s + title + u'"';
    return {errorCodeOf(reply), host, detail};
}

} // namespace kakuin::remote

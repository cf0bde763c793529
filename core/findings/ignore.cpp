// SPDX-License-Identifier: MIT
#include "core/findings/ignore.h"

#include "core/findings/mutestore.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace kakuin::findings {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 mostIgnoreBytes = 64LL * 1024 * 1024;

QDateTime endOf(const QString &text)
{
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s); // Qt::ISODate takes what begins with a day
    if (day.isValid())
        return day.addDays(1).startOfDay(Qt::LocalTime).toUTC();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() && text.contains(u'T') ? time.toUTC() : QDateTime();
}

Result<Ignore> fromJson(const QJsonObject &entry)
{
    auto ignore = Ignore::fromText(entry.value(u"finding"_s).toString());
    if (!ignore)
        return ignore;
    ignore->mute.reason = entry.value(u"reason"_s).toString().trimmed().left(Mute::longestReason);
    ignore->mute.untilUtc = endOf(entry.value(u"until"_s).toString());
    if (ignore->mute.reason.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"reason"_s);
    if (!ignore->mute.untilUtc.isValid())
        return fail(ErrorCode::InvalidArgument, u"until"_s);
    return ignore;
}

Result<QList<Ignore>> readJson(const QString &path, const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    const QJsonValue list = document.object().value(u"ignore"_s);
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorCode::InvalidArgument, path, u"%1: %2"_s.arg(problem.offset).arg(problem.errorString()));
    if (!list.isArray())
        return fail(ErrorCode::InvalidArgument, path, u"ignore"_s);
    QList<Ignore> out;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue &entry : entries) {
        const auto ignore = fromJson(entry.toObject());
        if (!ignore)
            return fail(ErrorCode::InvalidArgument, path,
                u"ignore[%1]: %2"_s.arg(QString::number(out.size()),
                    ignore.error().subject.isEmpty() ? u"finding"_s : ignore.error().subject));
        out.append(*ignore);
    }
    return out;
}

Result<QList<Ignore>> readMuted(const QString &path, const QString &organisation)
{
    const auto store = MuteStore::open(path);
    if (!store)
        return tl::unexpected<Error>(store.error());
    const QDateTime beforeAll = QDateTime::fromSecsSinceEpoch(0, Qt::UTC); // those that have ended are told
    const auto mutes = (*store)->mutes(organisation, beforeAll);
    if (!mutes)
        return tl::unexpected<Error>(mutes.error());
    QList<Ignore> out;
    for (auto it = mutes->begin(); it != mutes->end(); ++it) {
        auto ignore = Ignore::fromText(it.key());
        if (!ignore) // of a newer version
            return fail(ErrorCode::InvalidArgument, path, it.key());
        ignore->mute = it.value();
        out.append(*ignore);
    }
    std::sort(out.begin(), out.end(), [](const Ignore &a, const Ignore &b) { return a.text() < b.text(); });
    return out;
}

QString keyOf(Code code, const QString &subject)
{
    return codeName(code) + u':' + subject.toCaseFolded();
}

} // namespace

Result<Ignore> Ignore::fromText(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const auto code = codeFromName(QStringView(text).left(colon < 0 ? text.size() : colon));
    Ignore out;
    out.subject = colon < 0 ? QString() : text.mid(colon + 1);
    if (!code || (colon >= 0 && out.subject.isEmpty()))
        return fail(ErrorCode::InvalidArgument, text);
    out.code = *code;
    return out;
}

QString Ignore::text() const
{
    return subject.isEmpty() ? QString(codeName(code)) : codeName(code) + u':' + subject;
}

Result<QList<Ignore>> readIgnores(const QString &path, const QString &organisation)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileNotFound, path);
    if (!QFileInfo(path).isFile()) // a pipe would be waited for, and a device has no end
        return fail(ErrorCode::FileUnreadable, path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    if (file.peek(6) == "SQLite")
        return readMuted(path, organisation);
    if (file.size() > mostIgnoreBytes)
        return fail(ErrorCode::FileUnreadable, path, u"%1 > %2 bytes"_s.arg(file.size()).arg(mostIgnoreBytes));
    return readJson(path, file.readAll());
}

Sifted sift(const QList<Finding> &found, const QList<Ignore> &ignores, const QDateTime &nowUtc)
{
    Sifted out;
    QHash<QString, const Ignore *> inForce;
    for (const Ignore &ignore : ignores) {
        if (ignore.isInForce(nowUtc))
            inForce.insert(keyOf(ignore.code, ignore.subject), &ignore);
        else
            out.ended.append(ignore);
    }
    if (inForce.isEmpty()) {
        out.counted = found;
        return out;
    }
    for (const Finding &finding : found) {
        const Subject &subject = finding.subject;
        const Ignore *ignore = nullptr;
        for (const QString &meant : {subject.key(), subject.server.name(),
                 subject.thumbprint.isNull() ? QString() : subject.thumbprint.toString(), subject.name, QString()}) {
            if (ignore == nullptr)
                ignore = inForce.value(keyOf(finding.code, meant));
        }
        if (ignore == nullptr)
            out.counted.append(finding);
        else
            out.ignored.append({finding, ignore->mute});
    }
    return out;
}

} // namespace kakuin::findings

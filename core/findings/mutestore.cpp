// SPDX-License-Identifier: MIT
#include "core/findings/mutestore.h"

#include "core/base/sqlitefile.h"

namespace kakuin::findings {
namespace {

using namespace Qt::StringLiterals;

constexpr qint32 applicationId = 0x4b414b4d; // "KAKM"
constexpr qsizetype mostMutes = 200'000; // more than anybody sets; a damaged file must not fill the memory

SqliteFile::Schema schema()
{
    return {applicationId, 1,
        {u"CREATE TABLE mute (organisation TEXT NOT NULL, finding TEXT NOT NULL, reason TEXT NOT NULL, since INTEGER "
         u"NOT "
         "NULL, until INTEGER NOT NULL, PRIMARY KEY (organisation, finding))"_s}};
}

} // namespace

MuteStore::MuteStore(std::unique_ptr<SqliteFile> file)
    : m_file(std::move(file))
{
}

MuteStore::~MuteStore() = default;

Result<std::unique_ptr<MuteStore>> MuteStore::open(const QString &path)
{
    auto file = SqliteFile::open(path, schema());
    if (!file)
        return tl::unexpected<Error>(file.error());
    return std::unique_ptr<MuteStore>(new MuteStore(std::move(*file)));
}

Result<Mutes> MuteStore::mutes(const QString &organisation, const QDateTime &nowUtc)
{
    const auto rows
        = m_file->rows(u"SELECT finding, reason, since, until FROM mute WHERE organisation = ? AND until > ? "
                       "ORDER BY until DESC LIMIT ?"_s,
            {organisation, nowUtc.toSecsSinceEpoch(), mostMutes});
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    Mutes out;
    for (const SqliteFile::Row &row : *rows)
        out.insert(row.value(0).toString(),
            {row.value(1).toString(), QDateTime::fromSecsSinceEpoch(row.value(3).toLongLong(), Qt::UTC),
                QDateTime::fromSecsSinceEpoch(row.value(2).toLongLong(), Qt::UTC)});
    return out;
}

Result<void> MuteStore::mute(const QString &organisation, const QString &finding, const Mute &mute)
{
    const QString reason = mute.reason.trimmed().left(Mute::longestReason);
    if (finding.isEmpty() || reason.isEmpty() || !mute.untilUtc.isValid() || !mute.sinceUtc.isValid())
        return fail(ErrorCode::InvalidArgument, finding);
    return m_file->inTransaction([&] {
        // what has run out goes when something is written anyway
        return m_file
            ->run(u"DELETE FROM mute WHERE organisation = ? AND until <= ?"_s,
                {organisation, mute.sinceUtc.toSecsSinceEpoch()})
            .and_then([&] {
                return m_file->run(
                    u"INSERT OR REPLACE INTO mute (organisation, finding, reason, since, until) VALUES (?, "
                    "?, ?, ?, ?)"_s,
                    {organisation, finding, reason, mute.sinceUtc.toSecsSinceEpoch(),
                        mute.untilUtc.toSecsSinceEpoch()});
            });
    });
}

Result<void> MuteStore::unmute(const QString &organisation, const QString &finding)
{
    return m_file->run(u"DELETE FROM mute WHERE organisation = ? AND finding = ?"_s, {organisation, finding});
}

} // namespace kakuin::findings

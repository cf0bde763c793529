// SPDX-License-Identifier: MIT
#include "core/plan/journal.h"

#include "core/base/privatelock.h"
#include "core/plan/codename.h"
#include "core/plan/journalchain.h"
#include "core/plan/journalrows.h"
#include "core/plan/planjson.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLockFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QUuid>

namespace kakuin::plan {
namespace {

using namespace Qt::StringLiterals;
using Row = SqliteFile::Row;

constexpr qsizetype longestStoredDetail = 65536;

// "KkJn"; version 2 added a checklist (which version 4 replaces and keeps as it is), version 3 (format 2 of what an
// auditor reads) the origin, what was recognised and consented to, and the chain, version 4 the work that is done by hand,
// version 5 what web sites had before a command
SqliteFile::Schema schema()
{
    const QString checklist = u"CREATE TABLE checklist (operation INTEGER NOT NULL REFERENCES operations (id),"
                              " item TEXT NOT NULL, done TEXT NOT NULL, PRIMARY KEY (operation, item)) WITHOUT ROWID"_s;
    QStringList third;
    for (const auto &column :
        {u"account"_s, u"user"_s, u"computer"_s, u"program"_s, u"server_version"_s, u"plan_hash"_s, u"names"_s})
        third.append(u"ALTER TABLE operations ADD COLUMN %1 TEXT NOT NULL DEFAULT ''"_s.arg(column));
    third.append({u"ALTER TABLE operations ADD COLUMN consent TEXT"_s, u"ALTER TABLE steps ADD COLUMN present TEXT"_s,
        u"ALTER TABLE questions ADD COLUMN kind TEXT"_s,
        u"ALTER TABLE questions ADD COLUMN consent INTEGER NOT NULL DEFAULT 0"_s, chain::createStatement()});
    const QStringList fourth{
        u"CREATE TABLE handwork (id INTEGER PRIMARY KEY AUTOINCREMENT, operation INTEGER NOT NULL REFERENCES operations"
        " (id), event TEXT NOT NULL, kind TEXT NOT NULL, server TEXT NOT NULL, certificate TEXT NOT NULL,"
        " written TEXT NOT NULL, account TEXT NOT NULL, user TEXT NOT NULL, computer TEXT NOT NULL,"
        " program TEXT NOT NULL)"_s,
        u"CREATE INDEX handwork_operation ON handwork (operation)"_s};
    const QStringList fifth{u"ALTER TABLE steps ADD COLUMN sites TEXT"_s};
    return {0x4b6b4a6e, 5,
        QStringList{
            u"CREATE TABLE operations (id INTEGER PRIMARY KEY AUTOINCREMENT, organisation TEXT NOT NULL,"
            " plan TEXT NOT NULL, state TEXT NOT NULL, owner TEXT NOT NULL, started TEXT NOT NULL, ended TEXT)"_s,
            u"CREATE INDEX operations_organisation ON operations (organisation)"_s,
            u"CREATE TABLE steps (operation INTEGER NOT NULL REFERENCES operations (id), number INTEGER NOT NULL,"
            " state TEXT NOT NULL, started TEXT, ended TEXT, produced TEXT, error TEXT, subject TEXT, detail TEXT,"
            " PRIMARY KEY (operation, number)) WITHOUT ROWID"_s,
            u"CREATE TABLE questions (id INTEGER PRIMARY KEY AUTOINCREMENT, operation INTEGER NOT NULL,"
            " step INTEGER NOT NULL, prompt TEXT NOT NULL, asked TEXT NOT NULL, answered TEXT, answer INTEGER,"
            " FOREIGN KEY (operation, step) REFERENCES steps (operation, number))"_s,
            u"CREATE INDEX questions_step ON questions (operation, step)"_s, checklist}
            + third + fourth + fifth,
        {{1, {checklist}}, {2, third + QStringList{chain::markStatement()}}, {3, fourth}, {4, fifth}}};
}

QString name(QLatin1String code)
{
    return QString(code);
}

} // namespace

const StepRecord *firstIn(const QList<StepRecord> &steps, StepState state)
{
    const auto it
        = std::find_if(steps.begin(), steps.end(), [state](const StepRecord &record) { return record.state == state; });
    return it == steps.end() ? nullptr : &*it;
}

Journal::Journal(std::unique_ptr<SqliteFile> file)
    : m_file(std::move(file))
    , m_owner(QUuid::createUuid().toString(QUuid::Id128))
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString &path)
{
    auto file = SqliteFile::open(path, schema());
    if (!file)
        return tl::unexpected<Error>(file.error());
    std::unique_ptr<Journal> journal(new Journal(std::move(*file)));
    if (auto chained = journal->chainOldRows(); !chained)
        return tl::unexpected<Error>(chained.error());
    return journal;
}

Result<void> Journal::chainOldRows()
{
    return chain::isMarked(*m_file).and_then(
        [this](bool isMarked) { return isMarked ? chain::takeOver(*m_file) : Result<void>(); });
}

QString Journal::lockPath(const QString &owner) const
{
    return u"%1.%2.lock"_s.arg(m_file->path(), owner);
}

Result<void> Journal::holdLock()
{
    if (m_lock)
        return {};
    auto lock = takePrivateLock(lockPath(m_owner));
    if (!lock)
        return fail(ErrorCode::FileUnwritable, lockPath(m_owner));
    m_lock = std::move(*lock);
    return {};
}

bool Journal::isAlive(const QString &owner) const
{
    // the owner comes from the file and becomes part of a path
    static const QRegularExpression wellFormed(u"^[0-9a-f]{32}$"_s);
    if (owner == m_owner)
        return true;
    if (!wellFormed.match(owner).hasMatch())
        return false;
    return isPrivateLockHeld(lockPath(owner));
}

Result<void> Journal::change(const QString &sql, const QVariantList &bindings)
{
    if (auto done = m_file->run(sql, bindings); !done)
        return done;
    return m_file->rows(u"SELECT changes()"_s).and_then([this](const QList<Row> &rows) -> Result<void> {
        if (rows.value(0).value(0).toInt() != 1)
            return fail(ErrorCode::PreconditionChanged, m_file->path());
        return {};
    });
}

Result<void> Journal::changeOwn(qint64 operation, const std::function<Result<void>()> &f)
{
    return m_file->inTransaction([&]() -> Result<void> {
        const auto owned = m_file->rows(u"SELECT 1 FROM operations WHERE id=? AND state=? AND owner=?"_s,
            {operation, name(nameOf(OperationState::Running)), m_owner});
        if (!owned)
            return tl::unexpected<Error>(owned.error());
        if (owned->isEmpty())
            return fail(ErrorCode::PreconditionChanged, m_file->path());
        return f();
    });
}

Result<qint64> Journal::beginOperation(const OperationStart &start, const Plan &plan, const QDateTime &nowUtc)
{
    const auto json = planToJson(plan);
    const auto hash = planHash(plan);
    if (!json || !hash)
        return tl::unexpected<Error>(json ? hash.error() : json.error());
    if (auto held = holdLock(); !held)
        return tl::unexpected<Error>(held.error());
    qint64 operation = 0;
    const auto written = m_file->inTransaction([&]() -> Result<void> {
        const auto id = m_file->insert(
            u"INSERT INTO operations (organisation, plan, state, owner, started, account, user, computer, program,"
            " server_version, plan_hash, consent, names) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {rows::text(start.organisation), QString::fromUtf8(*json), name(nameOf(OperationState::Running)), m_owner,
                rows::time(nowUtc), rows::text(start.origin.account), rows::text(start.origin.user),
                rows::text(start.origin.computer), rows::text(start.origin.program),
                rows::text(start.origin.serverVersion), QString::fromLatin1(*hash), rows::consent(start.consent),
                rows::names(start.names)});
        if (!id)
            return tl::unexpected<Error>(id.error());
        operation = *id;
        for (const Step &step : plan.steps) {
            auto done = m_file->run(u"INSERT INTO steps (operation, number, state) VALUES (?, ?, ?)"_s,
                {operation, step.number, name(nameOf(StepState::Waiting))});
            if (done)
                done = chain::append(
                    *m_file, chain::Event::OperationBegun, chain::Table::Steps, {operation, step.number});
            if (!done)
                return done;
        }
        return chain::append(*m_file, chain::Event::OperationBegun, chain::Table::Operations, {operation});
    });
    return written.transform([&] { return operation; });
}

Result<void> Journal::changeStep(
    qint64 operation, int step, chain::Event event, const QString &sql, const QVariantList &bindings)
{
    return changeOwn(operation, [&] {
        return change(sql, bindings).and_then([&] {
            return chain::append(*m_file, event, chain::Table::Steps, {operation, step});
        });
    });
}

Result<void> Journal::beginStep(qint64 operation, int step, const QDateTime &nowUtc)
{
    return changeStep(operation, step, chain::Event::StepBegun,
        u"UPDATE steps SET state=?, started=? WHERE operation=? AND number=? AND state=?"_s,
        {name(nameOf(StepState::Running)), rows::time(nowUtc), operation, step, name(nameOf(StepState::Waiting))});
}

Result<void> Journal::recordPresent(qint64 operation, int step, const QList<domain::Thumbprint> &present)
{
    return changeStep(operation, step, chain::Event::StoreRead,
        u"UPDATE steps SET present=? WHERE operation=? AND number=?"_s, {rows::thumbprints(present), operation, step});
}

Result<void> Journal::recordSites(qint64 operation, int step, const domain::SiteBindings &sites)
{
    return changeStep(operation, step, chain::Event::StoreRead,
        u"UPDATE steps SET sites=? WHERE operation=? AND number=?"_s, {rows::sites(sites), operation, step});
}

Result<void> Journal::recordQuestion(
    qint64 operation, int step, const shell::AskedPrompt &question, const QDateTime &nowUtc)
{
    shell::Prompt bounded = question.prompt;
    bounded.message.truncate(longestStoredDetail);
    return changeOwn(operation, [&]() -> Result<void> {
        const auto id = m_file->insert(
            u"INSERT INTO questions (operation, step, prompt, asked, kind, consent) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {operation, step, QString::fromUtf8(promptToJson(bounded)), rows::time(nowUtc), name(nameOf(question.kind)),
                question.isByConsent ? 1 : 0});
        if (!id)
            return tl::unexpected<Error>(id.error());
        return chain::append(*m_file, chain::Event::QuestionAsked, chain::Table::Questions, {*id});
    });
}

Result<void> Journal::recordAnswer(
    qint64 operation, int step, const shell::PromptAnswer &answer, const QDateTime &nowUtc)
{
    const QVariant choice = answer.choice ? QVariant(*answer.choice) : QVariant(QMetaType::fromType<int>());
    return changeOwn(operation, [&]() -> Result<void> {
        const auto newest
            = m_file->rows(u"SELECT max(id) FROM questions WHERE operation=? AND step=?"_s, {operation, step});
        if (!newest)
            return tl::unexpected<Error>(newest.error());
        const QVariant id = newest->value(0).value(0);
        return change(u"UPDATE questions SET answer=?, answered=? WHERE answered IS NULL AND id=?"_s,
            {choice, rows::time(nowUtc), id})
            .and_then(
                [&] { return chain::append(*m_file, chain::Event::QuestionAnswered, chain::Table::Questions, {id}); });
    });
}

Result<void> Journal::recordProduced(qint64 operation, int step, const domain::Thumbprint &thumbprint)
{
    return changeStep(operation, step, chain::Event::CertificateReturned,
        u"UPDATE steps SET produced=? WHERE operation=? AND number=?"_s, {thumbprint.toString(), operation, step});
}

Result<void> Journal::endStep(
    qint64 operation, int step, StepState state, const std::optional<Error> &error, const QDateTime &nowUtc)
{
    QVariant code(QMetaType::fromType<QString>());
    QVariant subject = code;
    QVariant detail = code;
    if (error) {
        code = name(nameOf(error->code));
        subject = rows::text(error->subject);
        detail = rows::text(error->detail.left(longestStoredDetail));
    }
    return changeStep(operation, step, chain::Event::StepEnded,
        u"UPDATE steps SET state=?, ended=?, error=?, subject=?, detail=? WHERE operation=? AND number=?"_s,
        {name(nameOf(state)), rows::time(nowUtc), code, subject, detail, operation, step});
}

Result<void> Journal::endOperation(
    qint64 operation, OperationState state, const QDateTime &nowUtc, const QList<HandWork> &left)
{
    return changeOwn(operation, [&]() -> Result<void> {
        const auto waiting = m_file->rows(
            u"SELECT number FROM steps WHERE operation=? AND state=?"_s, {operation, name(nameOf(StepState::Waiting))});
        if (!waiting)
            return tl::unexpected<Error>(waiting.error());
        for (const Row &row : *waiting) {
            auto done = change(u"UPDATE steps SET state=? WHERE operation=? AND number=?"_s,
                {name(nameOf(StepState::Skipped)), operation, row.value(0)});
            if (done)
                done = chain::append(*m_file, chain::Event::StepEnded, chain::Table::Steps, {operation, row.value(0)});
            if (!done)
                return done;
        }
        return endRow(operation, state, chain::Event::OperationEnded, nowUtc, left);
    });
}

Result<void> Journal::endRow(
    qint64 operation, OperationState state, chain::Event event, const QDateTime &nowUtc, const QList<HandWork> &left)
{
    for (const HandWork &work : left) {
        if (auto done = addHandWork(operation, {HandWorkEvent::Left, work, nowUtc, {}}); !done)
            return done;
    }
    return change(u"UPDATE operations SET state=?, ended=? WHERE id=? AND state=?"_s,
        {name(nameOf(state)), rows::time(nowUtc), operation, name(nameOf(OperationState::Running))})
        .and_then([&] { return chain::append(*m_file, event, chain::Table::Operations, {operation}); });
}

Result<OperationRecord> Journal::operationFrom(const Row &row) const
{
    auto operation = rows::operation(row);
    if (!operation)
        return operation;
    const auto steps = m_file->rows(
        u"SELECT number, state, started, ended, produced, error, subject, detail, present, sites FROM steps"
        " WHERE operation=?"_s,
        {operation->id});
    const auto questions = m_file->rows(
        u"SELECT step, prompt, answered, answer, asked, kind, consent FROM questions WHERE operation=? ORDER BY id"_s,
        {operation->id});
    const auto handWork = m_file->rows(
        u"SELECT event, kind, server, certificate, written, account, user, computer, program FROM handwork"
        " WHERE operation=? ORDER BY id"_s,
        {operation->id});
    if (!steps || !questions)
        return tl::unexpected<Error>(steps ? questions.error() : steps.error());
    if (!handWork)
        return tl::unexpected<Error>(handWork.error());
    if (auto added = rows::addSteps(*operation, *steps, *questions); !added)
        return tl::unexpected<Error>(added.error());
    if (auto added = rows::addHandWork(*operation, *handWork); !added)
        return tl::unexpected<Error>(added.error());
    operation->isAlive = operation->state == OperationState::Running && isAlive(rows::owner(row));
    return operation;
}

Result<QList<OperationRecord>> Journal::operations(const QString &organisation, int *damaged) const
{
    if (damaged != nullptr)
        *damaged = 0;
    const auto found = m_file->rows(u"SELECT id, organisation, plan, state, owner, started, ended, account, user,"
                                    " computer, program, server_version, plan_hash, consent, names FROM operations"
                                    " WHERE organisation=? ORDER BY id DESC"_s,
        {rows::text(organisation)});
    if (!found)
        return tl::unexpected<Error>(found.error());
    QList<OperationRecord> out;
    for (const Row &row : *found) {
        auto operation = operationFrom(row);
        if (operation) {
            out.append(std::move(*operation));
            continue;
        }
        if (operation.error().code != ErrorCode::StorageDamaged)
            return tl::unexpected<Error>(operation.error());
        if (damaged != nullptr)
            ++*damaged;
    }
    return out;
}

Result<QList<OperationRecord>> Journal::interrupted(const QString &organisation) const
{
    return operations(organisation).transform([](QList<OperationRecord> all) {
        all.removeIf([](const OperationRecord &operation) { return !operation.isInterrupted(); });
        return all;
    });
}

Result<void> Journal::setAside(qint64 operation, const QDateTime &nowUtc, const QList<HandWork> &left)
{
    return m_file->inTransaction([&]() -> Result<void> {
        const auto owner = m_file->rows(u"SELECT owner FROM operations WHERE id=?"_s, {operation});
        if (!owner)
            return tl::unexpected<Error>(owner.error());
        if (owner->isEmpty() || isAlive(owner->first().value(0).toString()))
            return fail(ErrorCode::PreconditionChanged, m_file->path());
        return endRow(operation, OperationState::SetAside, chain::Event::SetAside, nowUtc, left);
    });
}

Result<void> Journal::addHandWork(qint64 operation, const HandWorkRecord &record)
{
    const HandWork &work = record.work;
    const auto id = m_file->insert(
        u"INSERT INTO handwork (operation, event, kind, server, certificate, written, account, user, computer, program)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {operation, name(nameOf(record.event)), name(nameOf(work.kind)), rows::text(work.server.name()),
            work.certificate.toString(), rows::time(record.writtenUtc), rows::text(record.by.account),
            rows::text(record.by.user), rows::text(record.by.computer), rows::text(record.by.program)});
    if (!id)
        return tl::unexpected<Error>(id.error());
    const chain::Event event = record.event == HandWorkEvent::Left ? chain::Event::WorkLeft
        : record.event == HandWorkEvent::Ticked                    ? chain::Event::Ticked
                                                                   : chain::Event::Unticked;
    return chain::append(*m_file, event, chain::Table::HandWork, {*id});
}

Result<void> Journal::tick(
    qint64 operation, const HandWork &work, bool isDone, const Origin &by, const QDateTime &nowUtc)
{
    return m_file->inTransaction([&]() -> Result<void> {
        const auto newest = m_file->rows(u"SELECT event FROM handwork WHERE operation=? AND kind=? AND server=? AND"
                                         " certificate=? ORDER BY id DESC LIMIT 1"_s,
            {operation, name(nameOf(work.kind)), rows::text(work.server.name()), work.certificate.toString()});
        if (!newest)
            return tl::unexpected<Error>(newest.error());
        if (newest->isEmpty())
            return fail(ErrorCode::PreconditionChanged, m_file->path());
        const bool wasDone = newest->first().value(0).toString() == nameOf(HandWorkEvent::Ticked);
        if (wasDone == isDone)
            return {};
        return addHandWork(operation, {isDone ? HandWorkEvent::Ticked : HandWorkEvent::Unticked, work, nowUtc, by});
    });
}

Result<JournalCondition> Journal::verify() const
{
    JournalCondition out;
    return m_file->onOneState([&] { return check(out); }).transform([&] { return out; });
}

Result<void> Journal::check(JournalCondition &out) const
{
    QHash<QString, QByteArray> newest;
    QSet<QString> ended;
    bool hasBegun = false; // anything but what was taken over
    const auto read = chain::forEach(*m_file, [&](const chain::Entry &entry) -> Result<void> {
        ++out.entries;
        out.lastHash = entry.hash;
        const bool isLate = ended.contains(chain::operationOf(entry)) || (hasBegun && chain::isTakenOver(entry));
        if (!entry.isIntact || isLate)
            out.altered.append(QString::number(entry.number));
        hasBegun = hasBegun || !chain::isTakenOver(entry);
        if (chain::endsOperation(entry))
            ended.insert(chain::operationOf(entry));
        newest.insert(chain::placeOf(entry.table, entry.key), entry.row);
        return {};
    });
    if (!read)
        return read;
    const auto altered = chain::alteredRows(*m_file, newest);
    const auto missing = chain::missingAtTheEnd(*m_file);
    if (!altered || !missing)
        return tl::unexpected<Error>(altered ? missing.error() : altered.error());
    out.altered.append(*altered);
    for (const QString &place : *missing) {
        if (!out.altered.contains(place))
            out.altered.append(place);
    }
    const auto organisations = m_file->rows(u"SELECT DISTINCT organisation FROM operations"_s);
    if (!organisations)
        return tl::unexpected<Error>(organisations.error());
    for (const Row &row : *organisations) {
        int damaged = 0;
        if (const auto all = operations(row.value(0).toString(), &damaged); !all)
            return tl::unexpected<Error>(all.error());
        out.unreadable += damaged;
    }
    return {};
}

Result<void> Journal::exportEntries(const std::function<Result<void>(const QByteArray &line)> &write) const
{
    return m_file->onOneState([&] { return exportAll(write); });
}

Result<void> Journal::exportAll(const std::function<Result<void>(const QByteArray &line)> &write) const
{
    return chain::forEach(*m_file, [&](const chain::Entry &entry) -> Result<void> {
        QJsonObject line = QJsonDocument::fromJson(entry.json).object();
        line.insert("hash"_L1, QString::fromLatin1(entry.hash));
        const bool isBegun = line.value("event"_L1).toString() == "operationBegun"_L1;
        if (isBegun && entry.table == chain::Table::Operations) {
            const auto found = m_file->rows(u"SELECT plan FROM operations WHERE id=?"_s, {entry.key.toLongLong()});
            if (!found)
                return tl::unexpected<Error>(found.error());
            line.insert("plan"_L1, QJsonDocument::fromJson(found->value(0).value(0).toString().toUtf8()).object());
        }
        return write(QJsonDocument(line).toJson(QJsonDocument::Compact));
    });
}

} // namespace kakuin::plan

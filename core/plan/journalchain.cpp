// SPDX-License-Identifier: MIT
#include "core/plan/journalchain.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <array>
#include <limits>

namespace kakuin::plan::chain {
namespace {

using namespace Qt::StringLiterals;
using Row = SqliteFile::Row;

// The plan is long and never changes: its entry holds its hash, and the export the plan itself
constexpr QLatin1String planColumn("plan");

struct TableFacts final {
    Table table;
    QLatin1String name;
    QStringList key;
    QStringList columns;
    QStringList later = {}; ///< columns that came later: left out while they are empty, as in entries from before
};

const std::array<TableFacts, 5> &tables()
{
    static const std::array<TableFacts, 5> all{
        TableFacts{Table::Operations, "operations"_L1, {u"id"_s},
            {u"organisation"_s, planColumn, u"state"_s, u"owner"_s, u"started"_s, u"ended"_s, u"account"_s, u"user"_s,
                u"computer"_s, u"program"_s, u"server_version"_s, u"plan_hash"_s, u"consent"_s, u"names"_s}},
        TableFacts{Table::Steps, "steps"_L1, {u"operation"_s, u"number"_s},
            {u"state"_s, u"started"_s, u"ended"_s, u"produced"_s, u"present"_s, u"error"_s, u"subject"_s, u"detail"_s},
            {u"sites"_s}},
        TableFacts{Table::Questions, "questions"_L1, {u"id"_s},
            {u"operation"_s, u"step"_s, u"prompt"_s, u"asked"_s, u"kind"_s, u"consent"_s, u"answered"_s, u"answer"_s}},
        TableFacts{Table::Checklist, "checklist"_L1, {u"operation"_s, u"item"_s}, {u"done"_s}},
        TableFacts{Table::HandWork, "handwork"_L1, {u"id"_s},
            {u"operation"_s, u"event"_s, u"kind"_s, u"server"_s, u"certificate"_s, u"written"_s, u"account"_s,
                u"user"_s, u"computer"_s, u"program"_s}}};
    return all;
}

const TableFacts &factsOf(Table table)
{
    return tables().at(static_cast<size_t>(table));
}

QLatin1String nameOf(Event event)
{
    switch (event) {
    case Event::TakenOver:
        return "takenOver"_L1;
    case Event::OperationBegun:
        return "operationBegun"_L1;
    case Event::StepBegun:
        return "stepBegun"_L1;
    case Event::StoreRead:
        return "storeRead"_L1;
    case Event::QuestionAsked:
        return "questionAsked"_L1;
    case Event::QuestionAnswered:
        return "questionAnswered"_L1;
    case Event::CertificateReturned:
        return "certificateReturned"_L1;
    case Event::StepEnded:
        return "stepEnded"_L1;
    case Event::OperationEnded:
        return "operationEnded"_L1;
    case Event::SetAside:
        return "setAside"_L1;
    case Event::WorkLeft:
        return "workLeft"_L1;
    case Event::Ticked:
        return "ticked"_L1;
    case Event::Unticked:
        return "unticked"_L1;
    }
    return {};
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QJsonValue jsonOf(const QString &column, const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    if (column == planColumn)
        return QString::fromLatin1(sha256(value.toString().toUtf8()));
    return value.toString();
}

// Key columns first
QString selectAll(const TableFacts &facts)
{
    return u"SELECT %1 FROM %2"_s.arg((facts.key + facts.columns + facts.later).join(u','), facts.name);
}

QByteArray rowJson(const TableFacts &facts, const Row &row)
{
    QJsonObject out;
    const QStringList columns = facts.key + facts.columns + facts.later;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (!row.value(i).isNull() || !facts.later.contains(columns.at(i)))
            out.insert(columns.at(i), jsonOf(columns.at(i), row.value(i)));
    }
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

QString keyText(const TableFacts &facts, const Row &row)
{
    QStringList parts;
    for (qsizetype i = 0; i < facts.key.size(); ++i)
        parts.append(row.value(i).toString());
    return parts.join(u'/');
}

QJsonValue parsedRow(const QByteArray &row)
{
    const QJsonDocument document = QJsonDocument::fromJson(row);
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Null);
}

QByteArray entryJson(qint64 number, const QString &written, const QString &event, const QString &table,
    const QString &key, const QByteArray &row, const QByteArray &previous)
{
    const QJsonObject entry{{u"entry"_s, number}, {u"written"_s, written}, {u"event"_s, event}, {u"table"_s, table},
        {u"key"_s, key}, {u"row"_s, parsedRow(row)}, {u"previous"_s, QString::fromLatin1(previous)}};
    return QJsonDocument(entry).toJson(QJsonDocument::Compact);
}

Result<void> appendRow(
    SqliteFile &file, Event event, const TableFacts &facts, const QString &key, const QByteArray &row)
{
    const auto last = file.rows(u"SELECT entry, hash FROM entries ORDER BY entry DESC LIMIT 1"_s);
    if (!last)
        return tl::unexpected<Error>(last.error());
    const qint64 number = last->isEmpty() ? 1 : last->first().value(0).toLongLong() + 1;
    const QByteArray previous = last->isEmpty() ? QByteArray() : last->first().value(1).toString().toLatin1();
    const QString written = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const QByteArray json = entryJson(number, written, nameOf(event), facts.name, key, row, previous);
    return file.run(u"INSERT INTO entries (entry, written, event, tbl, key, row, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {number, written, QString(nameOf(event)), QString(facts.name), key, QString::fromUtf8(row),
            QString::fromLatin1(sha256(json))});
}

} // namespace

QString createStatement()
{
    return u"CREATE TABLE entries (entry INTEGER PRIMARY KEY, written TEXT NOT NULL, event TEXT NOT NULL,"
           " tbl TEXT NOT NULL, key TEXT NOT NULL, row TEXT NOT NULL, hash TEXT NOT NULL)"_s;
}

QString markStatement()
{
    return u"INSERT INTO entries (entry, written, event, tbl, key, row, hash) VALUES (0, '', '', '', '', '', '')"_s;
}

Result<bool> isMarked(SqliteFile &file)
{
    // beside other entries it is no mark of ours: what they chain must not be chained again as it is now
    return file.rows(u"SELECT count(*), min(entry), max(entry) FROM entries"_s).transform([](const QList<Row> &found) {
        const Row row = found.value(0);
        return row.value(0).toInt() == 1 && row.value(1).toInt() == 0 && row.value(2).toInt() == 0;
    });
}

Result<void> takeOver(SqliteFile &file)
{
    return file.inTransaction([&]() -> Result<void> {
        const auto marked = isMarked(file); // another program may have been faster
        if (!marked || !*marked)
            return marked ? Result<void>() : tl::unexpected<Error>(marked.error());
        if (auto removed = file.run(u"DELETE FROM entries WHERE entry=0"_s); !removed)
            return removed;
        for (const TableFacts &facts : tables()) {
            const auto rows = file.rows(selectAll(facts));
            if (!rows)
                return tl::unexpected<Error>(rows.error());
            for (const Row &row : *rows) {
                if (auto done = appendRow(file, Event::TakenOver, facts, keyText(facts, row), rowJson(facts, row));
                    !done)
                    return done;
            }
        }
        return {};
    });
}

Result<void> append(SqliteFile &file, Event event, Table table, const QVariantList &key)
{
    const TableFacts &facts = factsOf(table);
    const auto rows = file.rows(u"%1 WHERE %2=?"_s.arg(selectAll(facts), facts.key.join(u"=? AND "_s)), key);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    return appendRow(file, event, facts, keyText(facts, key),
        rows->isEmpty() ? QByteArrayLiteral("null") : rowJson(facts, rows->first()));
}

Result<void> forEach(SqliteFile &file, const std::function<Result<void>(const Entry &)> &f)
{
    constexpr int batch = 500; // entries of a long history are not held in memory together
    QByteArray previous;
    qint64 from = std::numeric_limits<qint64>::min();
    qint64 last = 0;
    for (;;) {
        const auto rows = file.rows(u"SELECT entry, written, event, tbl, key, row, hash FROM entries WHERE entry>?"
                                    " ORDER BY entry LIMIT ?"_s,
            {from, batch});
        if (!rows)
            return tl::unexpected<Error>(rows.error());
        for (const Row &row : *rows) {
            Entry entry;
            entry.number = row.value(0).toLongLong();
            entry.event = row.value(2).toString();
            const QString table = row.value(3).toString();
            const auto facts = std::find_if(
                tables().begin(), tables().end(), [&table](const TableFacts &each) { return each.name == table; });
            entry.key = row.value(4).toString();
            entry.row = row.value(5).toString().toUtf8();
            entry.json
                = entryJson(entry.number, row.value(1).toString(), entry.event, table, entry.key, entry.row, previous);
            entry.hash = row.value(6).toString().toLatin1();
            entry.isIntact = facts != tables().end() && entry.number == last + 1 && sha256(entry.json) == entry.hash;
            if (facts != tables().end())
                entry.table = facts->table;
            if (auto done = f(entry); !done)
                return done;
            previous = entry.hash;
            from = entry.number;
            last = std::max(last, entry.number);
        }
        if (rows->size() < batch)
            return {};
    }
}

bool isTakenOver(const Entry &entry)
{
    return entry.event == nameOf(Event::TakenOver);
}

QString operationOf(const Entry &entry)
{
    switch (entry.table) {
    case Table::Operations:
        return entry.key;
    case Table::Steps:
        return entry.key.section(u'/', 0, 0);
    case Table::HandWork:
        if (entry.event != nameOf(Event::WorkLeft))
            break;
        [[fallthrough]];
    case Table::Questions:
        return QJsonDocument::fromJson(entry.row).object().value("operation"_L1).toString();
    case Table::Checklist:
        break; // what is ticked off comes after the end
    }
    return {};
}

bool endsOperation(const Entry &entry)
{
    return entry.table == Table::Operations
        && (entry.event == nameOf(Event::OperationEnded) || entry.event == nameOf(Event::SetAside));
}

Result<QStringList> missingAtTheEnd(SqliteFile &file)
{
    QStringList out;
    for (const QLatin1String table : {"operations"_L1, "questions"_L1, "handwork"_L1}) {
        const auto rows = file.rows(
            u"SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name='%1'), 0), coalesce(max(id), 0) FROM %1"_s
                .arg(table));
        if (!rows)
            return tl::unexpected<Error>(rows.error());
        const Row row = rows->value(0);
        if (row.value(0).toLongLong() != row.value(1).toLongLong())
            out.append(u"%1 %2"_s.arg(table, row.value(0).toString()));
    }
    return out;
}

Result<QStringList> alteredRows(SqliteFile &file, const QHash<QString, QByteArray> &newest)
{
    QStringList out;
    QSet<QString> missing;
    for (auto it = newest.begin(); it != newest.end(); ++it) {
        if (it.value() != "null")
            missing.insert(it.key());
    }
    for (const TableFacts &facts : tables()) {
        const auto rows = file.rows(selectAll(facts));
        if (!rows)
            return tl::unexpected<Error>(rows.error());
        for (const Row &row : *rows) {
            const QString place = placeOf(facts.table, keyText(facts, row));
            if (newest.value(place) != rowJson(facts, row))
                out.append(place);
            missing.remove(place);
        }
    }
    out.append(missing.values());
    out.sort();
    return out;
}

QString placeOf(Table table, const QString &key)
{
    return u"%1 %2"_s.arg(factsOf(table).name, key);
}

} // namespace kakuin::plan::chain

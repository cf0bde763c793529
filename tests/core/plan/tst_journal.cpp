// SPDX-License-Identifier: MIT
#include "core/plan/journal.h"
#include "core/plan/planjson.h"
#include "tests/testkit/fakeclock.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

namespace tests::tst_journal {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;

namespace {

const QString contoso = u"Contoso"_s;

Plan twoSteps()
{
    Plan plan;
    for (const int number : {1, 2}) {
        Step step;
        step.number = number;
        step.server = domain::ServerId(u"EX01"_s);
        step.command = shell::Cmdlet(u"Get-Thing"_s);
        plan.steps.append(step);
    }
    return plan;
}

OperationStart startOf(const QString &organisation)
{
    OperationStart start;
    start.organisation = organisation;
    return start;
}

shell::Prompt question()
{
    shell::Prompt prompt;
    prompt.message = u"既存の <証明書>?"_s;
    prompt.choices = {shell::PromptChoice::fromLabel(u"&Yes"_s, {})};
    return prompt;
}

shell::AskedPrompt asked()
{
    shell::AskedPrompt out;
    out.prompt = question();
    return out;
}

HandWork restart(const domain::Thumbprint &certificate)
{
    return {HandWorkKind::RestartServiceHost, domain::ServerId(u"EX01"_s), certificate};
}

HandWork hybrid(const domain::Thumbprint &certificate)
{
    return {HandWorkKind::RunHybridWizard, {}, certificate};
}

Origin berta()
{
    return {u"CONTOSO\\berta"_s, u"berta"_s, u"pc8"_s, u"Kakuin 2"_s, {}};
}

} // namespace

class tst_Journal final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"journal.sqlite"_s);
    }
    void operation_isReadBack_asItWasWritten();
    void everythingOfAnOperation_isReadBack();
    void chain_tellsEveryAlteration_data();
    void chain_tellsEveryAlteration();
    void removedEnd_isTold();
    void rowsAreTakenOver_onlyWhereNothingWasChained();
    void flippedBit_neverHidesAnOperation();
    void entries_areExported_withThePlanOnce();
    void olderJournal_isReadAndChained();
    void olderChain_staysSound_andTakesWork();
    void tick_isOfWorkThatTheOperationLeft_andWrittenOnce();
    void sitesBeforeACommand_areKept_andChained();
    void operation_isAlive_whileItsJournalIs();
    void interruption_isSeen_byTwoThreadsAtOnce();
    void operations_areThoseOfTheOrganisation_newestFirst();
    void setAside_endsOnlyWhatIsInterrupted();
    void writes_areRefused_outOfTurn();
    void secret_neverReachesTheFile();
    void damagedRecords_areCounted_others_areRead();
    void foreignFile_isLeftAlone();
    void lockedFile_isReported();
    void aHostileOwner_isNoPath();

private:
    [[nodiscard]] std::unique_ptr<Journal> open() const { return Journal::open(m_path).value(); }
    void sql(const QString &statement) const;
    /// An operation that made a certificate after a question, and one that was set aside.
    void writeSomeHistory() const;

    testkit::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void tst_Journal::sql(const QString &statement) const
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        db.setDatabaseName(m_path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"test"_s);
}

void tst_Journal::operation_isReadBack_asItWasWritten()
{
    const QDateTime now = m_clock.nowUtc();
    const auto thumbprint = domain::Thumbprint::parse(QString(40, u'B')).value();
    const Error error{ErrorCode::ServerError, u"EX01"_s, u"サーバー\nerror"_s};
    {
        const auto journal = open();
        const qint64 id = journal->beginOperation(startOf(contoso), twoSteps(), now).value();
        QVERIFY_RESULT(journal->beginStep(id, 1, now.addSecs(1)));
        QVERIFY_RESULT(journal->recordQuestion(id, 1, asked(), now));
        QVERIFY_RESULT(journal->recordAnswer(id, 1, shell::PromptAnswer::choose(0), now));
        QVERIFY_RESULT(journal->recordQuestion(id, 1, asked(), now));
        QVERIFY_RESULT(journal->recordAnswer(id, 1, shell::PromptAnswer::stop(), now));
        QVERIFY_RESULT(journal->recordQuestion(id, 1, asked(), now));
        QVERIFY_RESULT(journal->recordProduced(id, 1, thumbprint));
        QVERIFY_RESULT(journal->endStep(id, 1, StepState::OutcomeUnknown, error, now.addMSecs(2500)));
        QVERIFY_RESULT(journal->endOperation(id, OperationState::Failed, now.addSecs(3)));
    }
    const auto all = open()->operations(contoso);
    QVERIFY_RESULT(all);
    QCOMPARE(all->size(), 1);
    const OperationRecord &operation = all->first();
    QVERIFY(operation.plan == twoSteps());
    QCOMPARE(operation.organisation, contoso);
    QCOMPARE(operation.state, OperationState::Failed);
    QCOMPARE(operation.startedUtc, now);
    QCOMPARE(operation.endedUtc, now.addSecs(3));
    QCOMPARE(operation.startedUtc.timeSpec(), Qt::UTC);
    QVERIFY(!operation.isAlive);
    const StepRecord &step = operation.steps.first();
    QCOMPARE(step.state, StepState::OutcomeUnknown);
    QCOMPARE(step.startedUtc, now.addSecs(1));
    QCOMPARE(step.endedUtc, now.addMSecs(2500));
    QCOMPARE(step.produced, thumbprint);
    QVERIFY(step.error == error);
    QCOMPARE(step.questions.size(), 3);
    QVERIFY(step.questions.at(0).prompt == question());
    QCOMPARE(step.questions.at(0).answer, 0);
    QVERIFY(step.questions.at(1).isAnswered);
    QVERIFY(!step.questions.at(1).answer);
    QVERIFY(!step.questions.at(2).isAnswered);
    QCOMPARE(operation.steps.at(1).state, StepState::Skipped);
    QVERIFY(!operation.steps.at(1).error);
    QVERIFY(!operation.steps.at(1).startedUtc.isValid());
}

void tst_Journal::writeSomeHistory() const
{
    const auto journal = open();
    const QDateTime now = m_clock.nowUtc();
    const auto made = domain::Thumbprint::parse(QString(40, u'B')).value();
    OperationStart start = startOf(contoso);
    start.origin = {u"CONTOSO\\anna"_s, u"anna"_s, u"pc7"_s, u"Kakuin 2"_s, u"15.2.1544.4"_s};
    start.names.insert(made, u"Exchange 証明書"_s);
    start.consent = Consent{planHash(twoSteps()).value(), now,
        {{1, domain::ServerId(u"EX01"_s), shell::PromptKind::OverwriteDefaultSmtp, made, made,
            shell::Confirmation::Yes}}};
    const qint64 id = journal->beginOperation(start, twoSteps(), now).value();
    QVERIFY_RESULT(journal->beginStep(id, 1, now));
    QVERIFY_RESULT(journal->recordPresent(id, 1, {made}));
    shell::AskedPrompt recognised = asked();
    recognised.kind = shell::PromptKind::OverwriteDefaultSmtp;
    recognised.isByConsent = true;
    QVERIFY_RESULT(journal->recordQuestion(id, 1, recognised, now));
    QVERIFY_RESULT(journal->recordAnswer(id, 1, shell::PromptAnswer::choose(0), now));
    QVERIFY_RESULT(journal->recordProduced(id, 1, made));
    QVERIFY_RESULT(journal->endStep(id, 1, StepState::Succeeded, std::nullopt, now));
    QVERIFY_RESULT(journal->endOperation(id, OperationState::Succeeded, now, {restart(made), hybrid(made)}));
    QVERIFY_RESULT(journal->tick(id, restart(made), true, berta(), now));
    QVERIFY_RESULT(journal->tick(id, restart(made), false, berta(), now));
    QVERIFY_RESULT(journal->tick(id, hybrid(made), true, berta(), now));
}

void tst_Journal::everythingOfAnOperation_isReadBack()
{
    writeSomeHistory();
    const OperationRecord operation = open()->operations(contoso)->first();
    QCOMPARE(operation.origin.account, u"CONTOSO\\anna"_s);
    QCOMPARE(operation.origin.serverVersion, u"15.2.1544.4"_s);
    QCOMPARE(operation.planHash, planHash(twoSteps()).value());
    QVERIFY(operation.consent.has_value());
    QCOMPARE(operation.consent->answers.size(), 1);
    QCOMPARE(operation.consent->answers.first().server, domain::ServerId(u"EX01"_s));
    QCOMPARE(operation.names.values(), QStringList{u"Exchange 証明書"_s});
    const StepRecord &step = operation.steps.first();
    QCOMPARE(step.presentBefore->size(), 1);
    QCOMPARE(step.questions.first().kind, shell::PromptKind::OverwriteDefaultSmtp);
    QVERIFY(step.questions.first().isByConsent);
    QCOMPARE(operation.handWork.size(), 5);
    QCOMPARE(operation.handWork.at(1).work, hybrid(step.produced));
    QCOMPARE(operation.handWork.at(1).event, HandWorkEvent::Left);
    QCOMPARE(operation.handWork.at(2).event, HandWorkEvent::Ticked);
    QCOMPARE(operation.handWork.at(2).by, berta());
    QCOMPARE(operation.handWork.at(2).writtenUtc, m_clock.nowUtc());
    QCOMPARE(operation.handWork.at(3).event, HandWorkEvent::Unticked);
    const auto condition = open()->verify();
    QVERIFY_RESULT(condition);
    QVERIFY2(condition->isSound(), qPrintable(condition->altered.join(u' ')));
    QCOMPARE(condition->entries, 16); // three rows begin, six changes of a step, two rows end, two works, three ticks
    QCOMPARE(condition->lastHash.size(), 64);
}

void tst_Journal::chain_tellsEveryAlteration_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *tag, const char *sql, const char *place) {
        QTest::newRow(tag) << QString::fromUtf8(sql) << QString::fromUtf8(place);
    };
    row("an outcome", "UPDATE steps SET state='failed' WHERE number=1", "steps 1/1");
    row("an answer", "UPDATE questions SET answer=2", "questions 1");
    row("who did it", "UPDATE operations SET account='CONTOSO\\berta'", "operations 1");
    row("the plan", "UPDATE operations SET plan=replace(plan, 'Get-Thing', 'Get-Other')", "operations 1");
    row("whose it is", "UPDATE operations SET organisation='Fabrikam'", "operations 1");
    row("a text that is none any more", "UPDATE operations SET state='conquered'", "operations 1");
    row("who ticked", "UPDATE handwork SET user='anna' WHERE id=3", "handwork 3");
    row("when it was ticked", "UPDATE handwork SET written='2020-01-01T00:00:00.000Z' WHERE id=5", "handwork 5");
    row("the newest tick", "DELETE FROM handwork WHERE id=5", "handwork 5");
    row("work that was never left",
        "INSERT INTO handwork SELECT 9, operation, event, kind, 'EX02', certificate, written, account, user, computer,"
        " program FROM handwork WHERE id=1",
        "handwork 9");
    row("a tick that was never made", "INSERT INTO checklist VALUES (1, 'x', 'y')", "checklist 1/x");
    row("a question that is gone", "DELETE FROM questions", "questions 1");
    row("an entry's row", "UPDATE entries SET row=replace(row, 'succeeded', 'failed') WHERE entry=9", "9");
    row("an entry's time", "UPDATE entries SET written='2020-01-01T00:00:00.000Z' WHERE entry=4", "4");
    row("an entry's hash", "UPDATE entries SET hash=printf('%064d', 0) WHERE entry=4", "4");
    row("an entry that is gone", "DELETE FROM entries WHERE entry=4", "5");
    row("an entry in another table", "UPDATE entries SET tbl='x' WHERE entry=4", "4");
    row("rows that are to be chained once more", "INSERT INTO entries VALUES (0, '', '', '', '', '', '')", "0");
    row("an operation", "DELETE FROM operations", "operations 1");
    row("two entries in each other's place",
        "UPDATE entries SET entry=CASE entry WHEN 4 THEN -5 ELSE -4 END WHERE entry IN (4, 5);", "4");
}

void tst_Journal::chain_tellsEveryAlteration()
{
    QFETCH(QString, statement);
    QFETCH(QString, place);
    writeSomeHistory();
    sql(u"PRAGMA foreign_keys=OFF"_s);
    sql(statement);
    if (statement.contains(u"CASE entry"_s))
        sql(u"UPDATE entries SET entry=-entry WHERE entry < 0"_s);
    const auto condition = open()->verify();
    QVERIFY_RESULT(condition);
    QVERIFY2(condition->altered.contains(place), qPrintable(condition->altered.join(u", ")));
}

void tst_Journal::removedEnd_isTold()
{
    writeSomeHistory();
    // with all that was chained: nothing has to be hashed anew for that
    for (const auto &table : {u"handwork"_s, u"questions"_s, u"steps"_s, u"operations"_s, u"entries"_s})
        sql(u"DELETE FROM "_s + table);
    const auto condition = open()->verify();
    QVERIFY_RESULT(condition);
    QVERIFY2(condition->altered.contains(u"operations 1"_s), qPrintable(condition->altered.join(u' ')));
}

void tst_Journal::rowsAreTakenOver_onlyWhereNothingWasChained()
{
    writeSomeHistory();
    sql(u"UPDATE steps SET state='declined' WHERE number=1"_s);
    sql(u"INSERT INTO entries VALUES (0, '', '', '', '', '', '')"_s);
    QVERIFY(!open()->verify()->isSound());
    QVERIFY(open()->verify()->altered.contains(u"steps 1/1"_s));
}

void tst_Journal::flippedBit_neverHidesAnOperation()
{
    writeSomeHistory();
    {
        const auto journal = open(); // and one that its program did not finish
        QVERIFY_RESULT(journal->beginOperation(startOf(contoso), twoSteps(), m_clock.nowUtc()));
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    const auto digest = [](const Journal &journal) {
        QStringList out;
        const QList<OperationRecord> all = journal.operations(contoso).value();
        for (const OperationRecord &operation : all) {
            out += QString::number(static_cast<int>(operation.state)) + QString::number(operation.isInterrupted())
                + operation.origin.account + QString::fromUtf8(planToJson(operation.plan).value());
            for (const StepRecord &step : operation.steps)
                out += QString::number(static_cast<int>(step.state)) + step.produced.toString();
        }
        return out;
    };
    const QStringList intact = digest(*open());
    QCOMPARE(intact.filter(u"01"_s).isEmpty(), false);
    QRandomGenerator random(20261130);
    int told = 0;
    for (int n = 0; n < 160; ++n) {
        QByteArray flipped = whole;
        const qsizetype at = random.bounded(static_cast<quint32>(whole.size()));
        flipped[at] = static_cast<char>(flipped.at(at) ^ (1 << random.bounded(8)));
        const QString path = m_folder->filePath(u"flipped%1.sqlite"_s.arg(n));
        QFile copy(path);
        QVERIFY(copy.open(QIODevice::WriteOnly));
        QCOMPARE(copy.write(flipped), flipped.size());
        copy.close();
        const auto journal = Journal::open(path);
        const auto condition
            = journal ? (*journal)->verify() : Result<JournalCondition>(tl::unexpected<Error>(journal.error()));
        if (!condition || !condition->isSound()) {
            ++told;
            continue;
        }
        // nothing was noticed, so nothing may be missing: the bit was in a place that holds nothing
        QVERIFY2(digest(**journal) == intact, qPrintable(u"bit of byte %1"_s.arg(at)));
    }
    QVERIFY2(told > 20, qPrintable(QString::number(told)));
}

void tst_Journal::entries_areExported_withThePlanOnce()
{
    writeSomeHistory();
    const auto journal = open();
    QList<QJsonObject> lines;
    QVERIFY_RESULT(journal->exportEntries([&](const QByteArray &line) -> Result<void> {
        lines.append(QJsonDocument::fromJson(line).object());
        return {};
    }));
    QCOMPARE(lines.size(), journal->verify()->entries);
    QCOMPARE(lines.last().value(u"hash"_s).toString().toLatin1(), journal->verify()->lastHash);
    QCOMPARE(
        std::count_if(lines.begin(), lines.end(), [](const QJsonObject &line) { return line.contains(u"plan"_s); }), 1);
    for (qsizetype i = 1; i < lines.size(); ++i)
        QCOMPARE(lines.at(i).value(u"previous"_s), lines.at(i - 1).value(u"hash"_s));
    // a list that cannot be written any further ends
    int written = 0;
    const auto full = journal->exportEntries(
        [&](const QByteArray &) -> Result<void> { return ++written < 3 ? Result<void>() : fail(ErrorCode::DiskFull); });
    QCOMPARE(full.error().code, ErrorCode::DiskFull);
    QCOMPARE(written, 3);
}

void tst_Journal::olderJournal_isReadAndChained()
{
    writeSomeHistory();
    sql(u"DROP TABLE handwork"_s);
    sql(u"INSERT INTO checklist VALUES (1, 'hybridWizard', '2026-01-01T00:00:00.000Z')"_s);
    for (const auto &column : {u"account"_s, u"user"_s, u"computer"_s, u"program"_s, u"server_version"_s,
             u"plan_hash"_s, u"names"_s, u"consent"_s})
        sql(u"ALTER TABLE operations DROP COLUMN "_s + column);
    sql(u"ALTER TABLE steps DROP COLUMN present"_s);
    sql(u"ALTER TABLE steps DROP COLUMN sites"_s);
    sql(u"ALTER TABLE questions DROP COLUMN kind"_s);
    sql(u"ALTER TABLE questions DROP COLUMN consent"_s);
    sql(u"DROP TABLE entries"_s);
    sql(u"PRAGMA user_version=2"_s);
    const auto journal = open();
    const OperationRecord operation = journal->operations(contoso)->first();
    QCOMPARE(operation.state, OperationState::Succeeded);
    QVERIFY(operation.planHash.isEmpty());
    QVERIFY(!operation.steps.first().presentBefore);
    const auto condition = journal->verify();
    QVERIFY(condition->isSound());
    QCOMPARE(condition->entries, 5); // an operation, two steps, a question, a tick
    QCOMPARE(open()->verify()->entries, 5); // once
}

// The version that had a chain and no work by hand: its entries stay as they are
void tst_Journal::olderChain_staysSound_andTakesWork()
{
    const QDateTime now = m_clock.nowUtc();
    const auto made = domain::Thumbprint::parse(QString(40, u'B')).value();
    const qint64 id = open()->beginOperation(startOf(contoso), twoSteps(), now).value();
    sql(u"DROP TABLE handwork"_s);
    sql(u"ALTER TABLE steps DROP COLUMN sites"_s);
    sql(u"PRAGMA user_version=3"_s);
    QCOMPARE(open()->verify()->entries, 3);
    QVERIFY(open()->verify()->isSound());
    const auto journal = open();
    const qint64 next = journal->beginOperation(startOf(contoso), twoSteps(), now).value();
    QVERIFY_RESULT(journal->endOperation(next, OperationState::Succeeded, now, {restart(made)}));
    QVERIFY(journal->verify()->isSound());
    QCOMPARE(journal->operations(contoso)->first().handWork.size(), 1);
    QVERIFY(journal->operations(contoso)->last().handWork.isEmpty());
    QCOMPARE(journal->operations(contoso)->last().id, id);
}

// What the web sites had before a command is a column that came later: rows without it are chained as they were before
void tst_Journal::sitesBeforeACommand_areKept_andChained()
{
    const QDateTime now = m_clock.nowUtc();
    const auto made = domain::Thumbprint::parse(QString(40, u'B')).value();
    const domain::SiteBindings sites{
        {{1, {made}}, {2, {made, domain::Thumbprint::parse(QString(40, u'C')).value()}}}, false};
    const qint64 first = open()->beginOperation(startOf(contoso), twoSteps(), now).value();
    sql(u"ALTER TABLE steps DROP COLUMN sites"_s);
    sql(u"PRAGMA user_version=4"_s);
    const auto journal = open();
    QVERIFY(journal->verify()->isSound());
    QVERIFY(!journal->operations(contoso)->first().steps.first().sitesBefore);
    const qint64 id = journal->beginOperation(startOf(contoso), twoSteps(), now).value();
    QVERIFY_RESULT(journal->beginStep(id, 1, now));
    QVERIFY_RESULT(journal->recordSites(id, 1, sites));
    QVERIFY(journal->verify()->isSound());
    QCOMPARE(journal->operations(contoso)->first().steps.first().sitesBefore, sites);
    QVERIFY(!journal->operations(contoso)->first().steps.at(1).sitesBefore);
    QCOMPARE(journal->recordSites(first, 1, sites).error().code, ErrorCode::PreconditionChanged);
    sql(u"UPDATE steps SET sites='{}' WHERE operation=2 AND number=1"_s);
    QVERIFY(!journal->verify()->isSound());
    sql(u"UPDATE steps SET sites=NULL WHERE operation=2 AND number=1"_s);
    QCOMPARE(journal->verify()->altered, QStringList{u"steps 2/1"_s});
}

void tst_Journal::tick_isOfWorkThatTheOperationLeft_andWrittenOnce()
{
    writeSomeHistory();
    const auto journal = open();
    const QDateTime now = m_clock.nowUtc();
    const auto made = domain::Thumbprint::parse(QString(40, u'B')).value();
    const qint64 entries = journal->verify()->entries;
    QVERIFY_RESULT(journal->tick(1, hybrid(made), true, berta(), now)); // is ticked already
    QVERIFY_RESULT(journal->tick(1, restart(made), false, berta(), now)); // is not
    QCOMPARE(journal->verify()->entries, entries);
    HandWork other = restart(made);
    other.server = domain::ServerId(u"EX02"_s);
    QCOMPARE(journal->tick(1, other, true, berta(), now).error().code, ErrorCode::PreconditionChanged);
    QCOMPARE(journal->tick(7, restart(made), true, berta(), now).error().code, ErrorCode::PreconditionChanged);
    // after the end of an operation nothing can be added to what it left
    sql(u"UPDATE entries SET event='ticked' WHERE event='workLeft'"_s);
    QVERIFY(!journal->verify()->isSound());
}

void tst_Journal::operation_isAlive_whileItsJournalIs()
{
    auto writer = open();
    const qint64 id = writer->beginOperation(startOf(contoso), twoSteps(), m_clock.nowUtc()).value();
    const auto reader = open();
    QVERIFY(reader->operations(contoso)->first().isAlive);
    QVERIFY(writer->operations(contoso)->first().isAlive);
    QVERIFY(reader->interrupted(contoso)->isEmpty());
    QCOMPARE(reader->setAside(id, m_clock.nowUtc()).error().code, ErrorCode::PreconditionChanged);
    QCOMPARE(reader->beginStep(id, 1, m_clock.nowUtc()).error().code, ErrorCode::PreconditionChanged);
    writer.reset();
    QCOMPARE(reader->interrupted(contoso)->size(), 1);
    QVERIFY(reader->operations(contoso)->first().isInterrupted());
    // no lock file is left behind
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.lock"_s}).size(), 0);
}

// Whether its process still lives is found out by its lock, which those who look share
void tst_Journal::interruption_isSeen_byTwoThreadsAtOnce()
{
    QVERIFY_RESULT(open()->beginOperation(startOf(contoso), twoSteps(), m_clock.nowUtc()));
    const auto missed = [path = m_path] {
        const auto reader = Journal::open(path);
        int count = 0;
        for (int i = 0; reader && i < 300; ++i)
            count += (*reader)->interrupted(contoso)->size() == 1 ? 0 : 1;
        return reader ? count : -1;
    };
    int ofOther = -1;
    const std::unique_ptr<QThread> other(QThread::create([&] { ofOther = missed(); }));
    other->start();
    const int ofThis = missed();
    QVERIFY(other->wait());
    QCOMPARE(ofThis, 0);
    QCOMPARE(ofOther, 0);
}

void tst_Journal::operations_areThoseOfTheOrganisation_newestFirst()
{
    const auto journal = open();
    const qint64 first = journal->beginOperation(startOf(contoso), twoSteps(), m_clock.nowUtc()).value();
    const qint64 second = journal->beginOperation(startOf(contoso), Plan(), m_clock.nowUtc()).value();
    QVERIFY_RESULT(journal->beginOperation(startOf({}), twoSteps(), m_clock.nowUtc()));
    const auto all = journal->operations(contoso).value();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).id, second);
    QCOMPARE(all.at(1).id, first);
    QCOMPARE(journal->operations({})->size(), 1);
    QVERIFY(journal->operations(u"Fabrikam'; --"_s)->isEmpty());
}

void tst_Journal::setAside_endsOnlyWhatIsInterrupted()
{
    qint64 id = 0;
    {
        const auto writer = open();
        id = writer->beginOperation(startOf(contoso), twoSteps(), m_clock.nowUtc()).value();
        QVERIFY_RESULT(writer->beginStep(id, 1, m_clock.nowUtc()));
    }
    const auto journal = open();
    const HandWork left = restart(domain::Thumbprint::parse(QString(40, u'B')).value());
    QVERIFY_RESULT(journal->setAside(id, m_clock.nowUtc(), {left}));
    QCOMPARE(journal->operations(contoso)->first().handWork.first().work, left);
    QVERIFY(journal->verify()->isSound());
    QCOMPARE(journal->setAside(id, m_clock.nowUtc()).error().code, ErrorCode::PreconditionChanged);
    QCOMPARE(journal->setAside(4711, m_clock.nowUtc()).error().code, ErrorCode::PreconditionChanged);
    const OperationRecord operation = journal->operations(contoso)->first();
    QCOMPARE(operation.state, OperationState::SetAside);
    QCOMPARE(operation.steps.first().state, StepState::Running); // as it was: nobody knows more
    QVERIFY(journal->interrupted(contoso)->isEmpty());
}

void tst_Journal::writes_areRefused_outOfTurn()
{
    const auto journal = open();
    const QDateTime now = m_clock.nowUtc();
    const qint64 id = journal->beginOperation(startOf(contoso), twoSteps(), now).value();
    const auto refused
        = [](const Result<void> &result) { return !result && result.error().code == ErrorCode::PreconditionChanged; };
    QVERIFY(refused(journal->beginStep(id, 3, now)));
    QVERIFY_RESULT(journal->beginStep(id, 1, now));
    QVERIFY(refused(journal->beginStep(id, 1, now))); // never twice
    QVERIFY(refused(journal->recordAnswer(id, 1, shell::PromptAnswer::choose(0), now)));
    QVERIFY_RESULT(journal->endOperation(id, OperationState::Cancelled, now));
    QVERIFY(refused(journal->endOperation(id, OperationState::Succeeded, now)));
    QVERIFY(refused(journal->recordQuestion(id, 1, asked(), now)));
    QCOMPARE(journal->operations(contoso)->first().state, OperationState::Cancelled);
}

void tst_Journal::secret_neverReachesTheFile()
{
    const auto journal = open();
    Plan plan = twoSteps();
    plan.steps[0].command = shell::Cmdlet(u"Export-Thing"_s).with(u"Password"_s, Secret(u"hunter2"_s));
    const auto refused = journal->beginOperation(startOf(contoso), plan, m_clock.nowUtc());
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(refused.error().subject, u"Password"_s);
    QVERIFY(journal->operations(contoso)->isEmpty());
}

void tst_Journal::damagedRecords_areCounted_others_areRead()
{
    const auto journal = open();
    const QStringList damages{u"UPDATE operations SET plan='{' WHERE id=1"_s,
        u"UPDATE operations SET state='flying' WHERE id=2"_s, u"UPDATE operations SET started='yesterday' WHERE id=3"_s,
        u"DELETE FROM steps WHERE operation=4 AND number=2"_s,
        u"UPDATE steps SET number=9 WHERE operation=5 AND number=2"_s,
        u"UPDATE steps SET produced='xyz' WHERE operation=6"_s, u"UPDATE steps SET error='oops' WHERE operation=7"_s,
        u"INSERT INTO questions (operation, step, prompt, asked) VALUES (8, 1, 'null', '')"_s};
    for (qsizetype i = 0; i <= damages.size(); ++i)
        QVERIFY_RESULT(journal->beginOperation(startOf(contoso), twoSteps(), m_clock.nowUtc()));
    for (const QString &damage : damages)
        sql(damage);
    int damaged = 0;
    const auto sound = journal->operations(contoso, &damaged);
    QVERIFY_RESULT(sound);
    QCOMPARE(sound->size(), 1);
    QCOMPARE(damaged, static_cast<int>(damages.size()));
}

void tst_Journal::foreignFile_isLeftAlone()
{
    sql(u"CREATE TABLE other (x)"_s);
    QCOMPARE(Journal::open(m_path).error().code, ErrorCode::StorageForeign);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
    file.close();
    QCOMPARE(Journal::open(m_path).error().code, ErrorCode::StorageDamaged);
    QCOMPARE(file.size(), 10'000);
}

void tst_Journal::lockedFile_isReported()
{
    const auto journal = open();
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"locker"_s);
    db.setDatabaseName(m_path);
    QVERIFY(db.open());
    QVERIFY(QSqlQuery(db).exec(u"BEGIN IMMEDIATE"_s));
    const auto refused = journal->beginOperation(startOf(contoso), twoSteps(), m_clock.nowUtc());
    QCOMPARE(refused.error().code, ErrorCode::StorageLocked);
    QVERIFY(QSqlQuery(db).exec(u"ROLLBACK"_s));
    QVERIFY_RESULT(journal->beginOperation(startOf(contoso), twoSteps(), m_clock.nowUtc()));
    db = QSqlDatabase();
    QSqlDatabase::removeDatabase(u"locker"_s);
}

void tst_Journal::aHostileOwner_isNoPath()
{
    const auto journal = open();
    QVERIFY_RESULT(journal->beginOperation(startOf(contoso), twoSteps(), m_clock.nowUtc()));
    sql(u"UPDATE operations SET owner='/../../../tmp/x'"_s);
    QVERIFY(journal->operations(contoso)->first().isInterrupted());
}

KAKUIN_TEST(tst_Journal)

} // namespace tests::tst_journal

#include "tst_journal.moc"

// SPDX-License-Identifier: MIT
#include "models/commandlogmodel.h"
#include "models/roles.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_commandlogmodel {

using namespace kakuin;
using models::CommandLogModel;
using session::CommandLog;
using session::CommandRecord;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

} // namespace

class tst_CommandLogModel final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rows_followTheLog()
    {
        CommandLog log;
        log.begin(shell::Pipeline(shell::Cmdlet(u"Get-AuthConfig"_qs)), now);
        CommandLogModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setLog(&log);
        QCOMPARE(model.rowCount(), 1);
        const quint64 number = log.begin(shell::Pipeline(shell::Cmdlet(u"Get-ExchangeServer"_qs)), now);
        QCOMPARE(model.rowCount(), 2);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        log.update(number, [](CommandRecord &record) {
            record.outcome = CommandRecord::Outcome::Succeeded;
            record.duration = std::chrono::milliseconds(120);
        });
        QCOMPARE(changes.count(), 1);
        const QModelIndex cell = model.index(1, CommandLogModel::DurationColumn);
        QCOMPARE(cell.data().toLongLong(), 120);
        QCOMPARE(model.index(1, CommandLogModel::OutcomeColumn).data(CommandLogModel::OutcomeRole).toInt(),
            static_cast<int>(CommandRecord::Outcome::Succeeded));
        QCOMPARE(model.record(cell)->number, number);
        QCOMPARE(model.index(1, CommandLogModel::CommandColumn).data().toString(), u"Get-ExchangeServer"_qs);
    }

    void oldestRows_goFirst_whenTheLogIsFull()
    {
        CommandLog log;
        CommandLogModel model;
        const auto begin = [&log] { log.begin(shell::Pipeline(shell::Cmdlet(u"Get-AuthConfig"_qs)), now); };
        for (int i = 0; i < CommandLog::capacity - 1; ++i)
            begin();
        model.setLog(&log);
        // alive for the rows that matter: it looks at every row each time
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int i = 0; i < 3; ++i)
            begin();
        QCOMPARE(model.rowCount(), static_cast<int>(log.records().size()));
        QVERIFY(model.rowCount() <= CommandLog::capacity);
        QCOMPARE(model.index(model.rowCount() - 1, 0).data().toULongLong(), log.records().last().number);
    }

    void log_mayDieFirst()
    {
        CommandLogModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        {
            CommandLog log;
            log.begin(shell::Pipeline(shell::Cmdlet(u"Get-AuthConfig"_qs)), now);
            model.setLog(&log);
            QCOMPARE(model.rowCount(), 1);
        }
        QCOMPARE(model.rowCount(), 0);
    }
};

KAKUIN_TEST(tst_CommandLogModel)

} // namespace tests::tst_commandlogmodel

#include "tst_commandlogmodel.moc"

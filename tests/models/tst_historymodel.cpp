// SPDX-License-Identifier: MIT
#include "models/historymodel.h"
#include "models/roles.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_historymodel {

using namespace Qt::StringLiterals;
using namespace kakuin;
using models::HistoryModel;

namespace {

plan::OperationRecord operation(qint64 id, plan::OperationState state)
{
    plan::OperationRecord out;
    out.id = id;
    out.state = state;
    out.startedUtc = QDateTime(QDate(2026, 11, 22), QTime(12, static_cast<int>(id)), Qt::UTC);
    if (state != plan::OperationState::Running)
        out.endedUtc = out.startedUtc.addSecs(5);
    return out;
}

} // namespace

class tst_HistoryModel final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rows_areTheOperations()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setOperations(
            {operation(2, plan::OperationState::Running), operation(1, plan::OperationState::Succeeded)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.operation(1).id, 1);
        QCOMPARE(model.rowOf(1), 1);
        QCOMPARE(model.rowOf(7), -1);
        QCOMPARE(model.data(model.index(1, HistoryModel::DurationColumn), models::SortRole).toLongLong(), 5000);
        QCOMPARE(model.data(model.index(0, HistoryModel::DurationColumn), models::SortRole).toLongLong(), -1);
        // what was interrupted stands before what runs
        QVERIFY(model.data(model.index(0, HistoryModel::StateColumn), models::SortRole).toInt() < 0);
    }

    void newState_keepsTheRows()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        model.setOperations({operation(1, plan::OperationState::Running)});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setOperations({operation(1, plan::OperationState::Succeeded)});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.operation(0).state, plan::OperationState::Succeeded);
        model.setOperations(
            {operation(2, plan::OperationState::Succeeded), operation(1, plan::OperationState::Succeeded)});
        QCOMPARE(reset.size(), 1);
    }
};

KAKUIN_TEST(tst_HistoryModel)

} // namespace tests::tst_historymodel

#include "tst_historymodel.moc"

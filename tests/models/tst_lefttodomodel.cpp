// SPDX-License-Identifier: MIT
#include "models/lefttodomodel.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_lefttodomodel {

using namespace Qt::StringLiterals;
using namespace kakuin;
using models::LeftToDoModel;
using State = plan::LeftItem::State;

namespace {

plan::LeftItem item(const QString &server, plan::HandWorkKind kind, State state = State::Open)
{
    plan::LeftItem out;
    out.server = domain::ServerId(server);
    out.certificate = domain::Thumbprint::parse(QString(40, u'A')).value();
    out.work = plan::HandWork{kind, out.server, out.certificate};
    out.state = state;
    out.isTickable = state != State::Waiting;
    return out;
}

plan::LeftToDo three(State first = State::Open)
{
    plan::LeftToDo left;
    left.items = {item({}, plan::HandWorkKind::RunHybridWizard),
        item(u"EX01"_s, plan::HandWorkKind::RestartServiceHost, first),
        item(u"EX01"_s, plan::HandWorkKind::BindBackEnd, State::Waiting)};
    return left;
}

} // namespace

class tst_LeftToDoModel final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void items_areBelowTheirServers()
    {
        LeftToDoModel model;
        const QAbstractItemModelTester tester(&model);
        QVERIFY(model.isEmpty());
        model.setLeft(three(), true);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.server(model.index(0, 0)).isEmpty());
        const QModelIndex group = model.index(1, 0);
        QCOMPARE(model.server(group), domain::ServerId(u"EX01"_s));
        QCOMPARE(model.item(group), nullptr);
        QCOMPARE(model.rowCount(group), 2);
        QCOMPARE(model.itemsIn(group).size(), model.rowCount(group));
        QCOMPARE(model.item(model.index(1, 0, group))->work->kind, plan::HandWorkKind::BindBackEnd);
        QCOMPARE(model.server(model.index(1, 0, group)), domain::ServerId(u"EX01"_s));
        model.setLeft({}, true);
        QVERIFY(model.isEmpty());
    }

    void box_isWhereThePersonDecides_andOnlyAsks()
    {
        LeftToDoModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLeft(three(), true);
        const QModelIndex group = model.index(1, 0);
        const QModelIndex restart = model.index(0, 0, group);
        const QModelIndex waiting = model.index(1, 0, group);
        QVERIFY(restart.flags().testFlag(Qt::ItemIsUserCheckable));
        QVERIFY(!waiting.flags().testFlag(Qt::ItemIsUserCheckable));
        QVERIFY(!waiting.data(Qt::CheckStateRole).isValid());
        QVERIFY(!group.data(Qt::CheckStateRole).isValid());
        const QSignalSpy asked(&model, &LeftToDoModel::tickRequested);
        QVERIFY(!model.setData(restart, Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!model.setData(waiting, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(1).toBool(), true);
        // nothing says yet that the journal has it
        QCOMPARE(restart.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        const QSignalSpy resets(&model, &LeftToDoModel::modelReset);
        model.setLeft(three(State::Ticked), true);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(restart.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(model.itemsIn(group).first().state, State::Ticked);
    }

    void box_cannotBePressed_whereNothingMayBeChanged()
    {
        LeftToDoModel model;
        model.setLeft(three(State::Ticked), false);
        const QModelIndex restart = model.index(0, 0, model.index(1, 0));
        QCOMPARE(restart.data(Qt::CheckStateRole).toInt(), int(Qt::Checked)); // it is shown
        QVERIFY(!restart.flags().testFlag(Qt::ItemIsUserCheckable));
        const QSignalSpy asked(&model, &LeftToDoModel::tickRequested);
        QVERIFY(!model.setData(restart, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(asked.size(), 0);
    }
};

KAKUIN_TEST(tst_LeftToDoModel)

} // namespace tests::tst_lefttodomodel

#include "tst_lefttodomodel.moc"

// SPDX-License-Identifier: MIT
#include "models/matrixmodel.h"
#include "tests/testkit/evaluated.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_matrixports {

using namespace Qt::StringLiterals;
using namespace kakuin;
using domain::LivePort;
using domain::LiveService;
using models::MatrixCell;
using models::MatrixColumn;
using models::MatrixModel;
using models::MatrixPorts;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using PortState = MatrixPorts::State;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
constexpr LivePort frontEnd{443, LiveService::FrontEnd};
constexpr LivePort backEnd{444, LiveService::BackEnd};
constexpr LivePort wmSvc{8172, LiveService::WmSvc};
constexpr LivePort smtp{25, LiveService::Smtp, false};
constexpr LivePort imap{993, LiveService::Imap};

using Change = std::function<void(InventoryBuilder &)>;

CertificateBuilder bound()
{
    return CertificateBuilder(u"EX01"_s, u"CN=EX01"_s).thumbprint(QString(40, u'A')).iisSites({1});
}
CertificateBuilder unbound()
{
    return CertificateBuilder(u"EX01"_s, u"CN=other"_s).thumbprint(QString(40, u'B'));
}
CertificateBuilder stranger()
{
    return CertificateBuilder(u"EX01"_s, u"CN=stranger"_s).thumbprint(QString(40, u'C'));
}

domain::InventoryPtr after(const Change &change)
{
    InventoryBuilder builder;
    builder.server(u"EX01"_s).certificate(bound()).certificate(unbound());
    change(builder);
    return builder.build();
}

} // namespace

/// What ports show, beside what was read.
class tst_MatrixPorts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ports_areJudgedAgainstWhatWasRead_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<MatrixColumn>("column");
        QTest::addColumn<PortState>("state");
        const auto row = [](const char *tag, MatrixColumn column, PortState state, const Change &change) {
            QTest::newRow(tag) << change << column << state;
        };
        row("not checked", MatrixColumn::FrontEnd443, PortState::NotChecked, [](InventoryBuilder &) {});
        row("shows what IIS names", MatrixColumn::FrontEnd443, PortState::Agree,
            [](InventoryBuilder &b) { b.served(frontEnd, bound(), now); });
        row("shows another one of the store", MatrixColumn::FrontEnd443, PortState::Differ,
            [](InventoryBuilder &b) { b.served(frontEnd, unbound(), now); });
        row("shows one that nobody knows", MatrixColumn::FrontEnd443, PortState::Differ,
            [](InventoryBuilder &b) { b.served(frontEnd, stranger(), now); });
        row("nothing was read that it could contradict", MatrixColumn::BackEnd444, PortState::Agree,
            [](InventoryBuilder &b) { b.served(backEnd, unbound(), now); });
        row("does not answer", MatrixColumn::FrontEnd443, PortState::NotKnown,
            [](InventoryBuilder &b) { b.portFailed(frontEnd, ErrorCode::NoAnswer, now); });
        row("a closed web site is not known", MatrixColumn::FrontEnd443, PortState::NotKnown,
            [](InventoryBuilder &b) { b.portFailed(frontEnd, ErrorCode::PortClosed, now); });
        row("a closed service is none", MatrixColumn::WmSvc, PortState::NotChecked,
            [](InventoryBuilder &b) { b.portFailed(wmSvc, ErrorCode::PortClosed, now); });
        row("mail shows one of the store", MatrixColumn::Connector, PortState::Agree,
            [](InventoryBuilder &b) { b.served(smtp, unbound(), now); });
        row("one of several mail ports shows a stranger's", MatrixColumn::Connector, PortState::Differ,
            [](InventoryBuilder &b) {
                b.served(smtp, stranger(), now).served({587, LiveService::Smtp, false}, bound(), now);
            });
        row("IMAP has no column", MatrixColumn::Connector, PortState::NotChecked,
            [](InventoryBuilder &b) { b.served(imap, unbound(), now); });
    }
    void ports_areJudgedAgainstWhatWasRead()
    {
        QFETCH(Change, change);
        QFETCH(MatrixColumn, column);
        QFETCH(PortState, state);
        MatrixModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEvaluation(testkit::evaluated(after(change), now), now);
        QCOMPARE(model.row(0).cell(column).ports.state, state);
        QCOMPARE(model.row(0).cell(column).ports.readings.isEmpty(), state == PortState::NotChecked);
    }

    void seenCertificate_standsInItsCell()
    {
        MatrixModel model;
        model.setEvaluation(
            testkit::evaluated(after([](InventoryBuilder &b) { b.served(wmSvc, unbound(), now); }), now), now);
        const MatrixCell &cell = model.row(0).cell(MatrixColumn::WmSvc);
        QCOMPARE(cell.state, MatrixCell::State::Certificates);
        QCOMPARE(cell.entries.first().id.thumbprint, unbound().build().facts.thumbprint);
    }

    void check_changesRowsInPlace()
    {
        MatrixModel model;
        model.setEvaluation(testkit::evaluated(after([](InventoryBuilder &) {}), now), now);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const domain::InventoryPtr checked = after([](InventoryBuilder &b) { b.served(frontEnd, bound(), now); });
        model.setEvaluation(testkit::evaluated(checked, now), now);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0);
        model.setEvaluation(testkit::evaluated(std::make_shared<domain::Inventory>(*checked), now), now);
        QCOMPARE(changed.count(), 1); // the same again
    }
};

KAKUIN_TEST(tst_MatrixPorts)

} // namespace tests::tst_matrixports

#include "tst_matrixports.moc"

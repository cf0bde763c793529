// SPDX-License-Identifier: MIT
#include "models/matrixmodel.h"
#include "tests/testkit/evaluated.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_matrixmodel {

using namespace kakuin;
using domain::Service;
using models::MatrixCell;
using models::MatrixColumn;
using models::MatrixModel;
using models::MatrixRow;
using models::Severity;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using State = MatrixCell::State;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

CertificateBuilder certificate(const QString &server, const QString &subject, int daysLeft)
{
    return CertificateBuilder(server, subject).valid(now.addYears(-1), now.addDays(daysLeft).addSecs(60));
}

InventoryBuilder named(const QStringList &servers)
{
    InventoryBuilder builder;
    for (const QString &server : servers)
        builder.server(server).certificate(certificate(server, u"CN="_qs + server, 400).dnsNames({server}));
    return builder;
}

QString nameOf(const MatrixModel &model, int row)
{
    return model.index(row, 0).data().toString();
}

QStringList namesOf(const MatrixModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(nameOf(model, row));
    return names;
}

} // namespace

class tst_MatrixModel final : public QObject {
    Q_OBJECT

private:
    static const MatrixCell &cell(const MatrixModel &model, int row, MatrixColumn column)
    {
        return model.row(row).cell(column);
    }

private Q_SLOTS:
    void cell_holdsTheCertificatesOfItsRole_theWorstFirst()
    {
        InventoryBuilder builder;
        const CertificateBuilder front = certificate(u"EX01"_qs, u"CN=mail"_qs, 300).iisSites({1});
        const CertificateBuilder back
            = certificate(u"EX01"_qs, u"CN=EX01"_qs, 12).dnsNames({u"EX01"_qs}).iisSites({1, 2});
        builder.server(u"EX01"_qs).certificate(front).certificate(back).transport(back.build().facts.thumbprint);
        MatrixModel model;
        model.setEvaluation(testkit::evaluated(builder.build(), now), now);
        const MatrixCell &frontEnd = cell(model, 0, MatrixColumn::FrontEnd443);
        QCOMPARE(frontEnd.state, State::Certificates);
        QCOMPARE(frontEnd.entries.size(), 2);
        QCOMPARE(frontEnd.entries.first().id, back.build().id());
        QCOMPARE(frontEnd.severity, Severity::Urgent); // as the finding is
        QCOMPARE(cell(model, 0, MatrixColumn::BackEnd444).entries.size(), 1);
        QCOMPARE(cell(model, 0, MatrixColumn::Transport).entries.first().evidence.first().role,
            domain::Role::InternalTransport);
        QCOMPARE(cell(model, 0, MatrixColumn::Own).entries.first().id, back.build().id());
        QCOMPARE(cell(model, 0, MatrixColumn::WmSvc).state, State::Empty);
        QCOMPARE(cell(model, 0, MatrixColumn::Connector).state, State::Empty);
    }

    void severalConnectors_areOneEntryWithTheirEvidence()
    {
        const CertificateBuilder mail = certificate(u"EX01"_qs, u"CN=mail"_qs, 300).issuer(u"CN=CA"_qs);
        InventoryBuilder builder;
        builder.server(u"EX01"_qs).certificate(mail);
        for (const QString &name : {u"To partner"_qs, u"To cloud"_qs}) {
            domain::Connector connector;
            connector.name = name;
            connector.tlsCertificateName = domain::TlsCertificateName{u"CN=CA"_qs, u"CN=mail"_qs};
            builder.connector(connector);
        }
        MatrixModel model;
        model.setEvaluation(testkit::evaluated(builder.build(), now), now);
        const MatrixCell &connectors = cell(model, 0, MatrixColumn::Connector);
        QCOMPARE(connectors.entries.size(), 1);
        QCOMPARE(connectors.entries.first().evidence.size(), 2);
    }

    void partsThatWereNotRead_areNotKnown_neverEmpty()
    {
        InventoryBuilder builder;
        builder.server(u"EX01"_qs)
            .certificate(certificate(u"EX01"_qs, u"CN=EX01"_qs, 400).rawDataOnly())
            .change([](domain::Inventory &inventory) {
                inventory.authConfig = fail(ErrorCode::NotRead);
                inventory.sendConnectors = fail(ErrorCode::NotRead);
                inventory.servers.first().transport = fail(ErrorCode::ServerError);
            });
        MatrixModel model;
        model.setEvaluation(testkit::evaluated(builder.build(), now), now);
        for (const MatrixColumn column : {MatrixColumn::Transport, MatrixColumn::AuthCurrent, MatrixColumn::AuthNext,
                 MatrixColumn::FrontEnd443, MatrixColumn::BackEnd444, MatrixColumn::WmSvc, MatrixColumn::Connector}) {
            QCOMPARE(cell(model, 0, column).state, State::NotKnown);
            QVERIFY(cell(model, 0, column).gap.has_value() || cell(model, 0, column).isUntold);
            QCOMPARE(cell(model, 0, column).severity, Severity::NotKnown);
        }
        QCOMPARE(cell(model, 0, MatrixColumn::Transport).gap->code, ErrorCode::ServerError);
    }

    void certificateThatDidNotParse_leavesEmptyCellsNotKnown()
    {
        InventoryBuilder builder = named({u"EX01"_qs});
        builder.change([](domain::Inventory &inventory) {
            inventory.servers.first().unreadable.append(Error{ErrorCode::MalformedCertificate, {}, {}});
        });
        MatrixModel model;
        model.setEvaluation(testkit::evaluated(builder.build(), now), now);
        QCOMPARE(cell(model, 0, MatrixColumn::FrontEnd443).state, State::NotKnown);
        QCOMPARE(cell(model, 0, MatrixColumn::Own).state, State::Certificates);
        QVERIFY(cell(model, 0, MatrixColumn::Own).gap.has_value());
    }

    void roleOfACertificateThatTheServerLacks_isMissing_butNotOnEdge()
    {
        InventoryBuilder builder = named({u"EX01"_qs, u"EX02"_qs});
        builder.server(u"EDGE1"_qs)
            .roles(domain::ServerRole::Edge)
            .certificate(certificate(u"EDGE1"_qs, u"CN=EDGE1"_qs, 90));
        domain::AuthConfig auth;
        auth.current = domain::Thumbprint::fromSha1(QByteArray(20, 'a'));
        auth.next = domain::Thumbprint::fromSha1(QByteArray(20, 'b'));
        builder.auth(auth);
        MatrixModel model;
        model.setEvaluation(testkit::evaluated(builder.build(), now), now);
        QCOMPARE(nameOf(model, 0), u"EDGE1"_qs);
        QCOMPARE(cell(model, 0, MatrixColumn::AuthCurrent).state, State::Empty);
        QCOMPARE(cell(model, 1, MatrixColumn::AuthCurrent).state, State::Missing);
        QCOMPARE(cell(model, 1, MatrixColumn::AuthCurrent).severity, Severity::Expired);
        QCOMPARE(cell(model, 1, MatrixColumn::AuthCurrent).missing, auth.current);
        QCOMPARE(cell(model, 1, MatrixColumn::AuthNext).severity, Severity::Soon);
    }

    void serverThatDoesNotAnswer_isARowWithItsReason()
    {
        InventoryBuilder builder = named({u"EX01"_qs});
        builder.server(u"EX02"_qs).unreachable(Error{ErrorCode::ServerUnreachable, u"EX02"_qs, {}});
        MatrixModel model;
        model.setEvaluation(testkit::evaluated(builder.build(), now), now);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.row(1).error->code, ErrorCode::ServerUnreachable);
        QCOMPARE(model.row(1).server, domain::ServerId(u"EX02"_qs));
    }

    void refresh_keepsRowsByServer_underTheTester()
    {
        MatrixModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setEvaluation(testkit::evaluated(named({u"EX10"_qs, u"EX2"_qs, u"EX1"_qs}).build(), now), now);
        QCOMPARE(namesOf(model), (QStringList{u"EX1"_qs, u"EX2"_qs, u"EX10"_qs}));
        const QPersistentModelIndex kept(model.indexOf(domain::ServerId(u"ex10"_qs)));
        model.setEvaluation(
            testkit::evaluated(named({u"EX0"_qs, u"EX10"_qs, u"EX3"_qs, u"EX4"_qs, u"EX99"_qs}).build(), now), now);
        QCOMPARE(namesOf(model), (QStringList{u"EX0"_qs, u"EX3"_qs, u"EX4"_qs, u"EX10"_qs, u"EX99"_qs}));
        QCOMPARE(kept.row(), 3);
        changes.clear();
        const domain::InventoryPtr same = named({u"EX10"_qs}).build();
        model.setEvaluation(testkit::evaluated(same, now), now);
        QCOMPARE(kept.row(), 0);
        model.setEvaluation(testkit::evaluated(same, now), now);
        changes.clear();
        model.setEvaluation(testkit::evaluated(same, now), now);
        QCOMPARE(changes.count(), 0);
        model.setEvaluation(nullptr, now);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(resets.count(), 0);
    }

    void clock_changesOnlyWhatLooksDifferent()
    {
        InventoryBuilder builder = named({u"EX01"_qs});
        builder.server(u"EX02"_qs).certificate(certificate(u"EX02"_qs, u"CN=EX02"_qs, 31).dnsNames({u"EX02"_qs}));
        MatrixModel model;
        model.setEvaluation(testkit::evaluated(builder.build(), now), now);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setNow(now.addSecs(30));
        QCOMPARE(changes.count(), 0);
        model.setNow(now.addDays(5));
        QCOMPARE(changes.count(), 2);
        QCOMPARE(cell(model, 1, MatrixColumn::Own).entries.first().expiry.left.count(), 26);
        // what is found does not follow the clock by itself, but with the next evaluation
        model.setEvaluation(testkit::evaluated(builder.build(), now.addDays(40)), now.addDays(40));
        QCOMPARE(cell(model, 1, MatrixColumn::Own).severity,
            models::severityOf(cell(model, 1, MatrixColumn::Own).entries.first().urgency, domain::ExpiryBand::Expired));
    }

    void certificate_isFound_inThePreferredColumnFirst()
    {
        const CertificateBuilder both
            = certificate(u"EX01"_qs, u"CN=EX01"_qs, 9).dnsNames({u"EX01"_qs}).iisSites({1, 2});
        InventoryBuilder builder;
        builder.server(u"EX01"_qs).certificate(both);
        MatrixModel model;
        model.setEvaluation(testkit::evaluated(builder.build(), now), now);
        const domain::CertificateId id = both.build().id();
        const int back = MatrixModel::FirstRoleColumn + static_cast<int>(MatrixColumn::BackEnd444);
        QCOMPARE(model.indexOf(id, back).column(), back);
        QCOMPARE(model.indexOf(id).column(), MatrixModel::FirstRoleColumn);
        QVERIFY(!model.indexOf(domain::CertificateId{domain::ServerId(u"EX09"_qs), id.thumbprint}).isValid());
    }

    void largeOrganisation_isMadeElsewhere_andTakenOver()
    {
        InventoryBuilder builder;
        for (int server = 0; server < 300; ++server) {
            const QString name = u"EX%1"_qs.arg(server);
            builder.server(name);
            for (int i = 0; i < 12; ++i)
                builder.certificate(certificate(name, u"CN=%1-%2"_qs.arg(name).arg(i), 10 * i).iisSites({1}));
        }
        const domain::InventoryPtr inventory = builder.build();
        MatrixModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy updated(&model, &MatrixModel::updated);
        const findings::EvaluationPtr evaluation = testkit::evaluated(inventory, now);
        QElapsedTimer timer;
        timer.start();
        model.setEvaluation(evaluation, now);
        QVERIFY(timer.elapsed() < 50);
        QVERIFY(model.isBuilding());
        QTRY_COMPARE_WITH_TIMEOUT(updated.count(), 1, 30'000);
        QVERIFY(!model.isBuilding());
        QCOMPARE(model.rowCount(), 300);
        QCOMPARE(cell(model, 299, MatrixColumn::FrontEnd443).entries.size(), 12);
        // what is asked for last is what is shown, whatever was under way
        model.setEvaluation(testkit::evaluated(inventory, now), now);
        model.setEvaluation(nullptr, now);
        QCOMPARE(model.rowCount(), 0);
    }
};

KAKUIN_TEST(tst_MatrixModel)

} // namespace tests::tst_matrixmodel

#include "tst_matrixmodel.moc"

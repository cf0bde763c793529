// SPDX-License-Identifier: MIT
#include "core/lab/labshell.h"
#include "core/plan/assigndraft.h"
#include "core/plan/authrotation.h"
#include "core/plan/exportdraft.h"
#include "core/plan/importdraft.h"
#include "core/plan/removedraft.h"
#include "core/plan/rotatedraft.h"
#include "core/plan/runbook.h"
#include "core/session/session.h"
#include "tests/core/plan/plainrunbooktext.h"
#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_engine_taskrunbooks {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;

/// The script of every task is PowerShell 3.0 in the engine's eyes, whatever the texts around it contain.
class tst_EngineTaskRunbooks final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void script_parsesAsPowerShell3_data();
    void script_parsesAsPowerShell3();

private:
    [[nodiscard]] domain::CertificateId transport(const QString &server) const;

    testkit::EngineJudge m_judge;
    QTemporaryDir m_folder;
    domain::InventoryPtr m_inventory;
    QDateTime m_nowUtc;
};

void tst_EngineTaskRunbooks::initTestCase()
{
    const auto made
        = testkit::await(lab::LabShell::create(m_folder.filePath(u"a.kakuinlab"_s), lab::Preset::Contoso2013));
    QVERIFY_RESULT(made);
    session::Session session(*made);
    const auto read = testkit::await(session.refresh());
    QVERIFY_RESULT(read);
    // as if one had been staged: every plan about the Auth certificate has something to do
    m_inventory = *read;
    auto changed = std::make_shared<domain::Inventory>(**read);
    changed->authConfig->previous = changed->authConfig->current;
    changed->authConfig->next = transport(u"MBX01"_s).thumbprint;
    m_inventory = changed;
    m_nowUtc = session.nowUtc();
}

domain::CertificateId tst_EngineTaskRunbooks::transport(const QString &server) const
{
    const domain::ServerEntry *entry = m_inventory ? m_inventory->find(domain::ServerId(server)) : nullptr;
    return entry != nullptr && entry->transport ? domain::CertificateId{entry->server.id, entry->transport->thumbprint}
                                                : domain::CertificateId();
}

void tst_EngineTaskRunbooks::script_parsesAsPowerShell3_data()
{
    QTest::addColumn<Plan>("plan");
    const domain::ServerId mbx01(u"MBX01"_s);
    for (const auto mode : {RotateDraft::Mode::Planned, RotateDraft::Mode::Immediate}) {
        for (const auto names : {RotateDraft::Names::None, RotateDraft::Names::AllServers}) {
            RotateDraft draft(m_inventory, m_nowUtc);
            draft.setServer(mbx01);
            draft.setMode(mode);
            draft.setNames(names);
            draft.setClearsPrevious(true);
            QTest::addRow("rotate, %s, %s", mode == RotateDraft::Mode::Planned ? "planned" : "at once",
                names == RotateDraft::Names::None ? "no names" : "all names")
                << draft.plan();
        }
    }
    QTest::newRow("publish") << publishPlan(*m_inventory, true);
    QTest::newRow("clear") << clearPreviousPlan(*m_inventory);
    QTest::newRow("cancel") << cancelStagingPlan(*m_inventory);
    for (const QString &server : {u"MBX01"_s, u"EXCAS1"_s}) {
        for (const domain::Certificate &certificate : *m_inventory->find(domain::ServerId(server))->certificates) {
            AssignDraft assign(m_inventory, m_nowUtc, certificate.id());
            assign.setServices(domain::ServiceSet(domain::Service::Smtp) | domain::Service::Iis);
            assign.setTakesTransport(true);
            assign.setLeavesSslOptional(true);
            const QString tag = server + u' ' + certificate.facts.thumbprint.toString().left(8);
            if (!assign.plan().steps.isEmpty())
                QTest::addRow("assign %s", qPrintable(tag)) << assign.plan();
            RemoveDraft removal(m_inventory, m_nowUtc);
            removal.setTargets({certificate.id()});
            removal.setAcknowledged(true);
            removal.setPassword(Secret(u"x"_s));
            removal.setBackupPath(certificate.id(), u"C:\\it's ‘here’\\$(x)`n.pfx"_s);
            if (!removal.plan().steps.isEmpty())
                QTest::addRow("remove %s", qPrintable(tag)) << removal.plan();
        }
    }
    Plan transfer;
    transfer.kind = PlanKind::SpreadAuthCertificate;
    transfer.steps = {exportStep(1, transport(u"MBX01"_s), u"C:\\it's ‘here’\\$(x)`n.pfx"_s),
        importStep(2, domain::ServerId(u"MBX02"_s), shell::LateValue::fileDataOfStep(1),
            transport(u"MBX01"_s).thumbprint, true),
        importStep(3, domain::ServerId(u"CAS01"_s), shell::LateValue::fileContent(u"\\\\share\\it's ‘there’.pfx"_s),
            transport(u"MBX01"_s).thumbprint, false)};
    QTest::newRow("export and import") << transfer;
}

void tst_EngineTaskRunbooks::script_parsesAsPowerShell3()
{
    QFETCH(Plan, plan);
    QVERIFY(!plan.steps.isEmpty());
    const QString hostile = u"it's ’so’ #> `\" $(Remove-Thing)\nRemove-Thing\r\n\u2028Remove-Thing\n@'\n\"@ <#"_s;
    const QByteArray script = runbookScript(plan, testkit::PlainRunbookText(hostile));
    const auto syntax = m_judge.ask({{u"op"_s, u"parse"_s}, {u"script"_s, QString::fromUtf8(script.mid(3))}});
    QVERIFY_RESULT(syntax);
    const auto text
        = [](const QJsonValue &value) { return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()); };
    QCOMPARE(text(syntax->value("errors"_L1)), text({}));
    QCOMPARE(text(syntax->value("newer"_L1)), text({}));
    for (const Step &step : plan.steps) {
        for (const shell::Cmdlet &cmdlet : step.command.cmdlets)
            QVERIFY2(script.contains(cmdlet.name().toUtf8()), qPrintable(cmdlet.name()));
    }
}

KAKUIN_TEST(tst_EngineTaskRunbooks)

} // namespace tests::tst_engine_taskrunbooks

#include "tst_engine_taskrunbooks.moc"

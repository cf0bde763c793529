// SPDX-License-Identifier: MIT
#include "models/findingsmodel.h"
#include "models/matrixrow.h"
#include "models/organisationtreemodel.h"
#include "models/timelinecontent.h"
#include "tests/core/advice/situations.h"
#include "tests/testkit/testrunner.h"
#include "text/attention.h"
#include "text/certificatecontext.h"
#include "text/findingtext.h"

#include <QtTest/QTest>

namespace tests::tst_surfaces {

using namespace kakuin;
using findings::Evaluation;
using findings::EvaluationPtr;
using findings::Urgency;
using models::Severity;
using situations::now;

namespace {

QList<const domain::Certificate *> certificatesOf(const domain::Inventory &inventory)
{
    QList<const domain::Certificate *> out;
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (!entry.certificates)
            continue;
        for (const domain::Certificate &certificate : *entry.certificates)
            out.append(&certificate);
    }
    return out;
}

findings::Mutes mutesOf(const QStringList &keys)
{
    findings::Mutes out;
    for (const QString &key : keys)
        out.insert(key, {QStringLiteral("known"), now.addDays(1), now});
    return out;
}

/// The marks of every surface that shows a certificate, by its name.
QHash<QString, QList<Severity>> marksOf(const domain::Certificate &certificate, const EvaluationPtr &evaluation,
    const models::OrganisationTreeModel &tree, const QList<models::MatrixRow> &matrix)
{
    QHash<QString, QList<Severity>> out;
    out[QStringLiteral("tree")] = {models::OrganisationTreeModel::row(tree.indexOf(certificate.id())).severity};
    for (const models::MatrixRow &row : matrix) {
        for (const models::MatrixCell &cell : row.cells) {
            for (const models::MatrixEntry &entry : cell.entries) {
                if (entry.id == certificate.id())
                    out[QStringLiteral("matrix")].append(entry.severity);
            }
        }
    }
    const auto context = ui::CertificateContext::find(evaluation, certificate.id(), now);
    out[QStringLiteral("life bar and sheet")] = {context->severityOf(certificate)};
    out[QStringLiteral("pickers and cards")] = {models::severityOf(certificate, evaluation, now)};
    const Urgency advised = evaluation->adviceFor(certificate.id()).urgency;
    out[QStringLiteral("next step")]
        = {models::severityOf(advised, evaluation->policy().expiryOf(certificate, now).band)};
    return out;
}

bool isAlarming(Severity severity)
{
    return severity == Severity::Soon || severity == Severity::Urgent || severity == Severity::Expired;
}

models::FindingWordSource words()
{
    return {&ui::FindingText::title, &ui::FindingText::subject, &ui::FindingText::severity, &ui::FindingText::kind};
}

// Every surface of one organisation, with these findings muted
void compareSurfaces(const domain::InventoryPtr &inventory, const QStringList &muted)
{
    const auto evaluation = std::make_shared<const Evaluation>(inventory, advice::Policy(), now, mutesOf(muted));
    models::OrganisationTreeModel tree;
    tree.setInventory(inventory, now);
    tree.setMutes(mutesOf(muted));
    const QList<models::MatrixRow> matrix = models::buildMatrix(*evaluation, now);
    const models::TimelineContent timeline = models::buildTimeline(*evaluation, models::TimelineGroupBy::Server, now);
    const QStringList keys = findings::keysOf(evaluation->findings());
    QHash<domain::Thumbprint, Severity> worst;
    for (const domain::Certificate *certificate : certificatesOf(*inventory)) {
        const domain::ExpiryBand band = evaluation->policy().expiryOf(*certificate, now).band;
        Urgency listed = Urgency::Nothing; // written anew here: what the list says of it
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const findings::Finding &finding = evaluation->findings().at(i);
            const domain::CertificateId of = findings::certificateOf(finding);
            const bool isAbout = of.thumbprint == certificate->facts.thumbprint
                && (of.server.isEmpty() || of.server == certificate->server);
            if (isAbout && !muted.contains(keys.at(i)))
                listed = std::max(listed, findings::urgencyOf(finding));
        }
        const Severity expected = models::severityOf(listed, band);
        const auto marks = marksOf(*certificate, evaluation, tree, matrix);
        for (auto it = marks.begin(); it != marks.end(); ++it) {
            for (const Severity mark : *it)
                QVERIFY2(mark == expected,
                    qPrintable(QStringLiteral("%1: %2 instead of %3")
                                   .arg(it.key())
                                   .arg(static_cast<int>(mark))
                                   .arg(static_cast<int>(expected))));
        }
        Severity &ofAll = worst[certificate->facts.thumbprint];
        ofAll = std::max(ofAll, expected);
    }
    for (const models::TimelineLine &line : timeline.lines) {
        if (!line.isHeading())
            QCOMPARE(line.severity, worst.value(line.thumbprint));
    }
    // the strip has the first of what the list has
    models::FindingsModel list(words());
    list.setEvaluation(evaluation, now);
    list.setMutes(mutesOf(muted));
    const std::optional<ui::Attention> strip = ui::worstOf(list);
    const findings::Guidance first = evaluation->adviceForAll();
    QCOMPARE(strip.has_value(), first.urgency >= Urgency::Soon);
    if (strip)
        QCOMPARE(findings::turnOf(strip->finding->finding), findings::turnOf(*first.finding));
}

} // namespace

/// Situation by surface: every mark of a certificate is the one that its findings give it, muted ones left out.
class tst_Surfaces final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void surfaces_agree_data()
    {
        QTest::addColumn<domain::InventoryPtr>("inventory");
        for (const situations::Situation &one : situations::allSituations())
            QTest::newRow(one.name) << one.inventory;
    }
    void surfaces_agree()
    {
        QFETCH(const domain::InventoryPtr, inventory);
        compareSurfaces(inventory, {});
        const QStringList keys = findings::keysOf(findings::findingsOf(*inventory, {}, now));
        for (const QString &key : keys) {
            compareSurfaces(inventory, {key});
            if (QTest::currentTestFailed())
                return;
        }
    }

    void everythingMuted_nothingIsMarked_data() { surfaces_agree_data(); }
    void everythingMuted_nothingIsMarked()
    {
        QFETCH(const domain::InventoryPtr, inventory);
        const QStringList keys = findings::keysOf(findings::findingsOf(*inventory, {}, now));
        compareSurfaces(inventory, keys);
        const auto evaluation = std::make_shared<const Evaluation>(inventory, advice::Policy(), now, mutesOf(keys));
        for (const models::MatrixRow &row : models::buildMatrix(*evaluation, now)) {
            for (const models::MatrixCell &cell : row.cells)
                QVERIFY(!isAlarming(cell.severity));
        }
        for (const domain::ServerEntry &entry : inventory->servers)
            QCOMPARE(evaluation->adviceFor(entry.server.id).urgency, Urgency::Nothing);
        QVERIFY(!evaluation->adviceForAll().finding);
        // until the mutes have run out
        const Evaluation later(*evaluation, evaluation->mutes(), now.addDays(2));
        QCOMPARE(later.adviceForAll().urgency, findings::adviceFor(*inventory, {}, now).urgency);
    }

    // The role is given to a certificate that the server lacks: a finding says so, and the cell is not calm
    void missingCertificate_isMarkedInTheMatrix_data() { surfaces_agree_data(); }
    void missingCertificate_isMarkedInTheMatrix()
    {
        QFETCH(const domain::InventoryPtr, inventory);
        const Evaluation evaluation(inventory, {}, now);
        for (const models::MatrixRow &row : models::buildMatrix(evaluation, now)) {
            const models::MatrixCell &transport = row.cell(models::MatrixColumn::Transport);
            const models::MatrixCell &auth = row.cell(models::MatrixColumn::AuthCurrent);
            for (const models::MatrixCell &cell : {transport, auth}) {
                if (cell.state == models::MatrixCell::State::Missing)
                    QVERIFY2(isAlarming(cell.severity), qPrintable(row.name));
                QVERIFY(cell.state != models::MatrixCell::State::Missing || cell.severity != Severity::Ok);
            }
        }
    }
};

KAKUIN_TEST(tst_Surfaces)

} // namespace tests::tst_surfaces

#include "tst_surfaces.moc"

// SPDX-License-Identifier: MIT
#include "core/domain/replacement.h"
#include "core/findings/guidance.h"
#include "core/session/session.h"
#include "core/snapshot/snapshotshell.h"
#include "findingcases.h"
#include "tests/core/advice/situations.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

namespace tests::tst_guidance {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::domain;
using advice::Reason;
using advice::Task;
using findings::Code;
using findings::Finding;
using findings::Guidance;
using findings::Part;
using findings::Severity;
using findings::Urgency;
using TaskKind = Task::Kind;

namespace {

struct Organisation final {
    QString name;
    InventoryPtr inventory;
    QDateTime nowUtc;
};

// Exported data of real situations, beside the captured files; none where there are none
QList<Organisation> readCases()
{
    QList<Organisation> out;
    const QDir cases(QStringLiteral(KAKUIN_CAPTURED_DATA "/../cases"));
    for (const QString &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto shell = testkit::await(snapshot::SnapshotShell::open({cases.filePath(name)}));
        if (!shell)
            continue;
        session::Session session(*shell);
        if (const auto inventory = testkit::await(session.refresh()))
            out.append({name, *inventory, situations::now});
    }
    return out;
}

QList<Organisation> organisations()
{
    static const QList<Organisation> cases = readCases();
    QList<Organisation> out = cases;
    for (const situations::Situation &one : situations::allSituations())
        out.append({QString::fromLatin1(one.name), one.inventory, situations::now});
    using namespace findingcases;
    for (const Case &one : lifeCases() + serverCases() + portCases() + authCases() + connectorCases()) {
        const QString code = findings::codeName(one.code);
        for (const auto &[name, change] : {std::pair(code, one.appears), {code + u", just not"_s, one.justNot},
                 {code + u", not known"_s, one.notKnown}}) {
            auto inventory = std::make_shared<Inventory>(healthy());
            change(*inventory);
            out.append({name, inventory, findingcases::now()});
        }
    }
    return out;
}

void rows()
{
    QTest::addColumn<Organisation>("organisation");
    for (const Organisation &one : organisations())
        QTest::newRow(qPrintable(one.name)) << one;
}

Urgency of(Severity severity)
{
    return severity == Severity::Critical   ? Urgency::Now
        : severity == Severity::Warning     ? Urgency::Soon
        : severity == Severity::Information ? Urgency::WhenConvenient
                                            : Urgency::Nothing;
}

// Written anew here: what the list says of one copy
Urgency listed(const QList<Finding> &found, const CertificateId &id)
{
    Urgency out = Urgency::Nothing;
    for (const Finding &finding : found) {
        const bool isOfAll = finding.subject.thumbprint == id.thumbprint && finding.subject.server.isEmpty();
        const bool isOfCopy = finding.code == Code::AuthWithoutKey && finding.subject.server == id.server
            && std::get<Thumbprint>(finding.evidence.first().value) == id.thumbprint;
        if (isOfAll || isOfCopy || finding.subject == findings::Subject::of(id))
            out = std::max(out, of(finding.severity));
    }
    return out;
}

QList<CertificateId> certificatesOf(const Inventory &inventory)
{
    QList<CertificateId> out;
    for (const ServerEntry &entry : inventory.servers) {
        for (const Certificate &certificate : entry.certificates.value_or(QList<Certificate>()))
            out.append(certificate.id());
    }
    return out;
}

// It is about the server, a copy on it, or about the organisation's Auth certificate, in which the server takes part
bool concerns(const Finding &finding, const ServerEntry &entry, const Organisation &organisation)
{
    if (!finding.subject.server.isEmpty())
        return finding.subject.server == entry.server.id;
    if (finding.subject.kind == findings::Subject::Kind::Certificate
        && entry.find(finding.subject.thumbprint) != nullptr)
        return true;
    const advice::Picture picture(*organisation.inventory, {}, organisation.nowUtc);
    return entry.certificates && findings::kindOf(finding.code) == findings::Kind::Auth
        && of(finding.severity) >= Urgency::Soon && picture.authServers().contains(&entry);
}

// Ways in which a reading is not complete
QList<std::pair<Part, std::function<void(Inventory &)>>> gaps()
{
    const auto each = [](const std::function<void(Certificate &)> &change) {
        return [change](Inventory &inventory) {
            for (ServerEntry &entry : inventory.servers) {
                if (entry.certificates)
                    std::for_each(entry.certificates->begin(), entry.certificates->end(), change);
            }
        };
    };
    return {
        {Part::AuthConfig, [](Inventory &i) { i.authConfig = fail(ErrorCode::NotRead); }},
        {Part::SendConnectors, [](Inventory &i) { i.sendConnectors = fail(ErrorCode::NotRead); }},
        {Part::Transport,
            [](Inventory &i) {
                for (ServerEntry &entry : i.servers)
                    entry.transport = fail(ErrorCode::NotRead);
            }},
        {Part::Services, each([](Certificate &one) { one.services = std::nullopt; })},
        {Part::IisBindings, each([](Certificate &one) { one.iisBindings = std::nullopt; })},
        {Part::PrivateKey, each([](Certificate &one) { one.hasPrivateKey = std::nullopt; })},
    };
}

} // namespace

/// Every situation of the adviser's and every case of the findings': the surfaces agree, because one answer is behind them.
class tst_Guidance final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void certificate_isAsUrgentAsTheListSays_data() { rows(); }
    void certificate_isAsUrgentAsTheListSays()
    {
        QFETCH(const Organisation, organisation);
        const QList<Finding> found = findings::findingsOf(*organisation.inventory, {}, organisation.nowUtc);
        const findings::Urgencies urgencies(found);
        for (const CertificateId &id : certificatesOf(*organisation.inventory)) {
            const Guidance guidance = findings::adviceFor(id, *organisation.inventory, {}, organisation.nowUtc);
            QCOMPARE(guidance.urgency, listed(found, id));
            QCOMPARE(guidance.urgency, urgencies.of(id));
            QVERIFY(urgencies.ofAnyCopy(id.thumbprint) >= guidance.urgency);
            QCOMPARE(guidance.finding.has_value(), guidance.urgency != Urgency::Nothing);
            QCOMPARE(guidance.advice, advice::adviceFor(id, *organisation.inventory, {}, organisation.nowUtc));
            // nothing that a window of Kakuin does is offered for a certificate about which the adviser says nothing
            const bool isSilent = guidance.advice.reason == Reason::NothingToDo;
            if (!isSilent)
                QCOMPARE(guidance.task, guidance.advice.task);
            else if (guidance.finding && guidance.urgency >= Urgency::Soon)
                QVERIFY(guidance.task.kind != TaskKind::Renew && guidance.task.kind != TaskKind::Remove);
        }
    }

    void server_isToldItsFirstFinding_data() { rows(); }
    void server_isToldItsFirstFinding()
    {
        QFETCH(const Organisation, organisation);
        const QList<Finding> found = findings::findingsOf(*organisation.inventory, {}, organisation.nowUtc);
        for (const ServerEntry &entry : organisation.inventory->servers) {
            const Guidance guidance
                = findings::adviceFor(entry.server.id, *organisation.inventory, {}, organisation.nowUtc);
            std::optional<Finding> first; // the list is in order: the first of the most urgent
            for (const Finding &finding : found) {
                if (concerns(finding, entry, organisation) && findings::urgencyOf(finding) != Urgency::Nothing
                    && (!first || findings::turnOf(finding) < findings::turnOf(*first)))
                    first = finding;
            }
            QCOMPARE(guidance.finding, first);
            QCOMPARE(guidance.task, first ? first->task : Task{});
            const QList<Error> &problems = organisation.inventory->problems;
            const bool isDamaged = std::any_of(problems.begin(), problems.end(), advice::isDamage);
            QCOMPARE(guidance.unread.testFlag(Part::Certificates),
                !entry.certificates || !entry.unreadable.isEmpty() || isDamaged);
        }
    }

    void server_isTold_thatTheAuthCertificateHasExpired()
    {
        auto inventory = std::make_shared<Inventory>(findingcases::healthy());
        for (ServerEntry &entry : inventory->servers) {
            for (Certificate &certificate : *entry.certificates) {
                if (certificate.facts.thumbprint == inventory->authConfig->current)
                    certificate.facts.notAfterUtc = findingcases::now().addDays(-1);
            }
        }
        for (const ServerEntry &entry : inventory->servers) {
            const Guidance guidance = findings::adviceFor(entry.server.id, *inventory, {}, findingcases::now());
            if (!entry.server.isEdge())
                QCOMPARE(guidance.urgency, Urgency::Now);
        }
    }

    void organisation_isToldTheFirstOfAll_data() { rows(); }
    void organisation_isToldTheFirstOfAll()
    {
        QFETCH(const Organisation, organisation);
        const QList<Finding> found = findings::findingsOf(*organisation.inventory, {}, organisation.nowUtc);
        const Guidance guidance = findings::adviceFor(*organisation.inventory, {}, organisation.nowUtc);
        const bool isCritical = !found.isEmpty() && found.first().severity == Severity::Critical;
        if (isCritical)
            QCOMPARE(guidance.finding, found.first());
        for (const Finding &finding : found)
            QVERIFY(findings::urgencyOf(finding) <= guidance.urgency);
        // and never less urgent than anything in it
        for (const ServerEntry &entry : organisation.inventory->servers)
            QVERIFY(findings::adviceFor(entry.server.id, *organisation.inventory, {}, organisation.nowUtc).urgency
                <= guidance.urgency);
    }

    // What was not read is named, and never makes a task that is wrong once it has been read
    void gap_isAState_data() { rows(); }
    void gap_isAState()
    {
        QFETCH(const Organisation, organisation);
        const Inventory &whole = *organisation.inventory;
        QHash<CertificateId, Guidance> known;
        for (const CertificateId &id : certificatesOf(whole))
            known.insert(id, findings::adviceFor(id, whole, {}, organisation.nowUtc));
        for (const auto &[part, makeGap] : gaps()) {
            Inventory less = whole;
            makeGap(less);
            for (auto it = known.cbegin(); it != known.cend(); ++it) {
                const Guidance partial = findings::adviceFor(it.key(), less, {}, organisation.nowUtc);
                QVERIFY(partial.unread.testFlag(part));
                const TaskKind right = it->task.kind;
                const bool isOfAuth = right == TaskKind::RotateAuth || right == TaskKind::FollowRotation;
                const QString where
                    = u"%1, %2: reason %3 instead of %4"_s.arg(findings::partName(part), it.key().thumbprint.toString())
                          .arg(static_cast<int>(partial.advice.reason))
                          .arg(static_cast<int>(it->advice.reason));
                if (partial.task.kind == TaskKind::Remove)
                    QVERIFY2(right == TaskKind::Remove, qPrintable(where));
                if (partial.task.kind == TaskKind::RotateAuth)
                    QVERIFY2(isOfAuth || isNamedBy(less.authConfig, it.key().thumbprint), qPrintable(where));
                if (partial.task.kind == TaskKind::Renew) // superfluous at worst: nothing is removed
                    QVERIFY2(!isOfAuth && it->advice.reason != Reason::FederationTrust, qPrintable(where));
            }
        }
    }

    void nothingReadYet_isNotUrgent()
    {
        const auto inventory = std::make_shared<Inventory>();
        inventory->servers.append(ServerEntry());
        inventory->servers.first().server.id = ServerId(u"EX1"_s);
        QCOMPARE(findings::adviceFor(*inventory, {}, situations::now).urgency, Urgency::Nothing);
        const Guidance server = findings::adviceFor(ServerId(u"EX1"_s), *inventory, {}, situations::now);
        QCOMPARE(server.urgency, Urgency::Nothing);
        QCOMPARE(server.task, Task{});
        QVERIFY(server.unread.testFlag(Part::Certificates) && server.unread.testFlag(Part::AuthConfig));
        inventory->servers.first().certificates = fail(ErrorCode::ServerUnreachable, u"EX1"_s);
        QCOMPARE(findings::adviceFor(*inventory, {}, situations::now).urgency, Urgency::Soon);
        QCOMPARE(
            findings::adviceFor(ServerId(u"EX1"_s), *inventory, {}, situations::now).task.kind, TaskKind::ReadAgain);
    }

    void whatIsNotThere_hasNoAdvice()
    {
        const Inventory none;
        QCOMPARE(findings::adviceFor(ServerId(u"EX1"_s), none, {}, situations::now).urgency, Urgency::Nothing);
        QVERIFY(!findings::adviceFor(
            CertificateId{ServerId(u"EX1"_s), findingcases::thumbprint(1)}, none, {}, situations::now)
                     .finding);
    }
};

KAKUIN_TEST(tst_Guidance)

} // namespace tests::tst_guidance

Q_DECLARE_METATYPE(tests::tst_guidance::Organisation)

#include "tst_guidance.moc"

// SPDX-License-Identifier: MIT
#include "core/plan/assigndraft.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_assigndraft {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using domain::Service;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using Problem = AssignDraft::ProblemCode;

namespace {

const QString hexOld(40, u'A');
const QString hexNew(40, u'B');
const domain::ServerId ex01(u"EX01"_s);

domain::Thumbprint thumbprint(const QString &hex)
{
    return domain::Thumbprint::parse(hex).value();
}

QDateTime now()
{
    return {QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};
}

// The old one carries everything; what the new one is like is the test's
InventoryBuilder organisation(const std::function<void(CertificateBuilder &)> &change = [](CertificateBuilder &) {})
{
    CertificateBuilder old(u"EX01"_s, u"CN=EX01"_s);
    old.thumbprint(hexOld).services(domain::ServiceSet(Service::Pop) | Service::Iis | Service::Smtp).iisSites({1});
    CertificateBuilder fresh(u"EX01"_s, u"CN=EX01"_s);
    fresh.thumbprint(hexNew).services({});
    change(fresh);
    InventoryBuilder builder;
    builder.server(u"EX01"_s)
        .version(u"15.1.2507.6"_s)
        .certificate(old)
        .certificate(fresh)
        .transport(thumbprint(hexOld));
    return builder;
}

QList<Problem> problemsOf(const InventoryBuilder &builder, domain::ServiceSet services, bool takesTransport = false)
{
    AssignDraft draft(builder.build(), now(), {ex01, thumbprint(hexNew)});
    draft.setServices(services);
    draft.setTakesTransport(takesTransport);
    return draft.problems();
}

} // namespace

/// What may be given to a certificate, from whom it is taken, and what is sent.
class tst_AssignDraft final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takeovers_nameWhoLoses()
    {
        AssignDraft draft(organisation().build(), now(), {ex01, thumbprint(hexNew)});
        draft.setServices(domain::ServiceSet(Service::Imap) | Service::Pop | Service::Iis | Service::Smtp);
        const QList<AssignDraft::Takeover> expected{
            {Service::Pop, thumbprint(hexOld)}, {Service::Iis, thumbprint(hexOld)}};
        QCOMPARE(draft.takeovers(), expected); // nobody had IMAP, and SMTP can be carried by several
        const Plan plan = draft.plan();
        QCOMPARE(plan.steps.size(), 1);
        QVERIFY(plan.cautions.contains(Caution::ServicesAreTakenOver));
        QVERIFY(plan.cautions.contains(Caution::FrontEndBindingMoves));
    }

    void question_isAnsweredByTheChoice_data()
    {
        QTest::addColumn<bool>("takes");
        QTest::newRow("only the service: No") << false;
        QTest::newRow("the role, too: Yes") << true;
    }
    void question_isAnsweredByTheChoice()
    {
        QFETCH(bool, takes);
        AssignDraft draft(organisation().build(), now(), {ex01, thumbprint(hexNew)});
        draft.setServices(Service::Smtp);
        draft.setTakesTransport(takes);
        const Step step = draft.plan().steps.value(0);
        QCOMPARE(step.prompts.size(), 1);
        QCOMPARE(step.prompts.first().recommended, takes ? shell::Confirmation::Yes : shell::Confirmation::No);
        QCOMPARE(step.prompts.first().currentCertificate, thumbprint(hexOld));
        QCOMPARE(step.checks.size(), 3); // it is there; who has the role after Yes; who has it after No
    }

    void problems_areNamed()
    {
        QCOMPARE(problemsOf(organisation(), {}), QList<Problem>{Problem::NothingToDo});
        QCOMPARE(problemsOf(organisation(), Service::Pop), QList<Problem>{});
        QCOMPARE(problemsOf(organisation(), Service::Pop, true), QList<Problem>{Problem::TransportNeedsSmtp});
        const auto has = [](CertificateBuilder &c) { c.services(Service::Pop); };
        QCOMPARE(problemsOf(organisation(has), Service::Pop), QList<Problem>{Problem::NothingToDo});
        const auto pending = [](CertificateBuilder &c) { c.status(domain::CertificateStatus::PendingRequest); };
        QCOMPARE(problemsOf(organisation(pending), Service::Pop), QList<Problem>{Problem::NoPrivateKey});
        const auto expired = [](CertificateBuilder &c) { c.valid(now().addYears(-5), now()); };
        QCOMPARE(problemsOf(organisation(expired), Service::Pop), QList<Problem>{Problem::Expired});
        const auto nearly = [](CertificateBuilder &c) { c.valid(now().addYears(-5), now().addSecs(1)); };
        QCOMPARE(problemsOf(organisation(nearly), Service::Pop), QList<Problem>{});
        QCOMPARE(problemsOf(organisation(), Service::Federation), QList<Problem>{Problem::ServiceOfFederation});
        QCOMPARE(problemsOf(organisation(), Service::Um), QList<Problem>{});
        QCOMPARE(problemsOf(organisation().version(u"15.2.1118.7"_s), Service::Um),
            QList<Problem>{Problem::ServiceNotOfThisVersion});
        domain::AuthConfig auth;
        auth.next = thumbprint(hexNew);
        QCOMPARE(problemsOf(organisation().auth(auth), Service::Pop), QList<Problem>{Problem::IsAuthCertificate});
        AssignDraft gone(organisation().build(), now(), {ex01, thumbprint(QString(40, u'C'))});
        QCOMPARE(gone.problems(), QList<Problem>{Problem::TargetNotFound});
        QVERIFY(gone.plan().steps.isEmpty());
    }
};

KAKUIN_TEST(tst_AssignDraft)

} // namespace tests::tst_assigndraft

#include "tst_assigndraft.moc"

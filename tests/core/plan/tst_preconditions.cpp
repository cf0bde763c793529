// SPDX-License-Identifier: MIT
#include "core/plan/preconditions.h"
#include "core/plan/removedraft.h"
#include "core/plan/renewdraft.h"
#include "core/plan/rotatedraft.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_preconditions {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QString hexOld(40, u'A');
const QString hexOther(40, u'B');
const QString hexAuth(40, u'C');
const domain::ServerId ex01(u"EX01"_s);

domain::Thumbprint thumbprint(const QString &hex)
{
    return domain::Thumbprint::parse(hex).value();
}

CertificateBuilder own(const QString &hex)
{
    return CertificateBuilder(u"EX01"_s, u"CN=EX01"_s).thumbprint(hex).services(domain::Service::Smtp);
}

domain::InventoryPtr organisation()
{
    domain::AuthConfig config;
    config.current = thumbprint(hexAuth);
    return InventoryBuilder()
        .server(u"EX01"_s)
        .certificate(own(hexOld))
        .certificate(own(hexOther))
        .certificate(
            CertificateBuilder(u"EX01"_s, u"CN=Microsoft Exchange Server Auth Certificate"_s).thumbprint(hexAuth))
        .transport(thumbprint(hexOld))
        .auth(config)
        .build();
}

QList<Check::Kind> kindsOf(const Step &step)
{
    QList<Check::Kind> kinds;
    for (const Check &check : step.preconditions)
        kinds.append(check.kind);
    return kinds;
}

} // namespace

class tst_Preconditions final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void renewal_reliesOnStoreServicesAndHolder()
    {
        RenewDraft draft(organisation());
        draft.setTargets({{ex01, thumbprint(hexOld)}, {ex01, thumbprint(hexOther)}});
        const Plan plan = withPreconditions(draft.plan(), *organisation());
        const Step &first = plan.steps.at(0);
        QCOMPARE(kindsOf(first),
            (QList<Check::Kind>{
                Check::Kind::NothingNewInStore, Check::Kind::ServicesAre, Check::Kind::InternalTransportIs}));
        QCOMPARE(first.preconditions.at(0).known->size(), 3);
        QCOMPARE(first.preconditions.at(2).certificate.thumbprint, thumbprint(hexOld));
        QVERIFY(plan.steps.at(1).preconditions.isEmpty()); // it only checks
        // what the first step may have changed is not a condition of the second
        QCOMPARE(kindsOf(plan.steps.at(2)),
            (QList<Check::Kind>{Check::Kind::NothingNewInStore, Check::Kind::NoFurtherServices}));
    }

    void rotation_reliesOnAuthConfig_once()
    {
        RotateDraft draft(organisation(), QDateTime(QDate(2026, 11, 30), QTime(0, 0), Qt::UTC));
        draft.setServer(ex01);
        draft.setMode(RotateDraft::Mode::Immediate);
        const Plan plan = withPreconditions(draft.plan(), *organisation());
        int found = 0;
        for (const Step &step : plan.steps) {
            for (const Check &check : step.preconditions) {
                if (check.kind != Check::Kind::AuthConfigIs)
                    continue;
                ++found;
                QCOMPARE(*check.known,
                    (QList<domain::Thumbprint>{thumbprint(hexAuth), domain::Thumbprint(), domain::Thumbprint()}));
            }
        }
        QCOMPARE(found, 1);
    }

    void whatWasNotRead_isNoCondition()
    {
        RenewDraft draft(organisation());
        draft.setTargets({{ex01, thumbprint(hexOld)}});
        const auto unread
            = InventoryBuilder().server(u"EX01"_s).unreachable(Error{ErrorCode::ServerError, u"EX01"_s, {}}).build();
        QVERIFY(withPreconditions(draft.plan(), *unread).steps.first().preconditions.isEmpty());
        QVERIFY(withPreconditions(draft.plan(), domain::Inventory()).steps.first().preconditions.isEmpty());
    }

    void preconditions_areMadeAnew_neverAdded()
    {
        RenewDraft draft(organisation());
        draft.setTargets({{ex01, thumbprint(hexOld)}});
        const Plan once = withPreconditions(draft.plan(), *organisation());
        QVERIFY(withPreconditions(once, *organisation()) == once);
    }
};

KAKUIN_TEST(tst_Preconditions)

} // namespace tests::tst_preconditions

#include "tst_preconditions.moc"

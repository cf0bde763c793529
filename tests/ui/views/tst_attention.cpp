// SPDX-License-Identifier: MIT
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"
#include "ui/views/attention.h"

#include <QtTest/QTest>

namespace tests::tst_attention {

using namespace kakuin;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using ui::Attention;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

CertificateBuilder certificate(const QString &name, int daysLeft)
{
    return CertificateBuilder(u"EX1"_qs, u"CN="_qs + name).valid(now.addYears(-1), now.addDays(daysLeft).addSecs(60));
}

std::optional<Attention> worst(const InventoryBuilder &builder)
{
    models::OrganisationTreeModel tree;
    tree.setInventory(builder.build(), now);
    return ui::worstOf(tree, now);
}

} // namespace

class tst_Attention final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void healthyOrganisation_needsNone()
    {
        InventoryBuilder builder;
        builder.server(u"EX1"_qs).certificate(certificate(u"fine"_qs, 400));
        QVERIFY(!worst(builder));
    }

    void whatIsInUse_comesBeforeWhatExpiredLongAgoAndServesNothing()
    {
        const CertificateBuilder transport = certificate(u"transport"_qs, 12).services(domain::Service::Smtp);
        InventoryBuilder builder;
        builder.server(u"EX1"_qs)
            .certificate(certificate(u"forgotten"_qs, -300))
            .certificate(transport)
            .transport(transport.build().facts.thumbprint);
        const std::optional<Attention> found = worst(builder);
        QVERIFY(found);
        QCOMPARE(found->about, Attention::About::InternalTransport);
        QCOMPARE(found->certificate, transport.build().id());
        QCOMPARE(found->others, 0); // the forgotten one can be removed, and nobody has to be called for that
        QCOMPARE(found->task.kind, advice::Task::Kind::Renew);
    }

    void authCertificate_comesFirst_andIsNotRenewed()
    {
        const CertificateBuilder auth = certificate(u"auth"_qs, 12).services(domain::Service::Smtp);
        const CertificateBuilder transport = certificate(u"transport"_qs, 12).services(domain::Service::Smtp);
        InventoryBuilder builder;
        builder.server(u"EX1"_qs)
            .certificate(transport)
            .certificate(auth)
            .transport(transport.build().facts.thumbprint)
            .auth(domain::AuthConfig{auth.build().facts.thumbprint, {}, {}, {}, {}, {}, {}});
        const std::optional<Attention> found = worst(builder);
        QVERIFY(found);
        QCOMPARE(found->about, Attention::About::AuthCertificate);
        QVERIFY(found->task.kind != advice::Task::Kind::Renew);
    }

    void certificateOfAnAuthority_isNotRenewedHere()
    {
        InventoryBuilder builder;
        builder.server(u"EX1"_qs).certificate(
            certificate(u"mail"_qs, -1).issuer(u"CN=CA"_qs).services(domain::Service::Iis).iisSites({1}));
        const std::optional<Attention> found = worst(builder);
        QVERIFY(found);
        QCOMPARE(found->task.kind, advice::Task::Kind::Import);
    }

    void unreachableServer_isSaid_whenNothingInUseIsWorse()
    {
        InventoryBuilder builder;
        builder.server(u"EX1"_qs).certificate(certificate(u"forgotten"_qs, -300));
        builder.server(u"EX2"_qs).unreachable(Error{ErrorCode::ServerUnreachable, u"EX2"_qs, {}});
        const std::optional<Attention> found = worst(builder);
        QVERIFY(found);
        QCOMPARE(found->about, Attention::About::Server);
        QCOMPARE(found->certificate.server, domain::ServerId(u"EX2"_qs));
    }
};

KAKUIN_TEST(tst_Attention)

} // namespace tests::tst_attention

#include "tst_attention.moc"

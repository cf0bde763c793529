// SPDX-License-Identifier: MIT
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"
#include "text/findingtext.h"
#include "text/nextstep.h"

#include <QtTest/QTest>

namespace tests::tst_nextstep {

using namespace kakuin;
using advice::Reason;
using advice::Task;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using ui::NextStep;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
const QString server = QStringLiteral("EX01");

CertificateBuilder own(int daysLeft)
{
    return CertificateBuilder(server, QStringLiteral("CN=EX01"))
        .valid(now.addDays(daysLeft - 1826), now.addDays(daysLeft).addSecs(60))
        .services(domain::Service::Smtp);
}

NextStep stepOf(const domain::InventoryPtr &inventory, const CertificateBuilder &builder)
{
    const auto context = ui::CertificateContext::find(inventory, builder.build().id(), now);
    Q_ASSERT(context);
    return NextStep::of(*context);
}

domain::InventoryPtr with(const CertificateBuilder &builder)
{
    return InventoryBuilder().server(server).certificate(builder).build();
}

domain::InventoryPtr withAuth(const CertificateBuilder &builder, const domain::Thumbprint &next)
{
    domain::AuthConfig config;
    config.current = builder.build().facts.thumbprint;
    config.next = next;
    return InventoryBuilder().server(server).certificate(builder).auth(config).build();
}

} // namespace

class tst_NextStep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void healthy_needsNothing()
    {
        const CertificateBuilder healthy = own(800);
        const NextStep step = stepOf(with(healthy), healthy);
        QCOMPARE(step.advice.reason, Reason::NothingToDo);
        QCOMPARE(step.advice.task, Task());
    }

    // Where the adviser has no reason, a warning about the certificate is one: the tree marks it, too
    void warning_isTheNextStep_whereTheAdviserIsSilent()
    {
        CertificateBuilder untrusted = CertificateBuilder(server, QStringLiteral("CN=mail.contoso.test"))
                                           .issuer(QStringLiteral("CN=CA"))
                                           .valid(now.addDays(-100), now.addDays(200))
                                           .services(domain::Service::Smtp);
        InventoryBuilder builder;
        builder.server(server).certificate(untrusted).change([](domain::Inventory &inventory) {
            inventory.servers.first().certificates->first().status = domain::CertificateStatus::Untrusted;
        });
        const auto context = ui::CertificateContext::find(builder.build(), untrusted.build().id(), now);
        const NextStep step = NextStep::of(*context);
        QCOMPARE(step.advice.reason, Reason::NothingToDo);
        QVERIFY(step.finding);
        QCOMPARE(step.title(), ui::FindingText::title(findings::Code::StatusUntrusted));
        QCOMPARE(step.explanation(*context), ui::FindingText::steps(findings::Code::StatusUntrusted));
        QCOMPARE(step.task().kind, Task::Kind::Instructions);
    }

    void selfSigned_isRenewed_whenItExpires_data()
    {
        QTest::addColumn<int>("daysLeft");
        QTest::newRow("soon") << 12;
        QTest::newRow("urgent") << 3;
        QTest::newRow("today") << 0;
        QTest::newRow("expired") << -3;
    }
    void selfSigned_isRenewed_whenItExpires()
    {
        QFETCH(int, daysLeft);
        const CertificateBuilder builder = own(daysLeft);
        const NextStep step = stepOf(with(builder), builder);
        QCOMPARE(step.advice.reason, Reason::Renew);
        QCOMPARE(step.advice.task.kind, Task::Kind::Renew);
    }

    // A connector that names both is not helped by naming the newer one
    void connectorsThatNameBoth_areCleared()
    {
        const auto issued = [](int daysLeft, const QString &issuer) {
            return CertificateBuilder(server, QStringLiteral("CN=mail.contoso.test"))
                .issuer(issuer)
                .dnsNames({QStringLiteral("mail.contoso.test")})
                .valid(now.addDays(daysLeft - 365), now.addDays(daysLeft));
        };
        const CertificateBuilder old = issued(20, QStringLiteral("CN=CA"));
        domain::Connector connector;
        connector.name = QStringLiteral("Partner");
        connector.servers = {domain::ServerId(server)};
        connector.tlsCertificateName = domain::TlsCertificateName{QStringLiteral("CN=CA"), old.build().facts.subject};
        const auto stepBeside = [&](const CertificateBuilder &heir) {
            return stepOf(
                InventoryBuilder().server(server).certificate(old).certificate(heir).connector(connector).build(), old);
        };
        const NextStep alike = stepBeside(issued(300, QStringLiteral("CN=CA")));
        const NextStep other = stepBeside(issued(300, QStringLiteral("CN=New CA")));
        QCOMPARE(alike.advice.reason, Reason::ConnectorsToHeir);
        QCOMPARE(other.advice.reason, Reason::ConnectorsToHeir);
        QVERIFY(alike.isHeirNamedAlike && !other.isHeirNamedAlike);
        QVERIFY(alike.title() != other.title());
    }

    // what the rotation will do with it: stage, stage what is there, or replace at once
    void authCertificate_explanation_fitsTheTimeLeft()
    {
        const auto explained = [](const CertificateBuilder &current, const std::optional<CertificateBuilder> &waiting) {
            InventoryBuilder builder;
            builder.server(server).certificate(current);
            if (waiting)
                builder.certificate(*waiting);
            domain::AuthConfig config;
            config.current = current.build().facts.thumbprint;
            const auto context = ui::CertificateContext::find(builder.auth(config).build(), current.build().id(), now);
            const NextStep step = NextStep::of(*context);
            return step.advice.reason == Reason::RotateAuth ? step.explanation(*context) : QString();
        };
        const auto auth = [](int daysLeft) {
            return CertificateBuilder(server, QStringLiteral("CN=Microsoft Exchange Server Auth Certificate"))
                .valid(now.addDays(daysLeft - 1826), now.addDays(daysLeft).addSecs(60));
        };
        const CertificateBuilder waiting = auth(1700);
        QVERIFY(explained(auth(20), {}).contains(QStringLiteral("create a new one")));
        const QString there = explained(auth(20), waiting);
        QVERIFY(there.contains(waiting.build().facts.thumbprint.toShortString()));
        QVERIFY(!there.contains(QStringLiteral("create a new one")));
        for (const int daysLeft : {1, -3})
            QVERIFY(explained(auth(daysLeft), {}).contains(QStringLiteral("at once")));
    }

    void authCertificate_isRotated_notRenewed()
    {
        const CertificateBuilder builder = own(12);
        QCOMPARE(stepOf(withAuth(builder, {}), builder).advice.reason, Reason::RotateAuth);
        const auto nowhere = domain::Thumbprint::fromSha1(QByteArray(20, '\x05'));
        QCOMPARE(stepOf(withAuth(builder, nowhere), builder).advice.reason, Reason::RotateAuth);
        CertificateBuilder staged(server, QStringLiteral("CN=Microsoft Exchange Server Auth Certificate"));
        staged.valid(now.addDays(-1), now.addDays(1800));
        domain::AuthConfig config;
        config.current = builder.build().facts.thumbprint;
        config.next = staged.build().facts.thumbprint;
        config.nextEffectiveUtc = now.addDays(5);
        const auto inventory
            = InventoryBuilder().server(server).certificate(builder).certificate(staged).auth(config).build();
        QCOMPARE(stepOf(inventory, builder).advice.reason, Reason::AuthIsStaged);
    }

    void issuedByAuthority_isRequestedThere()
    {
        const CertificateBuilder builder = own(12).issuer(QStringLiteral("CN=Contoso CA"));
        QCOMPARE(stepOf(with(builder), builder).advice.reason, Reason::RequestFromAuthority);
    }

    void replaced_needsNothing_onceNothingUsesIt()
    {
        const CertificateBuilder old = own(12).services({});
        const CertificateBuilder newer = own(1800);
        const auto inventory = InventoryBuilder().server(server).certificate(old).certificate(newer).build();
        QCOMPARE(stepOf(inventory, old).advice.reason, Reason::CanBeRemoved);
        QCOMPARE(stepOf(inventory, old).advice.heir, newer.build().facts.thumbprint);
    }

    void successor_takesOver_whileTheOldOneIsInUse()
    {
        const CertificateBuilder old = own(12);
        const CertificateBuilder newer = own(1800);
        const auto inventory = InventoryBuilder()
                                   .server(server)
                                   .certificate(old)
                                   .certificate(newer)
                                   .transport(old.build().facts.thumbprint)
                                   .build();
        QCOMPARE(stepOf(inventory, old).advice.reason, Reason::TransportToHeir);
        QCOMPARE(stepOf(inventory, newer).advice.reason, Reason::NothingToDo);
    }

    void absurdDates_areSaidToBeNotKnown()
    {
        const CertificateBuilder builder = own(12).valid({}, {});
        QCOMPARE(stepOf(with(builder), builder).advice.reason, Reason::DatesNotKnown);
    }

    void everyStep_hasItsWords()
    {
        const CertificateBuilder builder = own(12);
        const auto context = ui::CertificateContext::find(with(builder), builder.build().id(), now);
        for (int reason = 0; reason <= static_cast<int>(Reason::UseNotKnown); ++reason) {
            NextStep step;
            step.advice.reason = static_cast<Reason>(reason);
            step.advice.heir = builder.build().facts.thumbprint;
            QVERIFY(!step.title().isEmpty());
            QVERIFY2(!step.explanation(*context).contains(u'%'), qPrintable(step.explanation(*context)));
        }
    }
};

KAKUIN_TEST(tst_NextStep)

} // namespace tests::tst_nextstep

#include "tst_nextstep.moc"

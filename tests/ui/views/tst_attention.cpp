// SPDX-License-Identifier: MIT
#include "core/findings/guidance.h"
#include "tests/core/advice/situations.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "text/attention.h"
#include "text/findingtext.h"
#include "ui/views/attentionstrip.h"
#include "ui/widgets/messagebar.h"

#include <QtTest/QTest>
#include <QtWidgets/QPushButton>

namespace tests::tst_attention {

using namespace kakuin;
using findings::Code;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using ui::Attention;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

CertificateBuilder certificate(const QString &name, int daysLeft)
{
    return CertificateBuilder(u"EX1"_qs, u"CN="_qs + name).valid(now.addYears(-1), now.addDays(daysLeft).addSecs(60));
}

// What mail between servers needs, so that nothing else is critical
CertificateBuilder sound(const QString &server)
{
    return CertificateBuilder(server, u"CN="_qs + server)
        .valid(now.addYears(-1), now.addYears(3))
        .dnsNames({server})
        .services(domain::ServiceSet(domain::Service::Smtp) | domain::Service::Iis)
        .iisSites({1, 2});
}

// An organisation whose Auth certificate lasts
InventoryBuilder soundOrganisation()
{
    const CertificateBuilder auth = CertificateBuilder(u"EX1"_qs, u"CN=Microsoft Exchange Server Auth Certificate"_qs)
                                        .valid(now.addYears(-1), now.addYears(3));
    const CertificateBuilder own = sound(u"EX1"_qs);
    InventoryBuilder builder;
    builder.server(u"EX1"_qs).certificate(own).certificate(auth);
    builder.auth(domain::AuthConfig{auth.build().facts.thumbprint, {}, {}, {}, {}, {}, {}});
    builder.transport(own.build().facts.thumbprint);
    builder.change([](domain::Inventory &inventory) {
        for (domain::Certificate &certificate : *inventory.servers.first().certificates)
            certificate.rootCaType = domain::RootCaType::Registry;
    });
    return builder;
}

models::FindingWordSource words()
{
    return {&ui::FindingText::title, &ui::FindingText::subject, &ui::FindingText::severity, &ui::FindingText::kind};
}

std::optional<Attention> worst(const InventoryBuilder &builder)
{
    models::FindingsModel model(words());
    model.setInventory(builder.build(), now);
    return ui::worstOf(model);
}

} // namespace

class tst_Attention final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsLeftToDo_isShown_whereNothingIsWorse()
    {
        ui::AttentionStrip strip;
        int asked = 0;
        connect(&strip, &ui::AttentionStrip::leftToDoRequested, this, [&asked] { ++asked; });
        plan::LeftToDo left;
        left.open = 9;
        left.servers = 5;
        strip.setLeft(left);
        QVERIFY(!strip.isHidden());
        auto *bar = strip.findChild<ui::MessageBar *>();
        QCOMPARE(bar->message(), u"9 things are left to do on 5 servers."_qs);
        strip.findChild<QPushButton *>(u"attentionActButton"_qs)->click();
        QCOMPARE(asked, 1);
        // something is worse
        const CertificateBuilder transport = certificate(u"transport"_qs, 3).services(domain::Service::Smtp);
        InventoryBuilder builder = soundOrganisation();
        builder.certificate(transport).transport(transport.build().facts.thumbprint);
        const domain::InventoryPtr inventory = builder.build();
        strip.setAttention(worst(builder), inventory);
        QVERIFY(!bar->message().contains(u"left to do"_qs));
        strip.setAttention(std::nullopt, inventory);
        QVERIFY(bar->message().contains(u"left to do"_qs));
        strip.setLeft({});
        QVERIFY(strip.isHidden());
    }

    void healthyOrganisation_needsNone()
    {
        InventoryBuilder builder = soundOrganisation();
        const std::optional<Attention> found = worst(builder);
        QVERIFY2(!found, qPrintable(found ? found->finding->key : QString()));
    }

    void whatIsInUse_comesBeforeWhatExpiredLongAgoAndServesNothing()
    {
        const CertificateBuilder transport = certificate(u"transport"_qs, 12).services(domain::Service::Smtp);
        InventoryBuilder builder = soundOrganisation();
        builder.certificate(certificate(u"forgotten"_qs, -300))
            .certificate(transport)
            .transport(transport.build().facts.thumbprint);
        const std::optional<Attention> found = worst(builder);
        QVERIFY(found);
        QCOMPARE(found->finding->finding.code, Code::ExpiresVerySoon);
        QCOMPARE(found->finding->certificate, transport.build().id());
        QCOMPARE(found->finding->finding.task.kind, advice::Task::Kind::Renew);
    }

    void authCertificate_comesFirst_andIsNotRenewed()
    {
        const CertificateBuilder auth = certificate(u"auth"_qs, 12).services(domain::Service::Smtp);
        const CertificateBuilder transport = certificate(u"transport"_qs, 12).services(domain::Service::Smtp);
        InventoryBuilder builder = soundOrganisation();
        builder.certificate(transport)
            .certificate(auth)
            .transport(transport.build().facts.thumbprint)
            .auth(domain::AuthConfig{auth.build().facts.thumbprint, {}, {}, {}, {}, {}, {}});
        const std::optional<Attention> found = worst(builder);
        QVERIFY(found);
        QCOMPARE(findings::kindOf(found->finding->finding.code), findings::Kind::Auth);
        QVERIFY(found->finding->finding.task.kind != advice::Task::Kind::Renew);
    }

    void certificateOfAnAuthority_isNotRenewedHere()
    {
        InventoryBuilder builder = soundOrganisation();
        builder.certificate(
            certificate(u"mail"_qs, -1).issuer(u"CN=CA"_qs).services(domain::Service::Iis).iisSites({1}));
        const std::optional<Attention> found = worst(builder);
        QVERIFY(found);
        QCOMPARE(found->finding->finding.task.kind, advice::Task::Kind::Import);
    }

    void unreachableServer_isSaid_whenNothingIsCritical()
    {
        InventoryBuilder builder = soundOrganisation();
        builder.certificate(certificate(u"forgotten"_qs, -300));
        const Error silent{ErrorCode::ServerUnreachable, u"EX2"_qs, {}};
        builder.server(u"EX2"_qs).unreachable(silent);
        builder.change(
            [&](domain::Inventory &inventory) { inventory.servers.last().transport = tl::unexpected<Error>(silent); });
        const std::optional<Attention> found = worst(builder);
        QVERIFY(found);
        QCOMPARE(found->finding->finding.code, Code::ServerNotRead);
        QCOMPARE(found->finding->server, domain::ServerId(u"EX2"_qs));
    }

    // What is still being read, or was left out of an export, is not a fault of a server
    void serverThatWasNotReadYet_isNotShown()
    {
        for (const ErrorCode state : {ErrorCode::NotRead, ErrorCode::NotExported}) {
            InventoryBuilder builder = soundOrganisation();
            const Error why{state, u"EX2"_qs, {}};
            builder.server(u"EX2"_qs).unreachable(why).change(
                [&](domain::Inventory &inventory) { inventory.servers.last().transport = tl::unexpected<Error>(why); });
            const std::optional<Attention> found = worst(builder);
            QVERIFY2(!found, qPrintable(found ? found->finding->key : QString()));
        }
    }

    void strip_showsWhatTheAdviserSaysFirst_data()
    {
        QTest::addColumn<domain::InventoryPtr>("inventory");
        for (const situations::Situation &one : situations::allSituations())
            QTest::newRow(one.name) << one.inventory;
    }
    void strip_showsWhatTheAdviserSaysFirst()
    {
        QFETCH(const domain::InventoryPtr, inventory);
        models::FindingsModel model(words());
        model.setInventory(inventory, situations::now);
        const std::optional<Attention> shown = ui::worstOf(model);
        const findings::Guidance guidance = findings::adviceFor(*inventory, {}, situations::now);
        QCOMPARE(shown.has_value(), guidance.urgency >= findings::Urgency::Soon);
        if (shown) // of several that are equal in all but their key, either
            QCOMPARE(findings::turnOf(shown->finding->finding), findings::turnOf(*guidance.finding));
    }

    void mutedFinding_isNotShown()
    {
        InventoryBuilder builder = soundOrganisation();
        builder.certificate(
            certificate(u"mail"_qs, -1).issuer(u"CN=CA"_qs).services(domain::Service::Iis).iisSites({1}));
        models::FindingsModel model(words());
        model.setInventory(builder.build(), now);
        const std::optional<Attention> before = ui::worstOf(model);
        QVERIFY(before);
        model.setMutes({{before->finding->key, {u"known"_qs, now.addDays(1), now}}});
        const std::optional<Attention> after = ui::worstOf(model);
        QVERIFY(!after || after->finding->key != before->finding->key);
    }

    // what the policy of the person calls critical, and no other threshold
    void policyDecides()
    {
        const CertificateBuilder transport = certificate(u"transport"_qs, 80).services(domain::Service::Smtp);
        InventoryBuilder builder = soundOrganisation();
        builder.certificate(transport).transport(transport.build().facts.thumbprint);
        models::FindingsModel model(words());
        model.setInventory(builder.build(), now);
        const auto isOfTransport = [&] {
            const std::optional<Attention> found = ui::worstOf(model);
            return found && found->finding->finding.code == Code::ExpiresVerySoon
                && found->finding->certificate == transport.build().id();
        };
        QVERIFY(!isOfTransport());
        advice::Policy early;
        early.warningDays = 120;
        early.criticalDays = 90;
        model.setThresholds(early);
        QVERIFY(isOfTransport());
    }

    void button_opensTheTask_orTheFinding()
    {
        const CertificateBuilder transport = certificate(u"transport"_qs, 12).services(domain::Service::Smtp);
        InventoryBuilder builder = soundOrganisation();
        builder.certificate(transport).transport(transport.build().facts.thumbprint);
        models::FindingsModel model(words());
        const domain::InventoryPtr inventory = builder.build();
        model.setInventory(inventory, now);
        ui::AttentionStrip strip;
        QList<advice::Task> tasks;
        QStringList shown;
        connect(&strip, &ui::AttentionStrip::taskRequested, &strip, [&](const auto &task) { tasks.append(task); });
        connect(&strip, &ui::AttentionStrip::showRequested, &strip, [&](const QString &key) { shown.append(key); });
        auto *button = strip.findChild<QPushButton *>(u"attentionActButton"_qs);
        strip.setAttention(ui::worstOf(model), inventory);
        QVERIFY(strip.isVisibleTo(nullptr));
        button->click();
        QCOMPARE(tasks, QList<advice::Task>{ui::worstOf(model)->finding->finding.task});
        InventoryBuilder unread;
        unread.server(u"EX2"_qs).unreachable(Error{ErrorCode::ServerUnreachable, u"EX2"_qs, {}});
        model.setInventory(unread.build(), now);
        strip.setAttention(ui::worstOf(model), model.inventory());
        button->click();
        QCOMPARE(tasks.size() + shown.size(), 2);
    }
};

KAKUIN_GUI_TEST(tst_Attention)

} // namespace tests::tst_attention

#include "tst_attention.moc"

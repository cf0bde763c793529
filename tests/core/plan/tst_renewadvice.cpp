// SPDX-License-Identifier: MIT
#include "core/plan/renewdraft.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_renewadvice {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using domain::Service;
using domain::ServiceSet;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using Choice = RenewDraft::TransportChoice;
using Reason = RecommendationReason;

namespace {

const QString oldThumb = u"9A0B4C2D7E11F0A39A0B4C2D7E11F0A39A0B4C2D"_s;
const QString otherThumb = u"1111111111111111111111111111111111111111"_s;
const QString newThumb = u"2222222222222222222222222222222222222222"_s;

domain::Thumbprint thumbprint(const QString &hex)
{
    return hex.isEmpty() ? domain::Thumbprint() : domain::Thumbprint::parse(hex).value();
}

InventoryBuilder server(const CertificateBuilder &old)
{
    InventoryBuilder builder;
    builder.server(u"EX01"_s).site(u"Tokyo"_s).certificate(CertificateBuilder(old).thumbprint(oldThumb));
    return builder;
}

CertificateBuilder smtpCertificate()
{
    return CertificateBuilder(u"EX01"_s, u"CN=EX01"_s).services(Service::Smtp);
}

} // namespace

class tst_RenewAdvice final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expectedPrompt_followsChoiceAndRole_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("current"); // "-": not read
        QTest::addColumn<bool>("isAsked");
        QTest::addColumn<bool>("yes");
        QTest::addColumn<int>("reason");
        const auto row = [](const char *tag, Choice choice, const QString &current, bool yes, Reason reason) {
            QTest::newRow(tag) << static_cast<int>(choice) << current << true << yes << static_cast<int>(reason);
        };
        row("follow, the old one has it", Choice::FollowOld, oldThumb, true, Reason::SuccessorTakesOverTransport);
        row("follow, another has it", Choice::FollowOld, otherThumb, false, Reason::OldIsNotTransport);
        row("follow, not known", Choice::FollowOld, u"-"_s, false, Reason::CurrentNotKnown);
        row("take over from the old one", Choice::TakeOver, oldThumb, true, Reason::SuccessorTakesOverTransport);
        row("take over from another", Choice::TakeOver, otherThumb, true, Reason::TakeOverChosen);
        row("take over, not known", Choice::TakeOver, u"-"_s, true, Reason::TakeOverChosen);
        row("keep, the old one has it", Choice::Keep, oldThumb, false, Reason::KeepTransportAsItIs);
        row("keep, another has it", Choice::Keep, otherThumb, false, Reason::KeepTransportAsItIs);
        QTest::newRow("the server has none: nothing to overwrite")
            << static_cast<int>(Choice::FollowOld) << QString() << false << false << 0;
    }
    void expectedPrompt_followsChoiceAndRole()
    {
        QFETCH(int, choice);
        QFETCH(QString, current);
        QFETCH(bool, isAsked);
        QFETCH(bool, yes);
        QFETCH(int, reason);
        InventoryBuilder builder = server(smtpCertificate());
        if (current == u"-"_s) {
            builder.change([](domain::Inventory &inventory) {
                inventory.servers[0].transport = fail(ErrorCode::ServerUnreachable);
            });
        } else {
            builder.transport(thumbprint(current));
        }
        RenewDraft draft(builder.build());
        draft.setTargets({{domain::ServerId(u"EX01"_s), thumbprint(oldThumb)}});
        draft.setTransportChoice(static_cast<Choice>(choice));
        const auto prompt = draft.expectedPrompt(draft.targets().first());
        QCOMPARE(prompt.has_value(), isAsked);
        QCOMPARE(draft.plan().steps.first().prompts.size(), isAsked ? 1 : 0);
        if (!isAsked)
            return;
        QCOMPARE(prompt->kind, shell::PromptKind::OverwriteDefaultSmtp);
        QCOMPARE(prompt->recommended, yes ? shell::Confirmation::Yes : shell::Confirmation::No);
        QCOMPARE(static_cast<int>(prompt->reason), reason);
        QCOMPARE(prompt->currentCertificate, current == u"-"_s ? domain::Thumbprint() : thumbprint(current));
        QCOMPARE(draft.plan().steps.first().prompts.first(), *prompt);
    }

    void expectedPrompt_isNone_withoutSmtp()
    {
        RenewDraft draft(server(smtpCertificate().services(Service::Imap)).transport(thumbprint(otherThumb)).build());
        draft.setTargets({{domain::ServerId(u"EX01"_s), thumbprint(oldThumb)}});
        QVERIFY(!draft.expectedPrompt(draft.targets().first()));
        QCOMPARE(draft.plan().steps.at(1).checks.size(), 1);
    }

    void takeOver_isCheckedWithoutAQuestion_whenTheServerHasNone()
    {
        RenewDraft draft(server(smtpCertificate()).transport({}).build());
        draft.setTargets({{domain::ServerId(u"EX01"_s), thumbprint(oldThumb)}});
        draft.setTransportChoice(Choice::TakeOver);
        const Check check = draft.plan().steps.at(1).checks.at(1);
        QVERIFY(check.certificate.isLate());
        QVERIFY(check.condition->appliesWhenNotAsked);
    }

    void cautions_comeFromEvidence_data()
    {
        QTest::addColumn<std::function<void(InventoryBuilder &)>>("add");
        QTest::addColumn<std::function<void(CertificateBuilder &)>>("shape");
        QTest::addColumn<QList<Caution>>("expected");
        using Add = std::function<void(InventoryBuilder &)>;
        using Shape = std::function<void(CertificateBuilder &)>;
        const Add nothing = [](InventoryBuilder &) {};
        const Shape plain = [](CertificateBuilder &) {};
        const Caution always = Caution::OldCertificateStays;
        QTest::newRow("nothing special") << nothing << plain << QList<Caution>{always};
        QTest::newRow("bound to the back end") << nothing << Shape([](CertificateBuilder &c) { c.iisSites({2}); })
                                               << QList<Caution>{always, Caution::BackEndBindingStays};
        QTest::newRow("IIS among the services")
            << nothing << Shape([](CertificateBuilder &c) { c.services(Service::Iis).iisSites({1}); })
            << QList<Caution>{always, Caution::FrontEndBindingMoves};
        QTest::newRow("WMSvc") << nothing << Shape([](CertificateBuilder &c) {
            c.services({}).keyContainer(u"WMSvc Certificate Key Container"_s);
        }) << QList<Caution>{always, Caution::WmSvcBindingStays};
        QTest::newRow("a connector names it") << Add([](InventoryBuilder &b) {
            domain::Connector connector;
            connector.name = u"To partner"_s;
            connector.tlsCertificateName = domain::TlsCertificateName{u"CN=EX01"_s, u"CN=EX01"_s};
            b.connector(connector);
        }) << plain << QList<Caution>{always, Caution::ConnectorNamesStay};
        QTest::newRow("in Trusted Root") << Add([](InventoryBuilder &b) {
            b.change([](domain::Inventory &i) {
                (*i.servers[0].certificates)[0].rootCaType = domain::RootCaType::Registry;
            });
        }) << plain << QList<Caution>{always, Caution::NotTrustedRoot};
        const Add role = [](InventoryBuilder &b) { b.transport(thumbprint(oldThumb)); };
        QTest::newRow("the role moves") << role << plain << QList<Caution>{always, Caution::TransportPublished};
        QTest::newRow("the role moves beside an Edge of the site") << Add([role](InventoryBuilder &b) {
            role(b);
            b.server(u"ZEDGE"_s).site(u"tokyo"_s).roles(domain::ServerRole::Edge);
        }) << plain << QList<Caution>{always, Caution::TransportPublished, Caution::EdgeResubscription};
        QTest::newRow("the role moves far from the Edge") << Add([role](InventoryBuilder &b) {
            role(b);
            b.server(u"ZEDGE"_s).site(u"Osaka"_s).roles(domain::ServerRole::Edge);
        }) << plain << QList<Caution>{always, Caution::TransportPublished};
        QTest::newRow("the server has none and takes the first")
            << Add([](InventoryBuilder &b) { b.transport({}); }) << plain
            << QList<Caution>{always, Caution::TransportPublished};
        QTest::newRow("the role may move: nobody knows who has it") << Add([](InventoryBuilder &b) {
            b.change([](domain::Inventory &i) { i.servers[0].transport = fail(ErrorCode::NotRead); });
        }) << plain << QList<Caution>{always, Caution::TransportPublished};
    }
    void cautions_comeFromEvidence()
    {
        QFETCH(std::function<void(InventoryBuilder &)>, add);
        QFETCH(std::function<void(CertificateBuilder &)>, shape);
        QFETCH(QList<Caution>, expected);
        CertificateBuilder old = smtpCertificate();
        shape(old);
        InventoryBuilder builder = server(old);
        builder.transport(thumbprint(otherThumb));
        add(builder);
        RenewDraft draft(builder.build());
        draft.setTargets({{domain::ServerId(u"EX01"_s), thumbprint(oldThumb)}});
        QCOMPARE(draft.plan().cautions, expected);
    }
};

KAKUIN_TEST(tst_RenewAdvice)

} // namespace tests::tst_renewadvice

#include "tst_renewadvice.moc"

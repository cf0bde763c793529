// SPDX-License-Identifier: MIT
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/tstranslator.h"
#include "text/roletext.h"

#include <QtTest/QTest>

namespace tests::tst_roletext {

using namespace kakuin;
using domain::Role;
using domain::RoleEvidence;
using ui::RoleText;

namespace {

const QList<Role> roles{Role::Own, Role::InternalTransport, Role::AuthCurrent, Role::AuthNext, Role::AuthPrevious,
    Role::FrontEnd443, Role::BackEnd444, Role::WmSvc, Role::SendConnector, Role::ReceiveConnector, Role::Hybrid,
    Role::Federation};

domain::Certificate certificate()
{
    return testkit::CertificateBuilder(QStringLiteral("MBX01"), QStringLiteral("CN=MBX01"))
        .services(domain::Service::Imap | domain::Service::Pop | domain::Service::Smtp)
        .build();
}

QStringList everything()
{
    QStringList texts;
    for (const Role role : roles) {
        for (const auto source : {RoleEvidence::Source::ExchangeCertificate, RoleEvidence::Source::Directory}) {
            const RoleEvidence evidence{role, source, QStringLiteral("To partner"), {}};
            texts << RoleText::name(role) << RoleText::whatItDoes(evidence, certificate())
                  << RoleText::ifItGoes(evidence, certificate()) << RoleText::source(evidence);
        }
    }
    texts << RoleText::services(certificate());
    return texts;
}

} // namespace

class tst_RoleText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRole_hasItsSentences()
    {
        for (const QString &text : everything()) {
            QVERIFY(!text.isEmpty());
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
        }
    }

    void everyRole_isTranslated_inJapanese()
    {
        const testkit::JapaneseScope scope;
        if (!scope.covers(QStringLiteral("RoleText")))
            QSKIP("kakuin_ja.ts has no words for roles");
        for (const QString &text : everything())
            QVERIFY2(testkit::hasJapanese(text), qPrintable(text));
        QCOMPARE(RoleText::services(certificate()), QStringLiteral("MBX01 の IMAP、POP、SMTP で使用されています。"));
    }

    void everyBadge_isShort()
    {
        for (int kind = 0; kind <= static_cast<int>(models::BadgeKind::Federation); ++kind) {
            const QString badge = RoleText::badge(static_cast<models::BadgeKind>(kind));
            QVERIFY(!badge.isEmpty());
            QVERIFY2(badge.size() <= 16, qPrintable(badge));
        }
    }

    void source_namesTheCmdletAndTheTime()
    {
        const QDateTime read(QDate(2026, 11, 22), QTime(9, 41), Qt::UTC);
        const RoleEvidence evidence{Role::InternalTransport, RoleEvidence::Source::TransportService, {}, read};
        QCOMPARE(RoleText::source(evidence), QStringLiteral("Read from Get-TransportService, 09:41"));
        QCOMPARE(RoleText::source(evidence, read.addSecs(60)), QStringLiteral("Read from Get-TransportService, 09:41"));
        QCOMPARE(RoleText::source(evidence, read.addDays(3)),
            QStringLiteral("Read from Get-TransportService, 2026-11-22 09:41"));
    }

    void transport_saysWhetherRemovalIsRefused()
    {
        const RoleEvidence mailbox{Role::InternalTransport, RoleEvidence::Source::TransportService, {}, {}};
        const RoleEvidence clientAccess{Role::InternalTransport, RoleEvidence::Source::Directory, {}, {}};
        QVERIFY(RoleText::ifItGoes(mailbox, certificate()).contains(QLatin1String("refuses its removal")));
        QVERIFY(RoleText::ifItGoes(clientAccess, certificate()).contains(QLatin1String("does not refuse")));
    }

    void services_areAList()
    {
        QCOMPARE(RoleText::services(certificate()), QStringLiteral("Serves IMAP, POP and SMTP on MBX01."));
        QCOMPARE(RoleText::services(
                     testkit::CertificateBuilder(QStringLiteral("A"), QStringLiteral("CN=A")).rawDataOnly().build()),
            QString());
        QCOMPARE(RoleText::list({}), QString());
        QCOMPARE(RoleText::list({QStringLiteral("IIS")}), QStringLiteral("IIS"));
    }

    void connectorName_isMadeSafe()
    {
        const RoleEvidence evidence{
            Role::SendConnector, RoleEvidence::Source::SendConnector, QStringLiteral("a\nb") + QString(4000, u'x'), {}};
        const QString text = RoleText::whatItDoes(evidence, certificate());
        QVERIFY(!text.contains(u'\n'));
        QVERIFY(text.size() < 400);
    }
};

KAKUIN_TEST(tst_RoleText)

} // namespace tests::tst_roletext

#include "tst_roletext.moc"

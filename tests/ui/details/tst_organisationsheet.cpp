// SPDX-License-Identifier: MIT
#include "tests/testkit/evaluated.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "ui/views/details/organisationsheet.h"
#include "ui/views/details/serversheet.h"

#include <QtTest/QTest>

namespace tests::tst_organisationsheet {

using namespace kakuin;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using ui::OrganisationSheet;
using ui::ServerSheet;
using ui::SheetBlock;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 41), Qt::UTC);
const shell::ShellDescription lab{shell::ShellDescription::Kind::Lab, QStringLiteral("Contoso 2013"), false, {}};

std::optional<SheetBlock> find(const QList<SheetBlock> &blocks, const QString &text)
{
    for (const SheetBlock &block : blocks) {
        if (block.text.contains(text) || block.detail.contains(text))
            return block;
    }
    return std::nullopt;
}

CertificateBuilder auth(const QString &server, int daysLeft = 12)
{
    return CertificateBuilder(server, QStringLiteral("CN=Microsoft Exchange Server Auth Certificate"))
        .thumbprint(QString(40, u'A'))
        .valid(now.addDays(-1000), now.addDays(daysLeft).addSecs(60));
}

domain::AuthConfig current()
{
    domain::AuthConfig config;
    config.current = auth(QStringLiteral("MBX01")).build().facts.thumbprint;
    return config;
}

} // namespace

class tst_OrganisationSheet : public QObject {
    Q_OBJECT
    static QList<ui::SheetBlock> sheetOf(const domain::Inventory &inventory)
    {
        const auto evaluation = testkit::evaluated(std::make_shared<domain::Inventory>(inventory), now);
        return ui::ServerSheet::blocks(evaluation->inventory()->servers.first(), *evaluation, now);
    }

private Q_SLOTS:
    void authConfiguration_isResolvedToNamesAndServers()
    {
        const auto inventory = InventoryBuilder()
                                   .server(QStringLiteral("MBX01"))
                                   .certificate(auth(QStringLiteral("MBX01")))
                                   .server(QStringLiteral("MBX02"))
                                   .server(QStringLiteral("EDGE1"))
                                   .roles(domain::ServerRole::Edge)
                                   .auth(current())
                                   .build();
        const auto blocks = OrganisationSheet::blocks(*testkit::evaluated(inventory, now), lab, now);
        const auto slot = find(blocks, QStringLiteral("In use:"));
        QVERIFY(slot);
        QVERIFY(slot->text.contains(QLatin1String("in 12 days")));
        QCOMPARE(slot->mark, models::Severity::Urgent); // as in the tree: a critical finding
        const auto missing = find(blocks, QStringLiteral("It is missing on"));
        QVERIFY(missing);
        QCOMPARE(missing->detail, QStringLiteral("MBX02")); // not the Edge server
        // a certificate that lasts is not green either, while sign-ins at a server fail without it
        auto lasting = auth(QStringLiteral("MBX01"));
        const auto gap = InventoryBuilder()
                             .server(QStringLiteral("MBX01"))
                             .certificate(lasting.valid(now.addDays(-100), now.addYears(4)))
                             .server(QStringLiteral("MBX02"))
                             .auth(current())
                             .build();
        const auto gapBlocks = OrganisationSheet::blocks(*testkit::evaluated(gap, now), lab, now);
        QVERIFY(find(gapBlocks, QStringLiteral("In use:"))->mark != models::Severity::Ok);
        QCOMPARE(find(gapBlocks, QStringLiteral("It is missing on"))->mark,
            find(gapBlocks, QStringLiteral("In use:"))->mark);
        QVERIFY(find(blocks, QStringLiteral("No next certificate is staged.")));
    }

    void authConfiguration_isNotKnown_whenItWasNotRead()
    {
        const auto inventory = InventoryBuilder()
                                   .server(QStringLiteral("MBX01"))
                                   .change([](domain::Inventory &i) {
                                       i.authConfig = fail(ErrorCode::NotExported, QStringLiteral("Get-AuthConfig"));
                                   })
                                   .build();
        const auto block = find(OrganisationSheet::blocks(*testkit::evaluated(inventory, now), lab, now),
            QStringLiteral("Not known which Auth certificate"));
        QVERIFY(block);
        QCOMPARE(block->mark, models::Severity::NotKnown);
    }

    void nextCertificate_isWarnedAbout_whenItsDateHasPassed()
    {
        domain::AuthConfig config = current();
        const CertificateBuilder next(QStringLiteral("MBX01"), QStringLiteral("CN=Next"));
        config.next = next.build().facts.thumbprint;
        config.nextEffectiveUtc = now.addDays(-1);
        InventoryBuilder builder;
        builder.server(QStringLiteral("MBX01"))
            .certificate(auth(QStringLiteral("MBX01")))
            .certificate(next)
            .auth(config);
        QVERIFY(find(OrganisationSheet::blocks(*testkit::evaluated(builder.build(), now), lab, now),
            QStringLiteral("has not taken over")));
        config.next = config.current; // a staging that was taken back
        builder.auth(config);
        QVERIFY(find(OrganisationSheet::blocks(*testkit::evaluated(builder.build(), now), lab, now),
            QStringLiteral("No next certificate")));
    }

    void connector_isAProblem_whenNoCertificateMatches()
    {
        domain::Connector connector;
        connector.name = QStringLiteral("To partner");
        connector.tlsCertificateName = domain::TlsCertificateName{QStringLiteral("CN=CA"), QStringLiteral("CN=mail")};
        InventoryBuilder builder;
        builder.server(QStringLiteral("MBX01")).connector(connector);
        const auto read = find(OrganisationSheet::blocks(*testkit::evaluated(builder.build(), now), lab, now),
            QStringLiteral("To partner"));
        QVERIFY(read);
        QCOMPARE(read->mark, models::Severity::Expired);
        builder.unreachable({ErrorCode::ServerUnreachable, QStringLiteral("MBX01"), {}});
        const auto unread = find(OrganisationSheet::blocks(*testkit::evaluated(builder.build(), now), lab, now),
            QStringLiteral("To partner"));
        QVERIFY(unread);
        QCOMPARE(unread->mark, models::Severity::NotKnown);
    }

    void problems_areWholeSentences()
    {
        const auto inventory
            = InventoryBuilder()
                  .change([](domain::Inventory &i) {
                      i.problems = {{ErrorCode::MalformedClixml, QStringLiteral("a.clixml"), QStringLiteral("line 4")}};
                  })
                  .build();
        const auto block = find(
            OrganisationSheet::blocks(*testkit::evaluated(inventory, now), lab, now), QStringLiteral("a.clixml"));
        QVERIFY(block);
        QVERIFY(block->text.contains(QLatin1String("line 4")));
    }

    void server_showsItsErrorInFull()
    {
        const auto inventory = InventoryBuilder()
                                   .server(QStringLiteral("EXCAS1"))
                                   .unreachable({ErrorCode::ServerUnreachable, QStringLiteral("EXCAS1"),
                                       QStringLiteral("The RPC server is unavailable.")})
                                   .build();
        const auto blocks = sheetOf(*inventory);
        const auto block = find(blocks, QStringLiteral("The server said: The RPC server is unavailable."));
        QVERIFY(block);
        QCOMPARE(block->mark, models::Severity::Expired);
    }

    void server_namesItsTransportCertificate()
    {
        const CertificateBuilder own = CertificateBuilder(QStringLiteral("MBX01"), QStringLiteral("CN=MBX01"))
                                           .friendlyName(QStringLiteral("Microsoft Exchange"));
        InventoryBuilder builder;
        builder.server(QStringLiteral("MBX01")).certificate(own).transport(own.build().facts.thumbprint);
        auto inventory = builder.build();
        QVERIFY(find(sheetOf(*inventory), QStringLiteral("Microsoft Exchange · in 3 years")));
        builder.transport(domain::Thumbprint::fromSha1(QByteArray(20, '\x07')));
        inventory = builder.build();
        const auto gone = find(sheetOf(*inventory), QStringLiteral("the server does not have it"));
        QVERIFY(gone);
        QCOMPARE(gone->mark, models::Severity::Expired);
    }
};

KAKUIN_GUI_TEST(tst_OrganisationSheet)

} // namespace tests::tst_organisationsheet

#include "tst_organisationsheet.moc"

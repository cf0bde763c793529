// SPDX-License-Identifier: MIT
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "ui/views/details/certificatesheet.h"

#include <QtTest/QTest>

namespace tests::tst_certificatesheet {

using namespace kakuin;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using ui::CertificateContext;
using ui::CertificateSheet;
using ui::SheetBlock;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 41), Qt::UTC);
const QString server = QStringLiteral("MBX01");

bool has(const QList<SheetBlock> &blocks, const QString &text)
{
    return std::any_of(blocks.begin(), blocks.end(),
        [&](const SheetBlock &block) { return block.text.contains(text) || block.detail.contains(text); });
}

int hollow(const QList<SheetBlock> &blocks)
{
    return static_cast<int>(std::count_if(blocks.begin(), blocks.end(),
        [](const SheetBlock &block) { return block.mark == models::Severity::NotKnown; }));
}

CertificateBuilder own()
{
    return CertificateBuilder(server, QStringLiteral("CN=MBX01"))
        .friendlyName(QStringLiteral("Microsoft Exchange"))
        .services(domain::Service::Imap | domain::Service::Pop | domain::Service::Smtp);
}

CertificateContext contextOf(const domain::InventoryPtr &inventory, const CertificateBuilder &builder)
{
    const auto context = CertificateContext::find(inventory, builder.build().id(), now);
    Q_ASSERT(context);
    return *context;
}

} // namespace

class tst_CertificateSheet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overview_saysWhatItDoes_withItsEvidence()
    {
        const CertificateBuilder builder = own();
        const auto inventory = InventoryBuilder()
                                   .taken(now)
                                   .server(server)
                                   .certificate(builder)
                                   .transport(builder.build().facts.thumbprint)
                                   .build();
        const auto blocks = CertificateSheet::overview(contextOf(inventory, builder));
        QVERIFY(has(blocks, QStringLiteral("Protects mail between the servers of the organisation")));
        QVERIFY(has(blocks, QStringLiteral("Read from Get-TransportService")));
        QVERIFY(has(blocks, QStringLiteral("Serves IMAP, POP and SMTP on MBX01.")));
        QVERIFY(has(blocks, QStringLiteral("Exchange refuses its removal")));
        QCOMPARE(hollow(blocks), 0);
    }

    void overview_saysWhatIsNotKnown()
    {
        const CertificateBuilder builder = own().rawDataOnly();
        const auto inventory = InventoryBuilder()
                                   .taken(now)
                                   .server(server)
                                   .certificate(builder)
                                   .change([](domain::Inventory &i) {
                                       i.authConfig = fail(ErrorCode::NotExported, QStringLiteral("Get-AuthConfig"));
                                       i.servers.first().transport
                                           = fail(ErrorCode::NotExported, QStringLiteral("Get-TransportService"));
                                   })
                                   .build();
        const auto blocks = CertificateSheet::overview(contextOf(inventory, builder));
        QVERIFY(has(blocks, QStringLiteral("Services not known: this export holds the certificate only.")));
        QVERIFY(has(blocks, QStringLiteral("Whether it is the Auth certificate is not known.")));
        QVERIFY(has(blocks, QStringLiteral("not exported")));
        QVERIFY(hollow(blocks) >= 3);
        QVERIFY(!has(blocks, QStringLiteral("Nothing that is known depends on it")));
    }

    void overview_saysThatNothingUsesIt_whenAllIsKnown()
    {
        const CertificateBuilder builder
            = CertificateBuilder(server, QStringLiteral("CN=localhost")).friendlyName(QStringLiteral("IIS Express"));
        const auto inventory = InventoryBuilder().taken(now).server(server).certificate(builder).transport({}).build();
        const auto blocks = CertificateSheet::overview(contextOf(inventory, builder));
        QVERIFY(has(blocks, QStringLiteral("No use of it was found")));
        QVERIFY(has(blocks, QStringLiteral("Nothing that is known depends on it.")));
    }

    void subtitle_saysWhoIssuedIt()
    {
        const CertificateBuilder self = own();
        QCOMPARE(
            CertificateSheet::subtitle(contextOf(InventoryBuilder().server(server).certificate(self).build(), self)),
            QStringLiteral("CN=MBX01 · on MBX01 · self-signed"));
        const CertificateBuilder issued = own().issuer(QStringLiteral("CN=Contoso CA"));
        QCOMPARE(CertificateSheet::subtitle(
                     contextOf(InventoryBuilder().server(server).certificate(issued).build(), issued)),
            QStringLiteral("CN=MBX01 · on MBX01 · issued by CN=Contoso CA"));
    }

    void usage_tellsWhereTheSameCertificateIs()
    {
        const CertificateBuilder auth
            = CertificateBuilder(server, QStringLiteral("CN=Auth")).thumbprint(QString(40, u'A'));
        const CertificateBuilder copy
            = CertificateBuilder(QStringLiteral("MBX02"), QStringLiteral("CN=Auth")).thumbprint(QString(40, u'A'));
        domain::AuthConfig config;
        config.current = auth.build().facts.thumbprint;
        const auto inventory = InventoryBuilder()
                                   .server(server)
                                   .certificate(auth)
                                   .server(QStringLiteral("MBX02"))
                                   .certificate(copy)
                                   .server(QStringLiteral("MBX03"))
                                   .server(QStringLiteral("MBX04"))
                                   .unreachable({ErrorCode::ServerUnreachable, QStringLiteral("MBX04"), {}})
                                   .auth(config)
                                   .build();
        const auto blocks = CertificateSheet::usage(contextOf(inventory, auth));
        QVERIFY(has(blocks, QStringLiteral("MBX01 and MBX02")));
        QVERIFY(
            has(blocks, QStringLiteral("Missing on 1 servers")) || has(blocks, QStringLiteral("Missing on 1 server")));
        QVERIFY(has(blocks, QStringLiteral("MBX03")));
        QVERIFY(has(blocks, QStringLiteral("Not known for 1")));
    }

    void usage_listsGenerations_newestFirst()
    {
        const CertificateBuilder old = own();
        const CertificateBuilder newer = own().valid(
            QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC), QDateTime(QDate(2031, 1, 1), QTime(), Qt::UTC));
        const auto inventory = InventoryBuilder().server(server).certificate(old).certificate(newer).build();
        const auto blocks = CertificateSheet::usage(contextOf(inventory, old));
        QVERIFY(has(blocks, newer.build().facts.thumbprint.toGroupedString()));
        QVERIFY(has(blocks, old.build().facts.thumbprint.toGroupedString() + QStringLiteral(" (this one)")));
    }

    void selection_isBounded_andCountsWhatVanished()
    {
        InventoryBuilder builder;
        builder.server(server);
        QList<CertificateBuilder> all;
        for (int i = 0; i < 150; ++i) {
            all.append(own());
            builder.certificate(all.last());
        }
        const auto inventory = builder.build();
        QList<CertificateContext> contexts;
        for (const CertificateBuilder &one : all)
            contexts.append(contextOf(inventory, one));
        const auto blocks = CertificateSheet::selection(contexts, 2);
        QVERIFY(blocks.size() < 110);
        QVERIFY(has(blocks, QStringLiteral("and 50 more")));
        QVERIFY(has(blocks, QStringLiteral("no longer there")));
    }

    void hostileNames_stayOnOneLine()
    {
        const CertificateBuilder builder
            = CertificateBuilder(server, QStringLiteral("CN=a\nb") + QString(9000, u'z')).friendlyName({});
        const auto inventory = InventoryBuilder().server(server).certificate(builder).build();
        const QString subtitle = CertificateSheet::subtitle(contextOf(inventory, builder));
        QVERIFY(!subtitle.contains(u'\n'));
        QVERIFY(subtitle.size() < 1000);
    }
};

KAKUIN_GUI_TEST(tst_CertificateSheet)

} // namespace tests::tst_certificatesheet

#include "tst_certificatesheet.moc"

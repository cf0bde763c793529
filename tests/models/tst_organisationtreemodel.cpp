// SPDX-License-Identifier: MIT
#include "core/findings/guidance.h"
#include "models/organisationtreemodel.h"
#include "tests/core/advice/situations.h"
#include "tests/models/treetext.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QItemSelectionModel>
#include <QtCore/QRandomGenerator>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_organisationtreemodel {

using namespace kakuin;
using models::GroupBy;
using models::OrganisationTreeModel;
using models::QuickFilter;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

QDateTime inDays(int days)
{
    return now.addDays(days).addSecs(60);
}

// The same certificate for the same arguments, as a server gives it at each reading.
CertificateBuilder certificate(const QString &server, const QString &subject, int daysLeft)
{
    static QHash<QString, CertificateBuilder> made;
    const QString key = QStringLiteral("%1/%2/%3").arg(server, subject).arg(daysLeft);
    auto found = made.find(key);
    if (found == made.end())
        found = made.insert(
            key, CertificateBuilder(server, subject).valid(now.addYears(-1), now.addDays(daysLeft).addSecs(60)));
    return *found;
}

InventoryBuilder contoso()
{
    const CertificateBuilder own = certificate(u"MBX01"_qs, u"CN=MBX01"_qs, 12)
                                       .friendlyName(u"Microsoft Exchange"_qs)
                                       .services(domain::Service::Imap | domain::Service::Smtp);
    const CertificateBuilder auth = certificate(u"MBX01"_qs, u"CN=Microsoft Exchange Server Auth Certificate"_qs, -3)
                                        .services(domain::Service::Smtp);
    InventoryBuilder builder;
    builder.organisation(u"Contoso"_qs)
        .taken(now)
        .server(u"MBX01"_qs)
        .version(u"Version 15.0 (Build 1497.2)"_qs)
        .site(u"Tokyo"_qs)
        .certificate(own)
        .certificate(auth)
        .transport(own.build().facts.thumbprint)
        .server(u"MBX02"_qs)
        .version(u"Version 15.2 (Build 1544.4)"_qs)
        .site({})
        .certificate(certificate(u"MBX02"_qs, u"CN=WMSvc-MBX02"_qs, 1800))
        .server(u"EXCAS1"_qs)
        .version({})
        .site(u"Osaka"_qs)
        .unreachable(Error{ErrorCode::ServerUnreachable, u"EXCAS1"_qs, u"RPC"_qs})
        .auth(
            domain::AuthConfig{auth.build().facts.thumbprint, {}, own.build().facts.thumbprint, inDays(5), {}, {}, {}});
    return builder;
}

int code(ErrorCode value)
{
    return static_cast<int>(value);
}

} // namespace

class tst_OrganisationTreeModel final : public QObject {
    Q_OBJECT

private:
    OrganisationTreeModel *m_model = nullptr;

private Q_SLOTS:
    void init()
    {
        m_model = new OrganisationTreeModel(this);
        new QAbstractItemModelTester(m_model, QAbstractItemModelTester::FailureReportingMode::Fatal, m_model);
    }
    void cleanup() { delete m_model; }

    void tree_holdsEverythingThatWasReadAndWhatWasNot()
    {
        m_model->setInventory(contoso().build(), now);
        const QString expected
            = QStringLiteral("organisation \"Contoso\" (5)\n"
                             "  auth -2d expired\n"
                             "    slot \"Microsoft Exchange Server Auth Certificate\" -2d expired [SMTP] #1!\n"
                             "    slot \"Microsoft Exchange\" 12d urgent [IMAP SMTP] #2!\n"
                             "  server \"EXCAS1\" error %1\n"
                             "  server \"MBX01\" (2)\n"
                             "    certificate \"Microsoft Exchange\" 12d urgent [IMAP SMTP] #0! #2! #10\n"
                             "    certificate \"Microsoft Exchange Server Auth Certificate\" -2d expired "
                             "[SMTP] #1!\n"
                             "  server \"MBX02\"\n"
                             "    certificate \"WMSvc-MBX02\" 1800d ok []\n")
                  .arg(code(ErrorCode::ServerUnreachable));
        QCOMPARE(testkit::treeText(*m_model), expected);
    }

    void counts_countEachRowOnce()
    {
        m_model->setInventory(contoso().build(), now);
        const auto count = [&](QuickFilter filter) { return m_model->counts().at(static_cast<size_t>(filter)); };
        QCOMPARE(count(QuickFilter::All), 3);
        QCOMPARE(
            count(QuickFilter::NeedsAttention), 5); // two certificates, three servers: nothing for SMTP, and no answer
        QCOMPARE(count(QuickFilter::Expired), 1);
        QCOMPARE(count(QuickFilter::Expiring), 1);
        QCOMPARE(count(QuickFilter::InternalTransport), 1);
        QCOMPARE(count(QuickFilter::Auth), 2);
        QCOMPARE(count(QuickFilter::NoServices), 1);
    }

    void grouping_gathersServersAndPutsTheUnknownLast_data()
    {
        QTest::addColumn<GroupBy>("groupBy");
        QTest::addColumn<QStringList>("groups");
        QTest::newRow("by site") << GroupBy::Site << QStringList{u"Osaka"_qs, u"Tokyo"_qs, QString()};
        QTest::newRow("by group of databases, none of which is known") << GroupBy::Dag << QStringList{QString()};
        QTest::newRow("by version") << GroupBy::Version
                                    << QStringList{u"Exchange 2013"_qs, u"Exchange 2019"_qs, QString()};
    }
    void grouping_gathersServersAndPutsTheUnknownLast()
    {
        QFETCH(GroupBy, groupBy);
        QFETCH(QStringList, groups);
        m_model->setInventory(contoso().build(), now);
        m_model->setGroupBy(groupBy);
        QStringList found;
        const QModelIndex organisation = m_model->index(0, 0);
        for (int i = 1; i < m_model->rowCount(organisation); ++i)
            found << OrganisationTreeModel::row(m_model->index(i, 0, organisation)).name;
        QCOMPARE(found, groups);
        QVERIFY(m_model->indexOf(domain::ServerId(u"mbx02"_qs)).isValid());
    }

    void update_keepsSelectionAndMovesNothingElse()
    {
        m_model->setInventory(contoso().build(), now);
        const domain::InventoryPtr before = m_model->inventory();
        const domain::CertificateId kept = before->find(domain::ServerId(u"MBX01"_qs))->certificates->last().id();
        QItemSelectionModel selection(m_model);
        selection.select(m_model->indexOf(kept), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const QPersistentModelIndex server(m_model->indexOf(domain::ServerId(u"MBX01"_qs)));
        QSignalSpy resets(m_model, &QAbstractItemModel::modelReset);

        InventoryBuilder newer = contoso();
        newer.server(u"AAA"_qs).certificate(certificate(u"AAA"_qs, u"CN=AAA"_qs, 90));
        newer.change([](domain::Inventory &inventory) {
            for (domain::ServerEntry &entry : inventory.servers) {
                if (entry.server.id == domain::ServerId(u"MBX01"_qs))
                    entry.certificates->removeFirst();
            }
        });
        m_model->setInventory(newer.build(), now);

        QCOMPARE(resets.count(), 0);
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(selection.selectedRows().first().data(models::IdRole).value<domain::CertificateId>(), kept);
        QCOMPARE(selection.selectedRows().first(), m_model->indexOf(kept));
        QVERIFY(server.isValid());
        QCOMPARE(QModelIndex(server), m_model->indexOf(domain::ServerId(u"MBX01"_qs)));
    }

    void update_reordersByMoving_whenTheOrderOfTheReadingChanged()
    {
        m_model->setInventory(contoso().build(), now);
        auto turned = std::make_shared<domain::Inventory>(*contoso().build());
        std::reverse(turned->servers.begin(), turned->servers.end());
        for (domain::ServerEntry &entry : turned->servers) {
            if (entry.certificates)
                std::reverse(entry.certificates->begin(), entry.certificates->end());
        }
        const QPersistentModelIndex server(m_model->indexOf(domain::ServerId(u"EXCAS1"_qs)));
        QSignalSpy removals(m_model, &QAbstractItemModel::rowsRemoved);
        m_model->setInventory(turned, now);
        QCOMPARE(removals.count(), 0);
        QCOMPARE(server.row(), 3);
        OrganisationTreeModel fresh;
        fresh.setInventory(turned, now);
        QCOMPARE(testkit::treeText(*m_model), testkit::treeText(fresh));
    }

    void update_announcesOnlyRowsThatLookDifferent()
    {
        m_model->setInventory(contoso().build(), now);
        QSignalSpy changes(m_model, &QAbstractItemModel::dataChanged);
        m_model->setInventory(contoso().build(), now);
        QCOMPARE(changes.count(), 0);
        InventoryBuilder newer = contoso();
        newer.change([](domain::Inventory &inventory) {
            for (domain::ServerEntry &entry : inventory.servers) {
                if (entry.server.id == domain::ServerId(u"MBX02"_qs))
                    entry.certificates->first().services = domain::ServiceSet(domain::Service::Iis);
            }
        });
        m_model->setInventory(newer.build(), now);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().first().toModelIndex().data(), QVariant(u"WMSvc-MBX02"_qs));
    }

    void rowThatIsBeingRead_needsNoAttention_andKeepsItsPlaceWhenItFills()
    {
        const domain::InventoryPtr whole = contoso().build();
        auto partial = std::make_shared<domain::Inventory>(*whole);
        for (domain::ServerEntry &entry : partial->servers) {
            entry.reading.isAwaited = true;
            entry.certificates = fail(ErrorCode::BeingRead, entry.server.id.name());
            entry.transport = fail(ErrorCode::BeingRead, entry.server.id.name());
        }
        partial->authConfig = fail(ErrorCode::BeingRead);
        partial->sendConnectors = fail(ErrorCode::BeingRead);
        partial->receiveConnectors = fail(ErrorCode::BeingRead);
        partial->hybrid = fail(ErrorCode::BeingRead);
        partial->problems.clear();
        m_model->setInventory(partial, now);
        QCOMPARE(m_model->counts()[size_t(QuickFilter::NeedsAttention)], 0);
        const QPersistentModelIndex server(m_model->indexOf(domain::ServerId(u"MBX01"_qs)));
        QCOMPARE(OrganisationTreeModel::row(server).error->code, ErrorCode::BeingRead);
        QSignalSpy removals(m_model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy resets(m_model, &QAbstractItemModel::modelReset);
        m_model->setInventory(whole, now);
        QCOMPARE(removals.count(), 0);
        QCOMPARE(resets.count(), 0);
        QVERIFY(server.isValid());
        QVERIFY(m_model->rowCount(server) > 0);
        OrganisationTreeModel fresh;
        fresh.setInventory(whole, now);
        QCOMPARE(testkit::treeText(*m_model), testkit::treeText(fresh));
    }

    void rowThatIsOlderThanTheRest_looksDifferent()
    {
        m_model->setInventory(contoso().build(), now);
        auto later = std::make_shared<domain::Inventory>(*contoso().build());
        domain::ServerEntry &entry = later->servers.first();
        entry.reading.failure = Error{ErrorCode::ServerUnreachable, entry.server.id.name(), {}};
        QSignalSpy changes(m_model, &QAbstractItemModel::dataChanged);
        m_model->setInventory(later, now);
        const QModelIndex row = m_model->indexOf(entry.server.id);
        QVERIFY(std::any_of(changes.begin(), changes.end(),
            [&row](const QList<QVariant> &change) { return change.at(0).toModelIndex() == row; }));
    }

    void randomUpdates_endAsAFreshTree()
    {
        QRandomGenerator random(20261122);
        for (int round = 0; round < 60; ++round) {
            InventoryBuilder builder;
            builder.organisation(u"Contoso"_qs);
            QList<int> servers;
            for (int i = 0; i < 8; ++i) {
                if (random.bounded(3) > 0)
                    servers << i;
            }
            for (const int number : std::as_const(servers)) {
                const QString server = u"EX%1"_qs.arg(number);
                builder.server(server).site(random.bounded(2) ? u"A"_qs : u"B"_qs);
                if (random.bounded(5) == 0) {
                    builder.unreachable(Error{ErrorCode::ServerUnreachable, server, {}});
                    continue;
                }
                for (int c = 0; c < 6; ++c) {
                    if (random.bounded(2))
                        builder.certificate(
                            certificate(server, u"CN=%1-%2"_qs.arg(server).arg(c), random.bounded(90) - 20));
                }
            }
            if (random.bounded(4) == 0)
                m_model->setGroupBy(random.bounded(2) ? GroupBy::Site : GroupBy::None);
            const domain::InventoryPtr inventory = builder.build();
            m_model->setInventory(inventory, now);
            OrganisationTreeModel fresh;
            fresh.setGroupBy(m_model->groupBy());
            fresh.setInventory(inventory, now);
            QCOMPARE(testkit::treeText(*m_model), testkit::treeText(fresh));
            QCOMPARE(m_model->counts(), fresh.counts());
        }
        m_model->setInventory(nullptr, now);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void clock_changesWhatDependsOnIt()
    {
        m_model->setInventory(contoso().build(), now);
        QSignalSpy changes(m_model, &QAbstractItemModel::dataChanged);
        m_model->setNow(now.addSecs(10));
        QCOMPARE(changes.count(), 0);
        m_model->setNow(now.addDays(13));
        QVERIFY(changes.count() > 0);
        QCOMPARE(m_model->counts().at(static_cast<size_t>(QuickFilter::Expired)), 2);
    }

    // A certificate is marked as its worst finding is, whatever its days: the list and the tree agree
    void marks_followTheFindings()
    {
        const CertificateBuilder lasting = certificate(u"EX1"_qs, u"CN=lasting"_qs, 400);
        const CertificateBuilder forgotten = certificate(u"EX1"_qs, u"CN=forgotten"_qs, -300);
        InventoryBuilder builder = InventoryBuilder().server(u"EX1"_qs).certificate(lasting).certificate(forgotten);
        builder.change([](domain::Inventory &inventory) {
            inventory.servers.first().certificates->first().status = domain::CertificateStatus::Revoked;
        });
        const domain::InventoryPtr inventory = builder.build();
        m_model->setInventory(inventory, now);
        const findings::Urgencies urgencies(findings::findingsOf(*inventory, {}, now));
        const auto markOf = [this](const CertificateBuilder &one) {
            return OrganisationTreeModel::row(m_model->indexOf(one.build().id())).severity;
        };
        QCOMPARE(urgencies.of(lasting.build().id()), findings::Urgency::Now);
        QCOMPARE(markOf(lasting), models::Severity::Urgent);
        QCOMPARE(
            markOf(forgotten), models::severityOf(urgencies.of(forgotten.build().id()), domain::ExpiryBand::Expired));
        // what is expired stays among what is expired, however little it matters
        QCOMPARE(m_model->counts().at(static_cast<size_t>(QuickFilter::Expired)), 1);
    }

    void situation_isMarkedAsTheAdviserSays_data()
    {
        QTest::addColumn<domain::InventoryPtr>("inventory");
        for (const situations::Situation &one : situations::allSituations())
            QTest::newRow(one.name) << one.inventory;
    }
    void situation_isMarkedAsTheAdviserSays()
    {
        QFETCH(const domain::InventoryPtr, inventory);
        m_model->setInventory(inventory, situations::now);
        for (const domain::ServerEntry &entry : inventory->servers) {
            models::Severity worst = models::Severity::NotKnown;
            for (const domain::Certificate &one : entry.certificates.value_or(QList<domain::Certificate>())) {
                const findings::Urgency urgency
                    = findings::adviceFor(one.id(), *inventory, {}, situations::now).urgency;
                const auto &row = OrganisationTreeModel::row(m_model->indexOf(one.id()));
                QCOMPARE(row.severity, models::severityOf(urgency, row.expiry.band));
                QCOMPARE(row.hasFilter(QuickFilter::NeedsAttention), urgency >= findings::Urgency::Soon);
                worst = std::max(worst, row.severity);
            }
            const auto &row = OrganisationTreeModel::row(m_model->indexOf(entry.server.id));
            QVERIFY(row.severity >= worst);
            const findings::Urgency ofServer
                = findings::adviceFor(entry.server.id, *inventory, {}, situations::now).urgency;
            if (ofServer == findings::Urgency::Now)
                QVERIFY(row.severity >= models::Severity::Urgent);
            if (ofServer == findings::Urgency::Soon)
                QVERIFY(row.severity >= models::Severity::Soon);
        }
    }

    void damagedExport_showsBothOfTwoServersWithOneNameAndTheUnreadable()
    {
        InventoryBuilder builder;
        builder.server(u"EX1"_qs).certificate(certificate(u"EX1"_qs, u"CN=one"_qs, 100));
        builder.change([](domain::Inventory &inventory) {
            const domain::Certificate twice = inventory.servers.first().certificates->first();
            inventory.servers.first().certificates->append(twice);
            inventory.servers.first().unreadable = {Error{ErrorCode::MalformedCertificate, u"a.xml\nline"_qs, {}}};
            inventory.servers.append(inventory.servers.first());
            inventory.problems = {Error{ErrorCode::MalformedClixml, u"b.xml"_qs, {}}};
        });
        const domain::InventoryPtr inventory = builder.build();
        m_model->setInventory(inventory, now);
        m_model->setInventory(inventory, now.addDays(1));
        const QString text = testkit::treeText(*m_model);
        QCOMPARE(text.count(u"server \"EX1\""_qs), 2);
        QCOMPARE(text.count(u"certificate \"one\""_qs), 4);
        QCOMPARE(text.count(u"unreadable"_qs), 2);
        QCOMPARE(text.count(u"problem"_qs), 1);
        QVERIFY(!text.contains(u"a.xml\nline"_qs));
    }

    void fiveThousandCertificates_areTakenOver()
    {
        InventoryBuilder builder;
        for (int s = 0; s < 50; ++s) {
            const QString server = u"EX%1"_qs.arg(s);
            builder.server(server);
            for (int c = 0; c < 100; ++c)
                builder.certificate(certificate(server, u"CN=%1-%2.contoso.com"_qs.arg(server).arg(c), c));
        }
        QSignalSpy updated(m_model, &OrganisationTreeModel::updated);
        m_model->setInventory(builder.build(), now);
        QTRY_COMPARE(updated.count(), 1);
        QCOMPARE(m_model->counts().front(), 5000);
    }

    void largeUpdate_announcesOnlyRowsThatLookDifferent()
    {
        InventoryBuilder builder;
        for (int s = 0; s < 50; ++s) {
            const QString server = u"EX%1"_qs.arg(s, 2, 10, QLatin1Char('0'));
            builder.server(server);
            for (int c = 0; c < 100; ++c)
                builder.certificate(certificate(server, u"CN=%1-%2.contoso.com"_qs.arg(server).arg(c), c));
        }
        QSignalSpy updated(m_model, &OrganisationTreeModel::updated);
        m_model->setInventory(builder.build(), now);
        QTRY_COMPARE(updated.count(), 1);
        // read again: one other name, one certificate more, one server that does not answer
        auto newer = *m_model->inventory();
        QList<domain::Certificate> &first = *newer.servers[0].certificates;
        first[7].friendlyName = u"renamed"_qs;
        first.append(certificate(u"EX00"_qs, u"CN=new"_qs, 400).build());
        newer.servers[1].certificates = fail(ErrorCode::ServerUnreachable);
        const QPersistentModelIndex renamed(m_model->indexOf(first.at(7).id()));
        const QPersistentModelIndex kept(m_model->indexOf(first.at(8).id()));
        QStringList changed;
        connect(m_model, &QAbstractItemModel::dataChanged, this, [&](const QModelIndex &top, const QModelIndex &end) {
            for (int i = top.row(); i <= end.row(); ++i)
                changed << OrganisationTreeModel::row(top.siblingAtRow(i)).name;
        });
        m_model->setInventory(std::make_shared<const domain::Inventory>(newer), now);
        QTRY_COMPARE(updated.count(), 2);
        QCOMPARE(m_model->counts().front(), 4901);
        QVERIFY(renamed.isValid() && kept.isValid());
        changed.sort();
        QCOMPARE(changed, (QStringList{u"EX01"_qs, u"renamed"_qs}));
        OrganisationTreeModel fresh;
        QSignalSpy freshUpdated(&fresh, &OrganisationTreeModel::updated);
        fresh.setInventory(m_model->inventory(), now);
        QTRY_COMPARE(freshUpdated.count(), 1);
        QCOMPARE(testkit::treeText(*m_model), testkit::treeText(fresh));
    }

    void headers_areNamedForEveryColumn()
    {
        for (int column = 0; column < OrganisationTreeModel::ColumnCount; ++column)
            QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
    }
};

KAKUIN_TEST(tst_OrganisationTreeModel)

} // namespace tests::tst_organisationtreemodel

#include "tst_organisationtreemodel.moc"

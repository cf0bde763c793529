// SPDX-License-Identifier: MIT
#include "models/organisationfilterproxy.h"
#include "tests/models/treetext.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QItemSelectionModel>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_organisationfilterproxy {

using namespace kakuin;
using models::OrganisationFilterProxy;
using models::OrganisationTreeModel;
using models::QuickFilter;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

// The same certificate for the same arguments, as a server gives it at each reading.
CertificateBuilder certificate(const QString &server, const QString &name, int daysLeft)
{
    static QHash<QString, CertificateBuilder> made;
    const QString key = QStringLiteral("%1/%2/%3").arg(server, name).arg(daysLeft);
    auto found = made.find(key);
    if (found == made.end())
        found = made.insert(key,
            CertificateBuilder(server, u"CN="_qs + name).valid(now.addYears(-1), now.addDays(daysLeft).addSecs(60)));
    return *found;
}

domain::InventoryPtr organisation()
{
    const CertificateBuilder transport = certificate(u"EX1"_qs, u"transport"_qs, 5)
                                             .services(domain::Service::Smtp)
                                             .thumbprint(u"9A0B4C2D7E11F0A355C8D9E21B6F4470AC3D92E8"_qs);
    InventoryBuilder builder;
    builder.organisation(u"Zeta"_qs)
        .server(u"EX1"_qs)
        .site(u"Tokyo"_qs)
        .certificate(transport)
        .certificate(
            certificate(u"EX1"_qs, u"web"_qs, 200).services(domain::Service::Iis).dnsNames({u"mail.fabrikam.org"_qs}))
        .transport(transport.build().facts.thumbprint)
        .server(u"EX2"_qs)
        .site(u"Osaka"_qs)
        .certificate(certificate(u"EX2"_qs, u"old"_qs, -10).friendlyName(u"forgotten"_qs))
        .certificate(certificate(u"EX2"_qs, u"alien"_qs, 900).issuer(u"CN=Zeta CA"_qs).services(domain::Service::Iis))
        .server(u"EX10"_qs)
        .certificate(certificate(u"EX10"_qs, u"new"_qs, 900).services(domain::Service::Smtp))
        .server(u"GONE"_qs)
        .unreachable(Error{ErrorCode::ServerUnreachable, u"GONE"_qs, {}});
    return builder.build();
}

} // namespace

class tst_OrganisationFilterProxy final : public QObject {
    Q_OBJECT

private:
    OrganisationTreeModel *m_source = nullptr;
    OrganisationFilterProxy *m_proxy = nullptr;

    [[nodiscard]] QStringList servers() const
    {
        QStringList names;
        const QModelIndex root = m_proxy->index(0, 0);
        for (int i = 0; i < m_proxy->rowCount(root); ++i) {
            const auto &row = OrganisationFilterProxy::row(m_proxy->index(i, 0, root));
            if (row.kind == models::OrganisationRow::Kind::Server)
                names << row.name;
        }
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_source = new OrganisationTreeModel(this);
        m_proxy = new OrganisationFilterProxy(*m_source, this);
        new QAbstractItemModelTester(m_source, QAbstractItemModelTester::FailureReportingMode::Fatal, m_source);
        new QAbstractItemModelTester(m_proxy, QAbstractItemModelTester::FailureReportingMode::Fatal, m_proxy);
        m_source->setInventory(organisation(), now);
    }
    void cleanup()
    {
        delete m_proxy;
        delete m_source;
    }

    void text_leavesMatchingRowsAndWhatTheyHangFrom_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("certificates");
        const QStringList all{u"transport"_qs, u"web"_qs, u"new"_qs, u"forgotten"_qs, u"alien"_qs};
        QTest::newRow("nothing typed") << QString() << all;
        QTest::newRow("common name") << u"transp"_qs << QStringList{u"transport"_qs};
        QTest::newRow("friendly name") << u"Forgot"_qs << QStringList{u"forgotten"_qs};
        QTest::newRow("subject, although a friendly name is shown") << u"cn=old"_qs << QStringList{u"forgotten"_qs};
        QTest::newRow("DNS name") << u"mail.fab"_qs << QStringList{u"web"_qs};
        QTest::newRow("issuer") << u"zeta ca"_qs << QStringList{u"alien"_qs};
        QTest::newRow("server: all of its certificates") << u"ex2"_qs << QStringList{u"forgotten"_qs, u"alien"_qs};
        QTest::newRow("thumbprint in groups") << u"9A0B4C2D 7E11F0A3"_qs << QStringList{u"transport"_qs};
        QTest::newRow("the organisation's name is above everything") << u"zeta"_qs << QStringList{u"alien"_qs};
        QTest::newRow("nothing matches") << u"nowhere"_qs << QStringList();
    }
    void text_leavesMatchingRowsAndWhatTheyHangFrom()
    {
        QFETCH(QString, typed);
        m_proxy->setText(typed);
        QTEST(testkit::certificateNames(*m_proxy), "certificates");
        QCOMPARE(m_proxy->matchCount() == 0, testkit::certificateNames(*m_proxy).isEmpty());
    }

    void quickFilter_leavesWhatItNames_data()
    {
        QTest::addColumn<QuickFilter>("filter");
        QTest::addColumn<QStringList>("certificates");
        QTest::newRow("needs attention") << QuickFilter::NeedsAttention
                                         << QStringList{u"transport"_qs, u"forgotten"_qs};
        QTest::newRow("expired") << QuickFilter::Expired << QStringList{u"forgotten"_qs};
        QTest::newRow("expiring") << QuickFilter::Expiring << QStringList{u"transport"_qs};
        QTest::newRow("internal transport") << QuickFilter::InternalTransport << QStringList{u"transport"_qs};
        QTest::newRow("Auth") << QuickFilter::Auth << QStringList();
        QTest::newRow("no services") << QuickFilter::NoServices << QStringList{u"forgotten"_qs};
    }
    void quickFilter_leavesWhatItNames()
    {
        QFETCH(QuickFilter, filter);
        m_proxy->setQuickFilter(filter);
        QTEST(testkit::certificateNames(*m_proxy), "certificates");
    }

    void unreachableServer_staysInSightAmongWhatNeedsAttention()
    {
        m_proxy->setQuickFilter(QuickFilter::NeedsAttention);
        QCOMPARE(servers(), (QStringList{u"EX1"_qs, u"EX2"_qs, u"GONE"_qs}));
        m_proxy->setText(u"gone"_qs);
        QCOMPARE(servers(), QStringList{u"GONE"_qs});
    }

    void group_matchesForAllBelowIt()
    {
        m_source->setGroupBy(models::GroupBy::Site);
        m_proxy->setText(u"osaka"_qs);
        QCOMPARE(testkit::certificateNames(*m_proxy), (QStringList{u"forgotten"_qs, u"alien"_qs}));
    }

    void sort_ordersByTheTypedValue()
    {
        m_proxy->sort(OrganisationTreeModel::NameColumn);
        QCOMPARE(servers(), (QStringList{u"EX1"_qs, u"EX2"_qs, u"EX10"_qs, u"GONE"_qs}));
        m_proxy->sort(OrganisationTreeModel::ExpiresColumn);
        QCOMPARE(servers(), (QStringList{u"EX2"_qs, u"EX1"_qs, u"EX10"_qs, u"GONE"_qs}));
        m_proxy->sort(OrganisationTreeModel::ExpiresColumn, Qt::DescendingOrder);
        QCOMPARE(testkit::certificateNames(*m_proxy),
            (QStringList{u"new"_qs, u"web"_qs, u"transport"_qs, u"alien"_qs, u"forgotten"_qs}));
        QCOMPARE(OrganisationFilterProxy::row(m_proxy->index(0, 0, m_proxy->index(0, 0))).kind,
            models::OrganisationRow::Kind::AuthConfiguration);
    }

    void order_isThatOfTheNewestRows_whoeverLookedBefore()
    {
        const QStringList descending{u"new"_qs, u"web"_qs, u"transport"_qs, u"alien"_qs, u"forgotten"_qs};
        m_proxy->sort(OrganisationTreeModel::ExpiresColumn, Qt::DescendingOrder);
        QCOMPARE(m_proxy->rowCount(m_proxy->indexOf(domain::ServerId(u"EX2"_qs))), 2); // counted, not looked at
        m_proxy->setText(u"ex2"_qs);
        QCOMPARE(testkit::certificateNames(*m_proxy), (QStringList{u"alien"_qs, u"forgotten"_qs}));
        m_proxy->clearFilter();
        QCOMPARE(testkit::certificateNames(*m_proxy), descending);
        auto grown = *m_source->inventory();
        QList<domain::Certificate> &more = *grown.servers[1].certificates;
        QCOMPARE(grown.servers.at(1).server.id.name(), u"EX10"_qs);
        more.append(certificate(u"EX10"_qs, u"short"_qs, 250).build());
        more.prepend(certificate(u"EX10"_qs, u"middle"_qs, 300).build());
        m_source->setInventory(std::make_shared<const domain::Inventory>(grown), now);
        QCOMPARE(testkit::certificateNames(*m_proxy).first(3), (QStringList{u"new"_qs, u"middle"_qs, u"short"_qs}));
        const domain::CertificateId id = grown.servers.at(1).certificates->constLast().id();
        QCOMPARE(m_proxy->indexOf(id).row(), 2);
        m_proxy->sort(-1);
        QCOMPARE(testkit::certificateNames(*m_proxy), testkit::certificateNames(*m_source));
    }

    void selection_survivesFilterSortAndUpdate()
    {
        const domain::CertificateId id
            = m_source->inventory()->find(domain::ServerId(u"EX2"_qs))->certificates->first().id();
        QItemSelectionModel selection(m_proxy);
        selection.setCurrentIndex(
            m_proxy->indexOf(id), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QSignalSpy resets(m_proxy, &QAbstractItemModel::modelReset);
        m_proxy->setText(u"forgotten"_qs);
        m_proxy->sort(OrganisationTreeModel::ExpiresColumn);
        m_source->setInventory(organisation(), now.addDays(1));
        m_proxy->clearFilter();
        QCOMPARE(resets.count(), 0);
        QCOMPARE(selection.selectedRows(), QModelIndexList{m_proxy->indexOf(id)});
        QCOMPARE(selection.currentIndex(), m_proxy->indexOf(id));
    }

    void filteredOutSelection_isDroppedWithoutHarm()
    {
        const domain::CertificateId id
            = m_source->inventory()->find(domain::ServerId(u"EX2"_qs))->certificates->first().id();
        QItemSelectionModel selection(m_proxy);
        selection.setCurrentIndex(
            m_proxy->indexOf(id), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_proxy->setText(u"transport"_qs);
        QVERIFY(!selection.currentIndex().isValid());
        QVERIFY(selection.selectedRows().isEmpty());
        QVERIFY(!m_proxy->indexOf(id).isValid());
    }

    void sourceChangesUnderAFilter_areFollowed()
    {
        m_proxy->setQuickFilter(QuickFilter::Expired);
        const QPersistentModelIndex goes(m_proxy->index(0, 0, m_proxy->index(0, 0)));
        m_source->setInventory(
            InventoryBuilder().server(u"EX9"_qs).certificate(certificate(u"EX9"_qs, u"x"_qs, -1)).build(), now);
        QCOMPARE(testkit::certificateNames(*m_proxy), QStringList{u"x"_qs});
        QVERIFY(!goes.isValid());
        m_source->setInventory(nullptr, now);
        QCOMPARE(m_proxy->rowCount(), 0);
    }

    void manyRows_areFilteredAndSorted()
    {
        InventoryBuilder builder;
        for (int s = 0; s < 20; ++s) {
            const QString server = u"EX%1"_qs.arg(s);
            builder.server(server);
            for (int c = 0; c < 250; ++c)
                builder.certificate(certificate(server, u"%1-%2"_qs.arg(server).arg(c), c));
        }
        QSignalSpy updated(m_source, &OrganisationTreeModel::updated);
        m_source->setInventory(builder.build(), now);
        QTRY_COMPARE(updated.count(), 1);
        m_proxy->sort(OrganisationTreeModel::NameColumn, Qt::DescendingOrder);
        m_proxy->setText(u"-24"_qs);
        QCOMPARE(testkit::certificateNames(*m_proxy).size(), 20 * 11);
        m_proxy->clearFilter();
        QCOMPARE(testkit::certificateNames(*m_proxy).size(), 5000);
    }
};

KAKUIN_TEST(tst_OrganisationFilterProxy)

} // namespace tests::tst_organisationfilterproxy

#include "tst_organisationfilterproxy.moc"

// SPDX-License-Identifier: MIT
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "ui/views/organisationview.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTreeView>

namespace tests::tst_organisationview {

using namespace kakuin;
using models::OrganisationTreeModel;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

InventoryBuilder organisation(int servers)
{
    InventoryBuilder builder;
    builder.organisation(u"Contoso"_qs);
    for (int i = 0; i < servers; ++i) {
        const QString server = u"EX%1"_qs.arg(i);
        builder.server(server).certificate(CertificateBuilder(server, u"CN=cert-%1"_qs.arg(server)));
    }
    return builder;
}

} // namespace

class tst_OrganisationView final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<OrganisationTreeModel> m_model;
    std::unique_ptr<ui::OrganisationRows> m_rows;
    std::unique_ptr<ui::OrganisationView> m_view;

    void fill(const domain::InventoryPtr &inventory)
    {
        m_rows->setNow(now);
        m_model->setInventory(inventory, now);
    }
    [[nodiscard]] QModelIndex server(int number) const
    {
        return m_rows->indexOf(domain::ServerId(u"EX%1"_qs.arg(number)));
    }

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<OrganisationTreeModel>();
        m_rows = std::make_unique<ui::OrganisationRows>(*m_model);
        m_view = std::make_unique<ui::OrganisationView>(*m_rows);
        m_view->resize(700, 500);
        m_view->show();
    }
    void cleanup()
    {
        m_view.reset();
        m_rows.reset();
        m_model.reset();
    }

    void smallOrganisation_startsOpen_largeOneClosed()
    {
        fill(organisation(3).build());
        QVERIFY(m_view->tree()->isExpanded(server(1)));
        fill(organisation(40).build());
        QVERIFY(!m_view->tree()->isExpanded(server(30)));
        QVERIFY(m_view->tree()->isExpanded(m_rows->index(0, 0)));
    }

    void filter_opensServersWithMatches_andClearingClosesThemAgain()
    {
        fill(organisation(40).build());
        m_rows->setText(u"cert-ex7"_qs);
        QVERIFY(m_view->tree()->isExpanded(server(7)));
        m_rows->clearFilter();
        QVERIFY(!m_view->tree()->isExpanded(server(7)));
    }

    void openedByThePerson_staysOpenOverAFilter()
    {
        fill(organisation(40).build());
        m_view->tree()->expand(server(9));
        m_rows->setText(u"cert-ex7"_qs);
        m_rows->clearFilter();
        QVERIFY(m_view->tree()->isExpanded(server(9)));
    }

    void rowsWithReasons_spanTheColumns_untilTheyAreReadable()
    {
        InventoryBuilder broken = organisation(2);
        broken.server(u"EX9"_qs).unreachable(Error{ErrorCode::ServerUnreachable, u"EX9"_qs, {}});
        fill(broken.build());
        const QModelIndex gone = server(9);
        QVERIFY(m_view->tree()->isFirstColumnSpanned(gone.row(), gone.parent()));
        QVERIFY(gone.data().toString().startsWith(u"EX9 — "_qs));
        InventoryBuilder mended = organisation(2);
        mended.server(u"EX9"_qs).certificate(CertificateBuilder(u"EX9"_qs, u"CN=back"_qs));
        fill(mended.build());
        QVERIFY(!m_view->tree()->isFirstColumnSpanned(server(9).row(), server(9).parent()));
    }

    void everyCell_hasWordsForAScreenReader()
    {
        fill(organisation(1).build());
        const QModelIndex certificate = m_rows->index(0, 0, server(0));
        const QString life
            = certificate.siblingAtColumn(OrganisationTreeModel::ExpiresColumn).data(Qt::AccessibleTextRole).toString();
        QVERIFY(life.contains(u"valid for long"_qs));
        QVERIFY(!m_view->tree()->accessibleName().isEmpty());
    }

    void columns_areChosenFromAMenu()
    {
        fill(organisation(1).build());
        QMenu menu;
        m_view->fillColumnMenu(&menu);
        QCOMPARE(menu.actions().size(), OrganisationTreeModel::ColumnCount - 1);
        QCOMPARE(m_view->visibleColumns().size(), 4);
        menu.actions().at(OrganisationTreeModel::ThumbprintColumn - 1)->trigger();
        QVERIFY(m_view->visibleColumns().contains(OrganisationTreeModel::ThumbprintColumn));
    }

    void enter_activates()
    {
        fill(organisation(1).build());
        m_view->select(domain::ServerId(u"EX0"_qs));
        QSignalSpy activated(m_view.get(), &ui::OrganisationView::activated);
        QTest::keyClick(m_view->tree(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
    }

    void removedSelection_isSaid()
    {
        fill(organisation(3).build());
        m_view->select(domain::ServerId(u"EX2"_qs));
        QSignalSpy changed(m_view.get(), &ui::OrganisationView::targetChanged);
        fill(organisation(2).build());
        QVERIFY(changed.count() > 0);
        QVERIFY(!m_view->currentTarget().isValid());
    }

    void severalCertificates_areSelectedInTheOrderOfTheTree()
    {
        fill(organisation(3).build());
        m_view->tree()->selectAll();
        const QList<domain::CertificateId> ids = m_view->selectedCertificates();
        QCOMPARE(ids.size(), 3);
        QCOMPARE(ids.first().server.name(), u"EX0"_qs);
        QCOMPARE(ids.last().server.name(), u"EX2"_qs);
    }
};

KAKUIN_GUI_TEST(tst_OrganisationView)

} // namespace tests::tst_organisationview

#include "tst_organisationview.moc"

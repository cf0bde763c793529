// SPDX-License-Identifier: MIT
#include "tests/testkit/evaluated.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/ui/pseudotranslator.h"
#include "ui/views/matrixview.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTableView>

namespace tests::tst_matrixview {

using namespace kakuin;
using models::MatrixColumn;
using models::MatrixModel;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

constexpr int columnOf(MatrixColumn column)
{
    return MatrixModel::FirstRoleColumn + static_cast<int>(column);
}

CertificateBuilder frontEnd(const QString &server, int daysLeft)
{
    return CertificateBuilder(server, u"CN=%1-%2"_qs.arg(server).arg(daysLeft))
        .valid(now.addYears(-1), now.addDays(daysLeft).addSecs(60))
        .iisSites({1});
}

} // namespace

class tst_MatrixView final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ui::MatrixView> m_view;
    std::optional<CertificateBuilder> m_soon;

    [[nodiscard]] QAbstractItemModel *rows() const { return m_view->table()->model(); }
    [[nodiscard]] QModelIndex at(int row, MatrixColumn column) const { return rows()->index(row, columnOf(column)); }
    [[nodiscard]] QStringList servers() const
    {
        QStringList names;
        for (int row = 0; row < rows()->rowCount(); ++row)
            names.append(rows()->index(row, 0).data().toString());
        return names;
    }
    InventoryBuilder organisation()
    {
        InventoryBuilder builder;
        builder.server(u"EX01"_qs).certificate(frontEnd(u"EX01"_qs, 300));
        builder.server(u"EX02"_qs).certificate(*m_soon).certificate(frontEnd(u"EX02"_qs, 900));
        builder.server(u"EX03"_qs).unreachable(Error{ErrorCode::ServerUnreachable, u"EX03"_qs, {}});
        builder.server(u"EX04"_qs);
        return builder;
    }

private Q_SLOTS:
    void init()
    {
        m_soon = frontEnd(u"EX02"_qs, 12);
        m_view = std::make_unique<ui::MatrixView>();
        m_view->resize(900, 400);
        m_view->show();
        m_view->setEvaluation(testkit::evaluated(organisation().build(), now), now);
    }
    void cleanup() { m_view.reset(); }

    void cell_saysDays_andSpeaksToAScreenReader()
    {
        const QModelIndex cell = at(1, MatrixColumn::FrontEnd443);
        QCOMPARE(cell.data(), u"in 12 days"_qs);
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(u"expires soon"_qs));
        const QString tip = cell.data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(u"EX02-12"_qs) && tip.contains(u"EX02-900"_qs));
        QVERIFY(tip.contains(u"Get-ExchangeCertificate"_qs));
        const QModelIndex empty = at(1, MatrixColumn::WmSvc);
        QVERIFY(empty.data().toString().isEmpty());
        QVERIFY(!empty.data(Qt::AccessibleTextRole).toString().isEmpty());
    }

    void hostileName_isNoMarkupInATooltip()
    {
        InventoryBuilder builder;
        builder.server(u"EX01"_qs)
            .certificate(
                CertificateBuilder(u"EX01"_qs, u"CN=<img src=x>"_qs).friendlyName(u"<img src=x>"_qs).iisSites({1}));
        m_view->setEvaluation(testkit::evaluated(builder.build(), now), now);
        QVERIFY(!at(0, MatrixColumn::FrontEnd443).data(Qt::ToolTipRole).toString().contains(u"<img"_qs));
    }

    void click_asksForTheWorstCertificate()
    {
        QSignalSpy asked(m_view.get(), &ui::MatrixView::certificateRequested);
        const QRect cell = m_view->table()->visualRect(at(1, MatrixColumn::FrontEnd443));
        QTest::mouseClick(m_view->table()->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<domain::CertificateId>(), m_soon->build().id());
    }

    void enter_asksForServerOrCertificate_andForNothingInAnEmptyCell()
    {
        QSignalSpy certificate(m_view.get(), &ui::MatrixView::certificateRequested);
        QSignalSpy server(m_view.get(), &ui::MatrixView::serverRequested);
        QTableView *table = m_view->table();
        table->setCurrentIndex(rows()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(server.count(), 1);
        QCOMPARE(server.first().first().value<domain::ServerId>(), domain::ServerId(u"EX01"_qs));
        table->setCurrentIndex(at(0, MatrixColumn::WmSvc));
        QTest::keyClick(table, Qt::Key_Enter);
        QCOMPARE(certificate.count() + server.count(), 1);
        table->setCurrentIndex(at(0, MatrixColumn::BackEnd444));
        QTest::keyClick(table, Qt::Key_Left);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(certificate.count(), 1);
    }

    void serverWithoutAnswer_isASpannedRow_whereverItIsSortedTo()
    {
        QTableView *table = m_view->table();
        QCOMPARE(table->columnSpan(2, MatrixModel::FirstRoleColumn), models::matrixColumnCount);
        QCOMPARE(rows()->index(2, MatrixModel::FirstRoleColumn).data().toString(), u"not reachable"_qs);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            table->sortByColumn(columnOf(MatrixColumn::FrontEnd443), order);
            QCOMPARE(servers().last(), u"EX03"_qs);
            QCOMPARE(table->columnSpan(3, MatrixModel::FirstRoleColumn), models::matrixColumnCount);
            QCOMPARE(table->columnSpan(2, MatrixModel::FirstRoleColumn), 1);
        }
    }

    void column_isSortedByExpiry_andWhatHasNoneStaysBelow()
    {
        m_view->table()->sortByColumn(columnOf(MatrixColumn::FrontEnd443), Qt::AscendingOrder);
        QCOMPARE(servers(), (QStringList{u"EX02"_qs, u"EX01"_qs, u"EX04"_qs, u"EX03"_qs}));
        m_view->table()->sortByColumn(columnOf(MatrixColumn::FrontEnd443), Qt::DescendingOrder);
        QCOMPARE(servers(), (QStringList{u"EX01"_qs, u"EX02"_qs, u"EX04"_qs, u"EX03"_qs}));
    }

    void refresh_keepsTheSelection()
    {
        m_view->select(m_soon->build().id());
        QCOMPARE(m_view->table()->currentIndex(), at(1, MatrixColumn::FrontEnd443));
        InventoryBuilder more = organisation();
        more.server(u"EX00"_qs).certificate(frontEnd(u"EX00"_qs, 5));
        m_view->setEvaluation(testkit::evaluated(more.build(), now), now);
        QCOMPARE(m_view->table()->currentIndex(), at(2, MatrixColumn::FrontEnd443));
        QCOMPARE(m_view->table()->selectionModel()->selectedIndexes().size(), 1);
    }

    void certificateWithoutARole_selectsItsServer()
    {
        m_view->select({domain::ServerId(u"EX04"_qs), m_soon->build().facts.thumbprint});
        QCOMPARE(m_view->table()->currentIndex(), rows()->index(3, 0));
    }

    void currentCell_movesToTheReason_whenItsServerIsLost()
    {
        m_view->select(m_soon->build().id());
        InventoryBuilder lost;
        lost.server(u"EX02"_qs).unreachable(Error{ErrorCode::ServerUnreachable, u"EX02"_qs, {}});
        m_view->setEvaluation(testkit::evaluated(lost.build(), now), now);
        QCOMPARE(m_view->table()->currentIndex(), rows()->index(0, MatrixModel::FirstRoleColumn));
    }

    void menu_listsEveryCertificateOfTheCell()
    {
        m_view->select(m_soon->build().id());
        QMenu menu;
        m_view->fillMenu(&menu);
        QSignalSpy asked(m_view.get(), &ui::MatrixView::certificateRequested);
        menu.actions().at(1)->trigger();
        QCOMPARE(asked.count(), 1);
        QVERIFY(!(asked.first().first().value<domain::CertificateId>() == m_soon->build().id()));
        menu.actions().last()->trigger();
        QCOMPARE(servers().first(), u"EX02"_qs);
    }

    void columns_fitTheWindow_untilThePersonChoosesWidths()
    {
        QHeaderView *header = m_view->table()->horizontalHeader();
        QCOMPARE(header->length(), m_view->table()->viewport()->width());
        header->resizeSection(1, 150);
        m_view->resize(1200, 400);
        QCOMPARE(header->sectionSize(1), 150);
    }

    void language_changesEveryWord()
    {
        testkit::PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        QCoreApplication::sendPostedEvents();
        for (int column = 0; column < rows()->columnCount(); ++column) {
            const QString header = rows()->headerData(column, Qt::Horizontal).toString();
            const bool isProper = header == u"443"_qs || header == u"444"_qs || header == u"WMSvc"_qs;
            QVERIFY2(isProper || header.startsWith(pseudo.sign), qPrintable(header));
        }
        QVERIFY(at(1, MatrixColumn::FrontEnd443).data().toString().startsWith(pseudo.sign));
        QVERIFY(m_view->table()->accessibleName().startsWith(pseudo.sign));
        QCoreApplication::removeTranslator(&pseudo);
    }
};

KAKUIN_GUI_TEST(tst_MatrixView)

} // namespace tests::tst_matrixview

#include "tst_matrixview.moc"

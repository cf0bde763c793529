// SPDX-License-Identifier: MIT
#include "tests/testkit/evaluated.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/ui/pseudotranslator.h"
#include "ui/views/timelinechart.h"
#include "ui/views/timelineview.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtGui/QHelpEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

namespace tests::tst_timelineview {

using namespace kakuin;
using models::TimelineLine;
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
        for (const int days : {12, 400})
            builder.server(server).certificate(CertificateBuilder(server, u"CN=%1-%2"_qs.arg(server).arg(days))
                                                   .valid(now.addYears(-2), now.addDays(days).addSecs(60)));
    }
    return builder;
}

} // namespace

class tst_TimelineView final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ui::TimelineView> m_view;

    [[nodiscard]] ui::TimelineChart *chart() const { return m_view->chart(); }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(chart(), static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] QString selected() const
    {
        return chart()->selectedLine() == nullptr ? QString() : chart()->selectedLine()->name;
    }
    void wheel(const QPoint &position, int notches, Qt::KeyboardModifiers modifiers) const
    {
        QWheelEvent event(position, chart()->viewport()->mapToGlobal(position), {}, {0, 120 * notches}, Qt::NoButton,
            modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(chart()->viewport(), &event);
    }
    [[nodiscard]] QAction *exportAction(int index) const
    {
        return m_view->findChild<QPushButton *>(u"exportTimelineButton"_qs)->menu()->actions().at(index);
    }
    [[nodiscard]] QString message() const
    {
        return m_view->findChild<ui::MessageBar *>(u"timelineMessage"_qs)->message();
    }
    // Presses Export and answers the question where to; what was written.
    QByteArray exported(int action, const QString &fileName)
    {
        static QTemporaryDir folder;
        exportAction(action)->trigger();
        const auto dialog = [this] { return m_view->findChild<QFileDialog *>(u"saveFileDialog"_qs); };
        if (!QTest::qWaitFor([&] { return dialog() != nullptr; }, 10'000))
            return "no dialog";
        const QString path = folder.filePath(fileName);
        Q_EMIT dialog()->fileSelected(path);
        delete dialog();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<ui::TimelineView>();
        m_view->resize(900, 420);
        m_view->show();
        m_view->setEvaluation(testkit::evaluated(organisation(3).build(), now), now);
    }
    void cleanup() { m_view.reset(); }

    void arrows_moveFromCertificateToCertificate_pastHeadings()
    {
        key(Qt::Key_Down);
        QCOMPARE(selected(), u"EX0-12"_qs);
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        QCOMPARE(selected(), u"EX1-12"_qs);
        key(Qt::Key_Up);
        QCOMPARE(selected(), u"EX0-400"_qs);
        key(Qt::Key_End);
        QCOMPARE(selected(), u"EX2-400"_qs);
        key(Qt::Key_Down);
        QCOMPARE(selected(), u"EX2-400"_qs);
        key(Qt::Key_Home, Qt::ControlModifier);
        key(Qt::Key_Up);
        QCOMPARE(selected(), u"EX0-12"_qs);
        QVERIFY(chart()->accessibleDescription().contains(u"EX0-12"_qs));
        QVERIFY(chart()->accessibleDescription().contains(u"in 12 days"_qs));
    }

    void enterAndClick_askForTheCertificate()
    {
        QSignalSpy asked(m_view.get(), &ui::TimelineView::certificateRequested);
        key(Qt::Key_Return);
        QCOMPARE(asked.count(), 0);
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QTest::mouseClick(chart()->viewport(), Qt::LeftButton, {}, chart()->rectOf(2).center());
        QCOMPARE(asked.count(), 2);
        QCOMPARE(selected(), u"EX0-400"_qs);
        QCOMPARE(asked.last().first().value<domain::CertificateId>(), chart()->selectedLine()->copies.first());
        QTest::mouseClick(chart()->viewport(), Qt::LeftButton, {}, chart()->rectOf(0).center()); // a heading
        QCOMPARE(asked.count(), 2);
    }

    void ctrlWheel_zooms_andKeepsTheTimeUnderThePointer()
    {
        const QPoint pointer(chart()->barsLeft() + 200, 150);
        const QDateTime under = chart()->scale().timeAt(200);
        for (int i = 0; i < 6; ++i)
            wheel(pointer, 1, Qt::ControlModifier);
        QVERIFY(!chart()->scale().isFit());
        QVERIFY(qAbs(chart()->scale().xOf(under) - 200) < 1);
        QVERIFY(chart()->horizontalScrollBar()->maximum() > 0);
        wheel(pointer, -20, Qt::ControlModifier);
        QVERIFY(chart()->scale().isFit());
    }

    void wheel_scrollsLines()
    {
        m_view->setEvaluation(testkit::evaluated(organisation(40).build(), now), now);
        wheel({300, 200}, -2, {});
        QVERIFY(chart()->verticalScrollBar()->value() > 0);
        QVERIFY(chart()->scale().isFit());
    }

    void keysAndButtons_zoom_andFitIsOneKey()
    {
        const double today = chart()->scale().xOf(now);
        key(Qt::Key_Plus, Qt::ShiftModifier);
        key(Qt::Key_Equal);
        QVERIFY(qAbs(chart()->scale().xOf(now) - today) < 1);
        const double offset = chart()->scale().offset();
        key(Qt::Key_Left);
        QVERIFY(chart()->scale().offset() < offset);
        key(Qt::Key_0);
        QVERIFY(chart()->scale().isFit());
        testkit::press(m_view.get(), u"zoomInButton"_qs);
        testkit::press(m_view.get(), u"zoomInButton"_qs);
        testkit::press(m_view.get(), u"zoomOutButton"_qs);
        QVERIFY(!chart()->scale().isFit());
        testkit::press(m_view.get(), u"zoomFitButton"_qs);
        QVERIFY(chart()->scale().isFit());
        QVERIFY(!m_view->findChild<QWidget *>(u"zoomOutButton"_qs)->isEnabled());
        key(Qt::Key_Plus);
        key(Qt::Key_Home);
        QVERIFY(chart()->scale().isFit());
    }

    void refreshAndGrouping_keepSelectionZoomAndPlace()
    {
        InventoryBuilder builder = organisation(40);
        m_view->setEvaluation(testkit::evaluated(builder.build(), now), now);
        const domain::InventoryPtr inventory = builder.build();
        m_view->select(inventory->servers.at(30).certificates->first().id());
        const QString name = selected();
        QVERIFY(!name.isEmpty());
        key(Qt::Key_Plus);
        const QDateTime left = chart()->scale().timeAt(0);
        const auto top
            = [this] { return chart()->rectOf(chart()->content()->lineOf(chart()->selectedLine()->thumbprint)).top(); };
        const int before = top();
        builder.server(u"EX00"_qs)
            .certificate(CertificateBuilder(u"EX00"_qs, u"CN=new"_qs).valid(now.addYears(-1), now.addDays(30)));
        m_view->setEvaluation(testkit::evaluated(builder.build(), now), now);
        QCOMPARE(selected(), name);
        QCOMPARE(top(), before);
        QVERIFY(qAbs(left.secsTo(chart()->scale().timeAt(0))) < 60);
        m_view->findChild<QComboBox *>(u"timelineGroupCombo"_qs)->setCurrentIndex(1);
        QCOMPARE(selected(), name);
        QCOMPARE(chart()->content()->lines.first().kind, TimelineLine::Kind::NoRoleHeading);
    }

    void emptyPage_saysWhy_andOffersNothing()
    {
        m_view->setEvaluation(nullptr, now);
        QVERIFY(!chart()->isVisible());
        QVERIFY(!m_view->findChild<QWidget *>(u"exportTimelineButton"_qs)->isEnabled());
    }

    void tooltip_isNoMarkup()
    {
        InventoryBuilder builder;
        builder.server(u"EX1"_qs).certificate(
            CertificateBuilder(u"EX1"_qs, u"CN=x"_qs).friendlyName(u"<img src=x>"_qs));
        m_view->setEvaluation(testkit::evaluated(builder.build(), now), now);
        QHelpEvent help(QEvent::ToolTip, chart()->rectOf(1).center(), QPoint(5, 5));
        QVERIFY(QCoreApplication::sendEvent(chart()->viewport(), &help));
        QVERIFY(QToolTip::text().contains(u"&lt;img"_qs));
    }

    void pictures_areWritten()
    {
        const QByteArray png = exported(0, u"t.png"_qs);
        QVERIFY(png.startsWith("\x89PNG"));
        QVERIFY(message().contains(u"t.png"_qs));
        const QByteArray svg = exported(1, u"t.svg"_qs);
        QVERIFY(svg.contains("<svg") && svg.contains("EX2-400"));
    }

    void calendar_isWritten_andSaysWhatIsLeftOut()
    {
        InventoryBuilder builder = organisation(1);
        builder.certificate(CertificateBuilder(u"EX0"_qs, u"CN=old"_qs).valid(now.addYears(-2), now.addDays(-1)));
        m_view->setEvaluation(testkit::evaluated(builder.build(), now), now);
        const QByteArray calendar = exported(3, u"t.ics"_qs);
        QCOMPARE(calendar.count("BEGIN:VEVENT"), 2);
        QVERIFY(calendar.contains("X-WR-CALNAME:Exchange certificates of Contoso\r\n"));
        QVERIFY(calendar.contains("SUMMARY:EX0-12 expires (EX0)\r\n"));
        QVERIFY(message().contains(u"1 certificates are not in it"_qs));
    }

    void pictureOfTooManyLines_isRefused_beforeAnybodyIsAsked()
    {
        m_view->setEvaluation(testkit::evaluated(organisation(400).build(), now), now);
        QTRY_COMPARE_WITH_TIMEOUT(chart()->content()->certificateCount, 800, 20'000);
        exportAction(0)->trigger();
        QVERIFY(message().contains(u"1200"_qs));
        QVERIFY(m_view->findChild<QFileDialog *>() == nullptr);
    }

    void aHundredThousandLines_arePaintedAndMovedThroughAtOnce()
    {
        auto content = std::make_shared<models::TimelineContent>();
        for (int i = 0; i < 100'000; ++i) {
            TimelineLine line;
            line.name = u"certificate %1"_qs.arg(i);
            line.copies = {{domain::ServerId(u"EX1"_qs), {}}};
            line.thumbprint = domain::Thumbprint::fromSha1(u"%1"_qs.arg(i, 20).toLatin1());
            line.notBeforeUtc = now.addDays(-i % 1000);
            line.notAfterUtc = now.addDays(i % 1000);
            content->lines.append(line);
        }
        content->certificateCount = 100'000;
        applyClock(*content, now);
        QElapsedTimer timer;
        timer.start();
        chart()->setContent(content, models::TimelineGroupBy::Server, now);
        key(Qt::Key_End);
        (void)chart()->viewport()->grab();
        for (int i = 0; i < 20; ++i)
            key(Qt::Key_PageUp);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        key(Qt::Key_End);
        QCOMPARE(selected(), u"certificate 99999"_qs);
        QVERIFY(chart()->rectOf(99'999).bottom() < chart()->viewport()->height());
    }

    void language_changesEveryWord()
    {
        key(Qt::Key_Down);
        testkit::PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        QCoreApplication::sendPostedEvents();
        QVERIFY(chart()->accessibleName().startsWith(pseudo.sign));
        QVERIFY(chart()->accessibleDescription().contains(pseudo.sign));
        QVERIFY(exportAction(0)->text().startsWith(pseudo.sign));
        QVERIFY(m_view->findChild<QComboBox *>()->itemText(1).startsWith(pseudo.sign));
        QCoreApplication::removeTranslator(&pseudo);
    }
};

KAKUIN_GUI_TEST(tst_TimelineView)

} // namespace tests::tst_timelineview

#include "tst_timelineview.moc"

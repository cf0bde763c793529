// SPDX-License-Identifier: MIT
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/verifyresult.h"
#include "ui/views/timelineexporter.h"

#include <QtCore/QXmlStreamReader>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtTest/QTest>

namespace tests::tst_timelineexporter {

using namespace kakuin;
using models::TimelineLine;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

ui::TimelineExporter exporterOf(int lines, const QString &name = QStringLiteral("EX01"))
{
    models::TimelineContent content;
    for (int i = 0; i < lines; ++i) {
        TimelineLine line;
        line.name = name;
        line.copies = {{domain::ServerId(u"EX1"_qs), {}}};
        line.notBeforeUtc = now.addYears(-1);
        line.notAfterUtc = now.addDays(i);
        content.lines.append(line);
    }
    applyClock(content, now);
    models::TimelineScale scale;
    scale.setRange(now.addYears(-1), now.addYears(3));
    return {content, scale, now, models::TimelineGroupBy::Server, QGuiApplication::font()};
}

} // namespace

class tst_TimelineExporter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void png_holdsEveryLine_sharpWhenShort()
    {
        const ui::TimelineExporter exporter = exporterOf(20);
        const Result<QByteArray> bytes = exporter.png();
        QVERIFY_RESULT(bytes);
        const QImage image = QImage::fromData(*bytes, "PNG");
        QCOMPARE(image.size(), exporter.size() * 2);
        // the last line's mark is there: its row is not just white
        bool hasInk = false;
        for (int x = 0; x < 60; ++x)
            hasInk = hasInk || image.pixelColor(x, image.height() - 26) != QColor(Qt::white);
        QVERIFY(hasInk);
    }

    void svg_isWellFormed_whateverNamesSay()
    {
        const Result<QByteArray> bytes = exporterOf(3, u"<a> & \"b\" ]]>"_qs).svg(u"<Contoso> & sons"_qs);
        QVERIFY_RESULT(bytes);
        QXmlStreamReader reader(*bytes);
        QString texts;
        QString title;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::Characters)
                texts += reader.text();
            if (reader.isStartElement() && reader.name() == u"title")
                title = reader.readElementText();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(texts.contains(u"<a> & \"b\" ]]>"_qs));
        QCOMPARE(title, u"<Contoso> & sons"_qs);
    }

    void tooManyLines_areAnError_notAHugePicture()
    {
        QCOMPARE(exporterOf(ui::TimelineExporter::maxPngLines + 1).png().error().code, ErrorCode::InvalidArgument);
        const Result<QByteArray> svg = exporterOf(ui::TimelineExporter::maxSvgLines + 1).svg({});
        QCOMPARE(svg.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(svg.error().subject, QString::number(ui::TimelineExporter::maxSvgLines + 1));
        QVERIFY_RESULT(exporterOf(ui::TimelineExporter::maxPngLines).png());
    }
};

KAKUIN_GUI_TEST(tst_TimelineExporter)

} // namespace tests::tst_timelineexporter

#include "tst_timelineexporter.moc"

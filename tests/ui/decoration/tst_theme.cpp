// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/guitest.h"
#include "ui/decoration/badgepainter.h"
#include "ui/decoration/contrast.h"
#include "ui/decoration/theme.h"

#include <QtCore/QDir>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

namespace tests::tst_theme {

using namespace kakuin;
using ui::Tone;

namespace {

QPalette paletteOf(const QColor &window, const QColor &text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    return palette;
}

const QPalette light = paletteOf(QColor(0xf4, 0xf5, 0xf6), Qt::black);
const QPalette dark = paletteOf(QColor(0x1f, 0x23, 0x27), Qt::white);

int inkedPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 40 ? 1 : 0;
    }
    return count;
}

bool touchesEdge(const QImage &image)
{
    for (int i = 0; i < image.width(); ++i) {
        for (const QPoint at :
            {QPoint(i, 0), QPoint(i, image.height() - 1), QPoint(0, i), QPoint(image.width() - 1, i)}) {
            if (qAlpha(image.pixel(at)) > 120)
                return true;
        }
    }
    return false;
}

} // namespace

class tst_Theme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contrast_isWcags()
    {
        QCOMPARE(qRound(ui::contrast(Qt::black, Qt::white)), 21);
        QCOMPARE(qRound(ui::contrast(Qt::white, Qt::white)), 1);
    }

    void tones_canBeRead_data()
    {
        QTest::addColumn<Tone>("tone");
        QTest::newRow("ok") << Tone::Ok;
        QTest::newRow("soon") << Tone::Soon;
        QTest::newRow("urgent") << Tone::Urgent;
        QTest::newRow("expired") << Tone::Expired;
        QTest::newRow("information") << Tone::Information;
        QTest::newRow("muted") << Tone::Muted;
        QTest::newRow("seal") << Tone::Seal;
        QTest::newRow("plain") << Tone::Plain;
    }
    void tones_canBeRead()
    {
        QFETCH(Tone, tone);
        const QList<QPalette> palettes{
            light, paletteOf(Qt::white, Qt::black), dark, paletteOf(QColor(0x19, 0x1c, 0x20), Qt::white)};
        for (const QPalette &palette : palettes) {
            const QColor ink = ui::colour(tone, palette);
            const QColor window = palette.color(QPalette::Window);
            QVERIFY2(ui::contrast(ink, window) >= 4.5, qPrintable(window.name()));
            QVERIFY2(ui::contrast(ink, ui::tint(tone, palette)) >= 4.5, qPrintable(window.name()));
            // The sentence of a message bar is in the window's own colour on the tint
            QVERIFY(ui::contrast(palette.color(QPalette::WindowText), ui::tint(tone, palette)) >= 4.5);
        }
    }

    void tint_staysReadable_onAGreyDesktop()
    {
        const QPalette grey = paletteOf(QColor(0xef, 0xef, 0xef), Qt::black);
        for (const Tone tone : {Tone::Ok, Tone::Soon, Tone::Urgent, Tone::Expired, Tone::Information, Tone::Muted})
            QVERIFY(ui::contrast(ui::colour(tone, grey), ui::tint(tone, grey)) >= 4.5);
    }

    void theme_followsThePalette()
    {
        QVERIFY(!ui::isDark(light));
        QVERIFY(ui::isDark(dark));
        QCOMPARE(ui::colour(Tone::Ok, light), QColor(0x17, 0x68, 0x3f));
        QCOMPARE(ui::colour(Tone::Ok, dark), QColor(0x5f, 0xbf, 0x8f));
    }

    void everyIcon_isDrawnInItsToneOnly()
    {
        (void)ui::lineIcon(QStringLiteral("server"), Tone::Muted, light); // registers the resources
        QStringList names = QDir(QStringLiteral(":/kakuin/icons")).entryList({QStringLiteral("*.svg")});
        names.removeAll(QStringLiteral("kakuin.svg")); // the program's own icon has colours of its own
        QVERIFY(names.size() >= 20);
        for (const QString &file : std::as_const(names)) {
            const QIcon icon = ui::lineIcon(file.chopped(4), Tone::Seal, light);
            QVERIFY(!icon.isNull());
            for (const int size : {16, 32}) {
                const QImage image = icon.pixmap(size).toImage().convertToFormat(QImage::Format_ARGB32);
                QCOMPARE(image.size(), QSize(size, size));
                QVERIFY2(inkedPixels(image) > size / 2, qPrintable(file));
                QVERIFY2(!touchesEdge(image), qPrintable(file));
                const QColor wanted = ui::colour(Tone::Seal, light);
                for (int y = 0; y < size; ++y) {
                    for (int x = 0; x < size; ++x) {
                        const QColor at = image.pixelColor(x, y);
                        if (at.alpha() > 250)
                            QVERIFY2(qAbs(at.red() - wanted.red()) < 8 && qAbs(at.blue() - wanted.blue()) < 8,
                                qPrintable(file));
                    }
                }
            }
        }
    }

    void everySeverity_hasAShapeOfItsOwn()
    {
        QList<QByteArray> shapes;
        for (int severity = 0; severity <= static_cast<int>(models::Severity::Expired); ++severity) {
            const QImage image = ui::severityIcon(static_cast<models::Severity>(severity), light)
                                     .pixmap(32)
                                     .toImage()
                                     .convertToFormat(QImage::Format_Alpha8);
            const QByteArray shape(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
            QVERIFY(!shapes.contains(shape));
            shapes.append(shape);
        }
    }

    void selectedRow_drawsMarksInItsOwnColour()
    {
        QPalette palette = light;
        palette.setColor(QPalette::HighlightedText, Qt::white);
        const QImage image
            = ui::severityIcon(models::Severity::Expired, palette).pixmap(QSize(16, 16), QIcon::Selected).toImage();
        QCOMPARE(image.pixelColor(3, 8), QColor(Qt::white));
    }

    void badges_becomeANumber_whenTheyDoNotFit()
    {
        const QList<models::Badge> badges{{models::BadgeKind::Own, {}},
            {models::BadgeKind::Transport, models::Severity::Expired}, {models::BadgeKind::Connector, {}}};
        const ui::BadgePainter painter(QFont(), light);
        const QSize all = painter.size(badges);
        const auto inked = [&](int width) {
            QImage image(all.width() + 20, all.height(), QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter p(&image);
            painter.paint(&p, QRect(0, 0, width, all.height()), badges);
            p.end();
            int right = 0;
            for (int x = 0; x < image.width(); ++x) {
                for (int y = 0; y < image.height(); ++y)
                    right = qAlpha(image.pixel(x, y)) > 0 ? x : right;
            }
            return right + 1;
        };
        QVERIFY(inked(all.width()) <= all.width());
        QVERIFY(inked(all.width()) > all.width() - 4);
        QVERIFY(inked(all.width() - 10) <= all.width() - 10);
    }

    void badges_canBeHeard()
    {
        QCOMPARE(ui::BadgePainter::accessibleText({{models::BadgeKind::Own, models::Severity::Ok},
                     {models::BadgeKind::Transport, models::Severity::Expired}}),
            QStringLiteral("Own, Transport (expired)"));
    }

    void fonts_areRelative_alsoToPixelSizes()
    {
        QFont points;
        points.setPointSizeF(10);
        QCOMPARE(ui::headingFont(points).pointSizeF(), 13.5);
        QFont pixels;
        pixels.setPixelSize(20);
        QCOMPARE(ui::headingFont(pixels).pixelSize(), 27);
    }
};

KAKUIN_GUI_TEST(tst_Theme)

} // namespace tests::tst_theme

#include "tst_theme.moc"

// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/guitest.h"
#include "ui/decoration/contrast.h"
#include "ui/decoration/fusionstyle.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QStyleOption>

namespace tests::tst_fusionstyle {

using namespace kakuin;

namespace {

constexpr double needed = 3.0; // WCAG 2.1, 1.4.11

QPalette paletteOf(const QColor &window, const QColor &base, const QColor &text)
{
    QPalette palette{QColor(0x2c, 0x31, 0x37), window};
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    return palette;
}

const QPalette dark = paletteOf(QColor(0x1f, 0x23, 0x27), QColor(0x19, 0x1c, 0x20), QColor(0xe6, 0xe8, 0xea));

/// The strongest contrast to the ground that any pixel of a control has.
template <class Draw>
double strongestContrast(const QColor &ground, const Draw &draw)
{
    QImage image(60, 40, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    draw(&painter);
    painter.end();
    double strongest = 1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            strongest = std::max(strongest, ui::contrast(image.pixelColor(x, y), ground));
    }
    return strongest;
}

template <class Option>
Option optionFor(const QPalette &palette)
{
    Option option;
    option.palette = palette;
    option.rect = QRect(8, 8, 40, 22);
    option.state = QStyle::State_Enabled | QStyle::State_Off;
    return option;
}

} // namespace

/// Controls that hold nothing yet are still there to be seen.
class tst_FusionStyle final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyControl_isSeen_onDarkGrounds_data()
    {
        QTest::addColumn<int>("element");
        QTest::addColumn<QPalette::ColorRole>("ground");
        QTest::newRow("a box that is not checked, on a window")
            << int(QStyle::PE_IndicatorCheckBox) << QPalette::Window;
        QTest::newRow("a box that is not checked, in a list") << int(QStyle::PE_IndicatorCheckBox) << QPalette::Base;
        QTest::newRow("a choice that is not chosen") << int(QStyle::PE_IndicatorRadioButton) << QPalette::Window;
    }
    void emptyControl_isSeen_onDarkGrounds()
    {
        QFETCH(int, element);
        QFETCH(QPalette::ColorRole, ground);
        const ui::FusionStyle style;
        auto option = optionFor<QStyleOptionButton>(dark);
        option.rect.setSize({14, 14});
        const double seen = strongestContrast(dark.color(ground), [&](QPainter *painter) {
            style.drawPrimitive(static_cast<QStyle::PrimitiveElement>(element), &option, painter);
        });
        QVERIFY2(seen >= needed, qPrintable(QString::number(seen)));
    }

    void inputs_areSeen_onDarkGrounds()
    {
        const ui::FusionStyle style;
        const QColor window = dark.color(QPalette::Window);
        const auto edit = optionFor<QStyleOptionFrame>(dark);
        QVERIFY(strongestContrast(window, [&](QPainter *painter) {
            style.drawPrimitive(QStyle::PE_FrameLineEdit, &edit, painter);
        }) >= needed);
        auto spin = optionFor<QStyleOptionSpinBox>(dark);
        spin.frame = true;
        spin.subControls = QStyle::SC_SpinBoxFrame | QStyle::SC_SpinBoxEditField;
        QVERIFY(strongestContrast(window, [&](QPainter *painter) {
            style.drawComplexControl(QStyle::CC_SpinBox, &spin, painter);
        }) >= needed);
    }

    void buttons_keepTheirWordsOffTheFrame()
    {
        const ui::FusionStyle style;
        const QSize words(140, 16);
        const auto button = optionFor<QStyleOptionButton>(dark);
        QVERIFY(style.sizeFromContents(QStyle::CT_PushButton, &button, words).width() >= words.width() + 20);
    }

    void name_isFusions_soThatItCanBeChosenAgain() { QCOMPARE(ui::FusionStyle().objectName(), u"fusion"_qs); }
};

KAKUIN_GUI_TEST(tst_FusionStyle)

} // namespace tests::tst_fusionstyle

#include "tst_fusionstyle.moc"

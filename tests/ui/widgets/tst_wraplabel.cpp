// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/guitest.h"
#include "ui/widgets/wraplabel.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

namespace tests::tst_wraplabel {

using namespace kakuin;
using ui::WrapLabel;

namespace {

QPalette themed(const QColor &window, const QColor &text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

} // namespace

class tst_WrapLabel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void html_isShownAsText()
    {
        WrapLabel label;
        label.setPlainText(QStringLiteral("<a href='x'>y</a>"));
        QCOMPARE(label.text(), QStringLiteral("<a href='x'>y</a>"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void hostileWord_doesNotWidenTheWindow()
    {
        WrapLabel label;
        label.setPlainText(QString(4000, u'x'));
        QVERIFY(label.minimumSizeHint().width() <= 120);
        QVERIFY(label.heightForWidth(300) > label.fontMetrics().height() * 10);
    }

    void tone_followsTheTheme()
    {
        QWidget window;
        window.setPalette(themed(Qt::white, Qt::black));
        WrapLabel label(&window, WrapLabel::Look::Body, ui::Tone::Muted);
        QCOMPARE(label.palette().color(QPalette::WindowText), ui::colour(ui::Tone::Muted, window.palette()));
        window.setPalette(themed(Qt::black, Qt::white));
        QCOMPARE(label.palette().color(QPalette::WindowText), ui::colour(ui::Tone::Muted, window.palette()));
        label.setTone(ui::Tone::Plain);
        QCOMPARE(label.palette().color(QPalette::WindowText), QColor(Qt::white));
    }
};

KAKUIN_GUI_TEST(tst_WrapLabel)

} // namespace tests::tst_wraplabel

#include "tst_wraplabel.moc"

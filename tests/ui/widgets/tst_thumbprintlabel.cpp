// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/guitest.h"
#include "ui/widgets/thumbprintlabel.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace tests::tst_thumbprintlabel {

using namespace kakuin;

class tst_ThumbprintLabel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thumbprint_isGroupedForReading_andCopiedWhole()
    {
        const auto thumbprint = domain::Thumbprint::parse(u"9A0B4C2D7E11F0A355C8D9E21B6F4470AC3D92E8");
        QVERIFY(thumbprint);
        ui::ThumbprintLabel label;
        label.setThumbprint(*thumbprint);
        QCOMPARE(label.findChild<QLabel *>(QStringLiteral("thumbprintText"))->text(),
            QStringLiteral("9A0B4C2D 7E11F0A3 55C8D9E2 1B6F4470 AC3D92E8"));
        auto *copy = label.findChild<QToolButton *>(QStringLiteral("copyThumbprintButton"));
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("9A0B4C2D7E11F0A355C8D9E21B6F4470AC3D92E8"));
        QCOMPARE(copy->text(), QStringLiteral("Copied"));
        QTRY_COMPARE(copy->text(), QStringLiteral("Copy"));
    }

    void noThumbprint_cannotBeCopied()
    {
        ui::ThumbprintLabel label;
        QVERIFY(!label.findChild<QToolButton *>()->isEnabled());
        QCOMPARE(label.findChild<QLabel *>(QStringLiteral("thumbprintText"))->text(), QStringLiteral("none"));
    }
};

KAKUIN_GUI_TEST(tst_ThumbprintLabel)

} // namespace tests::tst_thumbprintlabel

#include "tst_thumbprintlabel.moc"

// SPDX-License-Identifier: MIT
#include "tests/ui/dialogs/dialogchecks.h"

#include "tests/ui/pseudotranslator.h"

#include <QtCore/QCoreApplication>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>

namespace kakuin::testkit {
namespace {

bool isPartOfAnother(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QComboBox *>(parent) != nullptr
        || parent->inherits("QComboBoxPrivateContainer") || qobject_cast<const QAbstractItemView *>(parent) != nullptr;
}

QMap<QString, QString> textsOf(const QDialog &dialog)
{
    QMap<QString, QString> out{{QStringLiteral("window"), dialog.windowTitle()}};
    int number = 0;
    for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
        const QString key = QStringLiteral("%1 %2").arg(++number).arg(widget->objectName());
        if (const auto *label = qobject_cast<const QLabel *>(widget); label != nullptr && label->isVisibleTo(&dialog))
            out.insert(key, label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            out.insert(key, button->text());
        else if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < combo->count(); ++i)
                out.insert(key + QString::number(i), combo->itemText(i));
        }
    }
    return out;
}

} // namespace

void checkNames(const QDialog &dialog)
{
    QStringList seen;
    for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isInteractive = button != nullptr || qobject_cast<const QComboBox *>(widget) != nullptr
            || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
            || (qobject_cast<const QAbstractItemView *>(widget) != nullptr && !isPartOfAnother(widget));
        if (!isInteractive || (isPartOfAnother(widget) && widget->objectName().isEmpty()))
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        // a covering overlay has a Cancel of its own
        const QString name = widget->parentWidget()->objectName() + u'/' + widget->objectName();
        QVERIFY2(!seen.contains(name), qPrintable(name));
        seen.append(name);
        const bool speaks = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(speaks || !widget->isVisibleTo(&dialog), qPrintable(name));
    }
}

void checkLanguageSwitch(QDialog &dialog, const QStringList &own)
{
    const QMap<QString, QString> before = textsOf(dialog);
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QCoreApplication::sendPostedEvents();
    const QMap<QString, QString> during = textsOf(dialog);
    QCoreApplication::removeTranslator(&pseudo);
    QCoreApplication::sendPostedEvents();
    for (auto it = during.begin(); it != during.end(); ++it) {
        QVERIFY2(it.value().isEmpty() || it.value().startsWith(PseudoTranslator::sign) || own.contains(it.value()),
            qPrintable(it.key() + QStringLiteral(": ") + it.value()));
    }
    QCOMPARE(textsOf(dialog), before);
}

} // namespace kakuin::testkit

// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/wizardpage.h"

#include "ui/decoration/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QLabel>

namespace kakuin::ui {

WizardPage::WizardPage(QWidget *parent)
    : QWidget(parent)
{
}

void WizardPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT changed();
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        decorate();
    }
}

QLabel *WizardPage::sentence(QWidget *parent, const QString &objectName)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void WizardPage::decorateNote(QLabel *label)
{
    const QWidget *owner = label->parentWidget();
    label->setFont(secondaryFont(owner->font()));
    QPalette palette = owner->palette();
    palette.setColor(QPalette::WindowText, colour(Tone::Muted, palette));
    label->setPalette(palette);
}

} // namespace kakuin::ui

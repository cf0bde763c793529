// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/wizardpage.h"

#include <QtCore/QEvent>

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

WrapLabel *WizardPage::sentence(QWidget *parent, const QString &objectName, WrapLabel::Look look, Tone tone)
{
    auto *label = new WrapLabel(parent, look, tone);
    label->setObjectName(objectName);
    return label;
}

WrapLabel *WizardPage::note(QWidget *parent, const QString &objectName)
{
    return sentence(parent, objectName, WrapLabel::Look::Secondary, Tone::Muted);
}

} // namespace kakuin::ui

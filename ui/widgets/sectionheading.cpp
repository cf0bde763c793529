// SPDX-License-Identifier: MIT
#include "ui/widgets/sectionheading.h"

#include <QtCore/QEvent>

namespace kakuin::ui {

SectionHeading::SectionHeading(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    applyFont();
}

void SectionHeading::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        applyFont();
}

void SectionHeading::applyFont()
{
    QFont bold; // resolves the weight only: family and size stay inherited
    bold.setBold(true);
    setFont(bold);
}

} // namespace kakuin::ui

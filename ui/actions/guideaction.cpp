// SPDX-License-Identifier: MIT
#include "ui/actions/guideaction.h"

namespace kakuin::ui {

GuideAction::GuideAction(QObject *parent)
    : UserAction(QStringLiteral("guideAction"), QStringLiteral("guide"), parent)
{
    setShortcut(Qt::Key_F1);
    retranslate();
}

void GuideAction::retranslate()
{
    //: menu entry: the pages of help
    setText(tr("&Guide"));
}

} // namespace kakuin::ui

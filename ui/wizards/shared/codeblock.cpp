// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/codeblock.h"

#include "core/base/untrustedtext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace kakuin::ui {

CodeBlock::CodeBlock(QWidget *parent)
    : QFrame(parent)
    , m_text(new WrapLabel(this, WrapLabel::Look::Fixed))
    , m_copy(new QToolButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->setSpacing(metric::related);
    m_text->setObjectName(QStringLiteral("codeLabel"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setObjectName(QStringLiteral("copyCodeButton"));
    m_copy->setAutoRaise(true);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(m_code); });
    retranslate();
    decorate();
}

void CodeBlock::setCode(const QString &code)
{
    m_code = code;
    m_text->setPlainText(multiLine(code));
}

QString CodeBlock::code() const
{
    return m_code;
}

void CodeBlock::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        decorate();
}

void CodeBlock::retranslate()
{
    const QString copy = tr("Copy the command");
    m_copy->setToolTip(copy);
    m_copy->setAccessibleName(copy);
    m_text->setAccessibleName(tr("PowerShell command"));
}

void CodeBlock::decorate()
{
    m_copy->setIcon(lineIcon(QStringLiteral("copy"), Tone::Muted, palette()));
}

} // namespace kakuin::ui

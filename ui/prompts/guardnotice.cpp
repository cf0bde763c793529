// SPDX-License-Identifier: MIT
#include "ui/prompts/guardnotice.h"

#include "ui/widgets/inputguard.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

GuardNotice::GuardNotice(InputGuard &guard, QWidget *parent)
    : QWidget(parent)
    , m_guard(guard)
    , m_text(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
{
    setObjectName(QStringLiteral("guardNotice"));
    m_text->setObjectName(QStringLiteral("guardLabel"));
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    connect(&guard, &InputGuard::openChanged, this, [this](bool isOpen) {
        if (isOpen)
            m_refusal.reset();
        retranslate();
    });
    connect(&guard, &InputGuard::refused, this, [this](InputGate::Verdict why) {
        m_refusal = why;
        retranslate();
    });
    retranslate();
}

QString GuardNotice::text() const
{
    return m_text->text();
}

void GuardNotice::retranslate()
{
    const bool isOpen = m_guard.isOpen();
    QString shown;
    if (m_refusal == InputGate::Verdict::PointerAtRest)
        shown = tr("Move the pointer to an answer, then press.");
    else if (m_refusal == InputGate::Verdict::KeyHeld)
        shown = tr("Release the key, then press it again.");
    else if (!isOpen && m_refusal == InputGate::Verdict::TooEarly)
        shown = tr("That did not count as an answer, because it came too early. You can answer in a moment.");
    else if (!isOpen)
        shown = tr("You can answer in a moment.");
    const QString spoken = shown.isEmpty() ? tr("You can answer now.") : shown;
    m_text->setPlainText(shown);
    if (m_text->accessibleName() == spoken)
        return;
    m_text->setAccessibleName(spoken);
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void GuardNotice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kakuin::ui

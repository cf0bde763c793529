// SPDX-License-Identifier: MIT
#include "ui/widgets/passwordfields.h"

#include "core/plan/exportdraft.h"
#include "text/tasktext.h"
#include "ui/decoration/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace kakuin::ui {
namespace {

constexpr int passwordWidth = 260;

QLineEdit *field(QWidget *parent, const QString &name)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setEchoMode(QLineEdit::Password);
    edit->setFixedWidth(passwordWidth);
    edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    return edit;
}

} // namespace

PasswordFields::PasswordFields(const QString &name, bool isNew, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_edit(field(this, name + QStringLiteral("PasswordEdit")))
    , m_quality(new QLabel(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metric::related);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    grid->addWidget(m_label, 0, 0);
    grid->addWidget(m_edit, 0, 1);
    grid->addWidget(m_quality, 0, 2);
    m_label->setBuddy(m_edit);
    m_quality->setObjectName(name + QStringLiteral("QualityLabel"));
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        showQuality();
        Q_EMIT changed();
    });
    if (isNew) {
        m_repeatLabel = new QLabel(this);
        m_repeat = field(this, name + QStringLiteral("RepeatEdit"));
        m_repeatLabel->setBuddy(m_repeat);
        grid->addWidget(m_repeatLabel, 1, 0);
        grid->addWidget(m_repeat, 1, 1);
        connect(m_repeat, &QLineEdit::textChanged, this, &PasswordFields::changed);
    }
    retranslate();
}

Secret PasswordFields::password() const
{
    return Secret(m_edit->text());
}

bool PasswordFields::isRepeated() const
{
    return m_repeat == nullptr || m_repeat->text() == m_edit->text();
}

void PasswordFields::showQuality()
{
    m_quality->setText(m_repeat == nullptr ? QString() : TaskText::quality(plan::passwordQuality(password())));
}

void PasswordFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PasswordFields::retranslate()
{
    m_label->setText(tr("Password:"));
    m_quality->setAccessibleName(tr("Quality of the password"));
    if (m_repeatLabel != nullptr)
        m_repeatLabel->setText(tr("Once more:"));
    showQuality();
}

} // namespace kakuin::ui

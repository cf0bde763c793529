// SPDX-License-Identifier: MIT
#include "ui/views/findings/thresholdsdialog.h"

#include "ui/decoration/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

namespace kakuin::ui {

using advice::Policy;

namespace {

enum class ThresholdUnit { Days, Hours, Bits };

struct ThresholdField final {
    const char *name; ///< of the spin box
    int Policy::*value;
    ThresholdUnit unit;
    int least;
    int most;
};
constexpr std::array<ThresholdField, 10> thresholdFields{{
    {"warningDaysSpin", &Policy::warningDays, ThresholdUnit::Days, 1, Policy::mostDays},
    {"criticalDaysSpin", &Policy::criticalDays, ThresholdUnit::Days, 0, Policy::mostDays},
    {"smallestRsaBitsSpin", &Policy::smallestRsaBits, ThresholdUnit::Bits, 512, Policy::mostBits},
    {"authDaysSpin", &Policy::authDays, ThresholdUnit::Days, 1, Policy::mostDays},
    {"authNextDaysSpin", &Policy::authNextDays, ThresholdUnit::Days, 1, Policy::mostDays},
    {"authNearDaysSpin", &Policy::authNearDays, ThresholdUnit::Days, 0, Policy::mostDays},
    {"effectiveHoursSpin", &Policy::effectiveHours, ThresholdUnit::Hours, 1, Policy::mostHours},
    {"promotionHoursSpin", &Policy::promotionHours, ThresholdUnit::Hours, 1, Policy::mostHours},
    {"distributionHoursSpin", &Policy::distributionHours, ThresholdUnit::Hours, 1, Policy::mostHours},
    {"previousHeldDaysSpin", &Policy::previousHeldDays, ThresholdUnit::Days, 0, Policy::mostDays},
}};
constexpr int thresholdsWidth = 560;

} // namespace

ThresholdsDialog::ThresholdsDialog(const Policy &thresholds, QWidget *parent)
    : QDialog(parent)
    , m_title(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_intro(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , m_message(new MessageBar(this))
    , m_defaults(new QPushButton(this))
    , m_apply(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("thresholdsDialog"));
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::related);
    column->addWidget(m_title);
    column->addWidget(m_intro);
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(metric::related);
    grid->setColumnStretch(0, 1);
    for (size_t i = 0; i < fieldCount; ++i) {
        m_labels[i] = new QLabel(this);
        m_labels[i]->setWordWrap(true);
        m_spins[i] = new QSpinBox(this);
        m_spins[i]->setObjectName(QLatin1String(thresholdFields[i].name));
        m_spins[i]->setRange(thresholdFields[i].least, thresholdFields[i].most);
        m_labels[i]->setBuddy(m_spins[i]);
        grid->addWidget(m_labels[i], static_cast<int>(i), 0);
        grid->addWidget(m_spins[i], static_cast<int>(i), 1);
        connect(m_spins[i], &QSpinBox::valueChanged, this, &ThresholdsDialog::check);
    }
    column->addLayout(grid);
    column->addWidget(m_message);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    m_defaults->setObjectName(QStringLiteral("defaultsButton"));
    m_defaults->setAutoDefault(false);
    m_apply->setObjectName(QStringLiteral("applyButton"));
    m_apply->setDefault(true);
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setAutoDefault(false);
    buttons->addWidget(m_defaults);
    buttons->addStretch(1);
    buttons->addWidget(m_apply);
    buttons->addWidget(m_cancel);
    column->addLayout(buttons);
    connect(m_defaults, &QPushButton::clicked, this, [this] { fill(Policy()); });
    connect(m_apply, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(this->thresholds());
        accept();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    fill(thresholds);
    retranslate();
    resizeOnScreen(*this, {thresholdsWidth, column->totalHeightForWidth(thresholdsWidth)});
}

Policy ThresholdsDialog::thresholds() const
{
    Policy thresholds;
    for (size_t i = 0; i < fieldCount; ++i)
        thresholds.*thresholdFields[i].value = m_spins[i]->value();
    return thresholds;
}

void ThresholdsDialog::fill(const Policy &thresholds)
{
    for (size_t i = 0; i < fieldCount; ++i)
        m_spins[i]->setValue(thresholds.*thresholdFields[i].value);
    check();
}

void ThresholdsDialog::check()
{
    const Policy now = thresholds();
    QStringList problems;
    if (now.criticalDays >= now.warningDays)
        problems.append(tr("“Critical” must begin later than the warning: with fewer days left."));
    if (now.authDays > now.authNextDays)
        problems.append(tr("A staged Auth certificate must last at least as long as the one in use may still last."));
    if (problems.isEmpty())
        m_message->clear();
    else
        m_message->setMessage(models::Severity::Expired, problems.join(u'\n'));
    m_apply->setEnabled(now.isValid());
}

void ThresholdsDialog::retranslate()
{
    setWindowTitle(tr("Thresholds"));
    m_title->setPlainText(tr("When findings begin"));
    m_intro->setPlainText(
        tr("The defaults are those of Microsoft's HealthChecker and MonitorExchangeAuthCertificate."));
    const std::array<QString, fieldCount> texts{
        tr("Warning when a certificate has fewer days left than"),
        tr("Critical when it has fewer days left than"),
        tr("Smallest RSA key"),
        tr("The Auth certificate wants a successor at so many days left"),
        tr("A staged Auth certificate must have more days left than"),
        tr("Replacing it is more urgent than copying it at fewer days left than"),
        tr("A staged one takes over soon when its date is nearer than"),
        tr("Exchange looks whether its date has come every"),
        tr("It may take so long to arrive on a server"),
        tr("The previous Auth certificate may stay named for"),
    };
    for (size_t i = 0; i < fieldCount; ++i) {
        m_labels[i]->setText(texts[i]);
        m_spins[i]->setAccessibleName(texts[i]);
        //: units behind a number
        m_spins[i]->setSuffix(thresholdFields[i].unit == ThresholdUnit::Days ? tr(" days")
                : thresholdFields[i].unit == ThresholdUnit::Hours            ? tr(" hours")
                                                                             : tr(" bits"));
    }
    m_defaults->setText(tr("Defaults"));
    m_apply->setText(tr("Apply"));
    m_cancel->setText(tr("Cancel"));
    check();
}

void ThresholdsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#include "ui/views/findings/thresholdstext.h"

#include <QtCore/QStringList>

#include <array>

namespace kakuin::ui {

using findings::Thresholds;

namespace {

struct Field final {
    const char *name;
    int Thresholds::*value;
};
constexpr std::array fields{
    Field{"warningDays", &Thresholds::warningDays},
    Field{"criticalDays", &Thresholds::criticalDays},
    Field{"authDays", &Thresholds::authDays},
    Field{"authNextDays", &Thresholds::authNextDays},
    Field{"smallestRsaBits", &Thresholds::smallestRsaBits},
    Field{"effectiveHours", &Thresholds::effectiveHours},
    Field{"promotionHours", &Thresholds::promotionHours},
    Field{"distributionHours", &Thresholds::distributionHours},
    Field{"previousHeldDays", &Thresholds::previousHeldDays},
};

} // namespace

QString thresholdsToText(const Thresholds &thresholds)
{
    QStringList parts;
    for (const Field &field : fields)
        parts.append(QStringLiteral("%1=%2").arg(QLatin1String(field.name)).arg(thresholds.*field.value));
    return parts.join(u';');
}

Thresholds thresholdsFromText(const QString &text)
{
    Thresholds thresholds;
    const QStringList parts = text.split(u';');
    for (const QString &part : parts) {
        bool isNumber = false;
        const int value = part.section(u'=', 1).toInt(&isNumber);
        for (const Field &field : fields) {
            if (isNumber && part.section(u'=', 0, 0) == QLatin1String(field.name))
                thresholds.*field.value = value;
        }
    }
    return thresholds.isValid() ? thresholds : Thresholds();
}

} // namespace kakuin::ui

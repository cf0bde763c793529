// SPDX-License-Identifier: MIT
#include "ui/views/findings/thresholdstext.h"

#include <QtCore/QStringList>

#include <array>

namespace kakuin::ui {

using advice::Policy;

namespace {

struct Field final {
    const char *name;
    int Policy::*value;
};
constexpr std::array fields{
    Field{"warningDays", &Policy::warningDays},
    Field{"criticalDays", &Policy::criticalDays},
    Field{"authDays", &Policy::authDays},
    Field{"authNextDays", &Policy::authNextDays},
    Field{"authNearDays", &Policy::authNearDays},
    Field{"smallestRsaBits", &Policy::smallestRsaBits},
    Field{"effectiveHours", &Policy::effectiveHours},
    Field{"promotionHours", &Policy::promotionHours},
    Field{"distributionHours", &Policy::distributionHours},
    Field{"previousHeldDays", &Policy::previousHeldDays},
};

} // namespace

QString thresholdsToText(const Policy &thresholds)
{
    QStringList parts;
    for (const Field &field : fields)
        parts.append(QStringLiteral("%1=%2").arg(QLatin1String(field.name)).arg(thresholds.*field.value));
    return parts.join(u';');
}

Policy thresholdsFromText(const QString &text)
{
    Policy thresholds;
    const QStringList parts = text.split(u';');
    for (const QString &part : parts) {
        bool isNumber = false;
        const int value = part.section(u'=', 1).toInt(&isNumber);
        for (const Field &field : fields) {
            if (isNumber && part.section(u'=', 0, 0) == QLatin1String(field.name))
                thresholds.*field.value = value;
        }
    }
    return thresholds.isValid() ? thresholds : Policy();
}

} // namespace kakuin::ui

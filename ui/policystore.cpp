// SPDX-License-Identifier: MIT
#include "ui/policystore.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <array>

namespace kakuin::ui {

using advice::Policy;

namespace {

struct Field final {
    QLatin1String key;
    int Policy::*value;
};
constexpr std::array policyFields{
    Field{QLatin1String("policy/warningDays"), &Policy::warningDays},
    Field{QLatin1String("policy/criticalDays"), &Policy::criticalDays},
    Field{QLatin1String("policy/authDays"), &Policy::authDays},
    Field{QLatin1String("policy/authNextDays"), &Policy::authNextDays},
    Field{QLatin1String("policy/authNearDays"), &Policy::authNearDays},
    Field{QLatin1String("policy/smallestRsaBits"), &Policy::smallestRsaBits},
    Field{QLatin1String("policy/effectiveHours"), &Policy::effectiveHours},
    Field{QLatin1String("policy/promotionHours"), &Policy::promotionHours},
    Field{QLatin1String("policy/distributionHours"), &Policy::distributionHours},
    Field{QLatin1String("policy/previousHeldDays"), &Policy::previousHeldDays},
};

// "warningDays=60;criticalDays=30;…": the names of the keys without their group
constexpr QLatin1String earlierKey("layout/findings-thresholds");

} // namespace

PolicyStore::PolicyStore(QSettings &settings)
    : m_settings(settings)
{
    if (m_settings.contains(earlierKey))
        takeOver();
}

void PolicyStore::takeOver()
{
    const bool isNewer = std::any_of(policyFields.begin(), policyFields.end(),
        [this](const Field &field) { return m_settings.contains(field.key); });
    const QStringList parts = m_settings.value(earlierKey).toString().split(u';');
    Policy earlier;
    for (const QString &part : parts) {
        bool isNumber = false;
        const int value = part.section(u'=', 1).toInt(&isNumber);
        for (const Field &field : policyFields) {
            if (isNumber && QStringLiteral("policy/") + part.section(u'=', 0, 0) == field.key)
                earlier.*field.value = value;
        }
    }
    if (!isNewer && earlier.isValid() && earlier != Policy())
        setPolicy(earlier);
    m_settings.remove(earlierKey);
}

Policy PolicyStore::policy() const
{
    Policy policy;
    for (const Field &field : policyFields) {
        bool isNumber = false;
        const int value = m_settings.value(field.key).toInt(&isNumber);
        if (isNumber)
            policy.*field.value = value;
    }
    return policy.isValid() ? policy : Policy();
}

void PolicyStore::setPolicy(const Policy &policy)
{
    for (const Field &field : policyFields)
        m_settings.setValue(field.key, policy.*field.value);
}

} // namespace kakuin::ui

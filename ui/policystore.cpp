// SPDX-License-Identifier: MIT
#include "ui/policystore.h"

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

} // namespace

PolicyStore::PolicyStore(QSettings &settings)
    : m_settings(settings)
{
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

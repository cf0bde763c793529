// SPDX-License-Identifier: MIT
#include "core/plan/check.h"

namespace kakuin::plan {

shell::ParameterValue CertificateReference::value() const
{
    if (isLate())
        return shell::LateValue::thumbprintOfStep(step);
    return thumbprint.toString();
}

} // namespace kakuin::plan

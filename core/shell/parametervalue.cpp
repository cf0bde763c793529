// SPDX-License-Identifier: MIT
#include "core/shell/parametervalue.h"

namespace kakuin::shell {

bool isLate(const ParameterValue &value)
{
    return std::holds_alternative<LateValue>(value);
}

} // namespace kakuin::shell

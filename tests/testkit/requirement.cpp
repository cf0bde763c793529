// SPDX-License-Identifier: MIT
#include "tests/testkit/requirement.h"

#include <QtCore/QtGlobal>

#include <cstdio>

namespace kakuin::testkit {

int requireInstalled(bool isInstalled, const char *variable, const char *packages)
{
    constexpr int skipped = 77; // SKIP_RETURN_CODE of kakuin_tests()
    if (isInstalled)
        return 0;
    const bool isRequired = !qEnvironmentVariableIsEmpty(variable);
    std::fprintf(stderr, "%s: not installed: %s\n", isRequired ? "FAIL" : "SKIP", packages);
    return isRequired ? 1 : skipped;
}

} // namespace kakuin::testkit

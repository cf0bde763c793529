// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtTest/QTest>

/// QVERIFY for a Result: on failure prints code, subject and detail.
#define QVERIFY_RESULT(result)                                                                                         \
    do {                                                                                                               \
        const auto &verifiedResult = (result);                                                                         \
        if (!verifiedResult.has_value()) {                                                                             \
            const auto &verifiedError = verifiedResult.error();                                                        \
            QFAIL(qPrintable(QStringLiteral("error %1, subject '%2', detail '%3'")                                     \
                                 .arg(static_cast<int>(verifiedError.code))                                            \
                                 .arg(verifiedError.subject, verifiedError.detail)));                                  \
        }                                                                                                              \
    } while (false)

namespace kakuin::testkit {

/// The code of a failure; Count_ where there was none.
template <class T>
[[nodiscard]] ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Count_ : result.error().code;
}

} // namespace kakuin::testkit

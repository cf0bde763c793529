// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Sentences for core's error codes. Plain text; what came from a server or a file is made safe to show.
class ErrorText final {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
public:
    /// What happened, to what, why as far as known, and what to do. Does not contain `detail`.
    [[nodiscard]] static QString sentence(const Error &error);
    /// The sentence, and behind "The server said:" or "Detail:" what `detail` holds, if anything.
    [[nodiscard]] static QString full(const Error &error);
    /// A few words for a row: "not reachable: RPC server unavailable". Does not name the subject.
    [[nodiscard]] static QString brief(const Error &error);
};

} // namespace kakuin::ui

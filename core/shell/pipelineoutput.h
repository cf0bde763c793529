// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"
#include "core/shell/errorrecord.h"

#include <variant>

namespace kakuin::shell {

struct Warning final {
    QString message;
    friend bool operator==(const Warning &, const Warning &) = default;
};

/// What a pipeline wrote, in order: objects, error records, warnings.
struct PipelineOutput final {
    using Item = std::variant<clixml::Value, ErrorRecord, Warning>;
    QList<Item> items;

    [[nodiscard]] QList<clixml::Value> objects() const;
    [[nodiscard]] QList<ErrorRecord> errors() const;
    [[nodiscard]] QStringList warnings() const;
    [[nodiscard]] bool hasErrors() const;
};

} // namespace kakuin::shell

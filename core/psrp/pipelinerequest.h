// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/argument.h"

namespace kakuin::psrp {

/// One command of a pipeline. Values are sent as values: nothing is ever put together as text.
struct Command final {
    struct Parameter final {
        QString name; ///< without the dash; empty: positional
        Argument value;
        friend bool operator==(const Parameter &, const Parameter &) = default;
    };
    QString text; ///< the cmdlet's name, or, for a script, its source
    bool isScript = false; ///< full-language endpoints only; Exchange refuses scripts
    std::optional<bool> usesLocalScope;
    QList<Parameter> parameters;
    friend bool operator==(const Command &, const Command &) = default;
};

/// One statement: commands joined by "|".
struct PipelineRequest final {
    QList<Command> commands;
    bool takesInput = false; ///< then endInput() must follow, or it never ends
    friend bool operator==(const PipelineRequest &, const PipelineRequest &) = default;
};

[[nodiscard]] bool needsSessionKey(const PipelineRequest &request);

/// The bodies of what a client sends, in the shapes that recorded clients sent: servers' decoders fail on missing or
/// unknown properties.
/// Source: MS-PSRP 2.2.2.1, 2.2.2.2, 2.2.2.10; recorded sessions.
[[nodiscard]] clixml::Value sessionCapabilityBody();
[[nodiscard]] clixml::Value initRunspacePoolBody(int minRunspaces, int maxRunspaces);
/// Errors: Internal when a secret needs the session key and there is none.
[[nodiscard]] Result<clixml::Value> createPipelineBody(const PipelineRequest &request, const SessionKey *key);

} // namespace kakuin::psrp

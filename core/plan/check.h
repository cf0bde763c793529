// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/serviceset.h"
#include "core/shell/pipeline.h"
#include "core/shell/prompt.h"

#include <optional>

namespace kakuin::plan {

/// A certificate that is known now, or the one that a step returns.
struct CertificateReference final {
    domain::Thumbprint thumbprint; ///< null: late
    int step = 0; ///< the step that returns it, when late

    [[nodiscard]] bool isLate() const { return thumbprint.isNull(); }
    [[nodiscard]] shell::ParameterValue value() const;
    friend bool operator==(const CertificateReference &, const CertificateReference &) = default;
};

/// A state of the organisation that must hold, and the command that shows it.
struct Check final {
    enum class Kind {
        CertificatePresent, ///< it is in the server's store, with a private key and at least `services`
        InternalTransportIs, ///< the server uses it for internal transport
        CertificateAbsent, ///< it is not in the server's store any more
        AuthNextIs, ///< AuthConfig has it staged
        AuthCurrentIs, ///< AuthConfig uses it
        AuthPreviousIsEmpty, ///< AuthConfig names no previous one
        PfxHoldsCertificate, ///< the file of the step holds it, with its key; no command
        NothingNewInStore, ///< the server's store holds no certificate beside `known` and what the plan made
        ServicesAre, ///< it is in the store and has exactly `services`
        NoFurtherServices, ///< it is in the store and has no service beside `services`
        AuthConfigIs, ///< AuthConfig has `known`: current, next and previous, each null where there is none
    };
    Kind kind = Kind::CertificatePresent;
    domain::ServerId server;
    CertificateReference certificate;
    domain::ServiceSet services;
    std::optional<QList<domain::Thumbprint>> known; ///< NothingNewInStore (empty optional: any), AuthConfigIs
    shell::Pipeline command;
    /// The check applies only when the step `step` asked the question of that kind and it was answered so:
    /// InternalTransportIs(new) after Yes, InternalTransportIs(old) after No.
    struct Condition final {
        shell::PromptKind prompt = shell::PromptKind::Unknown;
        int step = 0; ///< the step that asks
        bool answeredYes = true;
        bool appliesWhenNotAsked = false; ///< what to do when the server did not ask at all
        friend bool operator==(const Condition &, const Condition &) = default;
    };
    std::optional<Condition> condition;

    friend bool operator==(const Check &, const Check &) = default;
};

} // namespace kakuin::plan

// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/check.h"
#include "core/shell/pipeline.h"
#include "core/shell/prompt.h"

#include <optional>

namespace kakuin::plan {

enum class PlanKind { RenewCertificate };

/// What a step does, as a code; ui/text has the sentence.
enum class StepKind {
    CreateSuccessor, ///< Get-… | New-ExchangeCertificate; returns the new certificate
    VerifySuccessor, ///< reads back what the step before changed
};

/// Why an answer is recommended, as a code.
enum class RecommendationReason {
    SuccessorTakesOverTransport, ///< the old one is the internal transport certificate and goes out of use
    KeepTransportAsItIs, ///< the person chose not to change internal transport
    OldIsNotTransport, ///< another certificate holds the role today
    TakeOverChosen, ///< the person chose to hand the role to the successor, whoever holds it
    CurrentNotKnown, ///< nobody could read who holds the role: the question itself will name it (see adviceFor())
};

/// A question that a step is expected to raise.
struct ExpectedPrompt final {
    shell::PromptKind kind = shell::PromptKind::Unknown;
    shell::Confirmation recommended = shell::Confirmation::No;
    RecommendationReason reason = RecommendationReason::KeepTransportAsItIs;
    domain::Thumbprint currentCertificate; ///< null when not known
    /// The advice is Yes exactly when the question names the step's subject as the current certificate: what counts is
    /// the state at the moment of the question, not the one that the plan was made from.
    bool followsCurrent = false;
    friend bool operator==(const ExpectedPrompt &, const ExpectedPrompt &) = default;
};

/// One step: at most one command, then checks.
struct Step final {
    int number = 0; ///< from 1 on, unique in the plan; late values refer to it
    StepKind kind = StepKind::CreateSuccessor;
    domain::ServerId server;
    domain::Thumbprint subject; ///< the certificate that it starts from; null if none
    shell::Pipeline command; ///< empty: the step only checks
    QList<ExpectedPrompt> prompts;
    QList<Check> checks;

    [[nodiscard]] bool isChanging() const { return command.isChanging(); }
    friend bool operator==(const Step &, const Step &) = default;
};

/// What to recommend for a question that `step` raised, given what the question itself says; empty for a question that
/// the step does not expect (there is no advice for it, and nothing but the person may answer it).
[[nodiscard]] std::optional<ExpectedPrompt> adviceFor(const Step &step, const shell::Prompt &prompt);

/// What the person should know before starting, as codes.
enum class Caution {
    OldCertificateStays, ///< nothing is removed; how to go back
    BackEndBindingStays, ///< 444 keeps the old certificate: rebind before removing it
    FrontEndBindingMoves, ///< IIS is among the services: 443 moves to the new certificate
    WmSvcBindingStays, ///< the management service keeps the old certificate
    ConnectorNamesStay, ///< connectors find the new one by its equal name
    NotTrustedRoot, ///< the old one is in Trusted Root, the new one will not be
    TransportPublished, ///< from Yes on, other servers meet the new certificate
    EdgeResubscription, ///< Edge subscriptions trust the published certificate
};

enum class ErrorPolicy { Stop, ContinueWithNextServer };

/// What will run: data, comparable, made by a draft.
struct Plan final {
    PlanKind kind = PlanKind::RenewCertificate;
    QList<Step> steps;
    QList<Caution> cautions;
    ErrorPolicy errorPolicy = ErrorPolicy::Stop;

    [[nodiscard]] const Step *find(int number) const;
    [[nodiscard]] QList<domain::ServerId> servers() const; ///< each once, in order of the steps
    friend bool operator==(const Plan &, const Plan &) = default;
};

} // namespace kakuin::plan

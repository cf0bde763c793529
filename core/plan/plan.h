// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/check.h"
#include "core/shell/pipeline.h"
#include "core/shell/prompt.h"

#include <optional>

namespace kakuin::plan {

enum class PlanKind {
    RenewCertificate,
    RotateAuthCertificate, ///< create, stage; immediately: publish and clear, too
    CompleteAuthRotation, ///< publish the staged one, clear the previous one
    CancelAuthRotation, ///< put the current one back in the place of the staged one
    SpreadAuthCertificate, ///< export from a server that has it, import where it does not arrive
    AssignServices,
    RemoveCertificates,
    ExportCertificate,
    ImportCertificate,
};

/// What a step does, as a code; text has the sentence.
enum class StepKind {
    CreateSuccessor, ///< Get-… | New-ExchangeCertificate; returns the new certificate
    VerifySuccessor, ///< reads back what the step before changed
    CreateAuthCertificate, ///< New-ExchangeCertificate; returns the new Auth certificate
    StageAuthCertificate, ///< Set-AuthConfig -NewCertificateThumbprint
    PublishAuthCertificate, ///< Set-AuthConfig -PublishCertificate
    ClearPreviousAuthCertificate, ///< Set-AuthConfig -ClearPreviousCertificate
    AssignServices, ///< Enable-ExchangeCertificate
    ReplaceInternalTransport, ///< Enable-ExchangeCertificate -Services SMTP, to hand the role over or back
    RemoveCertificate, ///< Remove-ExchangeCertificate
    ExportCertificate, ///< Export-ExchangeCertificate; returns a PFX
    ImportCertificate, ///< Import-ExchangeCertificate; returns the certificate
};

/// Whether a step of this kind brings a certificate into a server's store and returns it.
[[nodiscard]] bool makesCertificate(StepKind kind);

/// Why an answer is recommended, as a code.
enum class RecommendationReason {
    SuccessorTakesOverTransport, ///< the old one is the internal transport certificate and goes out of use
    KeepTransportAsItIs, ///< the person chose not to change internal transport
    OldIsNotTransport, ///< another certificate holds the role today
    TakeOverChosen, ///< the person chose to hand the role to the successor, whoever holds it
    CurrentNotKnown, ///< the holder of the role could not be read: the question itself will name it (see recognise())
    AuthStaysOutOfTransport, ///< an Auth certificate should not protect mail between the servers
    GiveTransportBack, ///< the role went to the Auth certificate and returns to its former holder
    PublishedRightAway, ///< the effective date does not matter: the certificate is published in the next step
    StagedSoon, ///< the person chose a date that is nearer than Exchange likes
    ReplacedBeforeRemoval, ///< the certificate that goes must hand its role over first
    OnlyServices, ///< the person wants the services, not the internal transport role
    RemovalReviewed, ///< what depends on it was looked at before
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
    QString file; ///< where the PFX that the command returns is saved; empty: it is kept for later steps only
    /// The step runs only where it applies; else it counts as done without a command.
    std::optional<Check::Condition> condition;
    shell::Pipeline command; ///< empty: the step only checks
    /// What the plan was made from, read again right before the command; if it is so no longer, nothing is sent.
    QList<Check> preconditions;
    QList<ExpectedPrompt> prompts;
    QList<Check> checks;
    /// The command of this step may have been sent before and may still be at work on the server (a resumed creation).
    bool mayStillRun = false;

    [[nodiscard]] bool isChanging() const { return command.isChanging(); }
    friend bool operator==(const Step &, const Step &) = default;
};

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
    ServersMayLackAuth, ///< published at once: servers that do not have it yet refuse sign-ins until it arrives
    RestartAfterAuth, ///< the service host and the application pools of every server
    HybridAfterAuth, ///< the Hybrid Configuration Wizard, or the upload to Entra
    ServersLeftOut, ///< the person decided without servers that did not answer (Plan::leftOut)
    StagedReplaced, ///< another certificate was staged already; this one takes its place
    ServicesAreTakenOver, ///< services move here from other certificates of the server
    RemovalIsFinal, ///< neither certificate nor key can be had back but from a PFX
    NoBackupPossible, ///< the key cannot be exported
    PfxHoldsKey, ///< who has the file and its password can pass for the server
    AuthExportMayBeRefused, ///< whether the server has the update that refuses the Auth certificate is not known
};

enum class ErrorPolicy { Stop, ContinueWithNextServer };

/// What will run: data, comparable, made by a draft.
struct Plan final {
    PlanKind kind = PlanKind::RenewCertificate;
    QList<Step> steps;
    QList<Caution> cautions;
    ErrorPolicy errorPolicy = ErrorPolicy::Stop;
    /// Servers that the person left out of the decision because they did not answer: for the record.
    QList<domain::ServerId> leftOut = {};

    [[nodiscard]] const Step *find(int number) const;
    /// Each once, in the order of the steps; a step of the organisation has none.
    [[nodiscard]] QList<domain::ServerId> servers() const;
    [[nodiscard]] bool isOrganisationWide() const; ///< a step changes what belongs to no single server
    friend bool operator==(const Plan &, const Plan &) = default;
};

} // namespace kakuin::plan

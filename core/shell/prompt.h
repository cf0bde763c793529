// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/serverid.h"
#include "core/domain/thumbprint.h"

#include <QtCore/QFuture>
#include <QtCore/QList>

#include <optional>

namespace kakuin::shell {

/// One answer that a server offers.
struct PromptChoice final {
    QString label; ///< without the ampersand: "Yes to All"
    QChar accelerator; ///< upper case; null when the label marks none
    QString help;

    /// From "Yes to &All" and its help message.
    [[nodiscard]] static PromptChoice fromLabel(const QString &label, const QString &help);
    friend bool operator==(const PromptChoice &, const PromptChoice &) = default;
};

/// What PowerShell's own confirmations offer, whatever the language.
enum class Confirmation { Yes, YesToAll, No, NoToAll };

/// A question that a server asks in the middle of a pipeline. All texts are the server's and untrusted.
/// Source: PSHostUserInterface.PromptForChoice (host call 26 of MS-PSRP).
struct Prompt final {
    domain::ServerId server; ///< the server that the command was for
    QString cmdlet; ///< the cmdlet of the pipeline that asks, as far as known
    QString caption;
    QString message;
    QList<PromptChoice> choices;
    int defaultChoice = 0; ///< -1: none

    /// Whether this is PowerShell's own confirmation (ShouldProcess, ShouldContinue): four choices in the order Yes, Yes
    /// to All, No, No to All, each with an accelerator, the first one the default. What contradicts that order: Y or A in
    /// the half of No, N or L in the half of Yes, exactly these four letters in another order, or the English or Japanese
    /// word for Yes or No in the wrong half. Other letters, of other languages, neither confirm nor contradict it.
    [[nodiscard]] bool isConfirmation() const;
    /// Which of the choices that is; empty when the question is no confirmation.
    [[nodiscard]] std::optional<int> indexOf(Confirmation confirmation) const;
    [[nodiscard]] std::optional<Confirmation> confirmationAt(int index) const;
    /// The thumbprints in caption and message, in order, each once.
    [[nodiscard]] QList<domain::Thumbprint> thumbprints() const;
    friend bool operator==(const Prompt &, const Prompt &) = default;
};

/// The questions that Kakuin understands.
enum class PromptKind {
    Unknown,
    OverwriteDefaultSmtp, ///< P1: New- or Enable-ExchangeCertificate with SMTP; two thumbprints: current, new
    EffectiveDateWithin48Hours, ///< P2: Set-AuthConfig -NewCertificateEffectiveDate
    RemoveCertificate, ///< P3: Remove-ExchangeCertificate; one thumbprint
};

/// What the person decided.
struct PromptAnswer final {
    std::optional<int> choice; ///< empty: stop here; the pipeline ends as PowerShell ends one that is stopped

    [[nodiscard]] static PromptAnswer choose(int index) { return {index}; }
    [[nodiscard]] static PromptAnswer stop() { return {std::nullopt}; }
    friend bool operator==(const PromptAnswer &, const PromptAnswer &) = default;
};

/// A question that was asked, and what became of it.
struct AskedPrompt final {
    Prompt prompt;
    std::optional<int> answer; ///< the chosen index; empty: stopped, or not answered yet
    bool isAnswered = false; ///< false while the person decides
    PromptKind kind = PromptKind::Unknown; ///< as plan::recognise() told when it was asked
    bool isByConsent = false; ///< answered by the consent that was given on Review, not in a question window

    /// Whether it was recognised as this kind and answered with Yes (or Yes to All), with No; empty when it was neither.
    [[nodiscard]] std::optional<bool> answeredYes(PromptKind asked) const;
};

/// Brings a question to the person who can answer it.
/// Contract: ask() is called on the shell's thread. A future that is cancelled, abandoned or fails counts as stop: no
///           failure of the handler ever means Yes.
class PromptHandler {
public:
    PromptHandler() = default;
    virtual ~PromptHandler() = default;
    Q_DISABLE_COPY_MOVE(PromptHandler)
    [[nodiscard]] virtual QFuture<Result<PromptAnswer>> ask(const Prompt &prompt) = 0;
};

} // namespace kakuin::shell

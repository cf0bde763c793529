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

    /// Which of the choices is PowerShell's Yes, Yes to All, No or No to All. Told by the four choices' order (Y, A, N,
    /// L) and number, never by their words; empty when the question is not of that form.
    [[nodiscard]] std::optional<int> indexOf(Confirmation confirmation) const;
    [[nodiscard]] std::optional<Confirmation> confirmationAt(int index) const;
    /// The thumbprints in the message, in order, each once.
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

/// Tells the kind by the asking cmdlet and the thumbprints in the message, because the words depend on the language.
[[nodiscard]] PromptKind kindOf(const Prompt &prompt);

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
};

/// Brings a question to whoever can answer it.
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

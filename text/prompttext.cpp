// SPDX-License-Identifier: MIT
#include "text/prompttext.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "core/domain/roles.h"

namespace kakuin::ui {
namespace {

using shell::Confirmation;
using shell::PromptKind;

constexpr qsizetype longestLabel = 80;

bool isYes(Confirmation confirmation)
{
    return confirmation == Confirmation::Yes || confirmation == Confirmation::YesToAll;
}

// P1 names the certificate in use first and the new one second, in every language
domain::Thumbprint currentOf(const shell::Prompt &prompt)
{
    return prompt.thumbprints().value(0);
}

QString serverName(const shell::Prompt &prompt)
{
    return singleLine(prompt.server.name(), longestLabel);
}

// Enable- asks about one that was there before
bool makesCertificate(const shell::Prompt &prompt)
{
    return prompt.cmdlet.startsWith(QLatin1String("New-"), Qt::CaseInsensitive);
}

} // namespace

QString PromptText::title(const shell::Prompt &prompt)
{
    //: %1 is a server's name
    return prompt.server.isEmpty() ? tr("The server asks for a decision")
                                   : tr("%1 asks for a decision").arg(serverName(prompt));
}

QString PromptText::position(const shell::Prompt &prompt, const PromptContext &context)
{
    const QString cmdlet = singleLine(prompt.cmdlet, longestLabel);
    if (context.stepNumber <= 0)
        return cmdlet;
    if (context.serverNumber > 0 && context.serverCount > 1)
        //: %1 to %4 are numbers, %5 is the name of a cmdlet
        return tr("Server %1 of %2 · Step %3 of %4 · %5")
            .arg(context.serverNumber)
            .arg(context.serverCount)
            .arg(context.stepNumber)
            .arg(context.stepCount)
            .arg(cmdlet);
    //: %1 and %2 are numbers, %3 is the name of a cmdlet
    return tr("Step %1 of %2 · %3").arg(context.stepNumber).arg(context.stepCount).arg(cmdlet);
}

QString PromptText::answer(const shell::Prompt &prompt, int choice)
{
    return singleLine(prompt.choices.value(choice).label, longestLabel);
}

QString PromptText::consequence(const shell::Prompt &prompt, int choice, const PromptContext &context)
{
    const auto confirmation = prompt.confirmationAt(choice);
    const PromptKind kind = context.kind;
    if (!confirmation || kind == PromptKind::Unknown)
        return multiLine(prompt.choices.value(choice).help, 1000);
    const bool yes = isYes(*confirmation);
    switch (kind) {
    case PromptKind::Unknown:
        break;
    case PromptKind::OverwriteDefaultSmtp:
        return overwriteConsequence(prompt, yes, context);
    case PromptKind::EffectiveDateWithin48Hours:
        return yes
            ? tr(
                "The new Auth certificate takes effect although some servers may not have it yet. Those servers refuse "
                "sign-ins until it arrives.")
            : tr("Nothing is changed. Choose a later effective date.");
    case PromptKind::RemoveCertificate:
        //: %1 is a server's name
        return yes ? tr("The certificate and its private key are deleted from the store of %1. This cannot be undone.")
                         .arg(serverName(prompt))
                   : tr("The certificate stays where it is.");
    }
    return {};
}

QString PromptText::overwriteConsequence(const shell::Prompt &prompt, bool yes, const PromptContext &context)
{
    if (!yes)
        return keepConsequence(prompt, context);
    const domain::Certificate *current = context.find(prompt.server, currentOf(prompt));
    if (!makesCertificate(prompt))
        return tr(
            "The certificate that the command names protects mail between servers from now on. The present one stays "
            "in the store.");
    if (current != nullptr && current->facts.thumbprint == context.renewed)
        return tr("The new certificate protects mail between servers from now on. The old one can then be removed.");
    //: %1 is a certificate's name
    return current != nullptr
        ? tr("The new certificate protects mail between servers from now on, in place of “%1”, which stays in the "
             "store.")
              .arg(current->displayName())
        : tr("The new certificate protects mail between servers from now on, in place of the one used today.");
}

QString PromptText::together(const QString &first, const QString &second)
{
    //: two whole sentences, one after the other
    return tr("%1 %2", "sentences").arg(first, second);
}

QString PromptText::keepConsequence(const shell::Prompt &prompt, const PromptContext &context)
{
    const domain::Certificate *current = context.find(prompt.server, currentOf(prompt));
    const QString keeps = makesCertificate(prompt)
        ? tr("The new certificate is created for its services, but mail between servers keeps using the present one.")
        : tr("The certificate gets its other services, but mail between servers keeps using the present one.");
    if (current == nullptr)
        return together(
            keeps, tr("Kakuin does not know that certificate: it was not there when the organisation was read."));
    const domain::Expiry expiry = domain::expiryOf(current->facts.notAfterUtc, context.nowUtc);
    switch (expiry.band) {
    case domain::ExpiryBand::Expired:
        return together(keeps, tr("That one has expired already, and it cannot be removed while it has this role."));
    case domain::ExpiryBand::Today:
        return together(keeps, tr("That one expires today, and it cannot be removed while it has this role."));
    case domain::ExpiryBand::Unknown:
        return together(keeps, tr("It cannot be removed while it has this role."));
    case domain::ExpiryBand::Urgent:
    case domain::ExpiryBand::Soon:
    case domain::ExpiryBand::Upcoming:
    case domain::ExpiryBand::Later:
        break;
    }
    return together(keeps,
        tr("That one expires in %n days, and it cannot be removed while it has this role.", nullptr,
            static_cast<int>(expiry.left.count())));
}

QString PromptText::coverage(const shell::Prompt &prompt)
{
    return prompt.server.isEmpty()
        ? tr("“To all” answers further questions of this one command in the same way. Later steps ask again.")
        //: %1 is a server's name
        : tr("“To all” answers further questions of this one command on %1 in the same way. Later steps ask again.")
              .arg(serverName(prompt));
}

QString PromptText::stopLeaves(const shell::Prompt &prompt, const PromptContext &context)
{
    switch (context.kind) {
    case PromptKind::OverwriteDefaultSmtp:
        if (makesCertificate(prompt))
            return tr("Stopping here leaves the new certificate in the store: it has been created already. Internal "
                      "transport stays "
                      "as it is, and the remaining steps do not run.");
        return tr("Stopping here leaves internal transport as it is. The remaining steps do not run.");
    case PromptKind::EffectiveDateWithin48Hours:
        return tr("Stopping here leaves the Auth configuration as it is. The remaining steps do not run.");
    case PromptKind::RemoveCertificate:
        return tr("Stopping here removes nothing. The remaining steps do not run.");
    case PromptKind::Unknown:
        break;
    }
    return tr("Stopping here ends this command without an answer. What it did before the question stays done, and the "
              "remaining "
              "steps do not run.");
}

QString PromptText::cardNote(
    const shell::Prompt &prompt, const domain::Thumbprint &thumbprint, const PromptContext &context)
{
    const domain::Certificate *certificate = context.find(prompt.server, thumbprint);
    if (context.kind == PromptKind::OverwriteDefaultSmtp) {
        if (thumbprint == currentOf(prompt))
            //: %1 is a server's name
            return tr("Internal transport certificate of %1").arg(serverName(prompt));
        if (certificate == nullptr)
            return context.renewed.isNull() ? tr("Just created") : tr("Its successor: same names, new key");
    }
    if (certificate == nullptr)
        return tr("Not there when the organisation was read");
    return domain::hasRole(domain::rolesOf(*certificate, *context.inventory), domain::Role::InternalTransport)
        ? tr("Internal transport certificate of %1").arg(serverName(prompt))
        : QString();
}

} // namespace kakuin::ui

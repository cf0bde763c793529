// SPDX-License-Identifier: MIT
#include "core/plan/recognition.h"

#include <algorithm>

namespace kakuin::plan {
namespace {

using domain::Thumbprint;
using shell::PromptKind;

constexpr std::chrono::hours shortNotice{48};

bool isCalled(const shell::Cmdlet &cmdlet, QLatin1String name)
{
    return cmdlet.name().compare(name, Qt::CaseInsensitive) == 0;
}

const shell::Cmdlet *askingCmdlet(const shell::Pipeline &command, const QString &name)
{
    const auto it = std::find_if(command.cmdlets.begin(), command.cmdlets.end(),
        [&name](const shell::Cmdlet &cmdlet) { return cmdlet.name().compare(name, Qt::CaseInsensitive) == 0; });
    return it == command.cmdlets.end() ? nullptr : &*it;
}

Thumbprint thumbprintIn(const shell::Cmdlet &cmdlet, QStringView parameter)
{
    return Thumbprint::parse(cmdlet.text(parameter)).value_or(Thumbprint());
}

const ExpectedPrompt *expectedOf(const Step &step, PromptKind kind)
{
    const auto it = std::find_if(
        step.prompts.begin(), step.prompts.end(), [kind](const ExpectedPrompt &each) { return each.kind == kind; });
    return it == step.prompts.end() ? nullptr : &*it;
}

// Who has internal transport when the question comes, by the plan; null where the plan could not know
Thumbprint expectedHolder(const Step &step, const QuestionFacts &facts)
{
    if (!facts.transportHolder.isNull())
        return facts.transportHolder;
    const ExpectedPrompt *expected = expectedOf(step, PromptKind::OverwriteDefaultSmtp);
    return expected == nullptr ? Thumbprint() : expected->currentCertificate;
}

bool isOverwriteOfNew(const Step &step, const QuestionFacts &facts, const QList<Thumbprint> &named)
{
    const Thumbprint holder = expectedHolder(step, facts);
    return named.size() == 2 && named.first() == (holder.isNull() ? step.subject : holder) && facts.presentBefore
        && !facts.presentBefore->contains(named.last());
}

bool isOverwriteOfEnable(
    const Step &step, const QuestionFacts &facts, const shell::Cmdlet &asking, const QList<Thumbprint> &named)
{
    const Thumbprint holder = expectedHolder(step, facts);
    return named.size() == 2 && !holder.isNull() && named.first() == holder
        && named.last() == thumbprintIn(asking, u"Thumbprint");
}

bool isShortNotice(const QuestionFacts &facts, const shell::Prompt &prompt, const shell::Cmdlet &asking,
    const QList<Thumbprint> &named)
{
    const Thumbprint staged = thumbprintIn(asking, u"NewCertificateThumbprint");
    const shell::ParameterValue *value = asking.value(u"NewCertificateEffectiveDate");
    const auto *effective = value == nullptr ? nullptr : std::get_if<QDateTime>(value);
    const bool namesOthers
        = std::any_of(named.begin(), named.end(), [&staged](const Thumbprint &each) { return each != staged; });
    return !namesOthers && effective != nullptr && prompt.message.contains(QLatin1String("48"))
        && facts.serverNowUtc.isValid() && *effective < facts.serverNowUtc.addDuration(shortNotice);
}

PromptKind kindOfQuestion(const Step &step, const shell::Prompt &prompt, const QuestionFacts &facts)
{
    const shell::Cmdlet *asking = askingCmdlet(facts.command, prompt.cmdlet);
    if (asking == nullptr || !prompt.isConfirmation())
        return PromptKind::Unknown;
    const QList<Thumbprint> named = prompt.thumbprints();
    if (isCalled(*asking, QLatin1String("New-ExchangeCertificate")))
        return isOverwriteOfNew(step, facts, named) ? PromptKind::OverwriteDefaultSmtp : PromptKind::Unknown;
    if (isCalled(*asking, QLatin1String("Enable-ExchangeCertificate")))
        return isOverwriteOfEnable(step, facts, *asking, named) ? PromptKind::OverwriteDefaultSmtp
                                                                : PromptKind::Unknown;
    if (isCalled(*asking, QLatin1String("Set-AuthConfig")))
        return isShortNotice(facts, prompt, *asking, named) ? PromptKind::EffectiveDateWithin48Hours
                                                            : PromptKind::Unknown;
    if (isCalled(*asking, QLatin1String("Remove-ExchangeCertificate")))
        return named == QList<Thumbprint>{step.subject} ? PromptKind::RemoveCertificate : PromptKind::Unknown;
    return PromptKind::Unknown;
}

} // namespace

std::optional<RecognisedQuestion> recognise(const Step &step, const shell::Prompt &prompt, const QuestionFacts &facts)
{
    RecognisedQuestion out;
    out.kind = kindOfQuestion(step, prompt, facts);
    if (out.kind == PromptKind::Unknown)
        return std::nullopt;
    const ExpectedPrompt *expected = expectedOf(step, out.kind);
    if (expected != nullptr)
        out.advice = *expected;
    if (out.kind != PromptKind::OverwriteDefaultSmtp)
        return out;
    const QList<Thumbprint> named = prompt.thumbprints();
    out.current = named.first();
    out.incoming = named.last();
    if (!out.advice)
        return out;
    out.advice->currentCertificate = out.current;
    if (out.advice->followsCurrent) {
        const bool oldHoldsRole = out.current == step.subject;
        out.advice->recommended = oldHoldsRole ? shell::Confirmation::Yes : shell::Confirmation::No;
        out.advice->reason = oldHoldsRole ? RecommendationReason::SuccessorTakesOverTransport
                                          : RecommendationReason::OldIsNotTransport;
    }
    return out;
}

} // namespace kakuin::plan

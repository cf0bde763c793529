// SPDX-License-Identifier: MIT
#include "core/lab/pipelinerun.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;
using shell::PipelineOutput;

namespace {

PipelineRun::Turn endOfRun(Result<PipelineOutput> result)
{
    return PipelineRun::Turn(std::move(result));
}

bool setsCertificates(const CmdletDefinition &definition)
{
    return definition.name == QLatin1String("New-ExchangeCertificate")
        || definition.name == QLatin1String("Enable-ExchangeCertificate")
        || definition.name == QLatin1String("Remove-ExchangeCertificate");
}

// Real servers are then without a session of their own; here, all commands still reach them, as through another server
void loseBindings(LabServer &server)
{
    for (Placement &placement : server.store) {
        placement.iisSites.clear();
        placement.services.setFlag(domain::Service::Iis, false);
    }
    server.fault.kind = Fault::Kind::None;
}

} // namespace

Result<CertificateMaterial> PipelineRun::Host::material(int bits)
{
    return x509::PrivateKey::generateRsa(bits).transform([](const x509::PrivateKey &key) {
        return CertificateMaterial{key, {}};
    });
}

PipelineRun::PipelineRun(
    shell::Pipeline pipeline, const QString &culture, std::shared_ptr<const std::atomic_bool> isCancelled)
    : m_pipeline(std::move(pipeline))
    , m_texts(culture)
    , m_isCancelled(std::move(isCancelled))
{
}

std::optional<PipelineRun::Turn> PipelineRun::bindAll(const LabState &state)
{
    m_isBound = true;
    if (m_pipeline.hasLateValues())
        return endOfRun(fail(ErrorCode::LateValueMissing));
    if (m_pipeline.isEmpty())
        return endOfRun(PipelineOutput());
    const LabServerPtr session = state.server(state.organisation.sessionServer);
    const bool isOld = session && session->about.version.product() == domain::Product::Exchange2013;
    for (const shell::Cmdlet &cmdlet : std::as_const(m_pipeline.cmdlets)) {
        auto bound = bind(cmdlet, isOld, !m_stages.isEmpty(), m_texts);
        if (const auto *refused = std::get_if<shell::ErrorRecord>(&bound)) {
            m_output.items.append(*refused);
            return endOfRun(m_output);
        }
        m_stages.append(Stage{std::get<BoundCmdlet>(std::move(bound)), {}, 0, {}});
    }
    return std::nullopt;
}

PipelineRun::Turn PipelineRun::proceed(Host &host)
{
    if (!m_isBound) {
        if (auto turn = bindAll(host.state()))
            return std::move(*turn);
    }
    while (true) {
        if (m_isCancelled && *m_isCancelled)
            return endOfRun(fail(ErrorCode::Cancelled));
        const qsizetype records = m_index == 0 ? 1 : stage().input.size();
        if (stage().next < records) {
            if (auto turn = nextRecord(host))
                return std::move(*turn);
        } else if (isLast()) {
            return endOfRun(m_output);
        } else {
            ++m_index;
        }
    }
}

std::optional<PipelineRun::Turn> PipelineRun::nextRecord(Host &host)
{
    Stage &current = stage();
    m_input = m_index == 0 ? std::nullopt : std::optional(current.input.at(current.next));
    ++current.next;
    m_record = current.bound;
    m_contacted = {};
    const CmdletDefinition &definition = *current.bound.definition;
    return take(host, current, [this, &definition](CmdletContext &context) -> Outcome {
        if (context.input && !bindInput(context, *m_record))
            return Finished{};
        if (definition.isChanging() && context.parameters.isOn(QLatin1String("WhatIf")))
            return Finished{};
        if (!definition.confirmsItself && context.parameters.isOn(QLatin1String("Confirm"))) {
            const QString server = context.parameters.text(QLatin1String("Server"));
            const QString target = server.isEmpty() ? context.state.organisation.sessionServer.name() : server;
            return Question{domain::ServerId::fromHostName(target),
                context.texts.performOperation(QString(definition.name), target),
                [run = definition.run](
                    CmdletContext &later, bool isYes) { return isYes ? run(later) : Outcome(Finished{}); }};
        }
        return definition.run(context);
    });
}

/// By value: a certificate to -Instance, or as a name to -Identity; a text to the parameter that takes texts.
bool PipelineRun::bindInput(CmdletContext &context, BoundCmdlet &bound) const
{
    const auto takes = [&](QLatin1String name, ParameterType type) {
        return std::any_of(
            bound.definition->parameters.begin(), bound.definition->parameters.end(), [&](const ParameterSpec &spec) {
                return (spec.flags & ParameterSpec::FromPipeline) && spec.name == name && spec.type == type;
            });
    };
    const Produced &input = *context.input;
    constexpr auto instance = QLatin1String("Instance");
    constexpr auto thumbprint = QLatin1String("Thumbprint");
    constexpr auto identity = QLatin1String("Identity");
    if (input.certificate && takes(instance, ParameterType::Certificate))
        return true;
    if (input.certificate && takes(identity, ParameterType::Text)) {
        const domain::CertificateId &id = *input.certificate;
        if (bound.has(QLatin1String("Server")))
            bound.values.insert(u"thumbprint"_s, id.thumbprint.toString());
        else
            bound.values.insert(u"identity"_s, QString(id.server.name() + u'\\' + id.thumbprint.toString()));
        return true;
    }
    const auto *text = std::get_if<QString>(&input.value.data());
    if (text && takes(thumbprint, ParameterType::Text)) {
        bound.values.insert(u"thumbprint"_s, *text);
        return true;
    }
    shell::ErrorRecord record;
    record.message = m_texts.unboundInput();
    record.fullyQualifiedErrorId = u"InputObjectNotBound,"_s + bound.definition->className();
    record.category = u"InvalidArgument"_s;
    record.exceptionType = u"ParameterBindingException"_s;
    record.cmdlet = bound.definition->name;
    context.written.append(record);
    return false;
}

/// One turn of the current cmdlet on a draft, written to the file before anything of it is believed.
std::optional<PipelineRun::Turn> PipelineRun::take(
    Host &host, Stage &current, const std::function<Outcome(CmdletContext &)> &f)
{
    std::function<Outcome(CmdletContext &)> step = f;
    while (true) {
        LabState draft = host.state();
        CmdletContext context(draft, *m_record, m_texts, host.nowUtc());
        context.input = m_input;
        context.material = [&host](int bits) { return host.material(bits); };
        Outcome outcome = step(context);
        if (!context.contacted.isEmpty())
            m_contacted = context.contacted;
        const bool isDone = std::holds_alternative<Finished>(outcome);
        const LabServerPtr contacted = draft.server(m_contacted);
        const bool dies = isDone && contacted && contacted->fault.kind == Fault::Kind::DiesInTheMiddle
            && current.bound.definition->isChanging();
        if (dies)
            draft.change(m_contacted, [](LabServer &server) { server.fault.kind = Fault::Kind::Unreachable; });
        m_hasChanged = m_hasChanged || contacted != host.state().server(m_contacted);
        const bool loses = isDone && contacted && contacted->fault.kind == Fault::Kind::LosesBindings
            && setsCertificates(*current.bound.definition) && m_hasChanged;
        if (loses)
            draft.change(m_contacted, loseBindings);
        if (auto saved = host.commit(draft); !saved)
            return endOfRun(tl::unexpected<Error>(saved.error()));
        for (const CmdletContext::Written &written : std::as_const(context.written)) {
            if (!keep(current, written))
                return endOfRun(m_output);
        }
        if (dies)
            return endOfRun(fail(ErrorCode::ConnectionLost, m_contacted.name()));
        if (isDone)
            return std::nullopt;
        Question question = std::get<Question>(std::move(outcome));
        if (!current.toAll) {
            shell::Prompt prompt = promptFor(current, question);
            m_question = std::move(question);
            return Turn(std::move(prompt));
        }
        step = [then = question.then, isYes = *current.toAll](CmdletContext &later) { return then(later, isYes); };
    }
}

/// False when the pipeline ends here: an error under -ErrorAction Stop.
bool PipelineRun::keep(Stage &current, const CmdletContext::Written &written)
{
    if (const auto *object = std::get_if<Produced>(&written)) {
        if (isLast())
            m_output.items.append(object->value);
        else
            m_stages[m_index + 1].input.append(*object);
        return true;
    }
    if (const auto *warning = std::get_if<shell::Warning>(&written)) {
        m_output.items.append(*warning);
        return true;
    }
    shell::ErrorRecord record = std::get<shell::ErrorRecord>(written);
    const QString action = current.bound.text(QLatin1String("ErrorAction"));
    const auto is = [&](QLatin1String word) { return action.compare(word, Qt::CaseInsensitive) == 0; };
    if (is(QLatin1String("SilentlyContinue")) || is(QLatin1String("Ignore")))
        return true;
    record.isTerminating = is(QLatin1String("Stop"));
    m_output.items.append(record);
    return !record.isTerminating;
}

shell::Prompt PipelineRun::promptFor(const Stage &current, const Question &question) const
{
    shell::Prompt prompt;
    prompt.server = question.server;
    prompt.cmdlet = current.bound.definition->name;
    prompt.caption = m_texts.confirmCaption();
    prompt.message = question.message;
    for (const LabTexts::Choice &choice : m_texts.confirmChoices())
        prompt.choices.append(shell::PromptChoice::fromLabel(choice.label, choice.help));
    return prompt;
}

PipelineRun::Turn PipelineRun::answer(Host &host, const Result<int> &choice)
{
    if (!m_question)
        return endOfRun(fail(ErrorCode::Internal, {}, u"no question is open"_s));
    const Question question = *std::exchange(m_question, std::nullopt);
    if (!choice) {
        Error error = choice.error();
        if (error.subject.isEmpty())
            error.subject = question.server.name();
        return endOfRun(tl::unexpected<Error>(error));
    }
    const auto confirmation = static_cast<shell::Confirmation>(*choice);
    if (*choice < 0 || *choice > static_cast<int>(shell::Confirmation::NoToAll))
        return endOfRun(fail(ErrorCode::PromptStopped, question.server.name()));
    const bool isYes = confirmation == shell::Confirmation::Yes || confirmation == shell::Confirmation::YesToAll;
    if (confirmation == shell::Confirmation::YesToAll || confirmation == shell::Confirmation::NoToAll)
        stage().toAll = isYes;
    if (auto turn
        = take(host, stage(), [then = question.then, isYes](CmdletContext &context) { return then(context, isYes); }))
        return std::move(*turn);
    return proceed(host);
}

} // namespace kakuin::lab

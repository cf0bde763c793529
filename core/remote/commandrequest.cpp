// SPDX-License-Identifier: MIT
#include "core/remote/commandrequest.h"

#include "core/clixml/object.h"

#include <limits>

namespace kakuin::remote {

using namespace Qt::StringLiterals;
using clixml::Value;

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

Value textList(const QStringList &texts)
{
    auto list = std::make_shared<clixml::Object>();
    list->typeNames
        = std::make_shared<const QStringList>(QStringList{u"System.Object[]"_s, u"System.Array"_s, u"System.Object"_s});
    list->container = clixml::ContainerKind::List;
    for (const QString &text : texts)
        list->items.append(Value(text));
    return Value(clixml::ObjectPtr(std::move(list)));
}

Value number(qint64 value)
{
    const bool isInt = value >= std::numeric_limits<qint32>::min() && value <= std::numeric_limits<qint32>::max();
    return Value::fromInt(value, isInt ? clixml::IntegerType::Int32 : clixml::IntegerType::Int64);
}

psrp::Argument argumentOf(const shell::ParameterValue &value)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return psrp::Argument(Value()); },
                          [](const QString &text) { return psrp::Argument(Value(text)); },
                          [](const QStringList &texts) { return psrp::Argument(textList(texts)); },
                          [](shell::Switch given) { return psrp::Argument(Value(Value::Data(given.isOn))); },
                          [](bool truth) { return psrp::Argument(Value(Value::Data(truth))); },
                          [](qint64 integer) { return psrp::Argument(number(integer)); },
                          [](const QDateTime &time) { return psrp::Argument(Value::fromDateTimeUtc(time)); },
                          [](const QByteArray &bytes) { return psrp::Argument(Value(Value::Data(bytes))); },
                          [](const Secret &secret) { return psrp::Argument(secret); },
                          [](const shell::LateValue &) { return psrp::Argument(Value()); },
                      },
        value);
}

} // namespace

Result<psrp::PipelineRequest> commandRequest(const shell::Pipeline &pipeline)
{
    if (pipeline.isEmpty())
        return fail(ErrorCode::InvalidArgument, {}, u"an empty pipeline"_s);
    if (pipeline.hasLateValues())
        return fail(ErrorCode::LateValueMissing, pipeline.cmdlets.constLast().name());
    psrp::PipelineRequest request;
    for (const shell::Cmdlet &cmdlet : pipeline.cmdlets) {
        psrp::Command command;
        command.text = cmdlet.name();
        for (const shell::Parameter &parameter : cmdlet.parameters())
            command.parameters.append({parameter.name, argumentOf(parameter.value)});
        request.commands.append(command);
    }
    return request;
}

shell::ErrorRecord shellRecord(const psrp::ErrorRecord &record, bool isTerminating)
{
    shell::ErrorRecord known;
    known.message = record.message;
    known.fullyQualifiedErrorId = record.fullyQualifiedErrorId;
    known.category = psrp::categoryName(record.category);
    known.exceptionType = record.reason.isEmpty() ? record.exceptionType.section(u'.', -1) : record.reason;
    known.cmdlet = record.activity;
    known.isTerminating = isTerminating;
    return known;
}

shell::Prompt shellPrompt(const psrp::ChoiceRequest &request, const shell::Pipeline &pipeline, const QString &server)
{
    const auto changing = std::find_if(pipeline.cmdlets.crbegin(), pipeline.cmdlets.crend(),
        [](const shell::Cmdlet &cmdlet) { return cmdlet.isChanging(); });
    const shell::Cmdlet &asking = changing == pipeline.cmdlets.crend() ? pipeline.cmdlets.constLast() : *changing;
    shell::Prompt prompt;
    const QString named = asking.namedServer();
    prompt.server = named.isEmpty() ? domain::ServerId(server) : domain::ServerId::fromHostName(named);
    prompt.cmdlet = asking.name();
    prompt.caption = request.caption;
    prompt.message = request.message;
    for (const auto &choice : request.choices)
        prompt.choices.append(shell::PromptChoice::fromLabel(choice.label, choice.help));
    prompt.defaultChoice = request.defaultChoice;
    return prompt;
}

} // namespace kakuin::remote

// SPDX-License-Identifier: MIT
#include "app/commandline.h"

namespace kakuin::app {

using namespace Qt::StringLiterals;
using Option = Arguments::Option;

Result<std::optional<lab::Preset>> presetOf(const Arguments &arguments)
{
    if (!arguments.isSet(Option::Lab))
        return std::optional<lab::Preset>();
    const QString word = arguments.value(Option::Lab);
    const std::optional<lab::Preset> preset = lab::presetFromName(word);
    if (preset)
        return preset;
    QStringList names;
    for (const lab::Preset one : lab::allPresets())
        names.append(lab::presetName(one));
    return tl::unexpected<Error>(Arguments::wrongValue(Option::Lab, word, Arguments::oneOf(names)));
}

Result<CommandLine> CommandLine::parse(const Arguments &arguments)
{
    if (const auto problem = arguments.problem())
        return tl::unexpected<Error>(*problem);
    CommandLine line;
    line.exportedPaths = arguments.values(Option::Open) + arguments.paths();
    line.language = arguments.language();
    line.theme = arguments.value(Option::Theme);
    line.dataFolder = arguments.value(Option::DataFolder);
    line.allowsDebugging = arguments.isSet(Option::AllowDebugging);
    if (arguments.isSet(Option::Theme) && line.theme != u"light" && line.theme != u"dark")
        return tl::unexpected<Error>(
            Arguments::wrongValue(Option::Theme, line.theme, Arguments::oneOf({u"light"_s, u"dark"_s})));
    const auto practice = presetOf(arguments);
    if (!practice)
        return tl::unexpected<Error>(practice.error());
    line.practice = *practice;
    if (line.practice && !line.exportedPaths.isEmpty())
        return fail(ErrorCode::InvalidArgument, Arguments::written(Option::Lab),
            Arguments::tr("%1 and %2 do not go together.").arg(u"--lab"_s, u"--open"_s));
    return line;
}

} // namespace kakuin::app

// SPDX-License-Identifier: MIT
#include "app/console/consoleline.h"

#include "app/commandline.h"
#include "ui/layoutstore.h"
#include "ui/policystore.h"

#include <QtCore/QSettings>

#include <algorithm>

namespace kakuin::app {
namespace {

using namespace Qt::StringLiterals;
using Option = Arguments::Option;

Result<void> takeFormat(ConsoleLine &line, const Arguments &arguments)
{
    const QString word = arguments.isSet(Option::Format) ? arguments.value(Option::Format) : u"text"_s;
    QStringList names{u"text"_s, u"json"_s, u"csv"_s};
    if (line.command == ConsoleLine::Command::Check)
        names.append(u"prometheus"_s);
    const qsizetype format = names.indexOf(word);
    if (format < 0)
        return tl::unexpected<Error>(Arguments::wrongValue(Option::Format, word, Arguments::oneOf(names)));
    line.format = static_cast<ConsoleLine::Format>(format);
    return {};
}

Result<int> days(const Arguments &arguments, Option option, int kept)
{
    if (!arguments.isSet(option))
        return kept;
    bool isNumber = false;
    const int value = arguments.value(option).toInt(&isNumber);
    if (!isNumber || value < 0 || value > advice::Policy::mostDays)
        return tl::unexpected<Error>(Arguments::wrongValue(option, arguments.value(option),
            Arguments::tr("Give a whole number of days from 0 to %1.").arg(advice::Policy::mostDays)));
    return value;
}

Result<connection::SignIn> signInOf(const Arguments &arguments)
{
    using connection::SignIn;
    if (!arguments.isSet(Option::Auth))
        return SignIn::Kerberos;
    const std::pair<QString, SignIn> known[]{{u"kerberos"_s, SignIn::Kerberos}, {u"negotiate"_s, SignIn::Negotiate},
        {u"basic"_s, SignIn::Basic}, {u"certificate"_s, SignIn::Certificate}};
    QStringList names;
    for (const auto &[name, signIn] : known) {
        if (arguments.value(Option::Auth) == name)
            return signIn;
        names.append(name);
    }
    return tl::unexpected<Error>(
        Arguments::wrongValue(Option::Auth, arguments.value(Option::Auth), Arguments::oneOf(names)));
}

tl::unexpected<Error> lacks(Option option)
{
    //: %1: an option, such as --user
    return fail(ErrorCode::InvalidArgument, Arguments::written(option),
        Arguments::tr("%1 is missing.").arg(Arguments::written(option)));
}

Result<void> takeUrl(ConsoleLine &line, const Arguments &arguments)
{
    const Result<connection::SignIn> signIn = signInOf(arguments);
    if (!signIn)
        return tl::unexpected<Error>(signIn.error());
    connection::ConnectionProfile profile;
    profile.address = arguments.value(Option::Url);
    profile.signIn = *signIn;
    profile.user = arguments.value(Option::User);
    profile.authorityFile = arguments.value(Option::Authority);
    profile.clientCertificateFile = arguments.value(Option::ClientCertificate);
    if (arguments.isSet(Option::Pin)) {
        const Result<QByteArray> pin = connection::sha256FromText(arguments.value(Option::Pin));
        if (!pin)
            return tl::unexpected<Error>(pin.error());
        profile.pinnedSha256 = *pin;
    }
    if (const Result<void> usable = connection::check(profile); !usable)
        return usable;
    if (profile.signIn == connection::SignIn::Basic && profile.user.isEmpty())
        return lacks(Option::User);
    if (connection::needsPassword(profile) && !line.readsPassword)
        return lacks(Option::PasswordStdin);
    line.remote = profile;
    return {};
}

Result<void> takeProcess(ConsoleLine &line, const QString &command)
{
    connection::ConnectionProfile profile;
    profile.kind = connection::ConnectionProfile::Kind::Program;
    profile.command = command;
    if (const Result<void> usable = connection::check(profile); !usable)
        return usable;
    line.remote = profile;
    return {};
}

// What makes no sense without a server must not look as if it had been heeded
Result<void> refuseStray(const Arguments &arguments)
{
    for (const Option option :
        {Option::Auth, Option::User, Option::Authority, Option::Pin, Option::ClientCertificate}) {
        if (arguments.isSet(option) && !arguments.isSet(Option::Url))
            return fail(ErrorCode::InvalidArgument, Arguments::written(option),
                //: %1 and %2: options, such as --user
                Arguments::tr("%1 goes with %2 only.")
                    .arg(Arguments::written(option), Arguments::written(Option::Url)));
    }
    return {};
}

Result<void> takeSource(ConsoleLine &line, const Arguments &arguments)
{
    line.exportedPaths = arguments.values(Option::Open) + arguments.paths();
    line.connection = arguments.value(Option::Connection);
    const auto practice = presetOf(arguments);
    if (!practice)
        return tl::unexpected<Error>(practice.error());
    line.practice = *practice;
    const int sources = (line.exportedPaths.isEmpty() ? 0 : 1) + (line.practice ? 1 : 0)
        + (line.connection.isEmpty() ? 0 : 1) + (arguments.isSet(Option::Url) ? 1 : 0)
        + (arguments.isSet(Option::Process) ? 1 : 0);
    if (sources != 1) {
        const QString known = u"--connection, --url, --process, --open, --lab"_s;
        return fail(ErrorCode::InvalidArgument, Arguments::wordOf(arguments.command()),
            //: %1: a list of options
            sources == 0 ? Arguments::tr("What is to be read? Give one of %1.").arg(known)
                         : Arguments::tr("Only one of these can be read at a time: %1.").arg(known));
    }
    line.readsPassword = arguments.isSet(Option::PasswordStdin);
    if (const Result<void> stray = refuseStray(arguments); !stray)
        return stray;
    if (arguments.isSet(Option::Url))
        return takeUrl(line, arguments);
    return arguments.isSet(Option::Process) ? takeProcess(line, arguments.value(Option::Process)) : Result<void>();
}

Result<void> takeThresholds(ConsoleLine &line, const Arguments &arguments)
{
    const Result<int> warn = days(arguments, Option::Warn, line.policy.warningDays);
    const Result<int> crit = days(arguments, Option::Crit, line.policy.criticalDays);
    if (!warn || !crit)
        return tl::unexpected<Error>(warn ? crit.error() : warn.error());
    // what was chosen in the windows gives way to what was given here
    const int critical = arguments.isSet(Option::Crit) ? *crit : std::min(*crit, std::max(0, *warn - 1));
    const int warning = arguments.isSet(Option::Warn) ? *warn : std::max(*warn, critical + 1);
    if (critical >= warning)
        return fail(ErrorCode::InvalidArgument, Arguments::written(Option::Crit),
            Arguments::tr("The days of --crit must be fewer than those of --warn."));
    line.policy.warningDays = warning;
    line.policy.criticalDays = critical;
    return {};
}

Result<void> takeChoice(ConsoleLine &line, const Arguments &arguments)
{
    line.isForSetup = arguments.isSet(Option::For);
    if (const QString purpose = arguments.value(Option::For); line.isForSetup && purpose != u"setup")
        return tl::unexpected<Error>(Arguments::wrongValue(Option::For, purpose, Arguments::oneOf({u"setup"_s})));
    const QStringList texts = arguments.values(Option::Ignore);
    for (const QString &text : texts) {
        const auto ignore = findings::Ignore::fromText(text);
        if (!ignore)
            return tl::unexpected<Error>(Arguments::wrongValue(Option::Ignore, text,
                Arguments::tr("Give a code such as expiredInUse, and after a colon what it concerns. The output with "
                              "--format json has both.")));
        line.ignores.append(*ignore);
    }
    line.ignoreFiles = arguments.values(Option::IgnoreFile);
    return {};
}

} // namespace

KeptChoices KeptChoices::of(QSettings &settings)
{
    return {ui::LayoutStore(settings).word(u"language"_s), ui::PolicyStore(settings).policy()};
}

Result<ConsoleLine> ConsoleLine::parse(const Arguments &arguments, const KeptChoices &kept)
{
    if (const auto problem = arguments.problem())
        return tl::unexpected<Error>(*problem);
    ConsoleLine line;
    line.command = arguments.command() == Arguments::Command::Check ? Command::Check : Command::Inventory;
    line.policy = kept.policy;
    line.allowsDebugging = arguments.isSet(Option::AllowDebugging);
    Result<void> taken = takeFormat(line, arguments);
    if (taken && line.command == Command::Check)
        taken = takeThresholds(line, arguments).and_then([&] { return takeChoice(line, arguments); });
    if (taken)
        taken = takeSource(line, arguments);
    if (!taken)
        return tl::unexpected<Error>(taken.error());
    return line;
}

} // namespace kakuin::app

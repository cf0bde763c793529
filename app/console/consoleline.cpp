// SPDX-License-Identifier: MIT
#include "app/console/consoleline.h"

#include "app/console/consoleverb.h"
#include "ui/layoutstore.h"
#include "ui/policystore.h"

#include <QtCore/QCommandLineParser>

#include <algorithm>

namespace kakuin::app {
namespace {

using namespace Qt::StringLiterals;

// English on purpose: written before a language is chosen, and read by scripts
struct ConsoleOptions {
    QCommandLineOption open{
        u"open"_s, u"Exported data: a folder, an archive, or files that Export-Clixml wrote."_s, u"path"_s};
    QCommandLineOption lab{
        u"lab"_s, u"A practice organisation: contoso-2013, small, medium, large or huge."_s, u"preset"_s};
    QCommandLineOption connection{u"connection"_s, u"A stored connection, by its name."_s, u"name"_s};
    QCommandLineOption url{
        u"url"_s, u"Exchange's PowerShell: a server's name, or http(s)://server/PowerShell/."_s, u"url"_s};
    QCommandLineOption process{
        u"process"_s, u"A command that speaks PowerShell remoting over its standard streams."_s, u"command"_s};
    QCommandLineOption auth{
        u"auth"_s, u"With --url: kerberos, negotiate, basic or certificate (kerberos)."_s, u"way"_s, u"kerberos"_s};
    QCommandLineOption user{
        u"user"_s, u"With --url: who signs in. Without it, Kerberos uses the ticket that there is."_s, u"name"_s};
    QCommandLineOption password{u"password-stdin"_s, u"The password is the first line of the standard input."_s};
    QCommandLineOption authority{
        u"ca"_s, u"With https: a PEM file with the authorities to trust, instead of the computer's."_s, u"file"_s};
    QCommandLineOption pin{u"pin"_s, u"With https: the SHA-256 of the one certificate to trust."_s, u"sha256"_s};
    QCommandLineOption clientCertificate{u"client-certificate"_s,
        u"With --auth certificate: a PEM file with the certificate and its private key."_s, u"file"_s};
    QCommandLineOption format{u"format"_s, u"text, json or csv."_s, u"format"_s, u"text"_s};
    QCommandLineOption language{u"lang"_s, u"Language of text and titles: en or ja."_s, u"language"_s};
    QCommandLineOption warn{
        u"warn"_s, u"check: fewer days left are a warning (the windows' choice, else 60)."_s, u"days"_s};
    QCommandLineOption crit{
        u"crit"_s, u"check: fewer days left are critical (the windows' choice, else 30)."_s, u"days"_s};
    QCommandLineOption debugging{
        u"allow-debugging"_s, u"For developers: let debuggers attach and core dumps be written."_s};
    QCommandLineOption help{{u"h"_s, u"help"_s}, u"Print this help."_s};
};

QString wordOf(ConsoleLine::Command command)
{
    return command == ConsoleLine::Command::Check ? u"check"_s : u"inventory"_s;
}

Result<void> takeFormat(ConsoleLine &line, const QString &word)
{
    const std::pair<QLatin1String, ConsoleLine::Format> known[]{{QLatin1String("text"), ConsoleLine::Format::Text},
        {QLatin1String("json"), ConsoleLine::Format::Json}, {QLatin1String("csv"), ConsoleLine::Format::Csv}};
    for (const auto &[name, format] : known) {
        if (word == name) {
            line.format = format;
            return {};
        }
    }
    return fail(ErrorCode::InvalidArgument, u"--format"_s, word + u": not text, json or csv"_s);
}

Result<int> days(const QCommandLineParser &parser, const QCommandLineOption &option, int kept)
{
    if (!parser.isSet(option))
        return kept;
    bool isNumber = false;
    const int value = parser.value(option).toInt(&isNumber);
    if (!isNumber || value < 0 || value > advice::Policy::mostDays)
        return fail(ErrorCode::InvalidArgument, u"--"_s + option.names().first(),
            u"%1: not a whole number of days from 0 to %2"_s.arg(parser.value(option)).arg(advice::Policy::mostDays));
    return value;
}

Result<connection::SignIn> signInOf(const QString &word)
{
    using connection::SignIn;
    const std::pair<QLatin1String, SignIn> known[]{{QLatin1String("kerberos"), SignIn::Kerberos},
        {QLatin1String("negotiate"), SignIn::Negotiate}, {QLatin1String("basic"), SignIn::Basic},
        {QLatin1String("certificate"), SignIn::Certificate}};
    for (const auto &[name, signIn] : known) {
        if (word == name)
            return signIn;
    }
    return fail(ErrorCode::InvalidArgument, u"--auth"_s, word + u": not kerberos, negotiate, basic or certificate"_s);
}

Result<void> takeUrl(ConsoleLine &line, const QCommandLineParser &parser, const ConsoleOptions &options)
{
    const Result<connection::SignIn> signIn = signInOf(parser.value(options.auth));
    if (!signIn)
        return tl::unexpected<Error>(signIn.error());
    connection::ConnectionProfile profile;
    profile.address = parser.value(options.url);
    profile.signIn = *signIn;
    profile.user = parser.value(options.user);
    profile.authorityFile = parser.value(options.authority);
    profile.clientCertificateFile = parser.value(options.clientCertificate);
    if (parser.isSet(options.pin)) {
        const Result<QByteArray> pin = connection::sha256FromText(parser.value(options.pin));
        if (!pin)
            return tl::unexpected<Error>(pin.error());
        profile.pinnedSha256 = *pin;
    }
    if (const Result<void> usable = connection::check(profile); !usable)
        return usable;
    if (profile.signIn == connection::SignIn::Basic && profile.user.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"--user"_s, u"missing"_s);
    if (connection::needsPassword(profile) && !line.readsPassword)
        return fail(ErrorCode::InvalidArgument, u"--password-stdin"_s, u"missing"_s);
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
Result<void> refuseStray(const QCommandLineParser &parser, const ConsoleOptions &options)
{
    for (const QCommandLineOption &option :
        {options.auth, options.user, options.authority, options.pin, options.clientCertificate}) {
        if (parser.isSet(option) && !parser.isSet(options.url))
            return fail(ErrorCode::InvalidArgument, u"--"_s + option.names().first(), u"without --url"_s);
    }
    return {};
}

Result<void> takeSource(ConsoleLine &line, const QCommandLineParser &parser, const ConsoleOptions &options)
{
    line.exportedPaths = parser.values(options.open) + parser.positionalArguments().mid(1);
    line.connection = parser.value(options.connection);
    if (parser.isSet(options.lab)) {
        line.practice = lab::presetFromName(parser.value(options.lab));
        if (!line.practice)
            return fail(ErrorCode::InvalidArgument, u"--lab"_s,
                parser.value(options.lab) + u": not contoso-2013, small, medium, large or huge"_s);
    }
    const int sources = (line.exportedPaths.isEmpty() ? 0 : 1) + (line.practice ? 1 : 0)
        + (line.connection.isEmpty() ? 0 : 1) + (parser.isSet(options.url) ? 1 : 0)
        + (parser.isSet(options.process) ? 1 : 0);
    if (sources != 1)
        return fail(ErrorCode::InvalidArgument, wordOf(line.command),
            sources == 0 ? u"say what to look at: --connection, --url, --process, --open or --lab"_s
                         : u"one of --connection, --url, --process, --open and --lab"_s);
    line.readsPassword = parser.isSet(options.password);
    if (const Result<void> stray = refuseStray(parser, options); !stray)
        return stray;
    if (parser.isSet(options.url))
        return takeUrl(line, parser, options);
    return parser.isSet(options.process) ? takeProcess(line, parser.value(options.process)) : Result<void>();
}

} // namespace

bool ConsoleLine::isMeant(const QStringList &arguments)
{
    const ConsoleVerb verb = ConsoleVerb::of(arguments);
    return verb.isExact() && (verb.word == wordOf(Command::Check) || verb.word == wordOf(Command::Inventory));
}

KeptChoices KeptChoices::of(QSettings &settings)
{
    return {ui::LayoutStore(settings).word(u"language"_s), ui::PolicyStore(settings).policy()};
}

Result<ConsoleLine> ConsoleLine::parse(const QStringList &arguments, const KeptChoices &kept)
{
    const ConsoleOptions options;
    ConsoleLine line;
    line.command = ConsoleVerb::of(arguments).word == wordOf(Command::Check) ? Command::Check : Command::Inventory;
    QCommandLineParser parser;
    parser.setApplicationDescription(line.command == Command::Check
            ? u"Says what is wrong with an organisation's certificates. Ends with 0 (nothing), 1 (warnings), 2 "
              u"(critical) "
              "or 3 (not known)."_s
            : u"Prints every server and certificate with all facts. Ends with 0, with 1 where a part could not be "
              u"read, "
              "or with 3."_s);
    parser.addOptions({options.open, options.lab, options.connection, options.url, options.process, options.auth,
        options.user, options.password, options.authority, options.pin, options.clientCertificate, options.format,
        options.language, options.debugging, options.help});
    if (line.command == Command::Check)
        parser.addOptions({options.warn, options.crit});
    parser.addPositionalArgument(wordOf(line.command), {});
    parser.addPositionalArgument(u"path"_s, u"Exported data, as with --open."_s, u"[path...]"_s);
    if (!parser.parse(arguments))
        return fail(ErrorCode::InvalidArgument, {}, parser.errorText());
    if (parser.isSet(options.help)) {
        line.help = parser.helpText();
        line.help.replace(0, line.help.indexOf(QLatin1String(" [options]")), u"Usage: kakuin"_s);
        return line;
    }
    line.language = parser.isSet(options.language) ? parser.value(options.language) : kept.language;
    line.policy = kept.policy;
    line.allowsDebugging = parser.isSet(options.debugging);
    if (parser.isSet(options.language) && line.language != u"en" && line.language != u"ja")
        return fail(ErrorCode::InvalidArgument, u"--lang"_s, line.language + u": not en or ja"_s);
    if (const Result<void> format = takeFormat(line, parser.value(options.format)); !format)
        return tl::unexpected<Error>(format.error());
    if (line.command == Command::Check) {
        const Result<int> warn = days(parser, options.warn, kept.policy.warningDays);
        const Result<int> crit = days(parser, options.crit, kept.policy.criticalDays);
        if (!warn || !crit)
            return tl::unexpected<Error>(warn ? crit.error() : warn.error());
        // what was chosen in the windows gives way to what was given here
        const int critical = parser.isSet(options.crit) ? *crit : std::min(*crit, std::max(0, *warn - 1));
        const int warning = parser.isSet(options.warn) ? *warn : std::max(*warn, critical + 1);
        if (critical >= warning)
            return fail(ErrorCode::InvalidArgument, u"--crit"_s, u"must be less than --warn"_s);
        line.policy.warningDays = warning;
        line.policy.criticalDays = critical;
    }
    if (const Result<void> source = takeSource(line, parser, options); !source)
        return tl::unexpected<Error>(source.error());
    return line;
}

} // namespace kakuin::app

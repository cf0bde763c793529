// SPDX-License-Identifier: MIT
#include "labserver/toolline.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QRegularExpression>

namespace kakuin::labserver {

using namespace Qt::StringLiterals;

namespace {

struct Options final {
    QCommandLineOption preset{u"preset"_s,
        u"The organisation to make: contoso-2013, small, medium, large or huge (contoso-2013)."_s, u"name"_s};
    QCommandLineOption file{u"file"_s,
        u"Where the organisation is kept: opened if it is there, else made. Without it, it ends with the server."_s,
        u"file"_s};
    QCommandLineOption port{u"port"_s, u"The port on 127.0.0.1; without it, any that is free."_s, u"number"_s};
    QCommandLineOption endpoint{u"endpoint"_s, u"The path of the URL (PowerShell)."_s, u"name"_s, u"PowerShell"_s};
    QCommandLineOption basic{u"basic"_s, u"Over HTTPS, this user signs in with a password (admin)."_s, u"user"_s};
    QCommandLineOption password{
        u"password-stdin"_s, u"The password is the first line of the standard input; without it, one is made up."_s};
    QCommandLineOption kerberos{u"kerberos"_s, u"Over HTTP, sign in by Kerberos, which encrypts by itself."_s};
    QCommandLineOption keytab{u"keytab"_s, u"With --kerberos: the file with the key of HTTP/localhost."_s, u"file"_s};
    QCommandLineOption fault{u"fault"_s,
        u"What goes wrong: none, slow 200ms, drop, cut, password, restart, forget or silent; then, if you like, when: "
        u"before, asked, during or after a cmdlet or #number. \"drop during Enable-ExchangeCertificate\""_s,
        u"words"_s};
    QCommandLineOption endsWithInput{u"end-with-input"_s, u"End when the standard input ends."_s};
    QCommandLineOption debugging{
        u"allow-debugging"_s, u"For developers: let debuggers attach and core dumps be written."_s};
    QCommandLineOption help{{u"h"_s, u"help"_s}, u"Print this help."_s};
    QCommandLineOption version{{u"v"_s, u"version"_s}, u"Print the version."_s};
};

Result<void> wrong(const QCommandLineOption &option, const QString &sentence)
{
    return fail(ErrorCode::InvalidArgument, u"--"_s + option.names().constLast(), sentence);
}

Result<void> takeOrganisation(ToolLine &line, const QCommandLineParser &parser, const Options &options)
{
    line.file = parser.value(options.file);
    if (parser.isSet(options.file) && line.file.isEmpty())
        return wrong(options.file, u"the file has no name"_s);
    if (!parser.isSet(options.preset))
        return {};
    const auto preset = lab::presetFromName(parser.value(options.preset));
    if (!preset)
        return wrong(options.preset, u"it is contoso-2013, small, medium, large or huge"_s);
    line.preset = *preset;
    return {};
}

Result<void> takeDoor(ToolLine &line, const QCommandLineParser &parser, const Options &options)
{
    static const QRegularExpression name(u"^[A-Za-z0-9._-]{1,100}$"_s);
    bool isNumber = true;
    line.port = parser.isSet(options.port) ? parser.value(options.port).toUShort(&isNumber) : quint16{0};
    line.endpoint = parser.value(options.endpoint);
    line.readsPassword = parser.isSet(options.password);
    line.keytab = parser.value(options.keytab);
    if (parser.isSet(options.basic))
        line.user = parser.value(options.basic);
    if (!isNumber)
        return wrong(options.port, u"it is a number from 0 to 65535"_s);
    if (!name.match(line.endpoint).hasMatch())
        return wrong(options.endpoint, u"it is one word of letters, digits, dots and dashes"_s);
    if (line.user.isEmpty() || line.user.contains(u':'))
        return wrong(options.basic, u"a user has a name, and no colon in it"_s);
    if (parser.isSet(options.kerberos) == line.keytab.isEmpty())
        return wrong(options.kerberos, u"it goes with --keytab"_s);
    if (!line.keytab.isEmpty() && (parser.isSet(options.basic) || line.readsPassword))
        return wrong(options.kerberos, u"there is no password with Kerberos"_s);
    return {};
}

Result<void> takeFault(ToolLine &line, const QCommandLineParser &parser, const Options &options)
{
    if (!parser.isSet(options.fault))
        return {};
    const auto fault = Fault::parse(parser.value(options.fault));
    if (!fault)
        return wrong(options.fault, fault.error().detail);
    line.fault = *fault;
    return {};
}

} // namespace

Result<ToolLine> ToolLine::parse(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Serves a practice organisation to Kakuin on this computer, as an Exchange server would.\n\n"
        u"While it runs it takes lines: fault WORDS, log, count CMDLET, quit."_s);
    parser.addOptions({options.preset, options.file, options.port, options.endpoint, options.basic, options.password,
        options.kerberos, options.keytab, options.fault, options.endsWithInput, options.debugging, options.help,
        options.version});
    ToolLine line;
    if (!parser.parse(arguments))
        return fail(ErrorCode::InvalidArgument, {}, parser.errorText());
    if (parser.isSet(options.help)) {
        line.action = Action::ShowHelp;
        line.help = parser.helpText();
        return line;
    }
    if (parser.isSet(options.version)) {
        line.action = Action::ShowVersion;
        return line;
    }
    if (!parser.positionalArguments().isEmpty())
        return fail(
            ErrorCode::InvalidArgument, parser.positionalArguments().constFirst(), u"nothing is expected here"_s);
    line.endsWithInput = parser.isSet(options.endsWithInput);
    line.allowsDebugging = parser.isSet(options.debugging);
    return takeOrganisation(line, parser, options)
        .and_then([&] { return takeDoor(line, parser, options); })
        .and_then([&] { return takeFault(line, parser, options); })
        .transform([&] { return line; });
}

} // namespace kakuin::labserver

// SPDX-License-Identifier: MIT
#include "app/arguments.h"

#include "core/base/untrustedtext.h"
#include "core/lab/labpreset.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <array>

namespace kakuin::app {
namespace {

using namespace Qt::StringLiterals;
using Command = Arguments::Command;
using Option = Arguments::Option;

constexpr unsigned window = 1u << static_cast<unsigned>(Command::Window);
constexpr unsigned check = 1u << static_cast<unsigned>(Command::Check);
constexpr unsigned inventory = 1u << static_cast<unsigned>(Command::Inventory);
constexpr unsigned journal = 1u << static_cast<unsigned>(Command::Journal);
constexpr unsigned reading = check | inventory;
constexpr unsigned all = window | reading | journal;

struct OptionRow {
    Option option;
    const char *name;
    const char *value; ///< what its value is called; null: it takes none
    unsigned commands;
    const char *description;
    char letter = 0;
};

constexpr OptionRow optionRows[] = {
    {Option::Open, "open", "path", window | reading,
        QT_TRANSLATE_NOOP("Arguments", "Exported data: a folder, a .zip, or files that Export-Clixml wrote.")},
    {Option::Lab, "lab", "preset", window | reading,
        QT_TRANSLATE_NOOP("Arguments", "A new practice organisation: contoso-2013, small, medium, large or huge.")},
    {Option::Connection, "connection", "name", reading,
        QT_TRANSLATE_NOOP("Arguments", "A connection that was stored in the window, by its name.")},
    {Option::Url, "url", "url", reading,
        QT_TRANSLATE_NOOP("Arguments", "Exchange's PowerShell: a server's name, or http(s)://server/PowerShell/.")},
    {Option::Process, "process", "command", reading,
        QT_TRANSLATE_NOOP("Arguments", "A command that speaks PowerShell remoting over its standard streams.")},
    {Option::Auth, "auth", "way", reading,
        QT_TRANSLATE_NOOP(
            "Arguments", "With --url: how to sign in: kerberos (the default), negotiate, basic or certificate.")},
    {Option::User, "user", "name", reading,
        QT_TRANSLATE_NOOP(
            "Arguments", "With --url: who signs in. Without it, Kerberos uses the ticket that is present.")},
    {Option::PasswordStdin, "password-stdin", nullptr, reading,
        QT_TRANSLATE_NOOP("Arguments", "The password is the first line of the standard input.")},
    {Option::Authority, "ca", "file", reading,
        QT_TRANSLATE_NOOP(
            "Arguments", "With --url: a PEM file with the authorities to trust, instead of the computer's.")},
    {Option::Pin, "pin", "sha256", reading,
        QT_TRANSLATE_NOOP("Arguments", "With --url: the SHA-256 of the one certificate to trust.")},
    {Option::ClientCertificate, "client-certificate", "file", reading,
        QT_TRANSLATE_NOOP(
            "Arguments", "With --auth certificate: a PEM file with the certificate and its private key.")},
    {Option::Format, "format", "format", reading,
        QT_TRANSLATE_NOOP(
            "Arguments", "Form of the output: text (the default), json or csv; with check also prometheus.")},
    {Option::Warn, "warn", "days", check,
        QT_TRANSLATE_NOOP("Arguments", "Fewer days left are a warning. Default: as set in the windows, else 60.")},
    {Option::Crit, "crit", "days", check,
        QT_TRANSLATE_NOOP("Arguments", "Fewer days left are critical. Default: as set in the windows, else 30.")},
    {Option::For, "for", "purpose", check,
        QT_TRANSLATE_NOOP("Arguments", "setup: only what stops or endangers Exchange's setup or a cumulative update.")},
    {Option::Ignore, "ignore", "code[:subject]", check,
        QT_TRANSLATE_NOOP("Arguments",
            "Do not count these findings. The subject is the rest of a finding's key, a server, a thumbprint or a "
            "connector. May be given several times.")},
    {Option::IgnoreFile, "ignore-file", "file", check,
        QT_TRANSLATE_NOOP("Arguments",
            "Do not count the findings that a JSON file lists with reason and end, or that were muted in the windows "
            "(mutes.sqlite). May be given several times.")},
    {Option::Verify, "verify", nullptr, journal,
        QT_TRANSLATE_NOOP(
            "Arguments", "Compare every entry and record with the chain of hashes, and print the last hash.")},
    {Option::Export, "export", "file", journal,
        QT_TRANSLATE_NOOP(
            "Arguments", "Write every entry as a line of JSON to a file, or with - to the standard output.")},
    {Option::Language, "lang", "language", all,
        QT_TRANSLATE_NOOP("Arguments", "Language: en or ja. Default: as chosen in the windows, else the system's.")},
    {Option::Theme, "theme", "theme", window, QT_TRANSLATE_NOOP("Arguments", "Theme for this start: light or dark.")},
    {Option::DataFolder, "data-folder", "folder", window | journal,
        QT_TRANSLATE_NOOP("Arguments", "Where practice organisations and the journal are kept.")},
    {Option::AllowDebugging, "allow-debugging", nullptr, window | reading,
        QT_TRANSLATE_NOOP("Arguments", "For developers: let debuggers attach and core dumps be written.")},
    {Option::Version, "version", nullptr, all, QT_TRANSLATE_NOOP("Arguments", "Print the version."), 'v'},
    {Option::Help, "help", nullptr, all, QT_TRANSLATE_NOOP("Arguments", "Print this help."), 'h'},
};
static_assert(std::size(optionRows) == static_cast<size_t>(Option::Count_), "an option without a row");

constexpr bool areOptionRowsInOrder()
{
    for (size_t i = 0; i < std::size(optionRows); ++i) {
        if (optionRows[i].option != static_cast<Option>(i))
            return false;
    }
    return true;
}
static_assert(areOptionRowsInOrder(), "rows are in the order of the enum");

QStringList commandWords()
{
    return {u"check"_s, u"inventory"_s, u"journal"_s};
}

unsigned bitOf(Command command)
{
    return 1u << static_cast<unsigned>(command);
}

/// Letters that are wrong, missing or too many (Levenshtein); both words are short.
int distance(const QString &a, const QString &b)
{
    QList<int> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row.at(0);
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int replaced = diagonal + (a.at(i - 1) == b.at(j - 1) ? 0 : 1);
            diagonal = row.at(j);
            row[j] = std::min({replaced, row.at(j) + 1, row.at(j - 1) + 1});
        }
    }
    return row.constLast();
}

/// The most similar word, of which at most two letters differ apart from case; empty: there is none.
QString nearest(const QString &word, const QStringList &known)
{
    constexpr qsizetype longest = 24;
    QString best;
    int least = word.size() < 4 ? 2 : 3; // of a short word hardly a letter would be left
    for (const QString &candidate : known) {
        const int letters = word.size() > longest ? least : distance(word.toLower(), candidate);
        if (letters < least) {
            least = letters;
            best = candidate;
        }
    }
    return best;
}

bool isPath(const QString &word)
{
    return word.contains(u'/') || word.contains(u'\\') || word.contains(u'.') || QFileInfo::exists(word);
}

/// QCommandLineParser breaks lines at blanks only and counts letters, not columns.
QString broken(const QString &text)
{
    constexpr int mostColumns = 44;
    QString out;
    int column = 0;
    for (const QChar letter : text) {
        const bool isWide = letter >= QChar(0x2e80);
        const bool mayStart = isWide && letter != QChar(u'。') && letter != QChar(u'、') && letter != QChar(u'）');
        if (mayStart && column >= mostColumns) {
            out += u'\n';
            column = 0;
        }
        out += letter;
        column += isWide ? 2 : 1;
    }
    return out;
}

} // namespace

QString Arguments::nameOf(Option option)
{
    return QString::fromLatin1(optionRows[static_cast<size_t>(option)].name);
}

QString Arguments::wordOf(Command command)
{
    return commandWords().value(static_cast<int>(command) - 1);
}

Arguments::Arguments(const QStringList &arguments)
{
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    for (const OptionRow &row : optionRows) {
        QStringList names{QString::fromLatin1(row.name)};
        if (row.letter != 0)
            names.prepend(QString(QLatin1Char(row.letter)));
        m_parser.addOption({names, {}, QString::fromLatin1(row.value)});
    }
    const bool isParsed = m_parser.parse(arguments);
    m_wantsHelp = isSet(Option::Help);
    findCommand();
    if (!m_problem)
        findProblem(isParsed);
}

void Arguments::findCommand()
{
    QStringList others;
    const QString helpWord = u"help"_s;
    const QStringList commands = commandWords();
    const QStringList words = m_parser.positionalArguments();
    for (const QString &word : words) {
        const qsizetype command = commands.indexOf(word) + 1;
        if (word == helpWord && !QFileInfo::exists(word)) {
            m_wantsHelp = true;
        } else if (command == 0 || (m_command != Command::Window && QFileInfo::exists(word))) {
            others.append(word);
        } else if (m_command == Command::Window) {
            m_command = static_cast<Command>(command);
        } else {
            m_problem = Error{ErrorCode::InvalidArgument, word,
                //: %1 and %2: commands, such as check
                tr("%1 and %2 are both commands. Give one.").arg(wordOf(m_command), word)};
            return;
        }
    }
    m_paths = others;
    if (m_command != Command::Window)
        return;
    for (const QString &word : std::as_const(others)) {
        if (isPath(word))
            continue;
        const QStringList known = commands + QStringList{helpWord};
        const QString meant = nearest(word, known);
        m_command = static_cast<Command>(commands.indexOf(meant) + 1); // whose help is offered
        m_problem = Error{ErrorCode::InvalidArgument, word,
            meant.isEmpty()
                //: %1: a word that was typed, %2: a list of commands
                ? tr("%1 is neither a command nor a file. The commands are %2.")
                      .arg(singleLine(word, 100), known.join(tr(", ", "between words")))
                //: %1: a word that was typed, %2: a command
                : tr("%1 is not a command. Did you mean: kakuin %2").arg(singleLine(word, 100), meant)};
        return;
    }
}

void Arguments::findProblem(bool isParsed)
{
    QStringList known;
    for (const OptionRow &row : optionRows) {
        if ((row.commands & bitOf(m_command)) != 0)
            known.append(QString::fromLatin1(row.name));
    }
    if (const QStringList unknown = m_parser.unknownOptionNames(); !unknown.isEmpty()) {
        const QString name = singleLine(unknown.first(), 100);
        const QString meant = nearest(name, known);
        m_problem = Error{ErrorCode::InvalidArgument, u"--"_s + name,
            meant.isEmpty() ? tr("There is no option --%1.").arg(name)
                            //: %1: what was typed, such as formt; %2: an option, such as format
                            : tr("There is no option --%1. Did you mean: --%2").arg(name, meant)};
        return;
    }
    if (!isParsed) {
        m_problem = Error{ErrorCode::InvalidArgument, {}, m_parser.errorText()};
        return;
    }
    for (const OptionRow &row : optionRows) {
        if (!isSet(row.option) || (row.commands & bitOf(m_command)) != 0)
            continue;
        const QString option = written(row.option);
        m_problem = Error{ErrorCode::InvalidArgument, option,
            m_command == Command::Window ? tr("%1 goes with a command only, such as kakuin check.").arg(option)
                                         : tr("%1 does not go with %2.").arg(option, wordOf(m_command))};
        return;
    }
    if (isSet(Option::Language) && language().isEmpty())
        m_problem = wrongValue(
            Option::Language, value(Option::Language), oneOf({QStringLiteral("en"), QStringLiteral("ja")}));
}

QString Arguments::language() const
{
    const QString word = value(Option::Language);
    return word == u"en" || word == u"ja" ? word : QString();
}

Error Arguments::wrongValue(Option option, const QString &value, const QString &expected)
{
    //: %1: an option and its value, such as --warn abc; %2: a sentence that says what the option takes
    return {ErrorCode::InvalidArgument, written(option),
        tr("%1 cannot be used. %2").arg(written(option) + u' ' + singleLine(value, 200), expected)};
}

QString Arguments::oneOf(const QStringList &words)
{
    //: %1: a list of words
    return tr("Use one of: %1.").arg(words.join(tr(", ", "between words")));
}

QString Arguments::help() const
{
    QCommandLineParser shown;
    for (const OptionRow &row : optionRows) {
        if ((row.commands & bitOf(m_command)) == 0)
            continue;
        QStringList names{QString::fromLatin1(row.name)};
        if (row.letter != 0)
            names.prepend(QString(QLatin1Char(row.letter)));
        shown.addOption({names, broken(tr(row.description)), QString::fromLatin1(row.value)});
    }
    QString usage;
    QString description;
    switch (m_command) {
    case Command::Window:
        usage = u"kakuin [options] [path...]\n       kakuin check SOURCE [options]\n"
                "       kakuin inventory SOURCE [options]\n       kakuin journal --verify | --export FILE [options]\n"
                "       kakuin help check | inventory | journal"_s;
        description = tr("Manages the certificates that Exchange servers issue to themselves. Without a command, the "
                         "window opens: on exported data where paths are given.");
        break;
    case Command::Check:
        usage = u"kakuin check --connection NAME | --url URL | --process COMMAND | --lab PRESET | PATH... [options]"_s;
        description = tr("Says what is wrong with an organisation's certificates. Ends with 0 (nothing is wrong), 1 "
                         "(warnings), 2 (critical) or 3 (not known, or wrong use).");
        break;
    case Command::Inventory:
        usage = u"kakuin inventory --connection NAME | --url URL | --process COMMAND | --lab PRESET | PATH... "
                "[options]"_s;
        description = tr("Prints every server and certificate with all facts. Ends with 0, with 1 where a part could "
                         "not be read, or with 3 (nothing could be read, or wrong use).");
        break;
    case Command::Journal:
        usage = u"kakuin journal --verify | --export FILE [options]"_s;
        description = tr("Shows whether the journal is as it was written, and exports it. Ends with 0 (as written), 2 "
                         "(altered) or 3 (not known, or wrong use).");
        break;
    }
    if (m_command != Command::Journal)
        shown.addPositionalArgument(u"path"_s, broken(tr("Exported data, as with --open.")));
    const QString options = shown.helpText();
    // its first line is an order of words that Qt makes up
    return tr("Usage: %1", "how a program is started").arg(usage) + u"\n\n"_s + description + u"\n\n"_s
        + options.mid(options.indexOf(u'\n')).trimmed();
}

} // namespace kakuin::app

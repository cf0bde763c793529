// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <optional>

namespace kakuin::app {

/// The command line as it was written: which command it names, its options and its paths, in any order.
/// Shape:  made from the program's arguments, the first of which is its name. One table has every option; each says with
///         which commands it goes. Needs no QCoreApplication, but sentences are in the language that is set when it is made.
/// Errors: problem(), which is InvalidArgument; subject: the word, detail: a sentence.
class Arguments final {
    Q_DECLARE_TR_FUNCTIONS(Arguments)
public:
    enum class Command { Window, Check, Inventory, Journal };
    enum class Option {
        Open,
        Lab,
        Connection,
        Url,
        Process,
        Auth,
        User,
        PasswordStdin,
        Authority,
        Pin,
        ClientCertificate,
        Format,
        Warn,
        Crit,
        For,
        Ignore,
        IgnoreFile,
        Verify,
        Export,
        Language,
        Theme,
        DataFolder,
        AllowDebugging,
        Version,
        Help,
        Count_ // keep last
    };

    explicit Arguments(const QStringList &arguments);

    [[nodiscard]] Command command() const { return m_command; } ///< Window: no command was given
    [[nodiscard]] QStringList paths() const { return m_paths; } ///< what is neither a command nor belongs to an option
    [[nodiscard]] bool isSet(Option option) const { return m_parser.isSet(nameOf(option)); }
    [[nodiscard]] QString value(Option option) const { return m_parser.value(nameOf(option)); } ///< the last one given
    [[nodiscard]] QStringList values(Option option) const { return m_parser.values(nameOf(option)); }
    [[nodiscard]] bool wantsHelp() const { return m_wantsHelp; } ///< --help, or the command help
    [[nodiscard]] bool wantsVersion() const { return isSet(Option::Version); }
    /// What cannot be used: an option that does not exist or goes with another command, a value that is missing, a word
    /// that is neither a command nor a file.
    [[nodiscard]] std::optional<Error> problem() const { return m_problem; }
    /// --lang; empty where there is none, or one that Kakuin does not speak.
    [[nodiscard]] QString language() const;
    /// The options of the command, and an order of words that works.
    [[nodiscard]] QString help() const;

    /// "--warn"
    [[nodiscard]] static QString written(Option option) { return QStringLiteral("--") + nameOf(option); }
    [[nodiscard]] static QString wordOf(Command command); ///< "check"; empty for the window
    /// For a value that an option does not take; `expected` is a sentence that says what it takes.
    [[nodiscard]] static Error wrongValue(Option option, const QString &value, const QString &expected);
    /// The sentence for an option of which only some words are values.
    [[nodiscard]] static QString oneOf(const QStringList &words);

private:
    [[nodiscard]] static QString nameOf(Option option);
    void findCommand();
    void findProblem(bool isParsed);

    QCommandLineParser m_parser;
    Command m_command = Command::Window;
    QStringList m_paths;
    bool m_wantsHelp = false;
    std::optional<Error> m_problem;
};

} // namespace kakuin::app

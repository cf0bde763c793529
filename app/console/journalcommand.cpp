// SPDX-License-Identifier: MIT
#include "app/console/journalcommand.h"

#include "app/console/consoleverb.h"
#include "app/language.h"
#include "app/storage.h"
#include "core/plan/journal.h"
#include "text/consoletext.h"
#include "text/errortext.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace kakuin::app {
namespace {

using namespace Qt::StringLiterals;

const QString commandWord = u"journal"_s;
const QString standardOutput = u"-"_s;

Result<void> exportTo(const plan::Journal &journal, QIODevice &device, const QString &name)
{
    return journal.exportEntries([&](const QByteArray &line) -> Result<void> {
        if (device.write(line + '\n') != line.size() + 1)
            return fail(ErrorCode::FileUnwritable, name, device.errorString());
        return {};
    });
}

Result<void> exportToFile(const plan::Journal &journal, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    // before anything is in it: what was done on the servers is not for everybody's eyes
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    if (auto written = exportTo(journal, file, path); !written)
        return written;
    if (!file.commit())
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    return {};
}

} // namespace

bool JournalCommand::isMeant(const QStringList &arguments)
{
    const ConsoleVerb verb = ConsoleVerb::of(arguments);
    return verb.isExact() && verb.word == commandWord;
}

Result<JournalCommand> JournalCommand::parse(const QStringList &arguments, const KeptChoices &kept)
{
    const QCommandLineOption verify(
        u"verify"_s, u"Compare every entry and record with the chain of hashes, and print the last hash."_s);
    const QCommandLineOption exported(
        u"export"_s, u"Write every entry as a line of JSON to a file, or with - to the standard output."_s, u"file"_s);
    const QCommandLineOption folder(u"data-folder"_s, u"Where the journal is kept."_s, u"folder"_s);
    const QCommandLineOption language(u"lang"_s, u"Language of what is printed: en or ja."_s, u"language"_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Print this help."_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Shows whether the journal is as it was written, and exports it. Ends with 0 (as "
                                     "written), 2 (altered) or 3 (not known)."_s);
    parser.addOptions({verify, exported, folder, language, help});
    parser.addPositionalArgument(commandWord, {});
    if (!parser.parse(arguments))
        return fail(ErrorCode::InvalidArgument, {}, parser.errorText());
    JournalCommand out;
    if (parser.isSet(help)) {
        out.help = parser.helpText();
        out.help.replace(0, out.help.indexOf(QLatin1String(" [options]")), u"Usage: kakuin"_s);
        return out;
    }
    out.verifies = parser.isSet(verify);
    out.exportFile = parser.value(exported);
    out.dataFolder = parser.value(folder);
    out.language = parser.isSet(language) ? parser.value(language) : kept.language;
    if (parser.isSet(exported) && out.exportFile.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"--export"_s, u"missing"_s);
    if (!out.verifies && out.exportFile.isEmpty())
        return fail(ErrorCode::InvalidArgument, commandWord, u"say what to do: --verify or --export FILE"_s);
    if (parser.isSet(language) && out.language != u"en" && out.language != u"ja")
        return fail(ErrorCode::InvalidArgument, u"--lang"_s, out.language + u": not en or ja"_s);
    if (parser.positionalArguments().size() > 1)
        return fail(ErrorCode::InvalidArgument, parser.positionalArguments().at(1), u"not expected"_s);
    return out;
}

int JournalCommand::run(QFileDevice &out, QFileDevice &err) const
{
    Language speaking;
    speaking.use(language);
    const auto failed = [&err](const Error &error) {
        err.write((u"kakuin: "_s + ui::ErrorText::full(error) + u'\n').toUtf8());
        return static_cast<int>(NotKnown);
    };
    const QString path = QDir(Storage::ofUser(dataFolder).dataFolder).filePath(u"journal.sqlite"_s);
    if (!QFile::exists(path)) // opening would make one
        return failed({ErrorCode::FileNotFound, path, {}});
    const auto journal = plan::Journal::open(path);
    if (!journal)
        return failed(journal.error());
    const QString target = QFileInfo(exportFile).absoluteFilePath();
    for (const QString &own : {path, path + u"-wal"_s, path + u"-shm"_s}) {
        if (!exportFile.isEmpty() && target == QFileInfo(own).absoluteFilePath())
            return failed({ErrorCode::InvalidArgument, u"--export"_s, target});
    }
    if (!exportFile.isEmpty()) {
        const Result<void> written
            = exportFile == standardOutput ? exportTo(**journal, out, exportFile) : exportToFile(**journal, exportFile);
        if (!written)
            return failed(written.error());
    }
    if (!verifies)
        return out.flush() ? Sound : failed({ErrorCode::FileUnwritable, u"stdout"_s, out.errorString()});
    const auto condition = (*journal)->verify();
    if (!condition)
        return failed(condition.error());
    // beside an export on the standard output the sentence must not become one of its lines
    QFileDevice &answer = exportFile == standardOutput ? err : out;
    const QByteArray text = ui::ConsoleText::journal(*condition, path).toUtf8();
    if (answer.write(text) != text.size() || !answer.flush() || !out.flush())
        return failed({ErrorCode::FileUnwritable, u"stdout"_s, out.errorString()});
    return condition->isSound() ? Sound : Altered;
}

} // namespace kakuin::app

// SPDX-License-Identifier: MIT
#include "app/console/journalcommand.h"

#include "app/storage.h"
#include "core/plan/journal.h"
#include "text/consoletext.h"
#include "text/errortext.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace kakuin::app {
namespace {

using namespace Qt::StringLiterals;

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

Result<JournalCommand> JournalCommand::parse(const Arguments &arguments)
{
    using Option = Arguments::Option;
    if (const auto problem = arguments.problem())
        return tl::unexpected<Error>(*problem);
    JournalCommand out;
    out.verifies = arguments.isSet(Option::Verify);
    out.exportFile = arguments.value(Option::Export);
    out.dataFolder = arguments.value(Option::DataFolder);
    if (arguments.isSet(Option::Export) && out.exportFile.isEmpty())
        return tl::unexpected<Error>(Arguments::wrongValue(
            Option::Export, {}, Arguments::tr("Give the name of a file, or - for the standard output.")));
    if (!out.verifies && out.exportFile.isEmpty())
        return fail(ErrorCode::InvalidArgument, Arguments::wordOf(arguments.command()),
            Arguments::tr("What is to be done? Give --verify or --export FILE."));
    if (!arguments.paths().isEmpty())
        return fail(ErrorCode::InvalidArgument, arguments.paths().first(),
            //: %1: a word that was typed, %2: a command
            Arguments::tr("%1 does not go with %2.")
                .arg(arguments.paths().first(), Arguments::wordOf(arguments.command())));
    return out;
}

int JournalCommand::run(QFileDevice &out, QFileDevice &err) const
{
    const auto failed = [&](const Error &error) {
        const QString sentence = ui::ErrorText::full(error);
        if (exportFile != standardOutput)
            out.write(ui::ConsoleText::notChecked(sentence).toUtf8());
        err.write((u"kakuin: "_s + sentence.simplified() + u'\n').toUtf8());
        return static_cast<int>(NotKnown);
    };
    const QString path = QDir(Storage::ofUser(dataFolder).dataFolder).filePath(u"journal.sqlite"_s);
    if (!QFile::exists(path)) // opening would make one
        return failed({ErrorCode::FileNotFound, path, {}});
    if (QFileInfo(path).size() == 0) // opening would make it a new one, in which nothing is missing
        return failed({ErrorCode::StorageDamaged, path, {}});
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

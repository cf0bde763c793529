// SPDX-License-Identifier: MIT
#include "core/snapshot/exportreader.h"

#include "core/clixml/object.h"
#include "core/clixml/reader.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/shell/decode/typenames.h"
#include "core/snapshot/archiveentrydevice.h"
#include "core/snapshot/certificatefile.h"
#include "core/snapshot/foreigntext.h"
#include "core/snapshot/healthcheckerreport.h"
#include "core/snapshot/printedcertificates.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QMap>
#include <QtCore/QSet>

#include <algorithm>
#include <filesystem>
#include <utility>

#ifndef Q_OS_WIN
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace kakuin::snapshot {
namespace {

using clixml::Value;

constexpr qint64 sniffedBytes = 4096;
constexpr qsizetype mostUnknownTypes = 20;

// What one file held
struct FileTally {
    int known = 0;
    QMap<QString, int> unknown; ///< type -> how many
    bool isFull = false;
    int unowned = 0; ///< plain certificates that name no server
    Value firstUnowned;
    bool isHealthChecker = false;
};

/// A file that was found.
struct FoundFile {
    QString path; ///< for people; it opens the file, too, unless isForeign
    std::filesystem::path native;
    bool isForeign = false; ///< a name on the way to it is not in the encoding of this system
};

// A store has several. A single one, as HealthChecker writes the internal transport certificate, is of no server, and a
// server made of it would lack everything.
bool isUnowned(ExportKind kind, const Value &value)
{
    if (kind != ExportKind::Certificate || !shell::decode::isPlainCertificate(value))
        return false;
    const Result<domain::ServerId> server = shell::decode::serverOfCertificate(value);
    return server && server->isEmpty();
}

// XML whose root, or first element, is CLIXML's, in every encoding that keeps ASCII apart; a text about CLIXML is not
bool looksLikeClixml(const QByteArray &head)
{
    QByteArray narrow = head;
    narrow.replace('\0', QByteArray());
    for (const char *mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
        if (narrow.startsWith(mark))
            narrow.remove(0, static_cast<qsizetype>(qstrlen(mark)));
    }
    narrow = narrow.trimmed();
    const bool isStream = narrow.startsWith("#< CLIXML"); // redirected output of PowerShell
    return isStream || (narrow.startsWith('<') && (narrow.contains("<Obj") || narrow.contains(":Obj")));
}

bool isOfExchange(QByteArray head)
{
    head.replace('\0', QByteArray());
    return head.contains("powershell/2004/04") || head.contains("N=\"RawData\"")
        || head.contains("Deserialized.Microsoft.Exchange") || head.contains("<T>Microsoft.Exchange");
}

bool isNamedAsExport(const QString &path)
{
    return path.endsWith(QLatin1String(".xml"), Qt::CaseInsensitive)
        || path.endsWith(QLatin1String(".clixml"), Qt::CaseInsensitive);
}

// Apart from the colours of a console
bool hasBinary(const QString &text)
{
    return std::any_of(
        text.begin(), text.end(), [](QChar c) { return c < u' ' && !QStringView(u"\t\n\r\f\x1b").contains(c); });
}

void countUnknown(const Value &value, FileTally &tally)
{
    QString type = shell::decode::bareTypeNameOf(value);
    if (type.isEmpty())
        type = value.isNull() ? QStringLiteral("null") : QStringLiteral("(no type)");
    if (tally.unknown.contains(type) || tally.unknown.size() < mostUnknownTypes)
        ++tally.unknown[type.left(300)];
}

class FileReader final {
public:
    FileReader(ContentBuilder &builder, const std::function<bool()> &isCancelled, const ExportLimits &limits)
        : m_builder(builder)
        , m_isCancelled(isCancelled)
        , m_limits(limits)
    {
    }

    void read(const FoundFile &found)
    {
        QFile device(found.path);
        ExportFile file{found.path, {}};
        const Result<void> opening = found.isForeign ? openNative(found, device, file) : open(device, file);
        const QByteArray head = opening ? device.peek(sniffedBytes) : QByteArray();
        if (!opening)
            m_builder.addProblem({opening.error().code, found.path, opening.error().detail});
        else if (looksLikeArchive(head))
            readArchive(file, device);
        else
            readFile(file, device.size(), device);
    }

private:
    [[nodiscard]] static Result<void> open(QFile &device, ExportFile &file)
    {
        const QFileInfo info(file.path);
        if (!info.isFile()) // a pipe would never end, a device never begin
            return fail(ErrorCode::FileUnreadable);
        if (!device.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, {}, device.errorString());
        file.writtenUtc = info.lastModified().toUTC();
        return {};
    }

    // By the bytes of the name, which Qt cannot write
    [[nodiscard]] static Result<void> openNative(const FoundFile &found, QFile &device, ExportFile &file)
    {
#ifdef Q_OS_WIN
        Q_UNUSED(found)
        return open(device, file); // names are Unicode there
#else
        const int descriptor = ::open(found.native.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        struct stat status = {};
        const bool isFile = descriptor >= 0 && ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
        if (!isFile || !device.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
            if (descriptor >= 0 && !device.isOpen())
                ::close(descriptor);
            return fail(ErrorCode::FileUnreadable);
        }
        file.writtenUtc = QDateTime::fromSecsSinceEpoch(status.st_mtime, Qt::UTC);
        return {};
#endif
    }

    // An entry is named as if the archive were a folder.
    void readArchive(const ExportFile &file, QFile &device)
    {
        const QString &path = file.path;
        const auto inside = [&path](const QString &name) { return name.isEmpty() ? path : path + u'/' + name; };
        const QDateTime writtenUtc = file.writtenUtc;
        bool isEmpty = true;
        const auto onEntry = [&](const ArchiveEntry &entry, QIODevice &content) {
            isEmpty = false;
            const QDateTime modified = entry.modifiedUtc.isValid() ? entry.modifiedUtc : writtenUtc;
            readFile({inside(entry.name), modified}, 0, content);
            return !m_isCancelled();
        };
        ArchiveReader(m_limits.archive).read(device, onEntry, [&](const Error &problem) {
            isEmpty = false;
            m_builder.addProblem({problem.code, inside(problem.subject), problem.detail});
        });
        if (isEmpty)
            m_builder.addProblem({ErrorCode::UnknownExportKind, path, QStringLiteral("an empty archive")});
    }

    void readFile(const ExportFile &file, qint64 size, QIODevice &device)
    {
        FileTally tally;
        const Result<void> outcome = readInto(file, size, device, tally);
        if (!tally.firstUnowned.isNull())
            addLoose(tally.firstUnowned, file, tally);
        if (tally.known > 0)
            m_builder.addFile(file);
        if (tally.isHealthChecker)
            m_builder.addProblem({ErrorCode::FormatUntried, file.path, {}});
        if (!outcome) {
            const auto *entry = qobject_cast<ArchiveEntryDevice *>(&device);
            if (!entry || !entry->problem()) // else the archive says what is wrong
                m_builder.addProblem({outcome.error().code, file.path, outcome.error().detail});
            return;
        }
        if (tally.isFull)
            m_builder.addProblem({ErrorCode::ClixmlLimitExceeded, file.path, {}});
        if (tally.known == 0 && tally.unknown.isEmpty())
            m_builder.addProblem({ErrorCode::UnknownExportKind, file.path, {}});
        if (!tally.unknown.isEmpty())
            m_builder.addProblem({ErrorCode::UnknownExportKind, file.path, describe(tally.unknown)});
    }

    [[nodiscard]] Result<void> readInto(const ExportFile &file, qint64 size, QIODevice &device, FileTally &tally)
    {
        if (size > m_limits.fileBytes)
            return fail(
                ErrorCode::ClixmlLimitExceeded, {}, QStringLiteral("%1 > %2 bytes").arg(size).arg(m_limits.fileBytes));
        const QByteArray head = device.peek(sniffedBytes);
        const auto *asFile = qobject_cast<QFile *>(&device);
        if (head.isEmpty() && asFile && asFile->error() != QFileDevice::NoError)
            return fail(ErrorCode::FileUnreadable, {}, device.errorString());
        if (asFile == nullptr && looksLikeArchive(head))
            return fail(ErrorCode::UnsafeArchiveEntry, {}, QStringLiteral("an archive in an archive"));
        if (head.isEmpty())
            return fail(ErrorCode::MalformedClixml, {}, QStringLiteral("line 1, column 1: empty"));
        if (!looksLikeClixml(head)) {
            if (isOfExchange(head)) // one of ours whose beginning is damaged is missed, anything else is not
                return fail(ErrorCode::MalformedClixml, {}, QStringLiteral("line 1, column 1: no CLIXML"));
            return isDer(head) ? readCertificates(device.read(mostCertificateFileBytes), file, tally)
                               : readText(file, device, tally);
        }
        clixml::Limits limits;
        limits.nodes = m_limits.nodes;
        limits.keepsBrokenBytes = true;
        return clixml::Reader(limits).readEach(device, [&](const Value &value) {
            take(value, file, tally, m_limits.nesting);
            return !tally.isFull && !m_isCancelled();
        });
    }

    [[nodiscard]] Result<void> readCertificates(const QByteArray &bytes, const ExportFile &file, FileTally &tally)
    {
        const auto certificates = readCertificateFile(bytes);
        if (!certificates) // a key, a request or a PFX: nothing is missed that belongs to a server
            return fail(ErrorCode::UnknownExportKind, {}, certificates.error().detail);
        for (const domain::CertificateFacts &facts : *certificates)
            m_builder.addLoose(facts, file);
        tally.known += static_cast<int>(certificates->size());
        return {};
    }

    // What a console printed, certificates in PEM, or both, as in a ticket
    [[nodiscard]] Result<void> readText(const ExportFile &file, QIODevice &device, FileTally &tally)
    {
        const PrintedLimits limits;
        const QString head = textOfBytes(device.peek(sniffedBytes));
        if (isNamedAsExport(file.path) && hasBinary(head)) // what was an export
            return fail(ErrorCode::MalformedClixml, {}, QStringLiteral("line 1, column 1: no text"));
        if (head.contains(QChar::Null)) // a program, a picture
            return fail(ErrorCode::UnknownExportKind);
        const QString text = textOfBytes(device.read(2 * limits.characters + 1));
        const PrintedCertificates printed = printedCertificates(text, limits);
        for (const Value &object : printed.objects) {
            tally.isFull = tally.isFull || !m_builder.add(ExportKind::Certificate, object, file);
            tally.known += tally.isFull ? 0 : 1;
        }
        tally.isFull = tally.isFull || printed.isCut;
        if (text.contains(QLatin1String("-----BEGIN")))
            return readCertificates(text.toLatin1(), file, tally);
        return printed.objects.isEmpty() ? fail(ErrorCode::UnknownExportKind) : Result<void>();
    }

    void addLoose(const Value &value, const ExportFile &file, FileTally &tally)
    {
        if (const auto facts = shell::decode::plainCertificate(value)) {
            m_builder.addLoose(*facts, file);
            ++tally.known;
        } else {
            countUnknown(value, tally);
        }
    }

    void take(const Value &value, const ExportFile &file, FileTally &tally, int nesting)
    {
        if (const auto objects = healthCheckerObjects(value)) {
            tally.isHealthChecker = true;
            for (const Value &object : *objects)
                take(object, file, tally, 0);
            return;
        }
        if (const auto said = manifest(value)) {
            m_builder.add(*said);
            ++tally.known;
            return;
        }
        const ExportKind kind = kindOf(value);
        if (isUnowned(kind, value) && ++tally.unowned == 1) {
            tally.firstUnowned = value;
            return;
        }
        if (kind != ExportKind::Unknown) {
            if (tally.unowned == 2 && !tally.firstUnowned.isNull()) {
                tally.isFull = !m_builder.add(kind, std::exchange(tally.firstUnowned, Value()), file);
                tally.known += tally.isFull ? 0 : 1;
            }
            tally.isFull = !m_builder.add(kind, value, file);
            tally.known += tally.isFull ? 0 : 1;
            return;
        }
        const clixml::ObjectPtr object = value.object();
        const bool isContainer = object && object->container != clixml::ContainerKind::None;
        if (!isContainer || nesting == 0) {
            countUnknown(value, tally);
            return;
        }
        for (const Value &item : object->items) {
            if (!tally.isFull)
                take(item, file, tally, nesting - 1);
        }
        for (const auto &entry : object->entries) {
            if (!tally.isFull)
                take(entry.second, file, tally, nesting - 1);
        }
    }

    [[nodiscard]] static QString describe(const QMap<QString, int> &types)
    {
        QStringList parts;
        for (auto it = types.begin(); it != types.end(); ++it)
            parts.append(QStringLiteral("%1 x %2").arg(it.value()).arg(it.key()));
        return parts.join(QLatin1String(", "));
    }

    ContentBuilder &m_builder;
    const std::function<bool()> &m_isCancelled;
    const ExportLimits &m_limits;
};

struct FoundFiles {
    QList<FoundFile> files;
    bool isAnyPathThere = false;
};

// Not by QDirIterator, which passes over folders without rights and names that are not in the system's encoding, as
// unzip leaves those of Japanese computers: what is not read has to be named.
void walk(const QString &top, ContentBuilder &builder, qsizetype most, QList<FoundFile> &out)
{
    QList<FoundFile> folders{{top, std::filesystem::path(top.toStdU16String()), false}};
    while (!folders.isEmpty() && out.size() <= most) {
        const FoundFile folder = folders.takeFirst();
        std::error_code error;
        std::filesystem::directory_iterator entry(folder.native, error);
        for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
            const std::filesystem::path name = entry->path().filename();
#ifdef Q_OS_WIN
            const QString text = QString::fromStdWString(name.native());
            const bool isForeign = false;
#else
            const QByteArray bytes = QByteArray::fromStdString(name.native());
            const QString decoded = QFile::decodeName(bytes);
            const bool isForeign = QFile::encodeName(decoded) != bytes;
            const QString text = isForeign ? nameOfBytes(bytes) : decoded;
#endif
            const FoundFile file{folder.path + u'/' + text, entry->path(), folder.isForeign || isForeign};
            const QString &path = file.path;
            std::error_code unknown;
            const bool isFolder = entry->is_directory(unknown);
            if (text.startsWith(u'.')) // hidden, as version control and file systems make them
                builder.addProblem({ErrorCode::UnknownExportKind, path, QStringLiteral("hidden")});
            else if (isFolder && entry->is_symlink(unknown))
                builder.addProblem(
                    {ErrorCode::FileUnreadable, path, QStringLiteral("a link to a folder, which is not followed")});
            else if (isFolder)
                folders.append(file);
            else
                out.append(file);
        }
        if (error)
            builder.addProblem(
                {ErrorCode::FileUnreadable, folder.path, QString::fromLocal8Bit(error.message().c_str())});
    }
}

FoundFiles findFiles(const QStringList &paths, ContentBuilder &builder, const ExportLimits &limits)
{
    FoundFiles found;
    QSet<QString> known;
    const auto add = [&](const FoundFile &file) {
        if (!file.isForeign && known.contains(file.path))
            return true;
        known.insert(file.path);
        if (found.files.size() < limits.files) {
            found.files.append(file);
            return true;
        }
        builder.addProblem({ErrorCode::ClixmlLimitExceeded, file.path, QStringLiteral("%1 files").arg(limits.files)});
        return false;
    };
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists()) {
            builder.addProblem({ErrorCode::FileNotFound, path, {}});
            continue;
        }
        found.isAnyPathThere = true;
        if (!info.isDir()) {
            if (!add({path, {}, false}))
                break;
            continue;
        }
        QList<FoundFile> inside;
        walk(path, builder, limits.files, inside);
        std::sort(inside.begin(), inside.end(),
            [](const FoundFile &a, const FoundFile &b) { return a.path.compare(b.path, Qt::CaseInsensitive) < 0; });
        if (!std::all_of(inside.cbegin(), inside.cend(), add))
            break;
    }
    return found;
}

// Files that are no exports of Exchange: one line for all of them
void joinUnknown(QList<Error> &problems)
{
    constexpr qsizetype mostNames = 10;
    QList<Error> others;
    QStringList names;
    std::optional<Error> joined;
    for (const Error &problem : std::as_const(problems)) {
        if (problem.code != ErrorCode::UnknownExportKind) {
            others.append(problem);
            continue;
        }
        if (!joined)
            joined = problem;
        const QString name = QFileInfo(problem.subject).fileName();
        names.append(problem.detail.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, problem.detail.left(100)));
    }
    if (names.size() < 2)
        return;
    joined->detail = QStringLiteral("%1 files: %2")
                         .arg(names.size())
                         .arg(names.first(std::min(names.size(), mostNames)).join(QLatin1String(", ")));
    if (names.size() > mostNames)
        joined->detail += QStringLiteral(", ...");
    others.append(*joined);
    problems = others;
}

QString sourceName(const QStringList &paths)
{
    const QFileInfo first(paths.isEmpty() ? QString() : paths.constFirst());
    if (paths.size() > 1)
        return first.absoluteDir().dirName();
    return first.isDir() ? QDir(first.absoluteFilePath()).dirName() : first.fileName();
}

QString firstReasons(const QList<Error> &problems)
{
    constexpr qsizetype most = 5;
    QStringList lines;
    for (const Error &problem : problems.first(std::min(problems.size(), most)))
        lines.append(QFileInfo(problem.subject).fileName()
            + (problem.detail.isEmpty() ? QString() : QLatin1String(": ") + problem.detail));
    return lines.join(u'\n');
}

} // namespace

Result<SnapshotContent> readExports(
    const QStringList &paths, const std::function<bool()> &isCancelled, const ExportLimits &limits)
{
    ContentBuilder builder;
    const FoundFiles found = findFiles(paths, builder, limits);
    if (!found.isAnyPathThere)
        return fail(ErrorCode::FileNotFound, paths.value(0));
    FileReader reader(builder, isCancelled, limits);
    for (const FoundFile &file : found.files) {
        if (isCancelled())
            return fail(ErrorCode::Cancelled);
        reader.read(file);
    }
    if (isCancelled())
        return fail(ErrorCode::Cancelled);
    SnapshotContent content = builder.build(sourceName(paths));
    if (content.isEmpty())
        return fail(ErrorCode::NothingExported, content.name, firstReasons(content.problems));
    joinUnknown(content.problems);
    return content;
}

} // namespace kakuin::snapshot

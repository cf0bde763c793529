// SPDX-License-Identifier: MIT
#include "core/snapshot/archivereader.h"
#include "core/snapshot/archivewriter.h"
#include "core/snapshot/exportreader.h"
#include "core/snapshot/foreigntext.h"
#include "exportfiles.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QBuffer>
#include <QtCore/QtEndian>
#include <QtTest/QTest>

namespace tests::tst_archivereader {

using namespace kakuin;
using namespace kakuin::snapshot;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

QByteArray archiveOf(const QList<std::pair<QString, QByteArray>> &entries)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ArchiveWriter writer(buffer);
    for (const auto &[name, content] : entries) {
        if (!writer.add(name, content, noon))
            return {};
    }
    return writer.finish() ? buffer.data() : QByteArray();
}

/// Sets bits of the general purpose flags, of the local headers and of the table of contents.
QByteArray withFlags(QByteArray archive, quint16 flags)
{
    for (const auto &[mark, offset] : {std::pair{"PK\x03\x04", 6}, std::pair{"PK\x01\x02", 8}}) {
        for (qsizetype at = archive.indexOf(mark); at >= 0; at = archive.indexOf(mark, at + 1)) {
            char *place = archive.data() + at + offset;
            qToLittleEndian<quint16>(static_cast<quint16>(qFromLittleEndian<quint16>(place) | flags), place);
        }
    }
    return archive;
}

/// Makes symbolic links of all entries, as Unix writes them in the table of contents.
QByteArray asLinks(QByteArray archive)
{
    const QByteArray mark("PK\x01\x02");
    for (qsizetype at = archive.indexOf(mark); at >= 0; at = archive.indexOf(mark, at + 1)) {
        archive[at + 5] = 3; // made on Unix
        qToLittleEndian<quint32>(quint32(0120777) << 16, archive.data() + at + 38);
    }
    return archive;
}

struct Outcome {
    QMap<QString, QByteArray> entries;
    QList<Error> problems;
};

Outcome readAll(QByteArray archive, const ArchiveLimits &limits = {})
{
    QBuffer buffer(&archive);
    buffer.open(QIODevice::ReadOnly);
    Outcome outcome;
    ArchiveReader(limits).read(
        buffer,
        [&](const ArchiveEntry &entry, QIODevice &content) {
            outcome.entries.insert(entry.name, content.readAll());
            return true;
        },
        [&](const Error &problem) { outcome.problems.append(problem); });
    return outcome;
}

} // namespace

class tst_ArchiveReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasWritten_isRead()
    {
        const QByteArray large(3'000'000, 'x');
        const QByteArray archive = archiveOf({{u"a.xml"_s, "one"}, {u"角印/b.xml"_s, large}, {u"empty.xml"_s, {}}});
        const Outcome outcome = readAll(archive);
        QCOMPARE(outcome.problems, QList<Error>());
        QCOMPARE(outcome.entries.keys(), (QStringList{u"a.xml"_s, u"empty.xml"_s, u"角印/b.xml"_s}));
        QCOMPARE(outcome.entries.value(u"角印/b.xml"_s), large);
    }

    void namesInShiftJis_areRead_andStayApart()
    {
        QByteArray archive = archiveOf({{u"AA.xml"_s, "one"}, {u"BB.xml"_s, "two"}, {u"CC.xml"_s, "three"}});
        archive.replace("AA.xml", "\x8f\xd8.xml"); // as Windows writes the names of Japanese computers
        archive.replace("BB.xml", "\x96\xbe.xml");
        archive.replace("CC.xml", "\x95\x5c.xml"); // its second byte is a backslash
        const Outcome outcome = readAll(archive);
        QCOMPARE(outcome.problems, QList<Error>());
        QCOMPARE(outcome.entries.size(), 3);
        for (const auto &[name, content] :
            {std::pair("\x8f\xd8.xml", "one"), std::pair("\x96\xbe.xml", "two"), std::pair("\x95\x5c.xml", "three")})
            QCOMPARE(outcome.entries.value(nameOfBytes(name)), QByteArray(content));
    }

    void badEntry_isSaid_andTheRestIsRead_data()
    {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QStringList>("read");
        const QByteArray bytes("content");
        const auto row = [&](const char *tag, const QByteArray &archive, ErrorCode code, const QString &subject,
                             const QStringList &read) {
            QTest::newRow(tag) << archive << static_cast<int>(code) << subject << read;
        };
        const auto unsafe = ErrorCode::UnsafeArchiveEntry;
        const auto beside = [&](const QString &name) { return archiveOf({{name, bytes}, {u"good.xml"_s, bytes}}); };
        const QStringList good{u"good.xml"_s};
        row("a path that leads out", beside(u"../../etc/x.xml"_s), unsafe, u"../../etc/x.xml"_s, good);
        row("a path that leads out later", beside(u"a/../../x.xml"_s), unsafe, u"a/../../x.xml"_s, good);
        row("a path that leads out as on Windows", beside(u"..\\x.xml"_s), unsafe, u"../x.xml"_s, good);
        row("an absolute path", beside(u"/etc/passwd"_s), unsafe, u"/etc/passwd"_s, good);
        row("a drive", beside(u"C:/x.xml"_s), unsafe, u"C:/x.xml"_s, good);
        row("a share", beside(u"\\\\server\\x.xml"_s), unsafe, u"//server/x.xml"_s, good);
        row("a name given twice", archiveOf({{u"good.xml"_s, bytes}, {u"GOOD.xml"_s, "other"}}), unsafe, u"GOOD.xml"_s,
            good);
        row("a link", asLinks(archiveOf({{u"link.xml"_s, "/etc/passwd"}})), unsafe, u"link.xml"_s, {});
        row("an encrypted entry", withFlags(archiveOf({{u"secret.xml"_s, bytes}}), 1), ErrorCode::EncryptedArchiveEntry,
            u"secret.xml"_s, {});
        QByteArray broken
            = archiveOf({{u"broken.xml"_s, QByteArray(5000, 'a') + QByteArray(5000, 'b')}, {u"good.xml"_s, bytes}});
        broken[70] = static_cast<char>(~broken.at(70));
        row("damaged content", broken, ErrorCode::MalformedArchive, u"broken.xml"_s, {u"broken.xml"_s, u"good.xml"_s});
    }
    void badEntry_isSaid_andTheRestIsRead()
    {
        QFETCH(QByteArray, archive);
        QFETCH(int, code);
        QFETCH(QString, subject);
        QFETCH(QStringList, read);
        const Outcome outcome = readAll(archive);
        QCOMPARE(outcome.problems.size(), 1);
        QCOMPARE(static_cast<int>(outcome.problems.first().code), code);
        QCOMPARE(outcome.problems.first().subject, subject);
        QCOMPARE(outcome.entries.keys(), read);
    }

    void archiveThatIsCutOff_givesWhatCameBefore()
    {
        QByteArray noise(20'000, Qt::Uninitialized);
        quint32 state = 1;
        for (char &byte : noise)
            byte = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
        const QByteArray archive = archiveOf({{u"a.xml"_s, "whole"}, {u"b.xml"_s, noise}});
        const Outcome outcome = readAll(archive.left(archive.size() / 2));
        QCOMPARE(outcome.entries.value(u"a.xml"_s), QByteArray("whole"));
        QVERIFY(!outcome.problems.isEmpty());
        QCOMPARE(outcome.problems.first().code, ErrorCode::MalformedArchive);
        for (qsizetype cut = 0; cut < archive.size(); cut += 97)
            readAll(archive.left(cut)); // whatever it says, it comes back
    }

    void bombs_areStopped_data()
    {
        QTest::addColumn<int>("entries");
        QTest::addColumn<qint64>("entryBytes");
        QTest::addColumn<qint64>("totalBytes");
        QTest::addColumn<qint64>("ratio");
        constexpr qint64 any = 1LL << 40;
        QTest::newRow("too many entries") << 3 << any << any << any;
        QTest::newRow("an entry that is too large") << 100 << qint64(100'000) << any << any;
        QTest::newRow("all that is too large") << 100 << any << qint64(1'500'000) << any;
        QTest::newRow("what grows too much") << 100 << any << any << qint64(50);
    }
    void bombs_areStopped()
    {
        QFETCH(int, entries);
        QFETCH(qint64, entryBytes);
        QFETCH(qint64, totalBytes);
        QFETCH(qint64, ratio);
        const QByteArray zeros(1'000'000, '\0');
        QList<std::pair<QString, QByteArray>> all;
        for (int i = 0; i < 4; ++i)
            all.append({QString::number(i), zeros});
        const Outcome outcome = readAll(archiveOf(all), {entries, entryBytes, totalBytes, ratio, 100'000});
        QVERIFY(!outcome.problems.isEmpty());
        for (const Error &problem : outcome.problems)
            QCOMPARE(problem.code, ErrorCode::ArchiveLimitExceeded);
        qint64 bytes = 0;
        for (const QByteArray &content : outcome.entries)
            bytes += content.size();
        QVERIFY(bytes < 4'000'000);
    }

    void exportsInAnArchive_areReadLikeAFolder()
    {
        const clixml::Value certificate = certificateObject(u"EX01"_s, certificateDer(u"CN=EX01"_s));
        const ExportFolder folder;
        folder.writeBytes(u"snapshot.zip"_s,
            archiveOf({{u"sub/certificates.xml"_s, ExportFolder::document({certificate})}, {u"note.txt"_s, "hello"},
                {u"../evil.xml"_s, "x"}}));
        for (const QString &path : {folder.pathOf(u"snapshot.zip"_s), folder.path()}) {
            const auto content = readExports({path}, [] { return false; });
            QVERIFY_RESULT(content);
            QCOMPARE(content->certificates.size(), 1);
            QVERIFY(content->files.first().endsWith(u"/snapshot.zip/sub/certificates.xml"));
            QCOMPARE(content->takenUtc, noon);
            QList<ErrorCode> codes;
            for (const Error &problem : content->problems)
                codes.append(problem.code);
            QCOMPARE(codes, (QList<ErrorCode>{ErrorCode::UnknownExportKind, ErrorCode::UnsafeArchiveEntry}));
        }
    }
};

KAKUIN_TEST(tst_ArchiveReader)

} // namespace tests::tst_archivereader

#include "tst_archivereader.moc"

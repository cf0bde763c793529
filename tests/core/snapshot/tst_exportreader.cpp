// SPDX-License-Identifier: MIT
#include "core/snapshot/exportreader.h"
#include "exportfiles.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QDir>
#include <QtCore/QStringEncoder>
#include <QtTest/QTest>

#include <cstdio>

namespace tests::tst_exportreader {

using namespace kakuin;
using namespace kakuin::snapshot;
using namespace kakuin::testkit;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

Value goodCertificate()
{
    static const Value value = certificateObject(QStringLiteral("EX01"), certificateDer(QStringLiteral("CN=EX01")));
    return value;
}

Result<SnapshotContent> read(const QStringList &paths, const ExportLimits &limits = {})
{
    return readExports(
        paths, [] { return false; }, limits);
}

QByteArray nested(int depth)
{
    QByteArray xml = "<Objs Version=\"1.1.0.1\">";
    for (int i = 0; i < depth; ++i)
        xml += "<Obj RefId=\"" + QByteArray::number(i) + "\"><LST>";
    for (int i = 0; i < depth; ++i)
        xml += "</LST></Obj>";
    return xml + "</Objs>";
}

QByteArray encoded(QStringConverter::Encoding encoding, const QByteArray &utf8)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder(QString::fromUtf8(utf8));
}

} // namespace

class tst_ExportReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void badFile_isSaid_andTheRestIsShown_data();
    void badFile_isSaid_andTheRestIsShown();
    void truncatedFile_givesWhatCameBefore();
    void utf16_isRead();
    void unknownObjects_areCounted_amongKnownOnes();
    void lists_areTakenApart();
    void folders_areReadWithTheirSubfolders();
    void paths_thatAreMissing_areSaid();
    void nothing_isAnError_withItsReasons();
    void unrelatedFiles_areOneLine();
    void exportWithADamagedBeginning_isMissed();
    void singlePlainCertificate_isNoServer_data();
    void singlePlainCertificate_isNoServer();
    void folderWithoutRights_isNamed();
    void foreignFileName_isNamed();
    void linkToAFolder_isNamed();
    void brokenBytes_costOneCertificate();
    void pipe_isNotOpened();
    void tooManyFiles_areLeftOut_andSaid();
    void cancel_isHeard();
};

void tst_ExportReader::badFile_isSaid_andTheRestIsShown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("hasPlace");
    const auto row = [](const char *tag, const QByteArray &bytes, ErrorCode code, bool hasPlace) {
        QTest::newRow(tag) << bytes << static_cast<int>(code) << hasPlace;
    };
    const QByteArray good = ExportFolder::document({goodCertificate()});
    const QByteArray text = "<?xml version=\"1.0\"?>\n<Objs Version=\"1.1.0.1\">\n";
    row("truncated", good.chopped(20), ErrorCode::MalformedClixml, true);
    row("empty", {}, ErrorCode::MalformedClixml, true);
    row("binary junk", QByteArray("\x7f\x45\x4c\x46\x00\x01\xff\xfe\x00<", 10), ErrorCode::UnknownExportKind, false);
    row("control characters after a good beginning", text + "\x01\x02<<", ErrorCode::MalformedClixml, true);
    row("bytes that are no text after a good beginning", text + "\xff\xfe<<", ErrorCode::UnsupportedEncoding, true);
    row("a text about CLIXML", "# INDEX\nbegins with <Objs Version=\"1.1.0.1\">", ErrorCode::UnknownExportKind, false);
    row("a text file", "# INDEX\nnotes about <something>", ErrorCode::UnknownExportKind, false);
    row("JSON", "{\"a\": 1}", ErrorCode::UnknownExportKind, false);
    row("XML of another kind", "<?xml version=\"1.0\"?><html><body/></html>", ErrorCode::UnknownExportKind, false);
    row("objects of another kind",
        ExportFolder::document({Value(ObjectBuilder({QStringLiteral("System.Diagnostics.Process")}).build())}),
        ErrorCode::UnknownExportKind, false);
    row("no objects at all", ExportFolder::document({}), ErrorCode::UnknownExportKind, false);
    row("deeply nested", nested(5000), ErrorCode::ClixmlLimitExceeded, true);
    row("another encoding", "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><Objs><S>\x8f\xd8</S></Objs>",
        ErrorCode::UnsupportedEncoding, false);
    row("a DTD", "<!DOCTYPE Objs [<!ENTITY a \"b\">]><Objs><S>&a;</S></Objs>", ErrorCode::ClixmlForbiddenConstruct,
        true);
    row("an unknown reference", text + "<Ref RefId=\"7\"/></Objs>", ErrorCode::MalformedClixml, true);
}

void tst_ExportReader::badFile_isSaid_andTheRestIsShown()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(bool, hasPlace);
    const ExportFolder folder;
    folder.write(QStringLiteral("1-good.xml"), {exchangeServerObject(QStringLiteral("EX01"))});
    folder.writeBytes(QStringLiteral("2-bad.xml"), bytes);
    folder.write(QStringLiteral("3-good.xml"), {goodCertificate()});
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->certificates.size(), 1);
    QVERIFY(content->holds(ExportKind::Server));
    QCOMPARE(content->problems.size(), 1);
    const Error &problem = content->problems.constFirst();
    QCOMPARE(static_cast<int>(problem.code), code);
    QCOMPARE(problem.subject, folder.pathOf(QStringLiteral("2-bad.xml")));
    if (hasPlace)
        QVERIFY2(problem.detail.startsWith(QLatin1String("line ")), qPrintable(problem.detail));
}

void tst_ExportReader::truncatedFile_givesWhatCameBefore()
{
    const ExportFolder folder;
    const Value second = certificateObject(QStringLiteral("EX01"), certificateDer(QStringLiteral("CN=b")));
    const QByteArray whole = ExportFolder::document({goodCertificate(), second});
    folder.writeBytes(QStringLiteral("a.xml"), whole.chopped(100));
    const auto content = read({folder.pathOf(QStringLiteral("a.xml"))});
    QVERIFY_RESULT(content);
    QCOMPARE(content->certificates.size(), 1);
    QCOMPARE(content->problems.size(), 1);
    QCOMPARE(content->name, QStringLiteral("a.xml"));
}

void tst_ExportReader::utf16_isRead()
{
    const QByteArray utf8 = ExportFolder::document({goodCertificate()}).mid(3);
    const ExportFolder folder;
    folder.writeBytes(QStringLiteral("le.xml"), encoded(QStringConverter::Utf16LE, utf8));
    folder.writeBytes(QStringLiteral("be.xml"), encoded(QStringConverter::Utf16BE, utf8));
    folder.writeBytes(QStringLiteral("plain.xml"), utf8);
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QVERIFY(content->problems.isEmpty());
    QCOMPARE(content->files.size(), 3);
    QCOMPARE(content->certificates.size(), 1);
}

void tst_ExportReader::unknownObjects_areCounted_amongKnownOnes()
{
    const ExportFolder folder;
    const Value process(ObjectBuilder({QStringLiteral("Deserialized.System.Diagnostics.Process")}).build());
    folder.write(QStringLiteral("a.xml"), {process, goodCertificate(), process, Value()});
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->certificates.size(), 1);
    QCOMPARE(content->problems.constFirst().code, ErrorCode::UnknownExportKind);
    QCOMPARE(content->problems.constFirst().detail, QStringLiteral("2 x System.Diagnostics.Process, 1 x null"));
}

void tst_ExportReader::lists_areTakenApart()
{
    const ExportFolder folder;
    const Value inner(ObjectBuilder::list({goodCertificate()}));
    folder.write(
        QStringLiteral("a.xml"), {Value(ObjectBuilder::list({exchangeServerObject(QStringLiteral("EX01")), inner}))});
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QVERIFY(content->holds(ExportKind::Server) && content->holds(ExportKind::Certificate));
    QVERIFY(content->problems.isEmpty());
}

void tst_ExportReader::folders_areReadWithTheirSubfolders()
{
    const ExportFolder folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("EX01/deep")));
    folder.write(QStringLiteral("EX01/deep/a.xml"), {goodCertificate()});
    folder.write(QStringLiteral("b.xml"), {exchangeServerObject(QStringLiteral("EX01"))});
    const auto content = read({folder.path(), folder.pathOf(QStringLiteral("b.xml"))});
    QVERIFY_RESULT(content);
    QCOMPARE(content->files.size(), 2);
}

void tst_ExportReader::paths_thatAreMissing_areSaid()
{
    const ExportFolder folder;
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    const QString missing = folder.pathOf(QStringLiteral("none.xml"));
    const auto some = read({missing, folder.pathOf(QStringLiteral("a.xml"))});
    QVERIFY_RESULT(some);
    QCOMPARE(some->problems.constFirst(), (Error{ErrorCode::FileNotFound, missing, {}}));
    QCOMPARE(read({missing}).error().code, ErrorCode::FileNotFound);
    QCOMPARE(read({}).error().code, ErrorCode::FileNotFound);
}

void tst_ExportReader::nothing_isAnError_withItsReasons()
{
    const ExportFolder folder;
    folder.writeBytes(QStringLiteral("a.xml"), "<Objs><S>x");
    const auto content = read({folder.path()});
    QVERIFY(!content);
    QCOMPARE(content.error().code, ErrorCode::NothingExported);
    QVERIFY2(content.error().detail.startsWith(QLatin1String("a.xml: line ")), qPrintable(content.error().detail));
    const ExportFolder empty;
    QCOMPARE(read({empty.path()}).error().code, ErrorCode::NothingExported);
}

void tst_ExportReader::unrelatedFiles_areOneLine()
{
    const ExportFolder folder;
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    folder.writeBytes(QStringLiteral("README.txt"), "Read me");
    folder.writeBytes(QStringLiteral("notes.md"), "# Notes");
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->problems.size(), 1);
    QCOMPARE(content->problems.constFirst().code, ErrorCode::UnknownExportKind);
    QCOMPARE(content->problems.constFirst().detail, QStringLiteral("2 files: notes.md, README.txt"));
}

void tst_ExportReader::exportWithADamagedBeginning_isMissed()
{
    const ExportFolder folder;
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    folder.writeBytes(QStringLiteral("b.xml"), ExportFolder::document({goodCertificate()}).mid(10));
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->problems.size(), 1);
    QCOMPARE(content->problems.constFirst().code, ErrorCode::MalformedClixml);
}

void tst_ExportReader::singlePlainCertificate_isNoServer_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("shown"); // besides the good one
    QTest::newRow("one, as HealthChecker writes it") << 1 << 0;
    QTest::newRow("a store of two") << 2 << 2;
    QTest::newRow("a store of three") << 3 << 3;
}

void tst_ExportReader::singlePlainCertificate_isNoServer()
{
    QFETCH(const int, count);
    QFETCH(const int, shown);
    QList<Value> plain;
    for (int i = 0; i < count; ++i)
        plain.append(
            ObjectBuilder({QStringLiteral("System.Security.Cryptography.X509Certificates.X509Certificate2")})
                .adapted(QStringLiteral("RawData"), Value(Value::Data(certificateDer(QStringLiteral("CN=%1").arg(i)))))
                .build());
    const ExportFolder folder;
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    folder.write(QStringLiteral("store.xml"), plain);
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->certificates.size(), 1 + shown);
    QCOMPARE(content->problems.size(), shown == 0 ? 1 : 0);
    if (shown == 0)
        QCOMPARE(content->problems.constFirst().code, ErrorCode::UnknownExportKind);
}

void tst_ExportReader::folderWithoutRights_isNamed()
{
    const ExportFolder folder;
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    const QString closed = folder.pathOf(QStringLiteral("closed"));
    QVERIFY(QDir().mkdir(closed));
    QVERIFY(QFile::setPermissions(closed, QFile::Permissions()));
    const bool isClosed = !QFileInfo(closed).isReadable();
    const auto content = read({folder.path()});
    QFile::setPermissions(closed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!isClosed)
        QSKIP("this account may read everything");
    QVERIFY_RESULT(content);
    QCOMPARE(content->problems.size(), 1);
    QCOMPARE(content->problems.constFirst().code, ErrorCode::FileUnreadable);
    QCOMPARE(content->problems.constFirst().subject, closed);
}

void tst_ExportReader::foreignFileName_isNamed()
{
#ifdef Q_OS_LINUX
    const ExportFolder folder;
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    const QByteArray name = QFile::encodeName(folder.path()) + "/\x8f\xd8.xml"; // Shift_JIS, as unzip leaves it
    std::FILE *file = std::fopen(name.constData(), "wb");
    if (file == nullptr)
        QSKIP("this file system has no such names");
    std::fputs("x", file);
    std::fclose(file);
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->problems.size(), 1);
    QCOMPARE(content->problems.constFirst().code, ErrorCode::FileUnreadable);
    QVERIFY2(content->problems.constFirst().subject.endsWith(QLatin1String("/%8F%D8.xml")),
        qPrintable(content->problems.constFirst().subject));
#endif
}

void tst_ExportReader::linkToAFolder_isNamed()
{
    const ExportFolder folder;
    const ExportFolder other;
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    other.write(QStringLiteral("b.xml"), {goodCertificate()});
    if (!QFile::link(other.path(), folder.pathOf(QStringLiteral("link"))))
        QSKIP("no links here");
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->files.size(), 1);
    QCOMPARE(content->problems.size(), 1);
    QCOMPARE(content->problems.constFirst().code, ErrorCode::FileUnreadable);
}

void tst_ExportReader::brokenBytes_costOneCertificate()
{
    const Value broken = rawCertificateObject(QStringLiteral("EX01"), certificateDer(QStringLiteral("CN=broken")));
    QByteArray document = ExportFolder::document({broken, goodCertificate()});
    const qsizetype bytes = document.indexOf("<BA");
    document[document.indexOf('>', bytes) + 5] = '*';
    const ExportFolder folder;
    folder.writeBytes(QStringLiteral("a.xml"), document);
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->certificates.size(), 2);
    QVERIFY(content->certificates.constFirst().thumbprint.isNull()); // its server says that it cannot be read
    QVERIFY(!content->certificates.constLast().thumbprint.isNull());
    QVERIFY(content->problems.isEmpty());
}

void tst_ExportReader::pipe_isNotOpened()
{
    const auto content = read({QStringLiteral("/dev/zero")});
    if (!QFile::exists(QStringLiteral("/dev/zero")))
        QSKIP("no devices here");
    QCOMPARE(content.error().code, ErrorCode::NothingExported);
}

void tst_ExportReader::tooManyFiles_areLeftOut_andSaid()
{
    const ExportFolder folder;
    for (int i = 0; i < 4; ++i)
        folder.write(QStringLiteral("%1.xml").arg(i), {goodCertificate()});
    ExportLimits limits;
    limits.files = 2;
    const auto content = read({folder.path()}, limits);
    QVERIFY_RESULT(content);
    QCOMPARE(content->files.size(), 2);
    QCOMPARE(content->problems.constFirst().code, ErrorCode::ClixmlLimitExceeded);
    // A file that is too large is not begun
    limits = {};
    limits.fileBytes = 10;
    QCOMPARE(read({folder.path()}, limits).error().code, ErrorCode::NothingExported);
    QFile huge(folder.pathOf(QStringLiteral("huge.xml")));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(ExportLimits().fileBytes + 1)); // takes no room on the disk
    const auto rest = read({folder.path()});
    QVERIFY_RESULT(rest);
    QCOMPARE(rest->problems.size(), 1);
    QCOMPARE(rest->problems.constFirst().code, ErrorCode::ClixmlLimitExceeded);
    QCOMPARE(rest->problems.constFirst().subject, huge.fileName());
}

void tst_ExportReader::cancel_isHeard()
{
    const ExportFolder folder;
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    QCOMPARE(readExports({folder.path()}, [] { return true; }).error().code, ErrorCode::Cancelled);
}

KAKUIN_TEST(tst_ExportReader)

} // namespace tests::tst_exportreader

#include "tst_exportreader.moc"

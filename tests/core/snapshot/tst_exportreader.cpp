// SPDX-License-Identifier: MIT
#include "core/shell/decode/exchangecertificate.h"
#include "core/snapshot/archivewriter.h"
#include "core/snapshot/exportreader.h"
#include "core/snapshot/foreigntext.h"
#include "core/x509/reader.h"
#include "exportfiles.h"
#include "tests/core/x509/derbuilder.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QStringEncoder>
#include <QtTest/QTest>

#include <cstdio>
#ifdef Q_OS_LINUX
#include <sys/stat.h>
#include <unistd.h>
#endif

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
    void foreignFileName_isRead();
    void foreignFolderName_isRead();
    void hiddenFiles_areNamed();
    void archives_emptyAndNested_areNamed();
    void certificateFiles_areShown_withTheirServers_data();
    void certificateFiles_areShown_withTheirServers();
    void otherKeyMaterial_isNotOpened();
    void printedText_getsItsBytesFromACertificateFile_data();
    void printedText_getsItsBytesFromACertificateFile();
    void printedServices_completeAnExportOfBytes();
    void selectedCertificate_withoutRawData_isSaid();
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
    row("binary junk", QByteArray("\x7f\x45\x4c\x46\x00\x01\xff\xfe\x00<", 10), ErrorCode::MalformedClixml, true);
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
        QCOMPARE(content->problems.constFirst().code, ErrorCode::CertificateOfNoServer);
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

void tst_ExportReader::foreignFileName_isRead()
{
#ifdef Q_OS_LINUX
    const ExportFolder folder;
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    const QByteArray name = QFile::encodeName(folder.path()) + "/\x8f\xd8.xml"; // Shift_JIS, as unzip leaves it
    std::FILE *file = std::fopen(name.constData(), "wb");
    if (file == nullptr)
        QSKIP("this file system has no such names");
    const QByteArray document = ExportFolder::document({exchangeServerObject(QStringLiteral("EX01"))});
    std::fwrite(document.constData(), 1, static_cast<size_t>(document.size()), file);
    std::fclose(file);
    const auto content = read({folder.path()});
    std::remove(name.constData());
    QVERIFY_RESULT(content);
    QVERIFY(content->holds(ExportKind::Server));
    QVERIFY(content->problems.isEmpty());
    QCOMPARE(content->files.size(), 2);
    QVERIFY(content->files.contains(folder.pathOf(nameOfBytes("\x8f\xd8.xml"))));
#endif
}

void tst_ExportReader::foreignFolderName_isRead()
{
#ifdef Q_OS_LINUX
    const ExportFolder folder;
    const QByteArray inside = QFile::encodeName(folder.path()) + "/\x8f\xd8";
    if (::mkdir(inside.constData(), 0700) != 0)
        QSKIP("this file system has no such names");
    const QByteArray name = inside + "/a.xml";
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    QVERIFY(std::rename(QFile::encodeName(folder.pathOf(QStringLiteral("a.xml"))).constData(), name.constData()) == 0);
    const auto content = read({folder.path()});
    std::remove(name.constData());
    ::rmdir(inside.constData());
    QVERIFY_RESULT(content);
    QCOMPARE(content->certificates.size(), 1);
    QVERIFY(content->problems.isEmpty());
#endif
}

void tst_ExportReader::hiddenFiles_areNamed()
{
    const ExportFolder folder;
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    folder.write(QStringLiteral(".b.xml"), {exchangeServerObject(QStringLiteral("EX01"))});
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral(".git")));
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->files.size(), 1);
    QCOMPARE(content->problems.size(), 1);
    QCOMPARE(content->problems.constFirst().code, ErrorCode::UnknownExportKind); // a note: nothing is missed
    const QString detail = content->problems.constFirst().detail;
    QVERIFY2(detail.contains(QLatin1String(".b.xml (hidden)")) && detail.contains(QLatin1String(".git (hidden)")),
        qPrintable(detail));
}

void tst_ExportReader::archives_emptyAndNested_areNamed()
{
    const auto archiveOf = [](const QList<std::pair<QString, QByteArray>> &entries) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        ArchiveWriter writer(buffer);
        for (const auto &[name, bytes] : entries) {
            if (!writer.add(name, bytes, QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)))
                return QByteArray();
        }
        return writer.finish() ? buffer.data() : QByteArray();
    };
    const ExportFolder folder;
    folder.write(QStringLiteral("a.xml"), {goodCertificate()});
    folder.writeBytes(QStringLiteral("b-empty.zip"), archiveOf({}));
    folder.writeBytes(QStringLiteral("c-outer.zip"),
        archiveOf({{QStringLiteral("inner.zip"),
            archiveOf({{QStringLiteral("x.xml"), ExportFolder::document({goodCertificate()})}})}}));
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->problems.size(), 2);
    QCOMPARE(content->problems.at(0).code, ErrorCode::UnknownExportKind);
    QCOMPARE(content->problems.at(0).subject, folder.pathOf(QStringLiteral("b-empty.zip")));
    QCOMPARE(content->problems.at(1).code, ErrorCode::UnsafeArchiveEntry); // something may be missed
    QCOMPARE(content->problems.at(1).subject, folder.pathOf(QStringLiteral("c-outer.zip/inner.zip")));
}

void tst_ExportReader::certificateFiles_areShown_withTheirServers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("count");
    const QByteArray der = certificateDer(QStringLiteral("CN=other"));
    const QByteArray known = shell::decode::exchangeCertificate(goodCertificate())->facts.der;
    // SignedData without signers, with both: RFC 2315 9.1
    const QByteArray signedData = testder::sequence(testder::tlv(2, "\x01") + testder::set({})
        + testder::sequence(testder::oid("1.2.840.113549.1.7.1")) + testder::tlv(0xa0, known + der) + testder::set({}));
    const QByteArray pkcs7 = testder::sequence(testder::oid("1.2.840.113549.1.7.2") + testder::tlv(0xa0, signedData));
    QTest::newRow("DER") << QStringLiteral("a.cer") << known << 1;
    QTest::newRow("PEM") << QStringLiteral("a.pem") << x509::toPem(known) << 1;
    QTest::newRow("PEM of several") << QStringLiteral("chain.pem")
                                    << QByteArray("chain\n" + x509::toPem(known) + x509::toPem(der)) << 2;
    QTest::newRow("PKCS #7") << QStringLiteral("a.p7b") << pkcs7 << 2;
    QTest::newRow("PKCS #7 in PEM") << QStringLiteral(
        "a.p7b") << QByteArray("-----BEGIN PKCS7-----\n" + pkcs7.toBase64() + "\n-----END PKCS7-----\n")
                                    << 2;
    QTest::newRow("by its bytes, not by its name") << QStringLiteral("a.txt") << known << 1;
}

void tst_ExportReader::certificateFiles_areShown_withTheirServers()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, count);
    const ExportFolder folder;
    folder.write(QStringLiteral("b.xml"), {goodCertificate()});
    folder.writeBytes(name, bytes);
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->certificates.size(), 1); // no server is made of it
    QCOMPARE(content->problems.size(), count);
    const Error &found = content->problems.constFirst();
    QCOMPARE(found.code, ErrorCode::CertificateOfNoServer);
    QCOMPARE(found.subject, folder.pathOf(name));
    const QString thumbprint = content->certificates.constFirst().thumbprint.toString();
    QVERIFY2(found.detail.startsWith(thumbprint), qPrintable(found.detail));
    QVERIFY2(found.detail.endsWith(QLatin1String("| EX01")), qPrintable(found.detail));
    if (count == 2)
        QVERIFY2(
            content->problems.at(1).detail.endsWith(QLatin1String("| -")), qPrintable(content->problems.at(1).detail));
}

void tst_ExportReader::otherKeyMaterial_isNotOpened()
{
    const ExportFolder folder;
    folder.write(QStringLiteral("b.xml"), {goodCertificate()});
    folder.writeBytes(QStringLiteral("a.pfx"), testder::sequence(QByteArray(300, '\x02')));
    folder.writeBytes(QStringLiteral("a.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    folder.writeBytes(QStringLiteral("c.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->problems.size(), 1);
    QCOMPARE(content->problems.constFirst().code, ErrorCode::UnknownExportKind);
    QVERIFY(content->problems.constFirst().detail.startsWith(QLatin1String("3 files: ")));
}

void tst_ExportReader::printedText_getsItsBytesFromACertificateFile_data()
{
    QTest::addColumn<bool>("isInTheText");
    QTest::newRow("beside it") << false;
    QTest::newRow("in the same text") << true;
}

void tst_ExportReader::printedText_getsItsBytesFromACertificateFile()
{
    const QByteArray der = certificateDer(QStringLiteral("CN=mail"), {QStringLiteral("mail.contoso.com")});
    const QString thumbprint = x509::readDer(der)->thumbprint.toString();
    const ExportFolder folder;
    const QByteArray ticket("Get-ExchangeCertificate -Server EX07\n\nServices : SMTP\nIssuer : CN=mail\nThumbprint : "
        + thumbprint.toLatin1());
    QFETCH(const bool, isInTheText);
    folder.writeBytes(QStringLiteral("ticket.txt"), isInTheText ? ticket + "\n\n" + x509::toPem(der) : ticket);
    if (!isInTheText)
        folder.writeBytes(QStringLiteral("mail.cer"), der);
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->certificates.size(), 1);
    const ExportedCertificate &one = content->certificates.constFirst();
    QCOMPARE(one.server, domain::ServerId(QStringLiteral("EX07")));
    const auto certificate = shell::decode::exchangeCertificate(one.value);
    QVERIFY_RESULT(certificate);
    QCOMPARE(certificate->facts.der, der);
    QVERIFY(certificate->facts.notAfterUtc.isValid());
    QCOMPARE(certificate->services, std::optional<domain::ServiceSet>(domain::Service::Smtp));
    QCOMPARE(certificate->source, domain::CertificateSource::PrintedText); // the store may hold more
    QVERIFY(content->problems.constFirst().detail.endsWith(QLatin1String("| EX07")));
}

void tst_ExportReader::printedServices_completeAnExportOfBytes()
{
    const QByteArray der = certificateDer(QStringLiteral("CN=mail"));
    const QString thumbprint = x509::readDer(der)->thumbprint.toString();
    const ExportFolder folder;
    folder.write(QStringLiteral("EX01.xml"), {rawCertificateObject(QStringLiteral("EX01"), der)});
    folder.writeBytes(QStringLiteral("ticket.txt"),
        "Get-ExchangeCertificate -Server EX01\n" + thumbprint.toLatin1() + "  ....S..  CN=mail\n");
    const auto content = read({folder.path()});
    QVERIFY_RESULT(content);
    QCOMPARE(content->certificates.size(), 1);
    const auto certificate = shell::decode::exchangeCertificate(content->certificates.constFirst().value);
    QVERIFY_RESULT(certificate);
    QCOMPARE(certificate->services, std::optional<domain::ServiceSet>(domain::Service::Smtp));
    QCOMPARE(certificate->source, domain::CertificateSource::FlatProperties);
    QVERIFY(content->problems.isEmpty());
}

void tst_ExportReader::selectedCertificate_withoutRawData_isSaid()
{
    const QByteArray der = certificateDer(QStringLiteral("CN=mail"));
    const Value selected(ObjectBuilder(
        {QStringLiteral("Selected.Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate")})
                             .extended(QStringLiteral("Thumbprint"), Value(x509::readDer(der)->thumbprint.toString()))
                             .extended(QStringLiteral("Services"), Value(QStringLiteral("SMTP")))
                             .build());
    const ExportFolder folder;
    folder.write(QStringLiteral("EX01.xml"), {selected});
    const auto alone = read({folder.path()});
    QVERIFY_RESULT(alone);
    QCOMPARE(alone->certificates.size(), 1);
    const auto missing = shell::decode::exchangeCertificate(alone->certificates.constFirst().value);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::RawDataMissing);
    // with the certificate beside it, it is whole
    folder.writeBytes(QStringLiteral("mail.cer"), der);
    const auto together = read({folder.path()});
    QVERIFY_RESULT(together);
    QCOMPARE(together->certificates.size(), 1);
    const auto certificate = shell::decode::exchangeCertificate(together->certificates.constFirst().value);
    QVERIFY_RESULT(certificate);
    QCOMPARE(certificate->facts.der, der);
    QCOMPARE(certificate->services, std::optional<domain::ServiceSet>(domain::Service::Smtp));
    QCOMPARE(certificate->source, domain::CertificateSource::FlatProperties);
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

// SPDX-License-Identifier: MIT
#include "core/remote/outofprocpacket.h"
#include "tests/testkit/recordedsessions.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_outofprocpacket {

using namespace kakuin;
using namespace kakuin::remote;
using namespace Qt::StringLiterals;
using Kind = OutOfProcPacket::Kind;

class tst_OutOfProcPacket : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordedLines_areReadAndWrittenAgain();
    void line_isRead_data();
    void line_isRead();
    void line_isRefused_data();
    void line_isRefused();
};

void tst_OutOfProcPacket::recordedLines_areReadAndWrittenAgain()
{
    const QStringList files = testkit::recordedEngineFiles();
    if (files.isEmpty())
        QSKIP("no recordings of Microsoft's engine (KAKUIN_CAPTURED_DATA/engine)");
    int lines = 0;
    for (const QString &file : files) {
        const auto recorded = testkit::recordedLines(file);
        for (const auto &line : recorded) {
            const auto packet = parsePacket(line.line);
            QVERIFY_RESULT(packet);
            QCOMPARE(packetLine(*packet), line.line + '\n'); // letter for letter what the engine and its clients write
            ++lines;
        }
    }
    QVERIFY(lines > 300);
}

void tst_OutOfProcPacket::line_isRead_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("data");
    const QByteArray id = "PSGuid='00112233-4455-6677-8899-aabbccddeeff'";
    const auto row = [](const char *tag, const QByteArray &line, Kind kind, const char *data = "") {
        QTest::newRow(tag) << line << static_cast<int>(kind) << QByteArray(data);
    };
    row("as the engine writes it", "<DataAck " + id + " />\n", Kind::DataAck);
    row("with the line end of Windows", "<CommandAck " + id + " />\r\n", Kind::CommandAck);
    row("with double quotes and no blank", "<CloseAck PSGuid=\"00112233-4455-6677-8899-AABBCCDDEEFF\"/>",
        Kind::CloseAck);
    row("attributes the other way round", "<Data " + id + " Stream='Default'>eA==</Data>", Kind::Data, "x");
    row("an attribute that is new", "<Data " + id + " Stream='Default' More='1'>eA==</Data>", Kind::Data, "x");
    row("an acknowledgement that names a stream", "<DataAck Stream='PromptResponse' " + id + "/>", Kind::DataAck);
    row("without data", "<Data Stream='Default' " + id + "></Data>", Kind::Data);
}

void tst_OutOfProcPacket::line_isRead()
{
    QFETCH(QByteArray, line);
    QFETCH(int, kind);
    QFETCH(QByteArray, data);
    const auto packet = parsePacket(line);
    QVERIFY_RESULT(packet);
    QCOMPARE(static_cast<int>(packet->kind), kind);
    QCOMPARE(packet->id, QUuid(u"00112233-4455-6677-8899-aabbccddeeff"_s));
    QCOMPARE(packet->data, data);
    QVERIFY(!packet->isPromptResponse);
}

void tst_OutOfProcPacket::line_isRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    const QByteArray id = "PSGuid='00112233-4455-6677-8899-aabbccddeeff'";
    QTest::newRow("nothing") << QByteArray("\n");
    QTest::newRow("a banner") << QByteArray("Windows PowerShell");
    QTest::newRow("an error of a named pipe") << QByteArray("__NamedPipeError__:oops");
    QTest::newRow("another element") << "<Date " + id + " />";
    QTest::newRow("no id") << QByteArray("<DataAck />");
    QTest::newRow("an id that is none") << QByteArray("<DataAck PSGuid='1' />");
    QTest::newRow("a quote that does not end") << QByteArray("<DataAck PSGuid='0011");
    QTest::newRow("no end of the tag") << "<DataAck " + id;
    QTest::newRow("no end of the element") << "<Data Stream='Default' " + id + ">eA==";
    QTest::newRow("two on one line") << "<DataAck " + id + " /><DataAck " + id + " />";
    QTest::newRow("data that is no base64") << "<Data Stream='Default' " + id + ">e*==</Data>";
    QTest::newRow("an acknowledgement with data") << "<DataAck " + id + ">eA==</DataAck>";
    QTest::newRow("an element inside") << "<Data Stream='Default' " + id + "><x/></Data>";
}

void tst_OutOfProcPacket::line_isRefused()
{
    QFETCH(QByteArray, line);
    const auto packet = parsePacket(line);
    QVERIFY(!packet);
    QCOMPARE(packet.error().code, ErrorCode::UnexpectedOutput);
    QVERIFY(!packet.error().detail.isEmpty());
}

KAKUIN_TEST(tst_OutOfProcPacket)

} // namespace tests::tst_outofprocpacket

#include "tst_outofprocpacket.moc"

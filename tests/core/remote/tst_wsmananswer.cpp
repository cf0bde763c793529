// SPDX-License-Identifier: MIT
#include "core/remote/wsmananswer.h"
#include "tests/testkit/recordedsessions.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <QtTest/QTest>

namespace tests::tst_wsmananswer {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

QByteArray faultEnvelope(const QByteArray &detail, const QByteArray &reason = {})
{
    return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:w=\"w\" xmlns:f=\"f\"><s:Header/>"
           "<s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:InternalError</s:Value>"
           "</s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"\">"
        + reason + "</s:Text></s:Reason><s:Detail>" + detail + "</s:Detail></s:Fault></s:Body></s:Envelope>";
}

} // namespace

class tst_WsmanAnswer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordedAnswers_areRead_data();
    void recordedAnswers_areRead();
    void foreignSession_isRead();
    void timeout_isNoError();
    void exchangesFault_saysWhy();
    void fault_hasItsCode_data();
    void fault_hasItsCode();
    void nestedFault_keepsItsWholeText();
    void longStreams_areReadAsShortOnes_data();
    void longStreams_areReadAsShortOnes();
    void answer_isRefused_data();
    void answer_isRefused();
};

void tst_WsmanAnswer::recordedAnswers_areRead_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = recordedWinrmFiles();
    if (files.isEmpty())
        QSKIP("no recordings of Windows servers (KAKUIN_CAPTURED_DATA/winrm)");
    for (const QString &file : files)
        QTest::newRow(qPrintable(QFileInfo(file).baseName())) << file;
}

// The pieces must be those that a search by pattern finds; faults must have their numbers.
void tst_WsmanAnswer::recordedAnswers_areRead()
{
    QFETCH(QString, file);
    QList<QByteArray> expected;
    for (const RecordedPiece &piece : recordedWinrmPieces(file)) {
        if (piece.isFromServer && piece.place == u"stdout")
            expected.append(piece.bytes);
    }
    QList<QByteArray> found;
    const bool isPlainShell = QFileInfo(file).fileName().startsWith(u"test_winrs"_s);
    for (const RecordedExchange &exchange : recordedExchanges(file)) {
        if (!exchange.response.startsWith(u'<'))
            continue; // a failure below or beside SOAP
        const auto answer = parseAnswer(exchange.response.toUtf8());
        QVERIFY_RESULT(answer);
        QVERIFY(!answer->action.isEmpty());
        for (const auto &piece : answer->pieces)
            found.append(piece.bytes);
        QCOMPARE(answer->fault.has_value(), exchange.response.contains(u":Fault>"_s));
        if (answer->fault)
            QVERIFY(answer->fault->code != 0 || !answer->fault->subcode.isEmpty());
        if (answer->action == u"CreateResponse")
            QVERIFY(!QUuid(answer->shell).isNull());
        if (answer->action == u"CommandResponse")
            QVERIFY(!QUuid(answer->command).isNull());
    }
    if (!isPlainShell)
        QCOMPARE(found, expected);
}

void tst_WsmanAnswer::foreignSession_isRead()
{
    QFile file(capturedPath("decoded/wsman-session.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("no recorded session (KAKUIN_CAPTURED_DATA/decoded)");
    qsizetype bytes = 0;
    int timeouts = 0;
    while (!file.atEnd()) {
        const QJsonObject exchange = QJsonDocument::fromJson(file.readLine()).object();
        const auto answer = parseAnswer(exchange[u"response"_s].toString().toUtf8());
        QVERIFY_RESULT(answer);
        QCOMPARE(answer->fault.has_value(), exchange[u"status"_s].toInt() == 500);
        timeouts += answer->fault && answer->fault->isTimeout();
        for (const auto &piece : answer->pieces)
            bytes += piece.bytes.size();
    }
    QVERIFY(bytes > 300'000);
    QVERIFY(timeouts > 0);
}

void tst_WsmanAnswer::timeout_isNoError()
{
    const auto byCode = parseAnswer(faultEnvelope("<f:WSManFault Code=\"2150858793\"/>"));
    QVERIFY_RESULT(byCode);
    QVERIFY(byCode->fault->isTimeout());
    const auto other = parseAnswer(faultEnvelope("<f:WSManFault Code=\"2150858843\"/>", "gone"));
    QVERIFY_RESULT(other);
    QVERIFY(!other->fault->isTimeout());
    QCOMPARE(other->fault->code, quint32(WsmanFault::ShellNotFound));
    QCOMPARE(other->fault->text, u"gone"_s);
}

void tst_WsmanAnswer::fault_hasItsCode_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char *tag, const char *number, const char *text, ErrorCode code) {
        QTest::newRow(tag) << QString::fromLatin1(number) << QString::fromUtf8(text) << static_cast<int>(code);
    };
    row("the shell has gone", "2150858843", "", ErrorCode::ConnectionLost);
    row("the shell is on another server", "2152992672", "[FailureCategory=WSMan-InvalidShellID] x",
        ErrorCode::ConnectionLost);
    row("no such resource", "2150858811", "", ErrorCode::ServicePathNotFound);
    row("no role", "2152992672", "[AuthZRequestId=1][FailureCategory=AuthZ-CmdletAccessDeniedException] ユーザー",
        ErrorCode::RightsMissing);
    row("access denied", "5", "", ErrorCode::RightsMissing);
    row("too many sessions, as Exchange says it", "2152992672",
        "[AuthZRequestId=1][FailureCategory=AuthZ-AuthorizationException] … 3 : MaxConcurrency. Policy: CN=x; "
        "Snapshot: "
        "Owner: Sid~x ActiveRunspaces: 3/3",
        ErrorCode::BudgetExceeded);
    row("anything else", "2150858767", "an invalid header", ErrorCode::ServerError);
}

void tst_WsmanAnswer::fault_hasItsCode()
{
    QFETCH(QString, number);
    QFETCH(QString, text);
    QFETCH(int, code);
    const QString fault = u"<f:WSManFault Code=\"%1\"><f:Message>%2</f:Message></f:WSManFault>"_s.arg(number, text);
    const auto answer = parseAnswer(faultEnvelope(fault.toUtf8()));
    QVERIFY_RESULT(answer);
    QVERIFY(answer->fault.has_value());
    QCOMPARE(static_cast<int>(answer->fault->errorCode()), code);
    WsmanFault quota;
    quota.subcode = u"QuotaLimit"_s;
    QCOMPARE(quota.errorCode(), ErrorCode::BudgetExceeded);
}

void tst_WsmanAnswer::exchangesFault_saysWhy()
{
    const auto answer = parseAnswer(faultEnvelope(
        "<f:WSManFault Code=\"2152992672\" Machine=\"ex01\"><f:Message><f:ProviderFault provider=\"PowerShellplugin\">"
        "[AuthZRequestId=0f1e] [FailureCategory=AuthZ-CmdletAccessDeniedException] The user \"x\" isn't assigned."
        "</f:ProviderFault></f:Message></f:WSManFault>"));
    QVERIFY_RESULT(answer);
    QCOMPARE(answer->fault->code, quint32(WsmanFault::PluginError));
    QCOMPARE(answer->fault->failureCategory, u"AuthZ-CmdletAccessDeniedException"_s);
    QCOMPARE(answer->fault->requestId, u"0f1e"_s);
    QVERIFY(answer->fault->text.endsWith(u"The user \"x\" isn't assigned."_s));
}

void tst_WsmanAnswer::nestedFault_keepsItsWholeText()
{
    const auto answer = parseAnswer(
        faultEnvelope("<f:WSManFault Code=\"1\"><f:Message>outer <f:ProviderFault><f:WSManFault Code=\"2\"><f:Message>"
                      "inner</f:Message></f:WSManFault></f:ProviderFault> end</f:Message></f:WSManFault>after"));
    QVERIFY_RESULT(answer);
    QCOMPARE(answer->fault->code, 1U);
    QCOMPARE(answer->fault->text, u"outer inner end"_s);
}

void tst_WsmanAnswer::longStreams_areReadAsShortOnes_data()
{
    QTest::addColumn<QByteArray>("streams");
    QTest::addColumn<QByteArrayList>("pieces"); // none: refused
    const auto stream
        = [](const QByteArray &content) { return "<rsp:Stream Name=\"stdout\">" + content + "</rsp:Stream>"; };
    const QByteArray first(6000, 'a');
    const QByteArray second(9001, 'b');
    QByteArray inLines = second.toBase64();
    for (qsizetype i = 76; i < inLines.size(); i += 78)
        inLines.insert(i, "\r\n");
    const auto row = [](const char *tag, const QByteArray &streams, const QByteArrayList &pieces = {}) {
        QTest::newRow(tag) << streams << pieces;
    };
    row("one", stream(first.toBase64()), {first});
    row("short and long", stream("eA==") + stream(first.toBase64()) + stream("eQ=="), {"x", first, "y"});
    row("two, one of them in lines", stream(first.toBase64()) + stream(inLines), {first, second});
    row("behind a comment", stream("<!-- > -->" + first.toBase64()), {first});
    row("inside a comment", "<!-->" + first.toBase64() + "<-->" + stream("eA=="), {"x"});
    row("a letter that is none", stream(first.toBase64() + '*'));
    row("padding in the middle", stream(first.toBase64() + "====" + first.toBase64()));
    row("a mark that the server wrote", stream("@0@"));
    row("a mark that was used", stream(first.toBase64()) + stream("@0@"));
    row("a mark beyond", stream(first.toBase64()) + stream("@1@"));
}

void tst_WsmanAnswer::longStreams_areReadAsShortOnes()
{
    QFETCH(QByteArray, streams);
    QFETCH(QByteArrayList, pieces);
    const auto answer = parseAnswer("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:rsp=\"r\">"
                                    "<s:Header/><s:Body><rsp:ReceiveResponse>"
        + streams + "</rsp:ReceiveResponse></s:Body></s:Envelope>");
    QCOMPARE(answer.has_value(), !pieces.isEmpty());
    QByteArrayList read;
    for (const auto &piece : answer.value_or(WsmanAnswer()).pieces)
        read.append(piece.bytes);
    QCOMPARE(read, pieces);
}

void tst_WsmanAnswer::answer_isRefused_data()
{
    QTest::addColumn<QByteArray>("envelope");
    const QByteArray head = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page for people") << QByteArray("<html><body>503</body></html>");
    QTest::newRow("another envelope") << QByteArray("<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"/>");
    QTest::newRow("cut off") << head + "<s:Body>";
    QTest::newRow("a document type") << "<!DOCTYPE x [<!ENTITY e \"x\">]>" + head + "</s:Envelope>";
    QTest::newRow("an entity") << head + "<s:Body>&e;</s:Body></s:Envelope>";
    QTest::newRow("deep") << head + QByteArray("<x>").repeated(150) + QByteArray("</x>").repeated(150)
            + "</s:Envelope>";
    QTest::newRow("a stream that is no base64")
        << head + "<s:Body><r><Stream Name=\"stdout\">e*==</Stream></r></s:Body></s:Envelope>";
}

void tst_WsmanAnswer::answer_isRefused()
{
    QFETCH(QByteArray, envelope);
    const auto answer = parseAnswer(envelope);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::UnexpectedOutput);
    QVERIFY(!answer.error().detail.isEmpty());
}

KAKUIN_TEST(tst_WsmanAnswer)

} // namespace tests::tst_wsmananswer

#include "tst_wsmananswer.moc"

// SPDX-License-Identifier: MIT
#include "core/psrp/evidence.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_evidence {

using namespace kakuin::psrp;
using namespace Qt::StringLiterals;

class tst_Evidence : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void markup_isKept_andContentIsNot_data();
    void markup_isKept_andContentIsNot();
    void secrets_areContent_whereverTheyAre_data();
    void secrets_areContent_whereverTheyAre();
    void header_isHex();
    void much_isCut();
};

void tst_Evidence::markup_isKept_andContentIsNot_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("markup");
    const auto row = [](const char *tag, const QByteArray &bytes, const char *markup) {
        QTest::newRow(tag) << bytes << QString::fromLatin1(markup);
    };
    row("nothing", "", "");
    row("a text", "<S>geheim</S>", "<S>[6]</S>");
    row("a state, which tells", "<Obj RefId=\"0\"><MS><I32 N=\"PipelineState\">77</I32></MS></Obj>",
        "<Obj RefId=\"0\"><MS><I32 N=\"PipelineState\">77</I32></MS></Obj>");
    row("a type name", "<TN RefId='0'><T>System.String</T></TN>", "<TN RefId=\"0\"><T>System.String</T></TN>");
    row("an action", "<a:Action>http://x/fault</a:Action><s:Text>why</s:Text>",
        "<a:Action>http://x/fault</a:Action><s:Text>[3]</s:Text>");
    row("a number that is too long", "<I32>" + QByteArray(81, '1') + "</I32>", "<I32>[81]</I32>");
    row("what follows a number", "<I32>1</I32>geheim", "<I32>1</I32>[6]");
    row("a packet", "<Data Stream='Default' PSGuid='0'>Z2VoZWlt</Data>",
        "<Data Stream=\"Default\" PSGuid=\"0\">[8]</Data>");
    row("no markup at all", "password: geheim", "[16]");
    row("a sign that begins none", "a < geheim", "[10]");
    row("a tag without an end", "<Obj geheim", "<.[9]");
    row("an empty element, and what follows", "<Nil N='x' /><I32/>12", "<Nil N=\"x\"/><I32/>[2]");
    row("an attribute of some page", "<input name='x' value='geheim'>", "<input>");
    row("a document type", "<!DOCTYPE x 'geheim'><S>x</S>", "<![19]<S>[1]</S>");
    row("text that is quoted", "<S><![CDATA[geheim]]></S>", "<S><![16]</S>");
    row("a comment", "<!--geheim--><Nil/>", "<![11]<Nil/>");
    row("bytes that are no text", QByteArray("<S\x01>\x00\xFF</S>", 10), "<S>[2]</S>");
}

void tst_Evidence::markup_isKept_andContentIsNot()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, markup);
    const Evidence evidence = evidenceOf(u"x"_s, bytes);
    QCOMPARE(evidence.markup, markup);
    QCOMPARE(evidence.bytes, bytes.size());
    QVERIFY(evidence.head.isEmpty());
}

void tst_Evidence::secrets_areContent_whereverTheyAre_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray secret = "geheim";
    QTest::newRow("a SecureString") << "<Obj RefId='0'><Props><SS N='Password'>" + secret + "</SS></Props></Obj>";
    QTest::newRow("a SecureString that is cut off") << "<SS N='Password'>" + secret;
    QTest::newRow("the end of a SecureString") << secret + "</SS></Props></Obj>";
    QTest::newRow("a session key") << "<Obj><MS><S N='EncryptedSessionKey'>" + secret + "</S></MS></Obj>";
    QTest::newRow("a password as text") << "<S N='Password'>" + secret + "</S>";
    QTest::newRow("fragments in a packet") << "<Data Stream='Default' PSGuid='x'>" + secret + "</Data";
    QTest::newRow("fragments in an envelope") << "<rsp:Stream Name='stdout'>" + secret + "</rsp:Stream>";
    QTest::newRow("a header") << "HTTP/1.1 401 x\r\nAuthorization: Basic " + secret + "\r\n\r\n<html>";
    QTest::newRow("a page's attribute") << "<a href='?token=" + secret + "'>here</a>";
    QTest::newRow("plain") << secret;
    QTest::newRow("behind a bracket") << "<" + secret;
}

void tst_Evidence::secrets_areContent_whereverTheyAre()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype length = 0; length <= bytes.size(); ++length)
        QVERIFY(!evidenceOf(u"x"_s, bytes.first(length)).text().contains(u"gehei"));
}

void tst_Evidence::header_isHex()
{
    const Evidence evidence = evidenceOf(u"fragment"_s, QByteArray("\x00\x01\xFFrest", 7), 3);
    QCOMPARE(evidence.head, QByteArray("\x00\x01\xFF", 3));
    QCOMPARE(evidence.text(), u"fragment, 7 bytes: 00 01 ff: [4]"_s);
    QCOMPARE(evidenceOf(u"fragment"_s, "ab", 21).head, QByteArray("ab")); // shorter than its header
    QVERIFY(Evidence().isEmpty());
}

void tst_Evidence::much_isCut()
{
    QByteArray page;
    while (page.size() < 1'000'000)
        page += "<S>x</S>";
    const Evidence evidence = evidenceOf(u"HTTP answer"_s, page, 1000);
    QCOMPARE(evidence.bytes, page.size());
    QCOMPARE(evidence.head.size(), 64);
    QCOMPARE(evidence.markup.size(), 512);
}

KAKUIN_TEST(tst_Evidence)

} // namespace tests::tst_evidence

#include "tst_evidence.moc"

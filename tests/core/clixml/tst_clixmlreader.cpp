// SPDX-License-Identifier: MIT
#include "core/clixml/reader.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"
#include "valuedescription.h"

#include <QtCore/QBuffer>
#include <QtCore/QStringEncoder>

namespace tests::tst_clixmlreader {

using namespace kakuin;
using namespace kakuin::clixml;
using namespace Qt::StringLiterals;

class tst_ClixmlReader final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void form_reads_data();
    void form_reads();
    void malformed_isRefused_data();
    void malformed_isRefused();
    void typeChain_isShared();
    void reference_sharesTheObject();
    void reference_isACycle_whenTheTargetIsOpen();
    void names_areSharedBetweenObjects();
    void readEach_stops_whenTheSinkHasEnough();
    void readEach_keepsWhatCameBeforeTheDamage();
    void readEach_fails_whenTheDeviceIsClosed();
    void encoding_isRecognised_data();
    void encoding_isRecognised();
    void encodingError_saysItsPlace();
    void cut_isAnError_atEveryOffset();
    void error_tellsThePosition();
};

namespace {

QByteArray file(const QByteArray &inside)
{
    return "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">" + inside + "</Objs>";
}

} // namespace

void tst_ClixmlReader::form_reads_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *xml, const QString &expected) {
        QTest::newRow(name) << QByteArray(xml) << expected;
    };
    // primitives
    row("string", "<S>a_x000A_&lt;b&gt;</S>", u"S(a\n<b>)"_s);
    row("empty string", "<S></S>", u"S()"_s);
    row("string in one tag", "<S/>", u"S()"_s);
    row("string with a comment", "<S>a<!-- x -->b</S>", u"S(ab)"_s);
    row("string in CDATA", "<S><![CDATA[<a>]]></S>", u"S(<a>)"_s);
    row("raw line feed", "<S>a\nb</S>", u"S(a\nb)"_s);
    row("U+FFFE as Windows writes it", "<S>a&#xFFFE;b&#xFFFF;</S>", u"S(a\ufffdb\ufffd)"_s);
    row("char", "<C>97</C>", u"C(a)"_s);
    row("true", "<B>true</B>", u"B(true)"_s);
    row("false", "<B>false</B>", u"B(false)"_s);
    row("date", "<DT>2008-04-11T10:42:32.2731993-07:00</DT>",
        u"DT(2008-04-11T10:42:32.2731993-07:00 2008-04-11T17:42:32.273Z)"_s);
    row("a date that is none", "<DT>soon</DT>", u"DT(soon )"_s);
    row("span", "<TS>P1DT2H</TS>", u"TS(1.02:00:00)"_s);
    row("byte", "<By>255</By>", u"By(255)"_s);
    row("signed byte", "<SB>-128</SB>", u"SB(-128)"_s);
    row("U16", "<U16>65535</U16>", u"U16(65535)"_s);
    row("I16", "<I16>-32768</I16>", u"I16(-32768)"_s);
    row("U32", "<U32>4294967295</U32>", u"U32(4294967295)"_s);
    row("I32", "<I32> -2147483648 </I32>", u"I32(-2147483648)"_s);
    row("U64", "<U64>18446744073709551615</U64>", u"U64(18446744073709551615)"_s);
    row("I64", "<I64>-9223372036854775808</I64>", u"I64(-9223372036854775808)"_s);
    row("single", "<Sg>0.1</Sg>", u"Sg(0.1)"_s);
    row("double", "<Db>-1.5E+300</Db>", u"Db(-1.5e+300)"_s);
    row("infinity", "<Db>INF</Db>", u"Db(Infinity)"_s);
    row("negative infinity", "<Sg>-INF</Sg>", u"Sg(-Infinity)"_s);
    row("not a number", "<Db>NaN</Db>", u"Db(NaN)"_s);
    row("decimal", "<D>79228162514264337593543950335.0</D>", u"D(79228162514264337593543950335.0)"_s);
    row("bytes", "<BA>AAEC\n AwQ=</BA>", u"BA(0001020304)"_s);
    row("no bytes", "<BA/>", u"BA()"_s);
    row("guid", "<G>792e5b37-4505-47ef-b7d2-8711bb7affa8</G>", u"G(792e5b37-4505-47ef-b7d2-8711bb7affa8)"_s);
    row("guid of zeros", "<G>00000000-0000-0000-0000-000000000000</G>", u"G(00000000-0000-0000-0000-000000000000)"_s);
    row("uri", "<URI>http://a/?b=1&amp;c</URI>", u"URI(http://a/?b=1&c)"_s);
    row("version", "<Version>15.2.1011.0</Version>", u"Version(15.2.1011.0)"_s);
    row("xml document", "<XD>&lt;a&gt;&amp;lt;&lt;/a&gt;</XD>", u"XD(<a>&lt;</a>)"_s);
    row("script block", "<SBK>get-command -type cmdlet</SBK>", u"SBK(get-command -type cmdlet)"_s);
    row("secure string", "<SS>0100</SS>", u"SS(0100)"_s);
    row("null", "<Nil/>", u"Nil"_s);
    row("progress", "<PR><AV>A</AV><AI>1</AI><S>O</S><PI>-1</PI><PC>50</PC><T>Processing</T><SR>9</SR><SD>D</SD></PR>",
        u"PR(A|D|O|1|-1|50|9|Processing)"_s);
    row("progress with null", "<PR><AV>A</AV><AI>1</AI><Nil /></PR>", u"PR(A|||1|-1|-1|-1|)"_s);
    // objects
    row("empty object", "<Obj RefId='0'/>", u"Obj{}"_s);
    row("object without number", "<Obj><ToString>x_x0041_</ToString></Obj>", u"Obj{text=xA}"_s);
    row("properties", "<Obj RefId='0'><Props><S N='a_x0020_b'>1</S></Props><MS><Nil N='c'/></MS></Obj>",
        u"Obj{props(a b=S(1)) ms(c=Nil)}"_s);
    row("enum",
        "<Obj RefId='0'><TN RefId='0'><T>X</T><T>System.Enum</T></TN><ToString>A, B</ToString><I32>3</I32></Obj>",
        u"Obj{types=X|System.Enum text=A, B base=I32(3)}"_s);
    row("enum in another order", "<Obj><I32>3</I32><ToString>A</ToString><TN RefId='0'><T>X</T></TN></Obj>",
        u"Obj{types=X text=A base=I32(3)}"_s);
    row("list", "<Obj><LST><S>a</S><Nil/></LST></Obj>", u"Obj{LST[S(a) Nil]}"_s);
    row("empty list", "<Obj><LST/></Obj>", u"Obj{LST[]}"_s);
    row("enumerable", "<Obj><IE><I32>1</I32></IE></Obj>", u"Obj{IE[I32(1)]}"_s);
    row("queue", "<Obj><QUE><I32>1</I32><I32>2</I32></QUE></Obj>", u"Obj{QUE[I32(1) I32(2)]}"_s);
    row("stack, top first", "<Obj><STK><I32>2</I32><I32>1</I32></STK></Obj>", u"Obj{STK[I32(2) I32(1)]}"_s);
    row("dictionary", "<Obj><DCT><En><S N='Key'>k</S><I32 N='Value'>1</I32></En></DCT></Obj>",
        u"Obj{DCT[S(k):I32(1);]}"_s);
    row("value before key", "<Obj><DCT><En><Nil N='Value'/><I32 N='Key'>1</I32></En></DCT></Obj>",
        u"Obj{DCT[I32(1):Nil;]}"_s);
    row("keys that differ in case only",
        "<Obj><DCT><En><S N='Key'>a</S><S N='Value'/></En><En><S N='Key'>A</S><S N='Value'/></En></DCT></Obj>",
        u"Obj{DCT[S(a):S();S(A):S();]}"_s);
    row("object around an object", "<Obj RefId='0'><Obj RefId='1'><Props><S N='a'>1</S></Props></Obj></Obj>",
        u"Obj{base=Obj{props(a=S(1))}}"_s);
    row("member set in a member set",
        "<Obj><MS><MS N='PSStandardMembers'><Obj N='D' RefId='1'><LST><S>a</S></LST></Obj></MS></MS></Obj>",
        u"Obj{ms(PSStandardMembers=MS{ms(D=Obj{LST[S(a)]})})}"_s);
    row("member set of an unknown kind", "<Obj><MS><PS N='x'><Odd><Odd/>text</Odd></PS><S N='a'>1</S></MS></Obj>",
        u"Obj{ms(a=S(1))}"_s);
    row("list with properties", "<Obj><LST><S>a</S></LST><MS><I32 N='Count'>1</I32></MS></Obj>",
        u"Obj{LST[S(a)] ms(Count=I32(1))}"_s);
    // references
    row("type chain by number",
        "<Obj><LST><Obj><TN RefId='5'><T>A</T></TN></Obj><Obj><TNRef RefId='5'/></Obj></LST></Obj>",
        u"Obj{LST[Obj{types=A} Obj{types=A}]}"_s);
    row("object by number", "<Obj RefId='0'><LST><Obj RefId='-7'><S>x</S></Obj><Ref RefId='-7'/></LST></Obj>",
        u"Obj{LST[Obj{base=S(x)} Obj{base=S(x)}]}"_s);
    row("cycle", "<Obj RefId='0'><Props><Ref N='Self' RefId='0'/></Props></Obj>", u"Obj{props(Self=cycle)}"_s);
    row("the last of two equal numbers",
        "<Obj><LST><Obj RefId='1'><S>a</S></Obj><Obj RefId='1'><S>b</S></Obj><Ref RefId='1'/></LST></Obj>",
        u"Obj{LST[Obj{base=S(a)} Obj{base=S(b)} Obj{base=S(b)}]}"_s);
    row("a member that takes its owner's number",
        "<Obj RefId='1'><LST><Obj RefId='1'><S>a</S></Obj><Ref RefId='1'/></LST></Obj>",
        u"Obj{LST[Obj{base=S(a)} Obj{base=S(a)}]}"_s);
    row("numbers far apart", "<Obj RefId='2147483647'><LST><Obj RefId='0'/><Ref RefId='2147483647'/></LST></Obj>",
        u"Obj{LST[Obj{} cycle]}"_s);
    row("type chain and object of one number", "<Obj RefId='1'><TN RefId='1'><T>A</T></TN></Obj>", u"Obj{types=A}"_s);
    // XML around it
    row("a prefix in front of type names", "<p:Obj><p:TN><p:T>A</p:T></p:TN><p:LST><p:S>a</p:S></p:LST></p:Obj>",
        u"Obj{types=A LST[S(a)]}"_s);
    row("another prefix", "<p:Obj><p:LST><p:S>a</p:S></p:LST></p:Obj>", u"Obj{LST[S(a)]}"_s);
    row("a prefix", "<ps:S xmlns:ps='http://schemas.microsoft.com/powershell/2004/04'>e</ps:S>", u"S(e)"_s);
    row("a declaration", "<?xml version='1.0' encoding='utf-8'?><S>é</S>", u"S(é)"_s);
    row("comments and blanks", "<!-- a --> <Obj> <!-- b --> <LST> <S>a</S> </LST> </Obj> <!-- c -->",
        u"Obj{LST[S(a)]}"_s);
    row("unknown attributes", "<S x='1' N='n' y='2'>a</S>", u"S(a)"_s);
}

void tst_ClixmlReader::form_reads()
{
    QFETCH(QByteArray, xml);
    QFETCH(QString, expected);
    const auto bareValue = Reader().readAll(xml);
    QVERIFY_RESULT(bareValue);
    QCOMPARE(describe(*bareValue), expected);
    if (xml.startsWith("<?xml"))
        return;
    const auto values = Reader().readAll(file(xml + "<Nil/>"));
    QVERIFY_RESULT(values);
    QCOMPARE(describe(*values), expected + u" Nil"_s);
}

void tst_ClixmlReader::malformed_isRefused_data()
{
    QTest::addColumn<QByteArray>("xml");
    const QList<std::pair<const char *, const char *>> rows{
        {"nothing", ""},
        {"another root", "<html/>"},
        {"an unknown value in a list", "<Obj><LST><Odd/></LST></Obj>"},
        {"an unknown part of an object", "<Obj><Odd/></Obj>"},
        {"text in an object", "<Obj>text</Obj>"},
        {"an element in a text", "<S>a<S/></S>"},
        {"two roots", "<S/><S/>"},
        {"a word for a number", "<I32>five</I32>"},
        {"an empty number", "<I32/>"},
        {"a number too large", "<I32>2147483648</I32>"},
        {"a byte too large", "<By>256</By>"},
        {"a negative unsigned number", "<U64>-1</U64>"},
        {"a 65-bit number", "<U64>18446744073709551616</U64>"},
        {"a character too large", "<C>65536</C>"},
        {"a word for a flag", "<B>yes</B>"},
        {"a decimal with exponent", "<D>1E5</D>"},
        {"a decimal of a point alone", "<D>.</D>"},
        {"a double that is a word", "<Db>infinity</Db>"},
        {"a hexadecimal double", "<Db>0x10</Db>"},
        {"a version of one part", "<Version>15</Version>"},
        {"a short guid", "<G>792e5b37</G>"},
        {"a guid of other letters", "<G>zzze5b37-4505-47ef-b7d2-8711bb7affa8</G>"},
        {"a span that is none", "<TS>1:00</TS>"},
        {"base64 with a wrong letter", "<BA>AA*A</BA>"},
        {"base64 with a letter of another script", "<BA>AAé=</BA>"},
        {"base64 cut off", "<BA>AAECA</BA>"},
        {"a reference to nothing", "<Ref RefId='1'/>"},
        {"a reference without number", "<Obj RefId='0'><LST><Ref/></LST></Obj>"},
        {"types that are not there", "<Obj><TNRef RefId='0'/></Obj>"},
        {"a number beyond 32 bits", "<Obj RefId='2147483648'/>"},
        {"a number that is a word", "<Obj RefId='x'/>"},
        {"two values in an object", "<Obj><I32>1</I32><I32>2</I32></Obj>"},
        {"a list and a value", "<Obj><LST/><I32>2</I32></Obj>"},
        {"an entry without key", "<Obj><DCT><En><S N='Value'/></En></DCT></Obj>"},
        {"an entry without value", "<Obj><DCT><En><S N='Key'/></En></DCT></Obj>"},
        {"an entry with a null key", "<Obj><DCT><En><Nil N='Key'/><S N='Value'/></En></DCT></Obj>"},
        {"an entry with two keys", "<Obj><DCT><En><S N='Key'/><S N='Key'/></En></DCT></Obj>"},
        {"something else in a dictionary", "<Obj><DCT><S/></DCT></Obj>"},
        {"something else in a type chain", "<Obj><TN><S>a</S></TN></Obj>"},
        {"a property without name", "<Obj><Props><S>a</S></Props></Obj>"},
        {"tags that cross", "<Obj><LST></Obj></LST>"},
        {"an attribute twice", "<S N='a' N='b'/>"},
        {"a raw control character", "<S>\x01</S>"},
        {"a raw U+FFFE", "<S>\xef\xbf\xbe</S>"},
    };
    for (const auto &row : rows)
        QTest::newRow(row.first) << QByteArray(row.second);
}

void tst_ClixmlReader::malformed_isRefused()
{
    QFETCH(QByteArray, xml);
    const auto values = Reader().readAll(xml);
    QVERIFY(!values);
    QCOMPARE(values.error().code, ErrorCode::MalformedClixml);
    QVERIFY(values.error().detail.startsWith(u"line "));
}

void tst_ClixmlReader::typeChain_isShared()
{
    const auto values = Reader().readAll(
        file("<Obj RefId='0'><TN RefId='0'><T>A</T></TN></Obj><Obj RefId='1'><TNRef RefId='0'/></Obj>"));
    QVERIFY_RESULT(values);
    QCOMPARE(values->at(0).object()->typeNames.get(), values->at(1).object()->typeNames.get());
}

void tst_ClixmlReader::reference_sharesTheObject()
{
    const auto values = Reader().readAll(file("<Obj RefId='0'><S>a</S></Obj><Obj><LST><Ref RefId='0'/></LST></Obj>"));
    QVERIFY_RESULT(values);
    QCOMPARE(values->at(1).toList().first().object().get(), values->at(0).object().get());
}

void tst_ClixmlReader::reference_isACycle_whenTheTargetIsOpen()
{
    std::weak_ptr<const Object> observed;
    {
        const auto values = Reader().readAll("<Obj RefId='0'><Props><Ref N='Self' RefId='0'/></Props></Obj>");
        QVERIFY_RESULT(values);
        observed = values->first().object();
        QCOMPARE(values->first().object()->property(u"Self").object().get(), observed.lock().get());
    }
    QVERIFY(observed.expired()); // a cycle does not keep itself alive
}

void tst_ClixmlReader::names_areSharedBetweenObjects()
{
    const auto values = Reader().readAll(
        file("<Obj><Props><S N='LongPropertyName'/></Props></Obj><Obj><Props><S N='LongPropertyName'/></Props></Obj>"));
    QVERIFY_RESULT(values);
    const auto name = [&](qsizetype i) { return values->at(i).object()->adapted.first().name.constData(); };
    QCOMPARE(name(0), name(1));
}

void tst_ClixmlReader::readEach_stops_whenTheSinkHasEnough()
{
    QBuffer buffer;
    buffer.setData("<Objs><S>a</S><S>b</S> not well-formed");
    buffer.open(QIODevice::ReadOnly);
    QStringList texts;
    QVERIFY_RESULT(Reader().readEach(buffer, [&texts](const Value &value) {
        texts.append(value.text());
        return false;
    }));
    QCOMPARE(texts, QStringList{u"a"_s});
}

void tst_ClixmlReader::readEach_keepsWhatCameBeforeTheDamage()
{
    QBuffer buffer;
    buffer.setData("<Objs><S>a</S><Obj><LST><S>b</S></LST></Obj><Obj><LST><S>c</S>");
    buffer.open(QIODevice::ReadOnly);
    QList<Value> values;
    const auto read = Reader().readEach(buffer, [&values](Value value) {
        values.append(std::move(value));
        return true;
    });
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::MalformedClixml);
    QCOMPARE(describe(values), u"S(a) Obj{LST[S(b)]}"_s);
}

void tst_ClixmlReader::readEach_fails_whenTheDeviceIsClosed()
{
    QBuffer buffer;
    const auto read = Reader().readEach(buffer, [](const Value &) { return true; });
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::FileUnreadable);
}

void tst_ClixmlReader::encoding_isRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isSupported");
    const QString xml = u"<Objs><S>日本 \U00010437 &#xFFFE;</S></Objs>"_s;
    const auto encoded = [](const QString &text, QStringConverter::Encoding encoding, bool withMark) {
        QStringEncoder encoder(encoding, withMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder(text));
    };
    using C = QStringConverter;
    QTest::newRow("UTF-8") << encoded(xml, C::Utf8, false) << true;
    QTest::newRow("UTF-8 with a mark") << encoded(xml, C::Utf8, true) << true;
    QTest::newRow("UTF-16 LE with a mark") << encoded(xml, C::Utf16LE, true) << true;
    QTest::newRow("UTF-16 BE with a mark") << encoded(xml, C::Utf16BE, true) << true;
    QTest::newRow("UTF-16 that says so") << encoded(u"<?xml version=\"1.0\" encoding=\"utf-16\"?>"_s + xml, C::Utf16LE,
        true) << true;
    QTest::newRow("the line before a redirected stream")
        << QByteArray("#< CLIXML\r\n") + encoded(xml, C::Utf8, false) << true;
    QTest::newRow("the same in UTF-16") << encoded(u"#< CLIXML\r\n"_s + xml, C::Utf16LE, true) << true;
    QTest::newRow("US-ASCII, which is a part of UTF-8") << QByteArray(
        "<?xml version='1.0' encoding='us-ascii'?><Objs><S>&#x65E5;&#x672C; &#x10437; &#xFFFE;</S></Objs>")
                                                        << true;
    QTest::newRow("UTF-16 LE without a mark") << encoded(xml, C::Utf16LE, false) << false;
    QTest::newRow("UTF-16 BE without a mark") << encoded(xml, C::Utf16BE, false) << false;
    QTest::newRow("UTF-32 LE") << encoded(xml, C::Utf32LE, true) << false;
    QTest::newRow("UTF-32 BE") << encoded(xml, C::Utf32BE, true) << false;
    QTest::newRow("Shift-JIS by its word") << QByteArray("<?xml version=\"1.0\" encoding=\"shift_jis\"?><S/>") << false;
    QTest::newRow("Shift-JIS by its bytes") << QByteArray("<Objs><S>\x93\xfa\x96\x7b</S></Objs>") << false;
    QTest::newRow("UTF-16 by its word only") << QByteArray("<?xml version='1.0' encoding='utf-16'?><S/>") << false;
}

void tst_ClixmlReader::encoding_isRecognised()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isSupported);
    const auto values = Reader().readAll(bytes);
    if (isSupported) {
        QVERIFY_RESULT(values);
        QCOMPARE(describe(*values), u"S(日本 \U00010437 \ufffd)"_s);
    } else {
        QVERIFY(!values);
        QCOMPARE(values.error().code, ErrorCode::UnsupportedEncoding);
    }
}

void tst_ClixmlReader::encodingError_saysItsPlace()
{
    const QByteArray lines = QByteArray("<S>a</S>\r\n").repeated(3000);
    const auto detail = [](const QByteArray &bytes) { return Reader().readAll(bytes).error().detail; };
    const auto bytes = detail("<Objs>\r\n" + lines + "<S>\x93\xfa</S></Objs>");
    QVERIFY2(bytes.startsWith(u"line 3002, column 4: "_s), qPrintable(bytes));
    const auto word = detail("#< CLIXML\n<?xml version='1.0' encoding='shift_jis'?>\n<S/>");
    QVERIFY2(word.startsWith(u"line 2, column 31: "_s), qPrintable(word));
    const auto parser = detail("#< CLIXML\n<Objs>\n<S></Objs>");
    QVERIFY2(parser.startsWith(u"line 3, "_s), qPrintable(parser));
}

void tst_ClixmlReader::cut_isAnError_atEveryOffset()
{
    const QByteArray xml = "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>"
        + file("<Obj RefId='0'><TN RefId='0'><T>A</T></TN><ToString>日</ToString><Props><BA N='b'>AAEC</BA><Ref N='s' "
               "RefId='0'/></Props><MS><Obj N='d' RefId='1'><DCT><En><S N='Key'>k</S><Nil N='Value'/></En></DCT></Obj>"
               "</MS></Obj><S>&#xFFFE;&amp;</S><PR><AV>a</AV></PR>");
    QVERIFY_RESULT(Reader().readAll(xml));
    for (qsizetype size = 0; size < xml.size(); ++size)
        QVERIFY2(!Reader().readAll(xml.first(size)), qPrintable(QString::number(size)));
}

void tst_ClixmlReader::error_tellsThePosition()
{
    const auto values = Reader().readAll("<Objs>\n  <S>&#xFFFE;</S><I32>x</I32>\n</Objs>");
    QVERIFY(!values);
    QVERIFY2(values.error().detail.startsWith(u"line 2, column 29: "), qPrintable(values.error().detail));
}

KAKUIN_TEST(tst_ClixmlReader)

} // namespace tests::tst_clixmlreader

#include "tst_clixmlreader.moc"

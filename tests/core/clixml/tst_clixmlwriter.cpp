// SPDX-License-Identifier: MIT
#include "captureddata.h"
#include "core/clixml/reader.h"
#include "core/clixml/writer.h"
#include "tests/testkit/randomvalues.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"
#include "valuedescription.h"

#include <QtCore/QBuffer>

#include <cmath>

namespace tests::tst_clixmlwriter {

using namespace kakuin;
using namespace kakuin::clixml;
using namespace Qt::StringLiterals;
using Data = Value::Data;

namespace {

Value typed(TextKind kind, const QString &text)
{
    return Value(Data(TypedText{kind, text}));
}

/// Takes so many bytes and no more.
class FullDevice final : public QIODevice {
public:
    explicit FullDevice(qint64 room)
        : m_room(room)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        m_room -= size;
        return m_room < 0 ? -1 : size;
    }

private:
    qint64 m_room;
};

} // namespace

class tst_ClixmlWriter final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void primitive_isWrittenAsPowerShellWritesIt_data();
    void primitive_isWrittenAsPowerShellWritesIt();
    void object_isWrittenWithAllItsParts();
    void sharedObjectsAndTypes_areWrittenOnce();
    void cycle_isAReferenceToTheEnclosingObject();
    void cycleWhoseTargetIsGone_isNull();
    void documentAndMessage_holdWhatTheyMay();
    void whatNobodyCouldRead_isRefused_data();
    void whatNobodyCouldRead_isRefused();
    void addressGivenAgain_isNotTakenForTheOldObject();
    void deviceThatIsFull_isAnError();
    void anyValues_areReadBackEqual_data();
    void anyValues_areReadBackEqual();
    void capturedDocument_isReadBackEqual_data();
    void capturedDocument_isReadBackEqual();
};

void tst_ClixmlWriter::primitive_isWrittenAsPowerShellWritesIt_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("null") << Value() << QByteArray("<Nil/>");
    QTest::newRow("a string") << Value(u"a<b>&\"c\""_s) << QByteArray("<S>a&lt;b&gt;&amp;&quot;c&quot;</S>");
    QTest::newRow("an empty string") << Value(u""_s) << QByteArray("<S/>");
    QTest::newRow("line ends and tabs") << Value(u"a\r\n\tb"_s) << QByteArray("<S>a_x000D__x000A__x0009_b</S>");
    QTest::newRow("what looks like an escape") << Value(u"_x000A_"_s) << QByteArray("<S>_x005F_x000A_</S>");
    QTest::newRow("beyond the first plane")
        << Value(QString::fromUcs4(U"\U00010437")) << QByteArray("<S>_xD801__xDC37_</S>");
    QTest::newRow("U+FFFE") << Value(QString(QChar(char16_t(0xfffe)))) << QByteArray("<S>_xFFFE_</S>");
    QTest::newRow("a character") << Value(Data(QChar(u'a'))) << QByteArray("<C>97</C>");
    QTest::newRow("true") << Value(Data(true)) << QByteArray("<B>true</B>");
    QTest::newRow("a byte") << Value::fromInt(254, IntegerType::Byte) << QByteArray("<By>254</By>");
    QTest::newRow("a signed byte") << Value::fromInt(-127, IntegerType::SByte) << QByteArray("<SB>-127</SB>");
    QTest::newRow("16 bits") << Value::fromInt(-5, IntegerType::Int16) << QByteArray("<I16>-5</I16>");
    QTest::newRow("16 bits, unsigned") << Value::fromInt(65535, IntegerType::UInt16) << QByteArray("<U16>65535</U16>");
    QTest::newRow("32 bits") << Value::fromInt(-7) << QByteArray("<I32>-7</I32>");
    QTest::newRow("32 bits, unsigned") << Value::fromInt(4294967295, IntegerType::UInt32)
                                       << QByteArray("<U32>4294967295</U32>");
    QTest::newRow("64 bits, the least") << Value::fromInt(std::numeric_limits<qint64>::min(), IntegerType::Int64)
                                        << QByteArray("<I64>-9223372036854775808</I64>");
    QTest::newRow("64 bits, unsigned, the largest")
        << Value::fromInt(-1, IntegerType::UInt64) << QByteArray("<U64>18446744073709551615</U64>");
    QTest::newRow("single") << Value(Data(12.34F)) << QByteArray("<Sg>12.34</Sg>");
    QTest::newRow("double") << Value(Data(17.1)) << QByteArray("<Db>17.1</Db>");
    QTest::newRow("minus zero") << Value(Data(-0.0)) << QByteArray("<Db>-0</Db>");
    QTest::newRow("endless") << Value(Data(-HUGE_VAL)) << QByteArray("<Db>-INF</Db>");
    QTest::newRow("no number") << Value(Data(std::nan(""))) << QByteArray("<Db>NaN</Db>");
    QTest::newRow("decimal") << typed(TextKind::Decimal, u"12.340"_s) << QByteArray("<D>12.340</D>");
    QTest::newRow("a date keeps its seven digits")
        << Value(Data(DateTimeValue::fromText(u"2008-04-11T10:42:32.2731993-07:00"_s)))
        << QByteArray("<DT>2008-04-11T10:42:32.2731993-07:00</DT>");
    QTest::newRow("a time span") << Value(Data(TimeSpanValue{90'269'026})) << QByteArray("<TS>PT9.0269026S</TS>");
    QTest::newRow("no time") << Value(Data(TimeSpanValue{0})) << QByteArray("<TS>PT0S</TS>");
    QTest::newRow("days and hours") << Value(Data(TimeSpanValue{-936'000'000'000})) << QByteArray("<TS>-P1DT2H</TS>");
    QTest::newRow("whole days") << Value(Data(TimeSpanValue{864'000'000'000})) << QByteArray("<TS>P1D</TS>");
    QTest::newRow("the longest back") << Value(Data(TimeSpanValue{std::numeric_limits<qint64>::min()}))
                                      << QByteArray("<TS>-P10675199DT2H48M5.4775808S</TS>");
    QTest::newRow("bytes") << Value(Data(QByteArray("\x01\x02\x03\x04"))) << QByteArray("<BA>AQIDBA==</BA>");
    QTest::newRow("a GUID") << Value(Data(QUuid(u"{792E5B37-4505-47EF-B7D2-8711BB7AFFA8}"_s)))
                            << QByteArray("<G>792e5b37-4505-47ef-b7d2-8711bb7affa8</G>");
    QTest::newRow("a URI") << typed(TextKind::Uri, u"http://contoso/a b"_s)
                           << QByteArray("<URI>http://contoso/a b</URI>");
    QTest::newRow("a version") << typed(TextKind::Version, u"6.2.1.3"_s) << QByteArray("<Version>6.2.1.3</Version>");
    QTest::newRow("a document") << typed(TextKind::XmlDocument, u"<a>\n</a>"_s)
                                << QByteArray("<XD>&lt;a&gt;_x000A_&lt;/a&gt;</XD>");
    QTest::newRow("a script") << typed(TextKind::ScriptBlock, u"Get-A"_s) << QByteArray("<SBK>Get-A</SBK>");
    QTest::newRow("a secret, as it came")
        << typed(TextKind::SecureString, u"01000000d08c"_s) << QByteArray("<SS>01000000d08c</SS>");
    ProgressValue progress;
    progress.activity = u"Moving"_s;
    progress.status = u"1 of 3"_s;
    progress.percent = 33;
    progress.type = u"Processing"_s;
    QTest::newRow("progress") << Value(Data(std::make_shared<const ProgressValue>(progress)))
                              << QByteArray("<PR><AV>Moving</AV><AI>0</AI><Nil/><PI>-1</PI><PC>33</PC>"
                                            "<T>Processing</T><SR>-1</SR><SD>1 of 3</SD></PR>");
}

void tst_ClixmlWriter::primitive_isWrittenAsPowerShellWritesIt()
{
    QFETCH(Value, value);
    QFETCH(QByteArray, xml);
    const auto written = writeMessage(value);
    QVERIFY_RESULT(written);
    QCOMPARE(*written, xml);
    const auto back = Reader().readAll(*written);
    QVERIFY_RESULT(back);
    QCOMPARE(describe(*back), describe(QList<Value>{value}));
}

void tst_ClixmlWriter::object_isWrittenWithAllItsParts()
{
    const ObjectPtr state = ObjectBuilder::enumeration(u"A.State"_s, u"On"_s, 1);
    auto dictionary = std::make_shared<Object>();
    dictionary->container = ContainerKind::Dictionary;
    dictionary->entries.append({Value(u"k"_s), Value::fromInt(2)});
    const ObjectPtr object = ObjectBuilder(QStringList{u"A.B"_s})
                                 .toString(u"text"_s)
                                 .adapted(u"State"_s, Value(state))
                                 .adapted(u"a\nb"_s, Value())
                                 .extended(u"More"_s, Value(ObjectPtr(dictionary)))
                                 .build();
    const auto written = writeMessage(Value(object));
    QVERIFY_RESULT(written);
    QCOMPARE(QString::fromUtf8(*written),
        u"<Obj RefId=\"0\"><TN RefId=\"0\"><T>A.B</T></TN><ToString>text</ToString><Props>"
        "<Obj N=\"State\" RefId=\"1\"><TN RefId=\"1\"><T>A.State</T><T>System.Enum</T><T>System.ValueType</T>"
        "<T>System.Object</T></TN><ToString>On</ToString><I32>1</I32></Obj><Nil N=\"a_x000A_b\"/></Props>"
        "<MS><Obj N=\"More\" RefId=\"2\"><DCT><En><S N=\"Key\">k</S><I32 N=\"Value\">2</I32></En></DCT></Obj></MS></Obj>"_s);
}

void tst_ClixmlWriter::sharedObjectsAndTypes_areWrittenOnce()
{
    const ObjectPtr shared = ObjectBuilder(QStringList{u"A"_s}).extended(u"x"_s, Value::fromInt(1)).build();
    const ObjectPtr other = ObjectBuilder(QStringList{u"A"_s}).extended(u"same"_s, Value(shared)).build();
    const auto written = writeDocument({Value(shared), Value(other)});
    QVERIFY_RESULT(written);
    QCOMPARE(written->count("<T>A</T>"), 1);
    QVERIFY(written->contains("<TNRef RefId=\"0\"/>"));
    QVERIFY(written->contains("<Ref N=\"same\" RefId=\"0\"/>"));
    const auto back = Reader().readAll(*written);
    QVERIFY_RESULT(back);
    QCOMPARE(back->at(1).object()->property(u"same").object(), back->at(0).object());
}

void tst_ClixmlWriter::cycle_isAReferenceToTheEnclosingObject()
{
    auto object = std::make_shared<Object>();
    object->extended.append({u"Self"_s, Value(Data(CycleReference{object}))});
    const auto written = writeMessage(Value(ObjectPtr(object)));
    QVERIFY_RESULT(written);
    QCOMPARE(*written, QByteArray("<Obj RefId=\"0\"><MS><Ref N=\"Self\" RefId=\"0\"/></MS></Obj>"));
}

void tst_ClixmlWriter::cycleWhoseTargetIsGone_isNull()
{
    const Value gone(Data(CycleReference{std::make_shared<const Object>()}));
    const auto written = writeMessage(gone);
    QVERIFY_RESULT(written);
    QCOMPARE(*written, QByteArray("<Nil/>"));
}

void tst_ClixmlWriter::documentAndMessage_holdWhatTheyMay()
{
    const auto empty = writeDocument({});
    QVERIFY_RESULT(empty);
    QVERIFY(empty->startsWith("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\""));
    QCOMPARE(Reader().readAll(*empty)->size(), 0);

    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Writer message(buffer, Writer::Form::Message);
    QCOMPARE(message.finish().error().code, ErrorCode::InvalidArgument);
    QVERIFY_RESULT(message.write(Value(u"one"_s)));
    QCOMPARE(message.write(Value(u"two"_s)).error().code, ErrorCode::InvalidArgument);
    QVERIFY_RESULT(message.finish());
    QCOMPARE(buffer.data(), QByteArray("<S>one</S>"));
}

void tst_ClixmlWriter::whatNobodyCouldRead_isRefused_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<int>("code");
    const int invalid = static_cast<int>(ErrorCode::InvalidArgument);
    auto twoValues = std::make_shared<Object>();
    twoValues->baseValue = Value(u"x"_s);
    twoValues->container = ContainerKind::List;
    auto nullKey = std::make_shared<Object>();
    nullKey->container = ContainerKind::Dictionary;
    nullKey->entries.append({Value(), Value()});
    auto set = std::make_shared<Object>();
    set->isMemberSet = true;
    Value deep;
    for (int i = 0; i <= Writer::mostDepth; ++i)
        deep = Value(ObjectBuilder::list({deep}));
    QTest::newRow("an object with two values") << Value(ObjectPtr(twoValues)) << invalid;
    QTest::newRow("a key that is null") << Value(ObjectPtr(nullKey)) << invalid;
    QTest::newRow("a member set that is no property") << Value(ObjectPtr(set)) << invalid;
    QTest::newRow("a decimal of letters") << typed(TextKind::Decimal, u"abc"_s) << invalid;
    QTest::newRow("a version of one part") << typed(TextKind::Version, u"15"_s) << invalid;
    QTest::newRow("a secret with a control character") << typed(TextKind::SecureString, u"a\x01"_s) << invalid;
    QTest::newRow("a date with half a character")
        << Value(Data(DateTimeValue::fromText(QString(QChar(char16_t(0xd800)))))) << invalid;
    QTest::newRow("objects too deep") << deep << static_cast<int>(ErrorCode::ClixmlLimitExceeded);
}

void tst_ClixmlWriter::whatNobodyCouldRead_isRefused()
{
    QFETCH(Value, value);
    QFETCH(int, code);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Writer writer(buffer, Writer::Form::Document);
    const auto outcome = writer.write(value);
    QVERIFY(!outcome);
    QCOMPARE(static_cast<int>(outcome.error().code), code);
    QVERIFY(!outcome.error().detail.isEmpty());
    QVERIFY(!writer.write(Value(u"more"_s)));
    QVERIFY(!writer.finish());
}

// A document is written while its objects come and go; memory that is used again must not look like a shared object.
void tst_ClixmlWriter::addressGivenAgain_isNotTakenForTheOldObject()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Writer writer(buffer, Writer::Form::Document);
    for (int i = 0; i < 100; ++i)
        QVERIFY_RESULT(writer.write(Value(ObjectBuilder::list({Value::fromInt(i)}))));
    QVERIFY_RESULT(writer.finish());
    QVERIFY(!buffer.data().contains("<Ref"));
    const auto back = Reader().readAll(buffer.data());
    QVERIFY_RESULT(back);
    QCOMPARE(back->last().toList().first().toInt(), std::optional<qint64>(99));
}

void tst_ClixmlWriter::deviceThatIsFull_isAnError()
{
    FullDevice device(500);
    Writer writer(device, Writer::Form::Document);
    const auto outcome = writer.write(Value(QString(10'000, u'a')));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::FileUnwritable);
    QVERIFY(!writer.finish());
}

void tst_ClixmlWriter::anyValues_areReadBackEqual_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 20; ++seed)
        QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(seed))) << seed;
}

void tst_ClixmlWriter::anyValues_areReadBackEqual()
{
    QFETCH(quint32, seed);
    testkit::RandomValues random(seed);
    QList<Value> values;
    for (int i = 0; i < 30; ++i)
        values.append(random.value());
    const auto document = writeDocument(values);
    QVERIFY_RESULT(document);
    const auto back = Reader().readAll(*document);
    QVERIFY_RESULT(back);
    QCOMPARE(describe(*back), describe(values));
    QVERIFY(*back == values);
    QCOMPARE(*writeDocument(*back), *document);
    for (quint32 i = 0; i < 30; ++i) {
        testkit::RandomValues fresh(seed * 1000 + i); // what refers to an object of another value is not itself alone
        const Value value = fresh.value();
        const auto message = writeMessage(value);
        QVERIFY_RESULT(message);
        const auto alone = Reader().readAll(*message);
        QVERIFY_RESULT(alone);
        QVERIFY(*alone == QList<Value>{value});
    }
}

void tst_ClixmlWriter::capturedDocument_isReadBackEqual_data()
{
    SKIP_WITHOUT_CAPTURED(u"exchange"_s);
    QTest::addColumn<QByteArray>("xml");
    const QDir folder = captured::folder(u"exchange"_s);
    for (const QString &file : folder.entryList({u"*.xml"_s}, QDir::Files))
        QTest::newRow(qPrintable(file)) << captured::content(folder.filePath(file));
}

void tst_ClixmlWriter::capturedDocument_isReadBackEqual()
{
    QFETCH(QByteArray, xml);
    const auto values = Reader().readAll(xml);
    QVERIFY_RESULT(values);
    const auto written = writeDocument(*values);
    QVERIFY_RESULT(written);
    const auto back = Reader().readAll(*written);
    QVERIFY_RESULT(back);
    QCOMPARE(describe(*back), describe(*values));
    QVERIFY(*back == *values);
}

KAKUIN_TEST(tst_ClixmlWriter)

} // namespace tests::tst_clixmlwriter

#include "tst_clixmlwriter.moc"

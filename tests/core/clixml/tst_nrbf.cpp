// SPDX-License-Identifier: MIT
#include "core/clixml/nrbf.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QtEndian>
#include <QtTest/QTest>

namespace tests::tst_nrbf {

using namespace kakuin;
using namespace kakuin::clixml;
using namespace Qt::StringLiterals;

namespace {

// Bytes of a stream, spelled out. Class 1 is the root; library 2 is defined.
struct Stream final {
    QByteArray bytes;
    Stream &u8(int value)
    {
        bytes.append(static_cast<char>(value));
        return *this;
    }
    Stream &i32(qint32 value) { return raw(value); }
    Stream &i64(qint64 value) { return raw(value); }
    Stream &text(const QByteArray &utf8)
    {
        u8(static_cast<int>(utf8.size()));
        bytes.append(utf8);
        return *this;
    }
    template <class Number>
    Stream &raw(Number value)
    {
        char buffer[sizeof(value)];
        qToLittleEndian(value, buffer);
        bytes.append(buffer, sizeof(buffer));
        return *this;
    }
    Stream &header(qint32 root = 1) { return u8(0).i32(root).i32(-1).i32(1).i32(0); }
    Stream &library() { return u8(12).i32(2).text("L"); }
    // a class with members of type Object, named a, b, c …
    Stream &classOf(qint32 id, int members)
    {
        u8(5).i32(id).text("C").i32(members);
        for (int i = 0; i < members; ++i)
            text(QByteArray(1, static_cast<char>('a' + i)));
        for (int i = 0; i < members; ++i)
            u8(2);
        return i32(2);
    }
    Stream &reference(qint32 id) { return u8(9).i32(id); }
    Stream &null() { return u8(10); }
    Stream &end() { return u8(11); }
};

Stream begun()
{
    return std::move(Stream().header().library());
}

template <class Kind>
Kind member(const nrbf::RecordPtr &record, QStringView name)
{
    const nrbf::Value *value = record->member(name);
    const Kind *kind = value ? std::get_if<Kind>(&value->data) : nullptr;
    return kind ? *kind : Kind();
}

} // namespace

class tst_Nrbf final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void primitives_keepTheirValues();
    void references_resolve_whenTheyPointForward();
    void references_shareOneRecord();
    void arrays_holdBytesNumbersAndNulls();
    void classWithId_takesTheLayoutOfAnother();
    void library_mayStandBeforeAMember();
    void malformed_isRefused_data();
    void malformed_isRefused();
    void limits_hold_data();
    void limits_hold();
    void chain_isRefused_whenNoSingleWalkIsDeep();
    void announcedLength_costsNothing();
    void cut_isAnError_atEveryOffset();
};

void tst_Nrbf::primitives_keepTheirValues()
{
    Stream s = begun();
    const QList<int> types{1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    s.u8(5).i32(1).text("C").i32(static_cast<qint32>(types.size()));
    for (const int type : types)
        s.text("m" + QByteArray::number(type));
    for (qsizetype i = 0; i < types.size(); ++i)
        s.u8(0);
    for (const int type : types)
        s.u8(type);
    s.i32(2).u8(1).u8(255).text("").bytes.chop(1);
    s.bytes.append("\xe2\x82\xac"); // a character: no length before it
    s.text("1.50").raw(quint64(0x3ff8000000000000)).raw(qint16(-2)).i32(-3).i64(-4).u8(0xfb).raw(quint32(0x3fc00000));
    s.i64(10).i64(20).raw(quint16(0xffff)).raw(quint32(0xffffffff)).raw(quint64(0xffffffffffffffff)).end();
    const auto root = nrbf::read(s.bytes);
    QVERIFY_RESULT(root);
    QCOMPARE(member<bool>(*root, u"m1"), true);
    QCOMPARE(member<qint64>(*root, u"m2"), 255);
    QCOMPARE(member<QString>(*root, u"m3"), u"€"_s);
    QCOMPARE(member<QString>(*root, u"m5"), u"1.50"_s);
    QCOMPARE(member<double>(*root, u"m6"), 1.5);
    QCOMPARE(member<qint64>(*root, u"m7"), -2);
    QCOMPARE(member<qint64>(*root, u"m8"), -3);
    QCOMPARE(member<qint64>(*root, u"m9"), -4);
    QCOMPARE(member<qint64>(*root, u"m10"), -5);
    QCOMPARE(member<double>(*root, u"m11"), 1.5);
    QCOMPARE(member<qint64>(*root, u"m12"), 10);
    QCOMPARE(member<qint64>(*root, u"m13"), 20);
    QCOMPARE(member<qint64>(*root, u"m14"), 0xffff);
    QCOMPARE(member<qint64>(*root, u"m15"), 0xffffffff);
    QCOMPARE(member<qint64>(*root, u"m16"), -1);
    QVERIFY(!(*root)->member(u"m17"));
}

void tst_Nrbf::references_resolve_whenTheyPointForward()
{
    Stream s = begun();
    s.classOf(1, 2).reference(3).reference(4).u8(6).i32(4).text("later").classOf(3, 1).reference(4).end();
    const auto root = nrbf::read(s.bytes);
    QVERIFY_RESULT(root);
    QCOMPARE(member<QString>(*root, u"b"), u"later"_s);
    QCOMPARE(member<QString>(member<nrbf::RecordPtr>(*root, u"a"), u"a"), u"later"_s);
}

void tst_Nrbf::references_shareOneRecord()
{
    Stream s = begun();
    s.classOf(1, 2).classOf(3, 1).null().reference(3).end();
    const auto root = nrbf::read(s.bytes);
    QVERIFY_RESULT(root);
    QVERIFY(member<nrbf::RecordPtr>(*root, u"a"));
    QCOMPARE(member<nrbf::RecordPtr>(*root, u"a"), member<nrbf::RecordPtr>(*root, u"b"));
}

void tst_Nrbf::arrays_holdBytesNumbersAndNulls()
{
    Stream s = begun();
    s.classOf(1, 3).reference(3).reference(4).reference(5);
    s.u8(15).i32(3).i32(3).u8(2).u8(7).u8(8).u8(9); // bytes
    s.u8(15).i32(4).i32(2).u8(8).i32(-1).i32(5); // numbers
    s.u8(7).i32(5).u8(0).i32(1).i32(6).u8(2).null().u8(13).u8(4).u8(6).i32(6).text("x").end(); // null, run of 4, text
    const auto root = nrbf::read(s.bytes);
    QVERIFY_RESULT(root);
    QCOMPARE(member<QByteArray>(*root, u"a"), QByteArray("\7\10\11"));
    const auto numbers = member<QList<nrbf::Value>>(*root, u"b");
    QCOMPARE(numbers.size(), 2);
    QCOMPARE(std::get<qint64>(numbers.first().data), -1);
    const auto values = member<QList<nrbf::Value>>(*root, u"c");
    QCOMPARE(values.size(), 6);
    QVERIFY(std::holds_alternative<std::monostate>(values.at(4).data));
    QCOMPARE(std::get<QString>(values.at(5).data), u"x"_s);
}

void tst_Nrbf::classWithId_takesTheLayoutOfAnother()
{
    Stream s = begun();
    s.classOf(1, 2).null().u8(1).i32(-7).i32(1).u8(6).i32(8).text("in").null().end();
    const auto root = nrbf::read(s.bytes);
    QVERIFY_RESULT(root);
    const auto inner = member<nrbf::RecordPtr>(*root, u"b");
    QVERIFY(inner);
    QCOMPARE(inner->className, u"C"_s);
    QCOMPARE(member<QString>(inner, u"a"), u"in"_s);
}

void tst_Nrbf::library_mayStandBeforeAMember()
{
    Stream s = begun();
    s.classOf(1, 1).u8(12).i32(9).text("Other").u8(6).i32(3).text("x").end();
    const auto root = nrbf::read(s.bytes);
    QVERIFY_RESULT(root);
    QCOMPARE(member<QString>(*root, u"a"), u"x"_s);
}

void tst_Nrbf::malformed_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isUnsupported");
    const auto row = [](const char *name, const Stream &s, bool isUnsupported = false) {
        QTest::newRow(name) << s.bytes << isUnsupported;
    };
    const auto array
        = [](int shape, int rank) { return begun().classOf(1, 1).u8(7).i32(3).u8(shape).i32(rank).i32(0).u8(2).end(); };
    row("nothing", Stream());
    row("no header", Stream().library().classOf(1, 0).end());
    row("another version", Stream().u8(0).i32(1).i32(-1).i32(2).i32(0).library().classOf(1, 0).end());
    row("no end", begun().classOf(1, 0));
    row("bytes behind the end", begun().classOf(1, 0).end().u8(0));
    row("no root", begun().classOf(3, 0).end());
    row("a root that is a text", begun().u8(6).i32(1).text("x").end());
    row("a reference to nothing", begun().classOf(1, 1).reference(99).end());
    row("a class that contains itself", begun().classOf(1, 1).reference(1).end());
    row("a cycle of two", begun().classOf(1, 1).classOf(3, 1).reference(1).end());
    row("two objects of one number", begun().classOf(1, 1).u8(6).i32(1).text("x").end());
    row("two libraries of one number", begun().library().classOf(1, 0).end());
    row("a library that is not defined", Stream().header().classOf(1, 0).end());
    row("a layout that is not defined", begun().u8(1).i32(1).i32(77).end());
    row("a null outside an object", begun().null().classOf(1, 0).end());
    row("a run of nulls as a member", begun().classOf(1, 1).u8(13).u8(1).end());
    row("a run of no nulls", begun().classOf(1, 1).u8(7).i32(3).u8(0).i32(1).i32(1).u8(2).u8(13).u8(0).end());
    row("a run longer than its array", begun().classOf(1, 1).u8(7).i32(3).u8(0).i32(1).i32(1).u8(2).u8(13).u8(2).end());
    row("an array of negative length", begun().classOf(1, 1).u8(15).i32(3).i32(-1).u8(2).end());
    row("a negative number of members", begun().u8(5).i32(1).text("C").i32(-1).end());
    row("a primitive of no type", begun().classOf(1, 1).u8(15).i32(3).i32(1).u8(17).end());
    row("a member of no type", begun().u8(4).i32(1).text("C").i32(1).text("a").u8(8).end());
    row("a length of six bytes", begun().u8(6).i32(1).u8(255).u8(255).u8(255).u8(255).u8(255).u8(1).end());
    row("a text that is not UTF-8", begun().u8(6).i32(1).text("\xff\xfe").end());
    row("a call of a method", begun().u8(21).end(), true);
    row("a class without types", begun().u8(3).end(), true);
    row("a long run of nulls", begun().classOf(1, 1).u8(14).i32(1).end(), true);
    row("an array of objects", begun().classOf(1, 1).u8(16).i32(3).i32(0).end(), true);
    row("a record of no kind", begun().u8(200).end(), true);
    row("an array of two dimensions", array(2, 2), true);
    row("an array with lower bounds", array(3, 1), true);
}

void tst_Nrbf::malformed_isRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isUnsupported);
    const auto root = nrbf::read(bytes);
    QVERIFY(!root);
    QCOMPARE(root.error().code, isUnsupported ? ErrorCode::NrbfUnsupportedRecord : ErrorCode::MalformedNrbf);
    QVERIFY(!root.error().detail.isEmpty());
}

void tst_Nrbf::limits_hold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    Stream deep = begun();
    for (int i = 0; i < 12; ++i)
        deep.classOf(i == 0 ? 1 : 100 + i, 1);
    QTest::newRow("depth") << deep.null().end().bytes;
    Stream records = begun();
    for (int i = 0; i < 30; ++i)
        records.u8(6).i32(i).text("x");
    QTest::newRow("records") << records.end().bytes;
    QTest::newRow("members") << begun().classOf(1, 7).bytes;
    QTest::newRow("elements") << begun().classOf(1, 1).u8(15).i32(3).i32(51).u8(8).bytes;
    QTest::newRow("bytes") << begun().classOf(1, 1).u8(15).i32(3).i32(2000).u8(2).bytes + QByteArray(2000, 'x')
            + '\x0b';
    Stream values = begun();
    for (int i = 0; i < 10; ++i)
        values.u8(7).i32(i + 10).u8(0).i32(1).i32(40).u8(2).u8(13).u8(40);
    QTest::newRow("values") << values.end().bytes;
}

void tst_Nrbf::limits_hold()
{
    QFETCH(QByteArray, bytes);
    nrbf::Limits limits;
    limits.bytes = 1500;
    limits.records = 20;
    limits.membersPerClass = 6;
    limits.depth = 10;
    limits.elements = 50;
    limits.values = 100;
    const auto root = nrbf::read(bytes, limits);
    QVERIFY(!root);
    QCOMPARE(root.error().code, ErrorCode::NrbfLimitExceeded);
}

void tst_Nrbf::chain_isRefused_whenNoSingleWalkIsDeep()
{
    // elements 10, 11, 12 …: each refers to the one before, which is finished when its turn comes
    constexpr int length = 20'000;
    Stream s = begun();
    s.classOf(1, 1).u8(7).i32(3).u8(0).i32(1).i32(length).u8(2);
    for (int i = 0; i < length; ++i)
        s.reference(10 + i);
    s.classOf(10, 1).null();
    for (int i = 1; i < length; ++i)
        s.u8(1).i32(10 + i).i32(10).reference(9 + i);
    const auto root = nrbf::read(s.end().bytes);
    QVERIFY(!root);
    QCOMPARE(root.error().code, ErrorCode::NrbfLimitExceeded);
}

void tst_Nrbf::announcedLength_costsNothing()
{
    QElapsedTimer timer;
    timer.start();
    const auto root = nrbf::read(begun().classOf(1, 1).u8(15).i32(3).i32(0x7fffffff).u8(2).end().bytes);
    QVERIFY(!root);
    QCOMPARE(root.error().code, ErrorCode::MalformedNrbf);
    const auto text = nrbf::read(begun().u8(6).i32(1).u8(255).u8(255).u8(255).u8(255).u8(7).end().bytes);
    QVERIFY(!text);
    QVERIFY(timer.elapsed() < 1000);
}

void tst_Nrbf::cut_isAnError_atEveryOffset()
{
    Stream s = begun();
    s.classOf(1, 3).reference(3).reference(4).u8(6).i32(6).text("x");
    s.u8(15).i32(3).i32(3).u8(2).u8(7).u8(8).u8(9);
    s.u8(7).i32(4).u8(0).i32(1).i32(6).u8(2).null().u8(13).u8(5).end();
    QVERIFY_RESULT(nrbf::read(s.bytes));
    for (qsizetype size = 0; size < s.bytes.size(); ++size)
        QVERIFY2(!nrbf::read(s.bytes.first(size)), qPrintable(QString::number(size)));
}

KAKUIN_TEST(tst_Nrbf)

} // namespace tests::tst_nrbf

#include "tst_nrbf.moc"

// SPDX-License-Identifier: MIT
#include "core/clixml/object.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

#include <limits>

namespace tests::tst_value {

using namespace kakuin::clixml;
using namespace Qt::StringLiterals;

class tst_Value final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_followsTheLadder_data();
    void text_followsTheLadder();
    void text_staysBounded_whenListsShareLists();
    void text_ofACycle_isTheTargetsToString();
    void toInt_readsIntegersAndEnums();
    void toBool_readsFlagsAndWords();
    void toBytes_readsBytesAlsoBehindAnObject();
    void toList_givesElementsOrTheValueItself();
    void dateTime_parses_data();
    void dateTime_parses();
    void dateTime_fromUtc_readsBack();
    void timeSpan_parses_data();
    void timeSpan_parses();
    void equality_isDeep();
    void equality_isLinear_whenObjectsAreShared();
    void object_isNull_whenACycleTargetDied();
};

void tst_Value::text_followsTheLadder_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("row");
    const QList<std::pair<const char *, QString>> rows{
        {"null is empty", {}},
        {"a string is itself", u"DB01"_s},
        {"a character", u"Ä"_s},
        {"true as .NET writes it", u"True"_s},
        {"the largest unsigned number", u"18446744073709551615"_s},
        {"a float in its own digits", u"0.1"_s},
        {"a double in its own digits", u"0.1"_s},
        {"not a number", u"NaN"_s},
        {"negative infinity", u"-Infinity"_s},
        {"a date as written", u"2023-02-03T14:16:02.1234567+09:00"_s},
        {"a span of days", u"-1.02:03:04.0000005"_s},
        {"bytes as base64", u"AAEC"_s},
        {"a GUID without braces", u"11111111-2222-3333-4444-555555555555"_s},
        {"a decimal as written", u"1.2300"_s},
        {"a progress record's activity", u"Copying"_s},
        {"an object's ToString", u"IMAP, POP"_s},
        {"a base value without ToString", u"27"_s},
        {"a list joined", u"a, 2"_s},
        {"an object that wraps a list", u"a, 2"_s},
    };
    for (int i = 0; i < rows.size(); ++i)
        QTest::newRow(rows.at(i).first) << rows.at(i).second << i;
}

void tst_Value::text_followsTheLadder()
{
    QFETCH(QString, expected);
    QFETCH(int, row);
    const ObjectPtr list = ObjectBuilder::list({Value(u"a"_s), Value::fromInt(2)});
    const QList<Value> values{
        Value(),
        Value(u"DB01"_s),
        Value(Value::Data(QChar(u'Ä'))),
        Value(Value::Data(true)),
        Value::fromInt(-1, IntegerType::UInt64),
        Value(Value::Data(0.1F)),
        Value(Value::Data(0.1)),
        Value(Value::Data(std::numeric_limits<double>::quiet_NaN())),
        Value(Value::Data(-std::numeric_limits<float>::infinity())),
        Value(Value::Data(DateTimeValue::fromText(u"2023-02-03T14:16:02.1234567+09:00"_s))),
        Value(Value::Data(TimeSpanValue{-((26LL * 3600 + 184) * 10'000'000 + 5)})),
        Value(Value::Data(QByteArray("\0\1\2", 3))),
        Value(Value::Data(QUuid(u"{11111111-2222-3333-4444-555555555555}"_s))),
        Value(Value::Data(TypedText{TextKind::Decimal, u"1.2300"_s})),
        Value(
            Value::Data(std::make_shared<const ProgressValue>(ProgressValue{u"Copying"_s, {}, {}, 0, -1, -1, -1, {}}))),
        Value(ObjectBuilder::enumeration(u"X"_s, u"IMAP, POP"_s, 3)),
        Value(ObjectBuilder(QStringList()).base(Value::fromInt(27)).build()),
        Value(list),
        Value(ObjectBuilder(QStringList()).base(Value(list)).build()),
    };
    QCOMPARE(values.at(row).text(), expected);
}

void tst_Value::text_staysBounded_whenListsShareLists()
{
    // 2^40 elements when expanded
    Value value(u"x"_s);
    for (int i = 0; i < 40; ++i)
        value = Value(ObjectBuilder::list({value, value}));
    QVERIFY(value.text().size() < 1'000'000);
}

void tst_Value::text_ofACycle_isTheTargetsToString()
{
    const auto object = std::make_shared<Object>();
    object->toStringText = u"me"_s;
    object->adapted.append({u"Self"_s, Value(Value::Data(CycleReference{object}))});
    QCOMPARE(object->property(u"self").text(), u"me"_s);
    QCOMPARE(object->property(u"self").object().get(), object.get());
}

void tst_Value::toInt_readsIntegersAndEnums()
{
    QCOMPARE(Value::fromInt(-5).toInt(), std::optional<qint64>(-5));
    QCOMPARE(Value(ObjectBuilder::enumeration(u"X"_s, u"SMTP"_s, 16)).toInt(), std::optional<qint64>(16));
    QVERIFY(!Value(u"16"_s).toInt());
    QVERIFY(!Value::fromInt(-1, IntegerType::UInt64).toInt());
    QVERIFY(!Value().toInt());
}

void tst_Value::toBool_readsFlagsAndWords()
{
    QCOMPARE(Value(Value::Data(true)).toBool(), std::optional<bool>(true));
    QCOMPARE(Value(u"FALSE"_s).toBool(), std::optional<bool>(false));
    QCOMPARE(
        Value(ObjectBuilder(QStringList()).base(Value(Value::Data(true))).build()).toBool(), std::optional<bool>(true));
    QVERIFY(!Value(u"yes"_s).toBool());
    QVERIFY(!Value::fromInt(1).toBool());
}

void tst_Value::toBytes_readsBytesAlsoBehindAnObject()
{
    const Value bytes(Value::Data(QByteArray("ab")));
    QCOMPARE(bytes.toBytes(), std::optional<QByteArray>("ab"));
    QCOMPARE(Value(ObjectBuilder(QStringList()).base(bytes).build()).toBytes(), std::optional<QByteArray>("ab"));
    QVERIFY(!Value(u"ab"_s).toBytes());
}

void tst_Value::toList_givesElementsOrTheValueItself()
{
    const ObjectPtr list = ObjectBuilder::list({Value(u"a"_s), Value()});
    QCOMPARE(Value(list).toList().size(), 2);
    QCOMPARE(Value(ObjectBuilder(QStringList()).base(Value(list)).build()).toList().size(), 2);
    QCOMPARE(Value(u"a"_s).toList(), QList<Value>{Value(u"a"_s)});
    QVERIFY(Value().toList().isEmpty());
    QVERIFY(Value(ObjectBuilder::list({})).toList().isEmpty());
}

void tst_Value::dateTime_parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc"); // empty: no date
    QTest::newRow("seven digits and an offset")
        << u"2008-04-11T10:42:32.2731993-07:00"_s << u"2008-04-11T17:42:32.273Z"_s;
    QTest::newRow("UTC") << u"2023-02-03T14:16:02Z"_s << u"2023-02-03T14:16:02.000Z"_s;
    QTest::newRow("kind unspecified") << u"2023-02-03T14:16:02"_s << u"2023-02-03T14:16:02.000Z"_s;
    QTest::newRow("an offset over midnight") << u"2023-01-01T00:30:00+09:00"_s << u"2022-12-31T15:30:00.000Z"_s;
    QTest::newRow("the first instant of .NET") << u"0001-01-01T00:00:00"_s << u"0001-01-01T00:00:00.000Z"_s;
    QTest::newRow("the last instant of .NET") << u"9999-12-31T23:59:59.9999999"_s << u"9999-12-31T23:59:59.999Z"_s;
    QTest::newRow("a date alone") << u"2023-02-03"_s << u"2023-02-03T00:00:00.000Z"_s;
    QTest::newRow("a day that does not exist") << u"2023-02-30T00:00:00Z"_s << QString();
    QTest::newRow("an hour that does not exist") << u"2023-02-03T25:00:00Z"_s << QString();
    QTest::newRow("an offset that does not exist") << u"2023-02-03T10:00:00+15:00"_s << QString();
    QTest::newRow("more behind the end") << u"2023-02-03T10:00:00Zx"_s << QString();
    QTest::newRow("a point without digits") << u"2023-02-03T10:00:00."_s << QString();
    QTest::newRow("cut off") << u"2023-02-03T10:"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void tst_Value::dateTime_parses()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const DateTimeValue value = DateTimeValue::fromText(text);
    QCOMPARE(value.text, text);
    QCOMPARE(value.utc.isValid(), !utc.isEmpty());
    if (!utc.isEmpty())
        QCOMPARE(value.utc.toString(Qt::ISODateWithMs), utc);
    QCOMPARE(Value(text).toDateTimeUtc(), value.utc);
}

void tst_Value::dateTime_fromUtc_readsBack()
{
    const QDateTime when(QDate(2026, 11, 22), QTime(9, 8, 7, 6), Qt::UTC);
    const Value value = Value::fromDateTimeUtc(when);
    QCOMPARE(value.text(), u"2026-11-22T09:08:07.006Z"_s);
    QCOMPARE(DateTimeValue::fromText(value.text()).utc, when);
    QCOMPARE(Value::fromDateTimeUtc(when.addMSecs(-6)).text(), u"2026-11-22T09:08:07Z"_s);
}

void tst_Value::timeSpan_parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: no duration
    QTest::newRow("seconds with seven digits") << u"PT9.0269026S"_s << u"00:00:09.0269026"_s;
    QTest::newRow("days and hours") << u"P1DT2H"_s << u"1.02:00:00"_s;
    QTest::newRow("negative") << u"-P1DT2H3M4.5S"_s << u"-1.02:03:04.5000000"_s;
    QTest::newRow("nothing at all") << u"PT0S"_s << u"00:00:00"_s;
    QTest::newRow("the largest") << u"P10675199DT2H48M5.4775807S"_s << u"10675199.02:48:05.4775807"_s;
    QTest::newRow("the smallest") << u"-P10675199DT2H48M5.4775808S"_s << u"-10675199.02:48:05.4775808"_s;
    QTest::newRow("one tick too many") << u"P10675199DT2H48M5.4775808S"_s << QString();
    QTest::newRow("a number that does not fit") << u"PT99999999999999999999S"_s << QString();
    QTest::newRow("a year and a month as .NET counts them") << u"P1Y1M"_s << u"395.00:00:00"_s;
    QTest::newRow("wrong order") << u"PT1S2M"_s << QString();
    QTest::newRow("a fraction of an hour") << u"PT1.5H"_s << QString();
    QTest::newRow("no unit") << u"PT5"_s << QString();
    QTest::newRow("no part") << u"P"_s << QString();
    QTest::newRow("no part after T") << u"P1DT"_s << QString();
    QTest::newRow("a clock time") << u"01:02:03"_s << QString();
}

void tst_Value::timeSpan_parses()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto value = TimeSpanValue::fromText(text);
    QCOMPARE(value.has_value(), !expected.isEmpty());
    if (value)
        QCOMPARE(value->toText(), expected);
}

void tst_Value::equality_isDeep()
{
    const auto make = [](int number) {
        return Value(ObjectBuilder(QStringList{u"T"_s})
                         .adapted(u"List"_s, Value(ObjectBuilder::list({Value::fromInt(number)})))
                         .build());
    };
    QCOMPARE(make(1), make(1));
    QVERIFY(!(make(1) == make(2)));
    QVERIFY(!(Value::fromInt(1) == Value::fromInt(1, IntegerType::Int64)));
    QVERIFY(!(Value(QString()) == Value()));
    const Value nan{Value::Data(std::numeric_limits<double>::quiet_NaN())};
    QCOMPARE(nan, nan);
}

void tst_Value::equality_isLinear_whenObjectsAreShared()
{
    const auto make = [] {
        Value value(u"x"_s);
        for (int i = 0; i < 60; ++i)
            value = Value(ObjectBuilder::list({value, value}));
        return value;
    };
    QVERIFY(make() == make());
}

void tst_Value::object_isNull_whenACycleTargetDied()
{
    CycleReference cycle;
    {
        const auto object = std::make_shared<Object>();
        cycle.target = object;
    }
    const Value value{Value::Data(cycle)};
    QVERIFY(!value.object());
    QVERIFY(!value.isNull());
    QCOMPARE(value.text(), QString());
}

KAKUIN_TEST(tst_Value)

} // namespace tests::tst_value

#include "tst_value.moc"

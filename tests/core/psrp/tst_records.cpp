// SPDX-License-Identifier: MIT
#include "core/psrp/records.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_records {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::Value;

class tst_Records : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void errorText_isTheBestThereIs_data();
    void errorText_isTheBestThereIs();
    void error_survivesTheWay();
    void anything_isAnError();
    void category_hasItsName();
    void progress_isBounded();
    void information_isRead();
    void informationalText_fallsBackToToString();
};

void tst_Records::errorText_isTheBestThereIs_data()
{
    QTest::addColumn<int>("present"); // a bit a text: details 1, exception 2, ToString 4, category 8
    QTest::addColumn<QString>("expected");
    QTest::newRow("details before all") << 15 << u"details"_s;
    QTest::newRow("then the exception's message") << 14 << u"exception"_s;
    QTest::newRow("then ToString") << 12 << u"string"_s;
    QTest::newRow("then the category's message") << 8 << u"category"_s;
    QTest::newRow("else nothing") << 0 << QString();
}

void tst_Records::errorText_isTheBestThereIs()
{
    QFETCH(int, present);
    QFETCH(QString, expected);
    ObjectBuilder builder(QStringList{u"System.Management.Automation.ErrorRecord"_s});
    if (present & 1)
        builder.extended(u"ErrorDetails_Message"_s, Value(u"details"_s));
    if (present & 2)
        builder.extended(u"Exception"_s,
            ObjectBuilder(QStringList{u"System.Exception"_s}).adapted(u"Message"_s, Value(u"exception"_s)).build());
    if (present & 4)
        builder.toString(u"string"_s);
    if (present & 8)
        builder.extended(u"ErrorCategory_Message"_s, Value(u"category"_s));
    QCOMPARE(errorRecordOf(builder.build()).message, expected);
}

void tst_Records::error_survivesTheWay()
{
    const ErrorRecord record{u"not found"_s, u"System.IO.IOException"_s, u"Id,Cmdlet"_s, 13, u"Get-Thing"_s,
        u"IOException"_s, u"target"_s, u"String"_s};
    QCOMPARE(errorRecordOf(valueOf(record)), record);
}

void tst_Records::anything_isAnError()
{
    QCOMPARE(errorRecordOf(Value(u"just text"_s)).message, u"just text"_s);
    QCOMPARE(errorRecordOf(Value()), ErrorRecord());
    const Value textual = ObjectBuilder(QStringList{}).extended(u"Exception"_s, Value(u"a text"_s)).build();
    QCOMPARE(errorRecordOf(textual).message, u"a text"_s);
}

void tst_Records::category_hasItsName()
{
    QCOMPARE(categoryName(0), u"NotSpecified"_s);
    QCOMPARE(categoryName(18), u"PermissionDenied"_s);
    QCOMPARE(categoryName(31), u"NotEnabled"_s);
    QCOMPARE(categoryName(32), u"32"_s);
    QCOMPARE(categoryName(-5), u"-5"_s);
}

void tst_Records::progress_isBounded()
{
    const Value value = ObjectBuilder(QStringList{})
                            .extended(u"Activity"_s, Value(u"reading"_s))
                            .extended(u"PercentComplete"_s, Value::fromInt(1LL << 20))
                            .extended(u"SecondsRemaining"_s, Value::fromInt(-7))
                            .extended(u"ActivityId"_s, Value::fromInt(1LL << 40, clixml::IntegerType::Int64))
                            .extended(u"Type"_s,
                                Value(ObjectBuilder::enumeration(
                                    u"System.Management.Automation.ProgressRecordType"_s, u"Completed"_s, 1)))
                            .build();
    const ProgressRecord record = progressRecordOf(value);
    QCOMPARE(record.activity, u"reading"_s);
    QCOMPARE(record.percent, 100);
    QCOMPARE(record.secondsLeft, -1);
    QCOMPARE(record.activityId, 0);
    QVERIFY(record.isCompleted);
    QCOMPARE(progressRecordOf(Value(u"x"_s)), ProgressRecord());
}

void tst_Records::information_isRead()
{
    const Value value = ObjectBuilder(QStringList{})
                            .extended(u"MessageData"_s, Value(u"said"_s))
                            .extended(u"Source"_s, Value(u"Get-Thing"_s))
                            .extended(u"Tags"_s, Value(ObjectBuilder::list({Value(u"PSHOST"_s)})))
                            .build();
    const InformationRecord record = informationRecordOf(value);
    QCOMPARE(record.data.text(), u"said"_s);
    QCOMPARE(record.tags, QStringList{u"PSHOST"_s});
    QCOMPARE(informationRecordOf(Value()), InformationRecord());
}

void tst_Records::informationalText_fallsBackToToString()
{
    QCOMPARE(informationalTextOf(ObjectBuilder(QStringList{}).toString(u"short"_s).build()), u"short"_s);
    QCOMPARE(informationalTextOf(ObjectBuilder(QStringList{})
                                     .toString(u"short"_s)
                                     .extended(u"InformationalRecord_Message"_s, Value(u"long"_s))
                                     .build()),
        u"long"_s);
    QCOMPARE(informationalTextOf(Value(u"plain"_s)), u"plain"_s);
}

KAKUIN_TEST(tst_Records)

} // namespace tests::tst_records

#include "tst_records.moc"

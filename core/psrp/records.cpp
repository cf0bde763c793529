// SPDX-License-Identifier: MIT
#include "core/psrp/records.h"

#include <array>
#include <limits>

namespace kakuin::psrp {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::ObjectPtr;
using clixml::Value;

namespace {

constexpr std::array categoryNames{"NotSpecified", "OpenError", "CloseError", "DeviceError", "DeadlockDetected",
    "InvalidArgument", "InvalidData", "InvalidOperation", "InvalidResult", "InvalidType", "MetadataError",
    "NotImplemented", "NotInstalled", "ObjectNotFound", "OperationStopped", "OperationTimeout", "SyntaxError",
    "ParserError", "PermissionDenied", "ResourceBusy", "ResourceExists", "ResourceUnavailable", "ReadError",
    "WriteError", "FromStdErr", "SecurityError", "ProtocolError", "ConnectionError", "AuthenticationError",
    "LimitsExceeded", "QuotaExceeded", "NotEnabled"};

int intOf(const Value &value, int otherwise)
{
    const auto number = value.toInt();
    const bool fits
        = number && *number >= std::numeric_limits<int>::min() && *number <= std::numeric_limits<int>::max();
    return fits ? static_cast<int>(*number) : otherwise;
}

QString firstText(std::initializer_list<QString> texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

QString categoryName(int category)
{
    if (category < 0 || static_cast<std::size_t>(category) >= categoryNames.size())
        return QString::number(category);
    return QString::fromLatin1(categoryNames[static_cast<std::size_t>(category)]);
}

ErrorRecord errorRecordOf(const Value &value)
{
    ErrorRecord record;
    const ObjectPtr object = value.object();
    if (!object) {
        record.message = value.text();
        return record;
    }
    const Value exception = object->property(u"Exception");
    const ObjectPtr exceptionObject = exception.object();
    record.message = firstText({object->property(u"ErrorDetails_Message").text(),
        exceptionObject ? exceptionObject->property(u"Message").text() : exception.text(),
        object->toStringText.value_or(QString()), object->property(u"ErrorCategory_Message").text()});
    if (exceptionObject)
        record.exceptionType = exceptionObject->typeName();
    record.fullyQualifiedErrorId = object->property(u"FullyQualifiedErrorId").text();
    record.category = intOf(object->property(u"ErrorCategory_Category"), 0);
    record.activity = object->property(u"ErrorCategory_Activity").text();
    record.reason = object->property(u"ErrorCategory_Reason").text();
    record.targetName = object->property(u"ErrorCategory_TargetName").text();
    record.targetType = object->property(u"ErrorCategory_TargetType").text();
    return record;
}

Value valueOf(const ErrorRecord &record)
{
    const Value exception = ObjectBuilder(
        QStringList{record.exceptionType.isEmpty() ? u"System.Exception"_s : record.exceptionType, u"System.Object"_s})
                                .toString(record.message)
                                .adapted(u"Message"_s, Value(record.message))
                                .build();
    ObjectBuilder builder(QStringList{u"System.Management.Automation.ErrorRecord"_s, u"System.Object"_s});
    builder.toString(record.message)
        .extended(u"Exception"_s, exception)
        .extended(u"TargetObject"_s, Value())
        .extended(u"FullyQualifiedErrorId"_s, Value(record.fullyQualifiedErrorId))
        .extended(u"InvocationInfo"_s, Value())
        .extended(u"ErrorCategory_Category"_s, Value::fromInt(record.category))
        .extended(u"ErrorCategory_Activity"_s, Value(record.activity))
        .extended(u"ErrorCategory_Reason"_s, Value(record.reason))
        .extended(u"ErrorCategory_TargetName"_s, Value(record.targetName))
        .extended(u"ErrorCategory_TargetType"_s, Value(record.targetType))
        .extended(u"ErrorCategory_Message"_s, Value(record.message))
        .extended(u"SerializeExtendedInfo"_s, Value(Value::Data(false)));
    return Value(builder.build());
}

ProgressRecord progressRecordOf(const Value &value)
{
    ProgressRecord record;
    const ObjectPtr object = value.object();
    if (!object)
        return record;
    record.activity = object->property(u"Activity").text();
    record.status = object->property(u"StatusDescription").text();
    record.operation = object->property(u"CurrentOperation").text();
    record.activityId = intOf(object->property(u"ActivityId"), 0);
    record.parentId = intOf(object->property(u"ParentActivityId"), -1);
    record.percent = qBound(-1, intOf(object->property(u"PercentComplete"), -1), 100);
    record.secondsLeft = qMax(-1, intOf(object->property(u"SecondsRemaining"), -1));
    record.isCompleted = intOf(object->property(u"Type"), 0) == 1;
    return record;
}

InformationRecord informationRecordOf(const Value &value)
{
    InformationRecord record;
    const ObjectPtr object = value.object();
    if (!object)
        return record;
    record.data = object->property(u"MessageData");
    record.source = object->property(u"Source").text();
    record.timeUtc = object->property(u"TimeGenerated").toDateTimeUtc();
    const QList<Value> tags = object->property(u"Tags").toList();
    for (const Value &tag : tags)
        record.tags.append(tag.text());
    return record;
}

QString informationalTextOf(const Value &value)
{
    const ObjectPtr object = value.object();
    if (!object)
        return value.text();
    // an empty text is a text; only a record without one falls back
    return object->hasProperty(u"InformationalRecord_Message") ? object->property(u"InformationalRecord_Message").text()
                                                               : object->toStringText.value_or(QString());
}

} // namespace kakuin::psrp

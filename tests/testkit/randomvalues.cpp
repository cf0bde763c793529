// SPDX-License-Identifier: MIT
#include "tests/testkit/randomvalues.h"

#include <cstring>

namespace kakuin::testkit {

using namespace clixml;
using namespace Qt::StringLiterals;
using Data = Value::Data;

QString RandomValues::text()
{
    static const QStringList awkward{u""_s, u" "_s, u"  \t\r\n "_s, u"_x000A_"_s, u"_x005F_x0041_"_s, u"_X0041_"_s,
        u"_"_s, u"__x"_s, u"a_x00e9_b"_s, u"<&>\"']]>"_s, u"&#xFFFE;"_s, u"角印"_s, QString::fromUcs4(U"\U0001F510"),
        QString(QChar(char16_t(0xd800))), QString(QChar(char16_t(0xdc00))), QString(QChar(char16_t(0xfffe))),
        QString(QChar(char16_t(0xffff))), QString(QChar(char16_t(0))), QString(QChar(char16_t(0x85))),
        QString(QChar(char16_t(0xfeff)))};
    QString text;
    for (int parts = below(4); parts > 0; --parts) {
        if (below(3) != 0) {
            text += awkward.at(below(static_cast<int>(awkward.size())));
            continue;
        }
        for (int units = below(8); units > 0; --units)
            text += QChar(static_cast<char16_t>(below(2) == 0 ? below(0x10000) : 0x20 + below(0x5f)));
    }
    return text;
}

Value RandomValues::integer()
{
    const auto type = static_cast<IntegerType>(below(8));
    const quint64 any = below(3) == 0 ? quint64(below(300)) - 150 : bits();
    switch (type) {
    case IntegerType::Byte:
        return Value::fromInt(static_cast<quint8>(any), type);
    case IntegerType::SByte:
        return Value::fromInt(static_cast<qint8>(any), type);
    case IntegerType::Int16:
        return Value::fromInt(static_cast<qint16>(any), type);
    case IntegerType::UInt16:
        return Value::fromInt(static_cast<quint16>(any), type);
    case IntegerType::Int32:
        return Value::fromInt(static_cast<qint32>(any), type);
    case IntegerType::UInt32:
        return Value::fromInt(static_cast<quint32>(any), type);
    case IntegerType::Int64:
    case IntegerType::UInt64:
        break;
    }
    return Value::fromInt(static_cast<qint64>(any), type);
}

Value RandomValues::typedText()
{
    switch (const auto kind = static_cast<TextKind>(below(6)); kind) {
    case TextKind::Decimal:
        return Value(Data(TypedText{kind, QString::number(below(1000) - 500) + (below(2) ? u".2500"_s : QString())}));
    case TextKind::Version:
        return Value(Data(TypedText{kind, QStringLiteral("15.%1.%2").arg(below(3)).arg(below(30000))}));
    case TextKind::SecureString:
        return Value(Data(TypedText{kind, QString::number(bits(), 16)}));
    case TextKind::Uri:
    case TextKind::XmlDocument:
    case TextKind::ScriptBlock:
        return Value(Data(TypedText{kind, text()}));
    }
    return {};
}

Value RandomValues::dateTime()
{
    const QDateTime at = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(m_random()), Qt::UTC);
    static const QStringList endings{u""_s, u"Z"_s, u"+09:00"_s, u"-07:00"_s, u".1234567Z"_s, u".5"_s};
    return Value(Data(DateTimeValue::fromText(
        at.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + endings.at(below(static_cast<int>(endings.size()))))));
}

Value RandomValues::progress()
{
    ProgressValue one;
    one.activity = u"a"_s + text(); // neither may be empty
    one.status = u"s"_s + text();
    one.operation = text();
    one.activityId = below(100);
    one.parentId = 100 + below(100);
    one.percent = below(102) - 1; // -1: not known
    one.secondsLeft = below(1000) - 1;
    one.type = below(2) ? u"Processing"_s : u"Completed"_s;
    return Value(Data(std::make_shared<const ProgressValue>(one)));
}

Value RandomValues::primitive()
{
    const quint64 any = bits();
    switch (below(14)) {
    case 0:
        return {};
    case 1:
        return Value(Data(QChar(static_cast<char16_t>(any))));
    case 2:
        return Value(Data(any % 2 == 0));
    case 3: {
        float number = 0;
        std::memcpy(&number, &any, sizeof number);
        return Value(Data(number));
    }
    case 4: {
        double number = 0;
        std::memcpy(&number, &any, sizeof number);
        return Value(Data(number));
    }
    case 5:
        return dateTime();
    case 6:
        return Value(Data(TimeSpanValue{below(2) ? static_cast<qint64>(any) : static_cast<qint64>(any >> 30)}));
    case 7:
        return Value(Data(text().toUtf8()));
    case 8:
        return Value(Data(QUuid(static_cast<uint>(any), static_cast<ushort>(any >> 32), static_cast<ushort>(any >> 48),
            1, 2, 3, 4, 5, 6, 7, 8)));
    case 9:
        return typedText();
    case 10:
        return progress();
    case 11:
    case 12:
        return integer();
    default:
        return Value(text());
    }
}

QList<Property> RandomValues::properties(int depth)
{
    QList<Property> list;
    for (int count = below(5); count > 0; --count)
        list.append({text(), value(depth - 1)});
    return list;
}

void RandomValues::fillContent(Object &object, int depth)
{
    switch (below(4)) {
    case 0:
        object.baseValue = value(depth - 1);
        return;
    case 1:
        object.container = static_cast<ContainerKind>(1 + below(4));
        for (int count = below(4); count > 0; --count)
            object.items.append(value(depth - 1));
        return;
    case 2:
        object.container = ContainerKind::Dictionary;
        for (int count = below(4); count > 0; --count) {
            const Value key = value(depth - 1);
            object.entries.append({key.isNull() ? Value(u"key"_s) : key, value(depth - 1)});
        }
        return;
    default:
        return;
    }
}

Value RandomValues::object(int depth)
{
    static const auto shared = std::make_shared<const QStringList>(QStringList{u"A.B"_s, u"System.Object"_s});
    auto object = std::make_shared<Object>();
    m_enclosing.append(object);
    if (below(3) == 0)
        object->typeNames = shared;
    else if (below(2) == 0)
        object->typeNames = std::make_shared<const QStringList>(QStringList{text(), text()});
    if (below(2) == 0)
        object->toStringText = text();
    fillContent(*object, depth);
    object->adapted = properties(depth);
    object->extended = properties(depth);
    if (below(4) == 0) {
        auto set = std::make_shared<Object>();
        set->isMemberSet = true;
        set->extended = properties(depth - 1);
        object->extended.append({u"PSStandardMembers"_s, Value(ObjectPtr(set))});
    }
    m_enclosing.removeLast();
    m_finished.append(object);
    return Value(ObjectPtr(std::move(object)));
}

Value RandomValues::value(int depth)
{
    if (depth <= 0 || below(3) == 0)
        return primitive();
    if (!m_finished.isEmpty() && below(6) == 0)
        return Value(m_finished.at(below(static_cast<int>(m_finished.size()))));
    if (!m_enclosing.isEmpty() && below(8) == 0)
        return Value(Data(CycleReference{m_enclosing.at(below(static_cast<int>(m_enclosing.size())))}));
    return object(depth);
}

} // namespace kakuin::testkit

// SPDX-License-Identifier: MIT
#include "valuedescription.h"

#include <array>

using namespace kakuin::clixml;
using namespace Qt::StringLiterals;

namespace {

QString described(const QList<Property> &properties)
{
    QStringList parts;
    for (const Property &property : properties)
        parts.append(property.name + u'=' + describe(property.value));
    return parts.join(u' ');
}

QString described(const Object &object)
{
    static constexpr std::array containers{"", "LST", "IE", "QUE", "STK", "DCT"};
    QStringList parts;
    if (object.typeNames)
        parts.append(u"types="_s + object.typeNames->join(u'|'));
    if (object.toStringText)
        parts.append(u"text="_s + *object.toStringText);
    if (!object.baseValue.isNull())
        parts.append(u"base="_s + describe(object.baseValue));
    if (object.container != ContainerKind::None) {
        QString inside = describe(object.items);
        for (const auto &entry : object.entries)
            inside += describe(entry.first) + u':' + describe(entry.second) + u';';
        parts.append(QLatin1String(containers.at(static_cast<size_t>(object.container))) + u'[' + inside + u']');
    }
    if (!object.adapted.isEmpty())
        parts.append(u"props("_s + described(object.adapted) + u')');
    if (!object.extended.isEmpty())
        parts.append(u"ms("_s + described(object.extended) + u')');
    return (object.isMemberSet ? u"MS{"_s : u"Obj{"_s) + parts.join(u' ') + u'}';
}

struct Description final {
    QString operator()(std::monostate) const { return u"Nil"_s; }
    QString operator()(const QString &text) const { return u"S("_s + text + u')'; }
    QString operator()(QChar c) const { return u"C("_s + c + u')'; }
    QString operator()(bool value) const { return value ? u"B(true)"_s : u"B(false)"_s; }
    QString operator()(const IntegerValue &value) const
    {
        static constexpr std::array names{"By", "SB", "I16", "U16", "I32", "U32", "I64", "U64"};
        return QLatin1String(names.at(static_cast<size_t>(value.type))) + u'(' + Value(Value::Data(value)).text()
            + u')';
    }
    QString operator()(float value) const { return u"Sg("_s + Value(Value::Data(value)).text() + u')'; }
    QString operator()(double value) const { return u"Db("_s + Value(Value::Data(value)).text() + u')'; }
    QString operator()(const DateTimeValue &value) const
    {
        return u"DT("_s + value.text + u' ' + value.utc.toString(Qt::ISODateWithMs) + u')';
    }
    QString operator()(const TimeSpanValue &value) const { return u"TS("_s + value.toText() + u')'; }
    QString operator()(const QByteArray &bytes) const { return u"BA("_s + QString::fromLatin1(bytes.toHex()) + u')'; }
    QString operator()(const QUuid &uuid) const { return u"G("_s + uuid.toString(QUuid::WithoutBraces) + u')'; }
    QString operator()(const TypedText &typed) const
    {
        static constexpr std::array names{"D", "URI", "Version", "XD", "SBK", "SS"};
        return QLatin1String(names.at(static_cast<size_t>(typed.kind))) + u'(' + typed.text + u')';
    }
    QString operator()(const ProgressPtr &p) const
    {
        const QStringList parts{p->activity, p->status, p->operation, QString::number(p->activityId),
            QString::number(p->parentId), QString::number(p->percent), QString::number(p->secondsLeft), p->type};
        return u"PR("_s + parts.join(u'|') + u')';
    }
    QString operator()(const ObjectPtr &object) const { return described(*object); }
    QString operator()(const CycleReference &) const { return u"cycle"_s; }
};

} // namespace

QString describe(const Value &value)
{
    return std::visit(Description(), value.data());
}

QString describe(const QList<Value> &values)
{
    QStringList parts;
    for (const Value &value : values)
        parts.append(describe(value));
    return parts.join(u' ');
}

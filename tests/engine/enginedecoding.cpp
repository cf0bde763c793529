// SPDX-License-Identifier: MIT
#include "tests/engine/enginedecoding.h"

#include <cmath>
#include <cstring>

namespace kakuin::testkit {
namespace {

using namespace clixml;
using namespace Qt::StringLiterals;

QString bare(const QString &typeName)
{
    return typeName.startsWith(u"Deserialized.") ? typeName.sliced(13) : typeName;
}

// The engine makes one object of an object around another one, with the properties of both.
Object unwrapped(const Object &ours)
{
    Object one = ours;
    if (const ObjectPtr inner = ours.baseValue.object()) {
        const Object within = unwrapped(*inner);
        one.adapted += within.adapted;
        one.extended += within.extended;
    }
    return one;
}

QString mismatch(const QString &path, const QString &ours, const QString &theirs)
{
    return QStringLiteral("%1: ours \"%2\", theirs \"%3\"").arg(path, ours.left(200), theirs.left(200));
}

QString hexOf(const QString &text)
{
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    return QString::fromLatin1(bytes.toHex().toUpper());
}

template <class Integer, class Number>
QString bitsOf(Number number)
{
    Integer bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    return std::isnan(number) ? u"NaN"_s : QString::number(bits);
}

// {kind, text} as the judge spells a primitive
using Spelled = std::pair<QString, QString>;

struct Spelling final {
    Spelled operator()(std::monostate) const { return {}; }
    Spelled operator()(const QString &text) const { return {u"S"_s, hexOf(text)}; }
    Spelled operator()(QChar unit) const { return {u"C"_s, QString::number(unit.unicode())}; }
    Spelled operator()(bool value) const { return {u"B"_s, value ? u"true"_s : u"false"_s}; }
    Spelled operator()(const IntegerValue &integer) const
    {
        static const QStringList names{u"By"_s, u"SB"_s, u"I16"_s, u"U16"_s, u"I32"_s, u"U32"_s, u"I64"_s, u"U64"_s};
        return {names.at(static_cast<int>(integer.type)), Value(Value::Data(integer)).text()};
    }
    Spelled operator()(float number) const { return {u"Sg"_s, bitsOf<qint32>(number)}; }
    Spelled operator()(double number) const { return {u"Db"_s, bitsOf<qint64>(number)}; }
    Spelled operator()(const DateTimeValue &time) const { return {u"DT"_s, time.text}; }
    Spelled operator()(const TimeSpanValue &span) const { return {u"TS"_s, QString::number(span.ticks)}; }
    Spelled operator()(const QByteArray &bytes) const { return {u"BA"_s, QString::fromLatin1(bytes.toBase64())}; }
    Spelled operator()(const QUuid &uuid) const { return {u"G"_s, uuid.toString(QUuid::WithoutBraces)}; }
    Spelled operator()(const TypedText &typed) const
    {
        switch (typed.kind) {
        case TextKind::Decimal:
            return {u"D"_s, typed.text};
        case TextKind::Uri:
            return {u"URI"_s, typed.text};
        case TextKind::Version:
            return {u"Version"_s, typed.text};
        case TextKind::XmlDocument:
            return {u"XD"_s, typed.text};
        case TextKind::ScriptBlock:
            return {u"S"_s, hexOf(typed.text)};
        case TextKind::SecureString: { // where there is no DPAPI: UTF-16 in hexadecimal digits
            const QByteArray bytes = QByteArray::fromHex(typed.text.toLatin1());
            return {
                u"SS"_s, QString::fromUtf16(reinterpret_cast<const char16_t *>(bytes.constData()), bytes.size() / 2)};
        }
        }
        return {};
    }
    Spelled operator()(const ProgressPtr &p) const
    {
        const QStringList parts{p->activity, p->status, p->operation, QString::number(p->activityId),
            QString::number(p->parentId), QString::number(p->percent), QString::number(p->secondsLeft), p->type};
        return {u"PR"_s, hexOf(parts.join(u'|'))};
    }
    Spelled operator()(const ObjectPtr &) const { return {}; }
    Spelled operator()(const CycleReference &) const { return {}; }
};

// The same instant, to the last of seven digits; the zone that it is written in does not matter
bool isSameTime(const QString &ours, const QString &theirs)
{
    const auto fraction = [](const QString &text) {
        QString digits = text.section(u'.', 1).left(7);
        while (!digits.isEmpty() && (!digits.back().isDigit() || digits.back() == u'0'))
            digits.chop(1);
        return digits;
    };
    const QDateTime a = DateTimeValue::fromText(ours).utc;
    return a.isValid() && a == DateTimeValue::fromText(theirs).utc && fraction(ours) == fraction(theirs);
}

} // namespace

QString EngineDecoding::difference(const QList<Value> &ours, const QJsonArray &theirs, const QString &path)
{
    if (ours.size() != theirs.size())
        return mismatch(path + u"#size"_s, QString::number(ours.size()), QString::number(theirs.size()));
    for (qsizetype i = 0; i < ours.size(); ++i) {
        QString inside = difference(ours.at(i), theirs.at(i), path + QStringLiteral("[%1]").arg(i));
        if (!inside.isEmpty())
            return inside;
    }
    return {};
}

QString EngineDecoding::primitiveDifference(const Value &ours, const QJsonObject &theirs, const QString &path)
{
    const Spelled own = std::visit(Spelling(), ours.data());
    const Spelled other{theirs[u"kind"_s].toString(), theirs[u"text"_s].toString()};
    const bool isSame
        = own == other || (own.first == u"DT" && other.first == own.first && isSameTime(own.second, other.second));
    return isSame ? QString() : mismatch(path, own.first + u' ' + own.second, other.first + u' ' + other.second);
}

QString EngineDecoding::propertiesDifference(const Object &ours, const QJsonObject &theirs, const QString &path)
{
    QHash<QString, QJsonValue> others;
    for (const QJsonValue &pair : theirs[u"props"_s].toArray())
        others.insert(pair[0].toString().toCaseFolded(), pair[1]);
    QSet<QString> seen;
    for (const auto *properties : {&ours.extended, &ours.adapted}) {
        for (const Property &property : *properties) {
            const QString key = property.name.toCaseFolded();
            const ObjectPtr set = property.value.object();
            if (seen.contains(key) || (set && set->isMemberSet)) // extended ones win; sets are for the console
                continue;
            seen.insert(key);
            if (!others.contains(key))
                return mismatch(path + u'.' + property.name, property.value.text(), u"nothing"_s);
            QString inside = difference(property.value, others.value(key), path + u'.' + property.name);
            if (!inside.isEmpty())
                return inside;
        }
    }
    // what the .NET list that holds the items adds of its own
    const bool isOnList = theirs.contains(u"list"_s) || theirs.contains(u"dict"_s) || theirs.contains(u"value"_s);
    const bool isComplete = seen.size() == others.size() || (isOnList && ours.adapted.isEmpty());
    return isComplete ? QString()
                      : mismatch(path + u"#properties"_s, QString::number(seen.size()), QString::number(others.size()));
}

QString EngineDecoding::contentDifference(const Object &ours, const QJsonObject &theirs, const QString &path)
{
    if (theirs.contains(u"list"_s))
        return difference(ours.items, theirs[u"list"_s].toArray(), path);
    if (ours.baseValue.object())
        return {}; // one object with it, for the engine: see unwrapped()
    if (!theirs.contains(u"dict"_s)) {
        return ours.baseValue.isNull() == !theirs.contains(u"value"_s)
            ? (ours.baseValue.isNull() ? QString() : difference(ours.baseValue, theirs[u"value"_s], path + u"#base"_s))
            : mismatch(path + u"#base"_s, ours.baseValue.text(), theirs[u"value"_s][u"text"].toString());
    }
    QJsonArray others = theirs[u"dict"_s].toArray(); // in an order of its own
    if (others.size() != ours.entries.size())
        return mismatch(path + u"#dict"_s, QString::number(ours.entries.size()), QString::number(others.size()));
    for (const auto &[key, value] : ours.entries) {
        QString inside = mismatch(path, key.text(), u"no such key"_s);
        for (qsizetype i = 0; i < others.size(); ++i) {
            if (!difference(key, others.at(i)[0], path).isEmpty())
                continue;
            inside = difference(value, others.at(i)[1], path + u'{' + key.text() + u'}');
            break;
        }
        if (!inside.isEmpty())
            return inside;
    }
    return {};
}

QString EngineDecoding::objectDifference(const Object &ours, const QJsonObject &theirs, const QString &path)
{
    if (theirs.contains(u"live"_s))
        return {}; // made alive again: nothing of the document is left to compare
    if (ours.typeNames) {
        QStringList names;
        for (const QJsonValue &type : theirs[u"types"_s].toArray())
            names.append(bare(type.toString()));
        QStringList own;
        for (const QString &type : *ours.typeNames)
            own.append(bare(type));
        if (own != names)
            return mismatch(path + u"#types"_s, own.join(u' '), names.join(u' '));
    }
    if (ours.toStringText && *ours.toStringText != theirs[u"text"_s].toString())
        return mismatch(path + u"#text"_s, *ours.toStringText, theirs[u"text"_s].toString());
    QString inside = contentDifference(ours, theirs, path);
    return inside.isEmpty() ? propertiesDifference(ours, theirs, path) : inside;
}

QString EngineDecoding::difference(const Value &ours, const QJsonValue &theirs, const QString &path)
{
    if (std::holds_alternative<CycleReference>(ours.data()))
        return theirs[u"cycle"].toBool() ? QString() : mismatch(path, u"a cycle"_s, u"none"_s);
    if (ours.isNull() || theirs.isNull())
        return ours.isNull() && theirs.isNull() ? QString() : mismatch(path, ours.text(), theirs[u"text"].toString());
    const ObjectPtr object = ours.object();
    if (!object)
        return primitiveDifference(ours, theirs.toObject(), path);
    // an object that only wraps a primitive, with nothing of its own, is the primitive
    if (theirs.toObject().contains(u"kind"_s) && object->extended.isEmpty() && object->adapted.isEmpty())
        return difference(object->baseValue, theirs, path + u"#base"_s);
    return objectDifference(unwrapped(*object), theirs.toObject(), path);
}

} // namespace kakuin::testkit

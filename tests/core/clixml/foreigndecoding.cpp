// SPDX-License-Identifier: MIT
#include "foreigndecoding.h"

using namespace kakuin::clixml;
using namespace Qt::StringLiterals;

namespace {

QString bare(const QString &typeName)
{
    return typeName.startsWith(u"Deserialized.") ? typeName.sliced(13) : typeName;
}

// "2018-06-13 23:46:27.927028800+00:00" and "2018-06-13T23:46:27.9270288Z" are one instant
QString instant(const QString &text)
{
    return DateTimeValue::fromText(QString(text).replace(u' ', u'T')).utc.toString(Qt::ISODateWithMs);
}

QString mismatch(const QString &path, const QString &ours, const QString &theirs)
{
    return QStringLiteral("%1: ours \"%2\", theirs \"%3\"").arg(path, ours.left(200), theirs.left(200));
}

bool isGenericClass(const QJsonObject &theirs)
{
    return theirs[u"py"_s].toString().startsWith(u"PS") && theirs[u"py"_s] != u"PSCredential"_s;
}

} // namespace

QString ForeignDecoding::primitiveDifference(const Value &ours, const QJsonObject &theirs, const QString &path) const
{
    const QJsonValue value = theirs[u"value"_s];
    if (value.isDouble()) // an enum's number
        return ours.toInt() == std::optional<qint64>(value.toInteger())
            ? QString()
            : mismatch(path, ours.text(), QString::number(value.toInteger()));
    const QString text = value.toString();
    const QString kind = theirs[u"py"_s].toString();
    const Value &inner = ours.object() && !ours.object()->baseValue.isNull() ? ours.object()->baseValue : ours;
    QString own = inner.text();
    if (kind == u"PSChar")
        own = QString::number(own.isEmpty() ? -1 : own.at(0).unicode());
    if (kind == u"PSDateTime" && instant(own) == instant(text) && !instant(own).isEmpty())
        return {};
    if (kind == u"PSDouble" && own.toDouble() == text.toDouble())
        return {};
    return own == text ? QString() : mismatch(path, own, text);
}

QString ForeignDecoding::propertiesDifference(
    const QList<Property> &ours, const QJsonObject &theirs, bool isKnownType, const QString &path)
{
    if (!isKnownType && ours.size() != theirs.size())
        return mismatch(path, QString::number(ours.size()), QString::number(theirs.size()));
    for (const Property &property : ours) {
        const auto found = theirs.constFind(property.name);
        if (found == theirs.constEnd()) {
            if (!isKnownType)
                return mismatch(path + u'.' + property.name, property.value.text(), u"nothing"_s);
            continue;
        }
        const QString inside = difference(property.value, *found, path + u'.' + property.name);
        if (!inside.isEmpty())
            return inside;
    }
    return {};
}

QString ForeignDecoding::objectDifference(const Object &ours, const QJsonObject &theirs, const QString &path)
{
    const bool isKnownType = !isGenericClass(theirs);
    const QJsonArray types = theirs[u"types"_s].toArray();
    if (!isKnownType && ours.typeNames && theirs[u"py"_s] == u"PSObject"_s) {
        QStringList names;
        for (const QJsonValue &type : types)
            names.append(bare(type.toString()));
        QStringList own;
        for (const QString &type : *ours.typeNames)
            own.append(bare(type));
        if (own != names)
            return mismatch(path + u"#types"_s, own.join(u' '), names.join(u' '));
    }
    if (ours.toStringText && theirs[u"py"_s] == u"PSObject"_s && theirs.contains(u"tostring"_s)
        && *ours.toStringText != theirs[u"tostring"_s].toString())
        return mismatch(path + u"#text"_s, *ours.toStringText, theirs[u"tostring"_s].toString());
    const QJsonArray list = theirs[u"list"_s].toArray();
    if (theirs.contains(u"list"_s) && ours.items.size() != list.size())
        return mismatch(path + u"#list"_s, QString::number(ours.items.size()), QString::number(list.size()));
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (const QString inside = difference(ours.items.at(i), list.at(i), path + QStringLiteral("[%1]").arg(i));
            !inside.isEmpty())
            return inside;
    }
    const QJsonArray entries = theirs[u"dict"_s].toArray();
    if (ours.entries.size() != entries.size())
        return mismatch(path + u"#dict"_s, QString::number(ours.entries.size()), QString::number(entries.size()));
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonArray pair = entries.at(i).toArray();
        QString inside = difference(ours.entries.at(i).first, pair.at(0), path + u"#key"_s);
        if (inside.isEmpty())
            inside = difference(
                ours.entries.at(i).second, pair.at(1), path + u'{' + ours.entries.at(i).first.text() + u'}');
        if (!inside.isEmpty())
            return inside;
    }
    const QString adapted = propertiesDifference(ours.adapted, theirs[u"adapted"_s].toObject(), isKnownType, path);
    return adapted.isEmpty() ? propertiesDifference(ours.extended, theirs[u"extended"_s].toObject(), isKnownType, path)
                             : adapted;
}

// It gives the properties of a wrapped object to the one that wraps it, as PowerShell shows them.
Object ForeignDecoding::unwrapped(const Object &ours)
{
    Object one = ours;
    if (const ObjectPtr wrapped = ours.baseValue.object())
        one.adapted = wrapped->adapted;
    return one;
}

QString ForeignDecoding::difference(const Value &ours, const QJsonValue &theirs, const QString &path)
{
    if (theirs.isNull() || theirs.isUndefined())
        return ours.isNull() ? QString() : mismatch(path, ours.text(), u"null"_s);
    if (theirs.isBool())
        return ours.toBool() == std::optional<bool>(theirs.toBool())
            ? QString()
            : mismatch(path, ours.text(), theirs.toBool() ? u"true"_s : u"false"_s);
    if (!theirs.isObject())
        return mismatch(path, ours.text(), u"something of another shape"_s);
    const QJsonObject object = theirs.toObject();
    if (object.contains(u"value"_s)) {
        const QString inside = primitiveDifference(ours, object, path);
        if (!inside.isEmpty())
            return inside;
    }
    if (const ObjectPtr own = ours.object())
        return objectDifference(unwrapped(*own), object, path);
    return object.contains(u"value"_s) ? QString() : mismatch(path, ours.text(), u"an object"_s);
}

bool ForeignDecoding::isSameObject(const Value &ours, const QJsonValue &theirs)
{
    const ObjectPtr own = ours.object();
    const QJsonObject other = theirs.toObject();
    if (!own || !own->typeNames || own->typeName() != bare(other[u"types"_s].toArray().at(0).toString()))
        return false;
    const QJsonObject adapted = other[u"adapted"_s].toObject();
    for (const QString &name : {u"RawData"_s, u"Guid"_s, u"Identity"_s, u"ToString"_s}) {
        const QJsonObject property = adapted[name].toObject();
        if (property.contains(u"value"_s))
            return own->property(name).text() == property[u"value"_s].toString();
    }
    return false;
}

// SPDX-License-Identifier: MIT
#include "core/clixml/documentparser.h"

namespace kakuin::clixml {

bool DocumentParser::readObject(const Attributes &attributes, Value &out)
{
    if (++m_objectDepth > m_limits.objectDepth)
        return exceeded(QStringLiteral("objects deeper than %1").arg(m_limits.objectDepth));
    auto object = std::make_shared<Object>();
    if (attributes.refId)
        m_objects.set(*attributes.refId, {object, 0}); // before its members: they may refer to it
    const int heightOutside = std::exchange(m_height, 0);
    bool hasContent = false;
    while (nextChild()) {
        if (!readMember(*object, hasContent))
            return false;
    }
    if (m_error)
        return false;
    const int height = m_height + 1;
    m_height = qMax(heightOutside, height);
    --m_objectDepth;
    if (attributes.refId) {
        // the number may have been given again meanwhile, to a member: then the member keeps it
        if (KnownObject *known = m_objects.find(*attributes.refId); known->object == object)
            known->height = height;
    }
    out = Value(ObjectPtr(std::move(object)));
    return true;
}

// One child of an Obj; they may come in any order.
bool DocumentParser::readMember(Object &object, bool &hasContent)
{
    const Tag member = tag();
    switch (member) {
    case Tag::TypeNames:
        return readTypeNames(object);
    case Tag::TypeNamesReference:
        return readTypeNamesReference(object);
    case Tag::ToString:
        if (!readText())
            return false;
        object.toStringText = decodeEscapes(m_text);
        return true;
    case Tag::AdaptedProperties:
        return readProperties(object, object.adapted);
    case Tag::MemberSet:
        return readProperties(object, object.extended);
    default:
        if (!isContainer(member) && !isValue(member))
            return malformed(QStringLiteral("no part of an object: %1").arg(m_xml.name().left(100)));
        if (std::exchange(hasContent, true))
            return malformed(QStringLiteral("an object with two values"));
        return readContent(member, object);
    }
}

bool DocumentParser::readContent(Tag tag, Object &object)
{
    switch (tag) {
    case Tag::List:
        object.container = ContainerKind::List;
        return readItems(object.items);
    case Tag::Enumerable:
        object.container = ContainerKind::Enumerable;
        return readItems(object.items);
    case Tag::Queue:
        object.container = ContainerKind::Queue;
        return readItems(object.items);
    case Tag::Stack:
        object.container = ContainerKind::Stack;
        return readItems(object.items);
    case Tag::Dictionary:
        object.container = ContainerKind::Dictionary;
        return readEntries(object.entries);
    default:
        return readElementValue(object.baseValue);
    }
}

bool DocumentParser::readTypeNames(Object &object)
{
    Attributes attributes;
    if (!readAttributes(attributes))
        return false;
    auto names = std::make_shared<QStringList>();
    while (nextChild()) {
        if (m_xml.name() != u"T")
            return malformed(QStringLiteral("no type name: %1").arg(m_xml.name().left(100)));
        if (names->size() >= m_limits.typeNamesPerObject)
            return exceeded(QStringLiteral("more than %1 type names").arg(m_limits.typeNamesPerObject));
        if (!readText())
            return false;
        names->append(decodeEscapes(m_text));
    }
    object.typeNames = std::move(names);
    if (attributes.refId)
        m_typeNames.set(*attributes.refId, object.typeNames);
    return !m_error;
}

bool DocumentParser::readTypeNamesReference(Object &object)
{
    Attributes attributes;
    if (!readAttributes(attributes))
        return false;
    const auto *known = attributes.refId ? m_typeNames.find(*attributes.refId) : nullptr;
    if (!known)
        return malformed(QStringLiteral("a reference to type names that are not there"));
    object.typeNames = *known;
    return skipElement();
}

bool DocumentParser::readItems(QList<Value> &items)
{
    while (nextChild()) {
        Value item;
        if (!readElementValue(item))
            return false;
        items.append(std::move(item));
    }
    return !m_error;
}

bool DocumentParser::readEntries(QList<std::pair<Value, Value>> &entries)
{
    while (nextChild()) {
        if (tag() != Tag::Entry)
            return malformed(QStringLiteral("no dictionary entry: %1").arg(m_xml.name().left(100)));
        std::pair<Value, Value> entry;
        if (!readEntry(entry))
            return false;
        entries.append(std::move(entry));
    }
    return !m_error;
}

bool DocumentParser::readEntry(std::pair<Value, Value> &entry)
{
    bool hasKey = false;
    bool hasValue = false;
    while (nextChild()) {
        Attributes attributes;
        if (!readAttributes(attributes))
            return false;
        const bool isKey = attributes.name == u"Key";
        if (!isKey && attributes.name != u"Value")
            return malformed(QStringLiteral("a part of an entry that is neither Key nor Value"));
        if (std::exchange(isKey ? hasKey : hasValue, true))
            return malformed(QStringLiteral("an entry with two keys or values"));
        if (!readValue(tag(), attributes, isKey ? entry.first : entry.second))
            return false;
    }
    if (!m_error && (!hasKey || !hasValue || entry.first.isNull()))
        return malformed(QStringLiteral("an entry without key or value"));
    return !m_error;
}

bool DocumentParser::readProperties(const Object &owner, QList<Property> &properties)
{
    while (nextChild()) {
        if (owner.adapted.size() + owner.extended.size() >= m_limits.propertiesPerObject)
            return exceeded(QStringLiteral("more than %1 properties").arg(m_limits.propertiesPerObject));
        const Tag member = tag();
        if (!isValue(member) && member != Tag::MemberSet) {
            if (!skipElement()) // member sets of other kinds describe the console's view, not the object
                return false;
            continue;
        }
        Attributes attributes;
        if (!readAttributes(attributes))
            return false;
        if (!attributes.hasName)
            return malformed(QStringLiteral("a property without a name"));
        Property property{attributes.name, {}};
        if (!(member == Tag::MemberSet ? readMemberSet(property.value) : readValue(member, attributes, property.value)))
            return false;
        properties.append(std::move(property));
    }
    return !m_error;
}

bool DocumentParser::readMemberSet(Value &out)
{
    if (++m_objectDepth > m_limits.objectDepth)
        return exceeded(QStringLiteral("objects deeper than %1").arg(m_limits.objectDepth));
    auto set = std::make_shared<Object>();
    set->isMemberSet = true;
    const int heightOutside = std::exchange(m_height, 0);
    if (!readProperties(*set, set->extended))
        return false;
    m_height = qMax(heightOutside, m_height + 1);
    --m_objectDepth;
    out = Value(ObjectPtr(std::move(set)));
    return true;
}

} // namespace kakuin::clixml

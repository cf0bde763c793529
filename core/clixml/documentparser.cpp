// SPDX-License-Identifier: MIT
#include "core/clixml/documentparser.h"

#include "core/clixml/primitives.h"

#include <limits>

namespace kakuin::clixml {
namespace {

// A UTF-16 unit takes two bytes in memory; in the file it may be a reference of six.
constexpr qint64 fileBytesPerTextByte = 3;
constexpr qint64 tokenSlack = 65'536;
constexpr qsizetype keptBuffer = 65'536;

} // namespace

DocumentParser::DocumentParser(QIODevice &device, const Limits &limits)
    : m_limits(limits)
    , m_input(device, limits.documentBytes, limits.textBytes * fileBytesPerTextByte + tokenSlack)
    , m_xml(&m_input)
{
    m_xml.setEntityResolver(&m_entities);
    m_xml.setNamespaceProcessing(false); // local names decide; an undeclared prefix is nobody's loss
}

Result<void> DocumentParser::run(const std::function<bool(Value)> &sink)
{
    const auto outcome = [this]() -> Result<void> {
        if (m_error)
            return tl::unexpected<Error>(*m_error);
        return {};
    };
    const auto deliver = [&] {
        Value value;
        return readElementValue(value) && sink(std::move(value));
    };
    if (!next())
        return outcome();
    if (tag() != Tag::Objects) {
        if (!deliver())
            return outcome();
    } else {
        while (nextChild()) {
            if (!deliver())
                return outcome();
        }
    }
    while (!m_error && !m_xml.atEnd())
        next(); // what follows the root may only be comments
    return outcome();
}

bool DocumentParser::failWith(ErrorCode code, const QString &reason)
{
    return failAt({m_xml.lineNumber() + m_input.linesTakenAway(), m_xml.columnNumber()}, code, reason);
}

bool DocumentParser::failAt(const InputFilter::Place &place, ErrorCode code, const QString &reason)
{
    if (!m_error)
        m_error
            = Error{code, {}, QStringLiteral("line %1, column %2: %3").arg(place.line).arg(place.column).arg(reason)};
    return false;
}

// The parser gave up: because its input ended early for a reason of ours, or for one of its own.
bool DocumentParser::failAsParser()
{
    switch (m_input.problem()) {
    case InputFilter::Problem::SourceFailed:
        return failWith(ErrorCode::FileUnreadable, m_input.sourceError());
    case InputFilter::Problem::UnsupportedEncoding:
        return failAt(m_input.declaredAt().value_or(InputFilter::Place()), ErrorCode::UnsupportedEncoding,
            QStringLiteral("neither UTF-8 nor UTF-16 with a byte order mark"));
    case InputFilter::Problem::DocumentTooLong:
        return exceeded(QStringLiteral("more than %1 bytes").arg(m_limits.documentBytes));
    case InputFilter::Problem::TokenTooLong:
        return exceeded(QStringLiteral("a text of more than %1 bytes").arg(m_limits.textBytes));
    case InputFilter::Problem::None:
        break;
    }
    if (m_entities.hasSeenOne)
        return failWith(ErrorCode::ClixmlForbiddenConstruct, QStringLiteral("an entity"));
    if (const auto place = m_input.firstBadBytes())
        return failAt(*place, ErrorCode::UnsupportedEncoding, QStringLiteral("bytes that are not UTF-8"));
    return malformed(m_xml.errorString());
}

// To the next token that means something; false after an error.
bool DocumentParser::next()
{
    while (!m_error) {
        m_input.startToken();
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++m_xmlDepth > m_limits.xmlDepth)
                return exceeded(QStringLiteral("elements deeper than %1").arg(m_limits.xmlDepth));
            if (++m_nodes > m_limits.nodes)
                return exceeded(QStringLiteral("more than %1 elements").arg(m_limits.nodes));
            return true;
        case QXmlStreamReader::EndElement:
            --m_xmlDepth;
            return true;
        case QXmlStreamReader::Characters:
        case QXmlStreamReader::EndDocument:
            return true;
        case QXmlStreamReader::Comment:
            if (++m_nodes > m_limits.nodes)
                return exceeded(QStringLiteral("more than %1 elements and comments").arg(m_limits.nodes));
            continue;
        case QXmlStreamReader::StartDocument:
            continue;
        case QXmlStreamReader::DTD:
            return failWith(ErrorCode::ClixmlForbiddenConstruct, QStringLiteral("a document type declaration"));
        case QXmlStreamReader::EntityReference:
            return failWith(ErrorCode::ClixmlForbiddenConstruct, QStringLiteral("an entity"));
        case QXmlStreamReader::ProcessingInstruction:
            return failWith(ErrorCode::ClixmlForbiddenConstruct, QStringLiteral("a processing instruction"));
        case QXmlStreamReader::NoToken:
        case QXmlStreamReader::Invalid:
            return failAsParser();
        }
    }
    return false;
}

// Within an element that has no text of its own: to the start of the next child, or false at the end (and after
// errors).
bool DocumentParser::nextChild()
{
    while (next()) {
        if (m_xml.isStartElement())
            return true;
        if (!m_xml.isCharacters())
            return false;
        if (!m_xml.isWhitespace())
            return malformed(QStringLiteral("text where an element belongs"));
    }
    return false;
}

bool DocumentParser::readText()
{
    if (m_text.capacity() > keptBuffer)
        m_text = QString();
    m_text.resize(0);
    while (next()) {
        if (m_xml.isEndElement())
            return true;
        if (!m_xml.isCharacters())
            return malformed(QStringLiteral("an element where text belongs"));
        m_text.append(m_xml.text());
        if (m_text.size() * qsizetype(sizeof(QChar)) > m_limits.textBytes)
            return exceeded(QStringLiteral("a text of more than %1 bytes").arg(m_limits.textBytes));
    }
    return false;
}

bool DocumentParser::skipElement()
{
    for (const int outside = m_xmlDepth - 1; next();) {
        if (m_xmlDepth == outside)
            return true;
    }
    return false;
}

bool DocumentParser::readAttributes(Attributes &attributes)
{
    const QXmlStreamAttributes all = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : all) {
        if (attribute.name() == u"N") {
            attributes.name = m_names.name(attribute.value());
            attributes.hasName = true;
        } else if (attribute.name() == u"RefId") {
            const auto number = decimalInteger(
                attribute.value(), std::numeric_limits<qint32>::min(), std::numeric_limits<qint32>::max());
            if (!number)
                return malformed(QStringLiteral("RefId is no 32-bit number"));
            attributes.refId = static_cast<qint32>(*number);
        }
    }
    return true;
}

bool DocumentParser::readElementValue(Value &out)
{
    Attributes attributes;
    return readAttributes(attributes) && readValue(tag(), attributes, out);
}

bool DocumentParser::readValue(Tag tag, const Attributes &attributes, Value &out)
{
    if (isPrimitive(tag))
        return readPrimitive(tag, out);
    switch (tag) {
    case Tag::Nil:
        out = Value();
        return skipElement();
    case Tag::Object:
        return readObject(attributes, out);
    case Tag::Reference:
        return readReference(attributes, out);
    case Tag::Progress:
        return readProgress(out);
    default:
        return malformed(QStringLiteral("no such value: %1").arg(m_xml.name().left(100)));
    }
}

bool DocumentParser::readPrimitive(Tag tag, Value &out)
{
    if (!readText())
        return false;
    auto value = primitiveValue(tag, m_text);
    if (!value && tag == Tag::Bytes && m_limits.keepsBrokenBytes)
        value = Value(m_text);
    if (!value) {
        const bool mayBeKey = tag == Tag::Bytes || tag == Tag::SecureString; // errors are written to logs
        return malformed(QStringLiteral("not the text of a %1: %2")
                             .arg(m_xml.name(), mayBeKey ? QStringLiteral("…") : m_text.left(100)));
    }
    out = std::move(*value);
    return true;
}

bool DocumentParser::readReference(const Attributes &attributes, Value &out)
{
    const KnownObject *known = attributes.refId ? m_objects.find(*attributes.refId) : nullptr;
    if (!known)
        return malformed(QStringLiteral("a reference to an object that is not there"));
    if (known->height == 0) {
        out = Value(Value::Data(CycleReference{known->object}));
    } else {
        if (m_objectDepth + known->height > m_limits.graphDepth)
            return exceeded(QStringLiteral("objects deeper than %1, references followed").arg(m_limits.graphDepth));
        m_height = qMax(m_height, known->height);
        out = Value(known->object);
    }
    return skipElement();
}

// ProgressRecord of old files.    Source: psrp-guide 2.1; the children are AV, AI, S or Nil, PI, PC, T, SR, SD
bool DocumentParser::readProgress(Value &out)
{
    ProgressValue progress;
    while (nextChild()) {
        if (!readProgressField(progress))
            return false;
    }
    out = Value(Value::Data(std::make_shared<const ProgressValue>(std::move(progress))));
    return !m_error;
}

bool DocumentParser::readProgressField(ProgressValue &progress)
{
    const QString field = localName().toString();
    struct TextField {
        QStringView element;
        QString ProgressValue::*member;
    };
    struct NumberField {
        QStringView element;
        int ProgressValue::*member;
    };
    static constexpr TextField texts[] = {{u"AV", &ProgressValue::activity}, {u"SD", &ProgressValue::status},
        {u"S", &ProgressValue::operation}, {u"T", &ProgressValue::type}};
    static constexpr NumberField numbers[] = {{u"AI", &ProgressValue::activityId}, {u"PI", &ProgressValue::parentId},
        {u"PC", &ProgressValue::percent}, {u"SR", &ProgressValue::secondsLeft}};
    for (const TextField &text : texts) {
        if (field != text.element)
            continue;
        if (!readText())
            return false;
        progress.*text.member = decodeEscapes(m_text);
        return true;
    }
    for (const NumberField &number : numbers) {
        if (field != number.element)
            continue;
        if (!readText())
            return false;
        const auto value = decimalInteger(m_text, std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
        if (!value)
            return malformed(QStringLiteral("not the text of a %1: %2").arg(field, m_text.left(100)));
        progress.*number.member = static_cast<int>(*value);
        return true;
    }
    return skipElement();
}

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
        if (localName() != u"T")
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

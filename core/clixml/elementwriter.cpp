// SPDX-License-Identifier: MIT
#include "core/clixml/elementwriter.h"

#include "core/clixml/escapes.h"
#include "core/clixml/primitives.h"
#include "core/clixml/writer.h"

namespace kakuin::clixml {
namespace {

using namespace Qt::StringLiterals;

const QString keyName = u"Key"_s;
const QString valueName = u"Value"_s;

Tag containerTag(ContainerKind kind)
{
    switch (kind) {
    case ContainerKind::None:
        break;
    case ContainerKind::List:
        return Tag::List;
    case ContainerKind::Enumerable:
        return Tag::Enumerable;
    case ContainerKind::Queue:
        return Tag::Queue;
    case ContainerKind::Stack:
        return Tag::Stack;
    case ContainerKind::Dictionary:
        return Tag::Dictionary;
    }
    return Tag::Unknown;
}

} // namespace

ElementWriter::ElementWriter(QIODevice &device)
    : m_xml(&device)
{
    m_xml.setAutoFormattingIndent(2);
}

void ElementWriter::startDocument()
{
    start(Tag::Objects);
    m_xml.writeAttribute(u"Version"_s, u"1.1.0.1"_s);
    m_xml.writeAttribute(u"xmlns"_s, u"http://schemas.microsoft.com/powershell/2004/04"_s);
    m_xml.setAutoFormatting(true); // not before: it would begin the document with an empty line
}

void ElementWriter::writeValue(const Value &value, const QString *name)
{
    if (m_error)
        return;
    if (const auto *progress = std::get_if<ProgressPtr>(&value.data()); progress && *progress)
        return writeProgress(**progress, name);
    // a cycle reference, too: its target is known when it encloses us, and is written out when it does not
    if (const ObjectPtr object = value.object())
        return object->isMemberSet ? writeMemberSet(*object, name) : writeObject(object, name);
    const auto written = primitiveText(value);
    if (!written)
        return refuse(ErrorCode::InvalidArgument, u"not the text of its kind: "_s + value.text().left(100));
    start(written->tag, name);
    if (!written->text.isEmpty())
        m_xml.writeCharacters(written->text);
    end();
}

void ElementWriter::start(Tag tag, const QString *name)
{
    m_xml.writeStartElement(nameOf(tag));
    if (name)
        m_xml.writeAttribute(u"N"_s, encodeEscapes(*name));
}

void ElementWriter::element(Tag tag, const QString &text)
{
    m_xml.writeTextElement(nameOf(tag), text);
}

bool ElementWriter::enter()
{
    if (++m_depth <= Writer::mostDepth)
        return true;
    refuse(ErrorCode::ClixmlLimitExceeded, QStringLiteral("objects deeper than %1").arg(Writer::mostDepth));
    return false;
}

void ElementWriter::refuse(ErrorCode code, const QString &reason)
{
    if (!m_error)
        m_error = Error{code, {}, reason};
}

void ElementWriter::writeObject(const ObjectPtr &object, const QString *name)
{
    if (const auto known = m_objects.constFind(object.get()); known != m_objects.constEnd()) {
        start(Tag::Reference, name);
        m_xml.writeAttribute(u"RefId"_s, QString::number(known->id));
        return end();
    }
    if (!enter())
        return;
    const auto id = static_cast<int>(m_objects.size());
    m_objects.insert(object.get(), {object, id});
    start(Tag::Object, name);
    m_xml.writeAttribute(u"RefId"_s, QString::number(id));
    if (object->typeNames)
        writeTypeNames(*object->typeNames);
    if (object->toStringText)
        element(Tag::ToString, encodeEscapes(*object->toStringText));
    writeContent(*object);
    if (!object->adapted.isEmpty()) {
        start(Tag::AdaptedProperties);
        writeProperties(object->adapted);
        end();
    }
    if (!object->extended.isEmpty()) {
        start(Tag::MemberSet);
        writeProperties(object->extended);
        end();
    }
    end();
    --m_depth;
}

// It has no number of its own, and holds properties only.
void ElementWriter::writeMemberSet(const Object &set, const QString *name)
{
    if (!enter())
        return;
    if (!name)
        return refuse(ErrorCode::InvalidArgument, u"a member set that is no property"_s);
    start(Tag::MemberSet, name);
    writeProperties(set.extended);
    end();
    --m_depth;
}

void ElementWriter::writeTypeNames(const QStringList &names)
{
    const auto known = m_typeNames.constFind(names);
    const bool isNew = known == m_typeNames.constEnd();
    const auto id = isNew ? static_cast<int>(m_typeNames.size()) : *known;
    start(isNew ? Tag::TypeNames : Tag::TypeNamesReference);
    m_xml.writeAttribute(u"RefId"_s, QString::number(id));
    if (isNew) {
        m_typeNames.insert(names, id);
        for (const QString &name : names)
            m_xml.writeTextElement(u"T"_s, encodeEscapes(name));
    }
    end();
}

void ElementWriter::writeContent(const Object &object)
{
    if (object.container == ContainerKind::None) {
        if (!object.baseValue.isNull())
            writeValue(object.baseValue);
        return;
    }
    if (!object.baseValue.isNull())
        return refuse(ErrorCode::InvalidArgument, u"an object with two values"_s);
    start(containerTag(object.container));
    if (object.container == ContainerKind::Dictionary) {
        writeEntries(object);
    } else {
        for (const Value &item : object.items)
            writeValue(item);
    }
    end();
}

void ElementWriter::writeEntries(const Object &dictionary)
{
    for (const auto &[key, value] : dictionary.entries) {
        if (key.isNull())
            return refuse(ErrorCode::InvalidArgument, u"a dictionary entry without key"_s);
        start(Tag::Entry);
        writeValue(key, &keyName);
        writeValue(value, &valueName);
        end();
    }
}

void ElementWriter::writeProperties(const QList<Property> &properties)
{
    for (const Property &property : properties) {
        if (m_error)
            return;
        writeValue(property.value, &property.name);
    }
}

// The order is that in which the engine reads them.
void ElementWriter::writeProgress(const ProgressValue &progress, const QString *name)
{
    start(Tag::Progress, name);
    m_xml.writeTextElement(u"AV"_s, encodeEscapes(progress.activity));
    m_xml.writeTextElement(u"AI"_s, QString::number(progress.activityId));
    if (progress.operation.isEmpty())
        m_xml.writeEmptyElement(nameOf(Tag::Nil));
    else
        element(Tag::String, encodeEscapes(progress.operation));
    m_xml.writeTextElement(u"PI"_s, QString::number(progress.parentId));
    m_xml.writeTextElement(u"PC"_s, QString::number(progress.percent));
    m_xml.writeTextElement(u"T"_s, encodeEscapes(progress.type));
    m_xml.writeTextElement(u"SR"_s, QString::number(progress.secondsLeft));
    m_xml.writeTextElement(u"SD"_s, encodeEscapes(progress.status));
    end();
}

} // namespace kakuin::clixml

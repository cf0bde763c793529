// SPDX-License-Identifier: MIT
#include "core/clixml/nrbfparser.h"

namespace kakuin::clixml::nrbf {
namespace {

// RecordTypeEnumeration, MS-NRBF 2.1.2.1; the other kinds do not occur in what Exchange writes
enum RecordKind : quint8 {
    Header = 0,
    ClassWithId = 1,
    SystemClassWithMembersAndTypes = 4,
    ClassWithMembersAndTypes = 5,
    BinaryObjectString = 6,
    BinaryArray = 7,
    MemberReference = 9,
    ObjectNull = 10,
    MessageEnd = 11,
    BinaryLibrary = 12,
    ObjectNullMultiple256 = 13,
    ArraySinglePrimitive = 15,
};
// BinaryTypeEnumeration, 2.1.2.2
enum TypeKind : quint8 { Primitive = 0, SystemClass = 3, Class = 4, PrimitiveArray = 7 };
// PrimitiveTypeEnumeration, 2.1.2.3
enum PrimitiveKind : quint8 {
    Boolean = 1,
    Byte = 2,
    Char = 3,
    Decimal = 5,
    Double = 6,
    Int16 = 7,
    Int32 = 8,
    Int64 = 9,
    SByte = 10,
    Single = 11,
    TimeSpan = 12,
    DateTime = 13,
    UInt16 = 14,
    UInt32 = 15,
    UInt64 = 16,
};

} // namespace

Parser::Parser(QByteArrayView stream, const Limits &limits)
    : m_limits(limits)
    , m_in(stream)
{
}

bool Parser::isOk()
{
    if (m_in.hasFailed())
        failWith(ErrorCode::MalformedNrbf, QStringLiteral("the stream ends too early or a text is not UTF-8"));
    return !m_error;
}

void Parser::failWith(ErrorCode code, const QString &reason)
{
    if (!m_error)
        m_error = Error{code, {}, QStringLiteral("offset %1: %2").arg(m_in.offset()).arg(reason)};
}

bool Parser::spend(qint64 values)
{
    m_values += values;
    if (m_values > m_limits.values)
        failWith(ErrorCode::NrbfLimitExceeded, QStringLiteral("more than %1 values").arg(m_limits.values));
    return isOk();
}

Slot Parser::define(qint32 id, const ParsedObject &object)
{
    if (isOk() && m_objects.contains(id))
        failWith(ErrorCode::MalformedNrbf, QStringLiteral("object %1 is defined twice").arg(id));
    if (isOk())
        m_objects.insert(id, object);
    return Reference{id};
}

bool Parser::parse()
{
    if (m_in.remaining() > m_limits.bytes) {
        failWith(ErrorCode::NrbfLimitExceeded, QStringLiteral("more than %1 bytes").arg(m_limits.bytes));
        return false;
    }
    readHeader();
    while (isOk()) {
        const auto kind = m_in.number<quint8>();
        if (!isOk() || kind == MessageEnd)
            break;
        if (kind == MemberReference || kind == ObjectNull || kind == ObjectNullMultiple256) {
            failWith(ErrorCode::MalformedNrbf, QStringLiteral("record kind %1 outside an object").arg(kind));
        } else if (kind == BinaryLibrary) {
            readLibrary();
        } else {
            const Slot defined = readObject(kind, 0);
            Q_UNUSED(defined) // it is in m_objects
        }
    }
    if (isOk() && m_in.remaining() != 0)
        failWith(ErrorCode::MalformedNrbf, QStringLiteral("%1 bytes behind the end record").arg(m_in.remaining()));
    return isOk();
}

// SerializationHeaderRecord, 2.6.1
void Parser::readHeader()
{
    const auto kind = m_in.number<quint8>();
    m_rootId = m_in.number<qint32>();
    m_in.number<qint32>(); // HeaderId: belongs to method calls
    const auto major = m_in.number<qint32>();
    const auto minor = m_in.number<qint32>();
    if (isOk() && (kind != Header || major != 1 || minor != 0))
        failWith(ErrorCode::MalformedNrbf, QStringLiteral("no header of version 1.0"));
}

// 2.6.2
void Parser::readLibrary()
{
    const auto id = m_in.number<qint32>();
    m_in.text(); // never looked up
    if (!spend(1))
        return;
    if (m_libraries.contains(id))
        failWith(ErrorCode::MalformedNrbf, QStringLiteral("library %1 is defined twice").arg(id));
    m_libraries.insert(id);
}

// A member's or element's record; libraries may stand before it.
Slot Parser::readNested(int depth)
{
    while (isOk()) {
        const auto kind = m_in.number<quint8>();
        if (!isOk())
            break;
        switch (kind) {
        case BinaryLibrary:
            readLibrary();
            continue;
        case ObjectNull:
            return {};
        case MemberReference:
            return Reference{m_in.number<qint32>()};
        default:
            return readObject(kind, depth);
        }
    }
    return {};
}

Slot Parser::readObject(quint8 kind, int depth)
{
    if (++m_records > m_limits.records)
        failWith(ErrorCode::NrbfLimitExceeded, QStringLiteral("more than %1 records").arg(m_limits.records));
    if (depth > m_limits.depth)
        failWith(ErrorCode::NrbfLimitExceeded, QStringLiteral("nested deeper than %1").arg(m_limits.depth));
    if (!isOk())
        return {};
    switch (kind) {
    case ClassWithId:
        return readClassWithId(depth);
    case SystemClassWithMembersAndTypes:
    case ClassWithMembersAndTypes:
        return readClass(kind, depth);
    case BinaryObjectString:
        return readString();
    case BinaryArray:
        return readArray(depth);
    case ArraySinglePrimitive:
        return readPrimitiveArray();
    case Header:
    case MessageEnd:
    case ObjectNullMultiple256:
        failWith(ErrorCode::MalformedNrbf, QStringLiteral("record kind %1 in the wrong place").arg(kind));
        return {};
    default:
        failWith(ErrorCode::NrbfUnsupportedRecord, QStringLiteral("record kind %1").arg(kind));
        return {};
    }
}

// 2.3.2.1 and 2.3.2.3
Slot Parser::readClass(quint8 kind, int depth)
{
    auto layout = std::make_shared<ClassLayout>();
    const auto id = m_in.number<qint32>();
    layout->className = m_in.text();
    const auto count = m_in.number<qint32>();
    if (isOk() && count < 0)
        failWith(ErrorCode::MalformedNrbf, QStringLiteral("a negative number of members"));
    if (isOk() && count > m_limits.membersPerClass)
        failWith(ErrorCode::NrbfLimitExceeded, QStringLiteral("a class of %1 members").arg(count));
    for (qint32 i = 0; isOk() && i < count; ++i)
        layout->members.append(m_in.text());
    for (qint32 i = 0; isOk() && i < count; ++i)
        layout->types.append({m_in.number<quint8>(), 0});
    for (qint32 i = 0; isOk() && i < count; ++i)
        layout->types[i] = readMemberType(layout->types.at(i).kind);
    if (kind == ClassWithMembersAndTypes) {
        const auto library = m_in.number<qint32>();
        if (isOk() && !m_libraries.contains(library))
            failWith(ErrorCode::MalformedNrbf, QStringLiteral("library %1 is not defined").arg(library));
    }
    if (!isOk())
        return {};
    m_layouts.insert(id, layout);
    return readMembers(id, layout, depth);
}

// 2.3.2.5
Slot Parser::readClassWithId(int depth)
{
    const auto id = m_in.number<qint32>();
    const auto metadataId = m_in.number<qint32>();
    const auto layout = m_layouts.value(metadataId);
    if (isOk() && !layout)
        failWith(ErrorCode::MalformedNrbf, QStringLiteral("class %1 is not defined").arg(metadataId));
    if (!isOk())
        return {};
    m_layouts.insert(id, layout);
    return readMembers(id, layout, depth);
}

Slot Parser::readMembers(qint32 id, const std::shared_ptr<const ClassLayout> &layout, int depth)
{
    ParsedClass parsed{layout, {}};
    for (qsizetype i = 0; spend(1) && i < layout->types.size(); ++i)
        parsed.slots.append(readSlot(layout->types.at(i), depth + 1));
    return define(id, parsed);
}

// 2.5.7
Slot Parser::readString()
{
    const auto id = m_in.number<qint32>();
    return define(id, m_in.text());
}

// 2.4.3.3
Slot Parser::readPrimitiveArray()
{
    const auto id = m_in.number<qint32>();
    const auto length = m_in.number<qint32>();
    const auto type = m_in.number<quint8>();
    if (type == Byte)
        return define(id, m_in.bytes(length).toByteArray());
    ParsedArray array;
    readElements({Primitive, type}, length, 0, array.slots);
    return define(id, array);
}

// 2.4.3.1; arrays of several dimensions or with lower bounds do not occur in what Exchange writes
Slot Parser::readArray(int depth)
{
    const auto id = m_in.number<qint32>();
    const auto shape = m_in.number<quint8>();
    const auto rank = m_in.number<qint32>();
    if (isOk() && (shape > 1 || rank != 1))
        failWith(
            ErrorCode::NrbfUnsupportedRecord, QStringLiteral("an array of shape %1, rank %2").arg(shape).arg(rank));
    const auto length = m_in.number<qint32>();
    const MemberType type = readMemberType(m_in.number<quint8>());
    ParsedArray array;
    readElements(type, length, depth + 1, array.slots);
    return define(id, array);
}

void Parser::readElements(const MemberType &type, qint32 length, int depth, QList<Slot> &slots)
{
    if (isOk() && length < 0)
        failWith(ErrorCode::MalformedNrbf, QStringLiteral("an array of negative length"));
    if (isOk() && length > m_limits.elements)
        failWith(ErrorCode::NrbfLimitExceeded, QStringLiteral("an array of %1 elements").arg(length));
    while (isOk() && slots.size() < length) {
        // 2.5.5: a run of nulls stands for that many elements
        if (type.kind != Primitive && m_in.peek() == ObjectNullMultiple256) {
            m_in.number<quint8>();
            const auto run = m_in.number<quint8>();
            if (isOk() && (run == 0 || run > length - slots.size()))
                failWith(ErrorCode::MalformedNrbf, QStringLiteral("a run of %1 nulls does not fit its array").arg(run));
            if (spend(run))
                slots.resize(slots.size() + run);
        } else if (spend(1)) {
            slots.append(readSlot(type, depth));
        }
    }
}

Slot Parser::readSlot(const MemberType &type, int depth)
{
    return type.kind == Primitive ? readPrimitive(type.primitive) : readNested(depth);
}

// AdditionalInfos, 2.3.1.2; names of types are passed over, nothing is ever looked up by them
MemberType Parser::readMemberType(quint8 kind)
{
    MemberType type{kind, 0};
    switch (kind) {
    case Primitive:
    case PrimitiveArray:
        type.primitive = m_in.number<quint8>();
        break;
    case SystemClass:
        m_in.text();
        break;
    case Class:
        m_in.text();
        m_in.number<qint32>();
        break;
    default:
        if (isOk() && kind > PrimitiveArray)
            failWith(ErrorCode::MalformedNrbf, QStringLiteral("member type %1").arg(kind));
    }
    return type;
}

Slot Parser::readPrimitive(quint8 type)
{
    switch (type) {
    case Boolean:
        return m_in.number<quint8>() != 0;
    case Byte:
        return qint64(m_in.number<quint8>());
    case Char:
        return readChar();
    case Decimal:
        return m_in.text();
    case Double:
        return m_in.real64();
    case Single:
        return double(m_in.real32());
    case SByte:
        return qint64(m_in.number<qint8>());
    case Int16:
        return qint64(m_in.number<qint16>());
    case UInt16:
        return qint64(m_in.number<quint16>());
    case Int32:
        return qint64(m_in.number<qint32>());
    case UInt32:
        return qint64(m_in.number<quint32>());
    case Int64:
    case UInt64:
    case TimeSpan:
    case DateTime:
        return m_in.number<qint64>();
    default:
        failWith(ErrorCode::MalformedNrbf, QStringLiteral("primitive type %1").arg(type));
        return {};
    }
}

// One character in UTF-8, without a length before it: the first byte tells.    Source: 2.1.1.1
QString Parser::readChar()
{
    const quint8 first = m_in.peek();
    return m_in.utf8(first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);
}

} // namespace kakuin::clixml::nrbf

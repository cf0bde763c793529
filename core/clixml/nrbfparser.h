// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/nrbf.h"
#include "core/clixml/nrbfcursor.h"

#include <QtCore/QSet>

#include <optional>

namespace kakuin::clixml::nrbf {

/// A place whose object is known by number only; the object may stand anywhere in the stream.
struct Reference final {
    qint32 id = 0;
};
using Slot = std::variant<std::monostate, bool, qint64, double, QString, QByteArray, Reference>;

struct MemberType final {
    quint8 kind = 0; ///< BinaryTypeEnumeration
    quint8 primitive = 0; ///< PrimitiveTypeEnumeration, when kind is Primitive
};

/// What a class record says about its members; shared by the records that refer to it.
struct ClassLayout final {
    QString className;
    QStringList members;
    QList<MemberType> types;
};

struct ParsedClass final {
    std::shared_ptr<const ClassLayout> layout;
    QList<Slot> slots;
};
struct ParsedArray final {
    QList<Slot> slots;
};
using ParsedObject = std::variant<QString, QByteArray, ParsedClass, ParsedArray>;

/// First pass over a stream: its objects by number, with references still open.
/// Errors: error() after parse() returned false.
/// Source: MS-NRBF 2.1 to 2.6.
class Parser final {
public:
    Parser(QByteArrayView stream, const Limits &limits);
    [[nodiscard]] bool parse();
    [[nodiscard]] const Error &error() const { return *m_error; }
    [[nodiscard]] qint32 rootId() const { return m_rootId; }
    [[nodiscard]] const QHash<qint32, ParsedObject> &objects() const { return m_objects; }

private:
    [[nodiscard]] bool isOk();
    void failWith(ErrorCode code, const QString &reason);
    void readHeader();
    void readLibrary();
    [[nodiscard]] Slot readNested(int depth);
    [[nodiscard]] Slot readObject(quint8 kind, int depth);
    [[nodiscard]] Slot readClass(quint8 kind, int depth);
    [[nodiscard]] Slot readClassWithId(int depth);
    [[nodiscard]] Slot readMembers(qint32 id, const std::shared_ptr<const ClassLayout> &layout, int depth);
    [[nodiscard]] Slot readString();
    [[nodiscard]] Slot readPrimitiveArray();
    [[nodiscard]] Slot readArray(int depth);
    void readElements(const MemberType &type, qint32 length, int depth, QList<Slot> &slots);
    [[nodiscard]] Slot readSlot(const MemberType &type, int depth);
    [[nodiscard]] Slot readPrimitive(quint8 type);
    [[nodiscard]] QString readChar();
    [[nodiscard]] MemberType readMemberType(quint8 kind);
    [[nodiscard]] bool spend(qint64 values);
    [[nodiscard]] Slot define(qint32 id, const ParsedObject &object);

    Limits m_limits;
    Cursor m_in;
    std::optional<Error> m_error;
    qint32 m_rootId = 0;
    int m_records = 0;
    qint64 m_values = 0;
    QHash<qint32, ParsedObject> m_objects;
    QHash<qint32, std::shared_ptr<const ClassLayout>> m_layouts;
    QSet<qint32> m_libraries;
};

} // namespace kakuin::clixml::nrbf

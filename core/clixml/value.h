// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QUuid>

#include <memory>
#include <optional>
#include <variant>

namespace kakuin::clixml {

class Object;
using ObjectPtr = std::shared_ptr<const Object>;

/// A DateTime as written: Qt holds milliseconds only, .NET seven fraction digits, so the text is kept.
struct DateTimeValue final {
    QString text; ///< "2023-02-03T14:16:02.1234567+00:00"; no suffix: kind unspecified
    QDateTime utc; ///< invalid when the text is no date; an unspecified kind is read as UTC
    /// From an xsd:dateTime; the offset goes into `utc`, digits beyond milliseconds stay in `text` only.
    [[nodiscard]] static DateTimeValue fromText(const QString &text);
    friend bool operator==(const DateTimeValue &a, const DateTimeValue &b) { return a.text == b.text; }
};
struct TimeSpanValue final {
    qint64 ticks = 0; ///< 100 ns
    /// From an xsd:duration, "P1DT2H3M4.5S"; a year is 365 days and a month 30, as .NET counts. Nothing when it is not
    /// a duration.
    [[nodiscard]] static std::optional<TimeSpanValue> fromText(QStringView text);
    [[nodiscard]] QString toText() const; ///< "1.02:03:04.5000000", .NET's constant format
    [[nodiscard]] QString toDuration() const; ///< "P1DT2H3M4.5S", what fromText() reads; "PT0S" for nothing
    friend bool operator==(const TimeSpanValue &, const TimeSpanValue &) = default;
};

/// Kinds that are carried as text but are not strings.
enum class TextKind { Decimal, Uri, Version, XmlDocument, ScriptBlock, SecureString };
struct TypedText final {
    TextKind kind = TextKind::Decimal;
    QString text;
    friend bool operator==(const TypedText &, const TypedText &) = default;
};

/// Integers keep their .NET width, because a writer must give it back.
enum class IntegerType { Byte, SByte, Int16, UInt16, Int32, UInt32, Int64, UInt64 };
struct IntegerValue final {
    IntegerType type = IntegerType::Int32;
    qint64 value = 0; ///< UInt64 above 2^63-1: the same bits
    friend bool operator==(const IntegerValue &, const IntegerValue &) = default;
};

/// A legacy progress record (files only).
struct ProgressValue final {
    QString activity;
    QString status;
    QString operation;
    int activityId = 0;
    int parentId = -1;
    int percent = -1;
    int secondsLeft = -1;
    QString type;
    friend bool operator==(const ProgressValue &, const ProgressValue &) = default;
};

using ProgressPtr = std::shared_ptr<const ProgressValue>; ///< rare and large: kept out of Value

/// A reference to an object that encloses it: a cycle, which must not keep itself alive.
struct CycleReference final {
    std::weak_ptr<const Object> target;
};

/// One CLIXML value: nothing, a primitive, or a (shared, immutable) object.
/// Source: MS-PSRP 2.2.5.1 (primitives), 2.2.5.2 (complex objects).
class Value final {
public:
    using Data = std::variant<std::monostate, QString, QChar, bool, IntegerValue, float, double, DateTimeValue,
        TimeSpanValue, QByteArray, QUuid, TypedText, ProgressPtr, ObjectPtr, CycleReference>;

    Value() = default;
    Value(Data data)
        : m_data(std::move(data))
    {
    }
    Value(const QString &text)
        : m_data(text)
    {
    }
    Value(ObjectPtr object)
        : m_data(std::move(object))
    {
    }
    [[nodiscard]] static Value fromBool(bool value) { return Value(Data(value)); }
    [[nodiscard]] static Value fromInt(qint64 value, IntegerType type = IntegerType::Int32);
    [[nodiscard]] static Value fromDateTimeUtc(const QDateTime &utc); ///< written with "Z"

    [[nodiscard]] const Data &data() const { return m_data; }
    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    /// The object, also behind a cycle reference that is still alive; null for anything else.
    [[nodiscard]] ObjectPtr object() const;

    /// Text of a value wherever it lies on the ladder of depths: the string itself; an object's ToString, else its
    /// base value's text; a list joined by ", "; a primitive in invariant culture (bytes as base64); empty for null.
    /// Cost: bounded also for lists that share lists (at most 100,000 elements are joined).
    [[nodiscard]] QString text() const;
    /// B, or the words true/false; also behind an object with such a base value.
    [[nodiscard]] std::optional<bool> toBool() const;
    /// Any integer, also the number of an enum object.
    /// Nothing for a UInt64 above 2^63-1.
    [[nodiscard]] std::optional<qint64> toInt() const;
    [[nodiscard]] std::optional<QByteArray> toBytes() const;
    [[nodiscard]] QDateTime toDateTimeUtc() const; ///< invalid unless a DT (or text that reads as one)
    /// The elements of a list-like object, or of a single value as one element; empty for null.
    [[nodiscard]] QList<Value> toList() const;

    /// Deep; objects by content. Cycle references compare equal to each other.
    friend bool operator==(const Value &a, const Value &b);

private:
    Data m_data;
};

} // namespace kakuin::clixml

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <memory>
#include <variant>

namespace kakuin::clixml::nrbf {

struct Record;
using RecordPtr = std::shared_ptr<const Record>;

/// A member or element: null, a primitive, a text, an array of bytes or of values, or a class. Never an instance.
/// Every integer, TimeSpan and DateTime is its 64 bits; Decimal and Char are text.
struct Value final {
    std::variant<std::monostate, bool, qint64, double, QString, QByteArray, QList<Value>, RecordPtr> data;
};

/// A class with its members by name.
struct Record final {
    QString className;
    QList<std::pair<QString, Value>> members;
    [[nodiscard]] const Value *member(QStringView name) const;
};

/// Bounds; exceeding one is NrbfLimitExceeded.
struct Limits final {
    qsizetype bytes = qsizetype(64) * 1024 * 1024;
    int records = 100'000;
    int membersPerClass = 1'000;
    int depth = 64; ///< of nesting, and of the graph once references are resolved
    int elements = 100'000; ///< of one array of values
    int values = 1'000'000; ///< members and elements of the whole stream
};

/// Reads one NRBF stream into its root record. References are resolved; forward references (usual in .NET) included; a
/// reference cycle is MalformedNrbf.
/// Errors: MalformedNrbf, NrbfUnsupportedRecord, NrbfLimitExceeded; detail: "offset N: reason".
/// Source: MS-NRBF 2.1 to 2.6; record kinds 0, 1, 4, 5, 6, 7, 9, 10, 11, 12, 13, 15.
[[nodiscard]] Result<RecordPtr> read(const QByteArray &stream, const Limits &limits = {});

} // namespace kakuin::clixml::nrbf

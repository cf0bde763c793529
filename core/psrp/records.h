// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/object.h"

namespace kakuin::psrp {

/// An error that a command wrote or ended with. Every text is the server's, in its language.
/// Source: MS-PSRP 2.2.3.15.
struct ErrorRecord final {
    QString message; ///< the text to show: details, else the exception's, else ToString, else the category's
    QString exceptionType; ///< full name, without "Deserialized."; empty when the exception is only text
    QString fullyQualifiedErrorId;
    int category = 0; ///< ErrorCategory: 0 NotSpecified … 31 NotEnabled
    QString activity; ///< the cmdlet
    QString reason; ///< the exception's short type name
    QString targetName;
    QString targetType;
    friend bool operator==(const ErrorRecord &, const ErrorRecord &) = default;
};

/// "InvalidOperation"; the number in digits when PowerShell has no name for it.    Source: enum ErrorCategory
[[nodiscard]] QString categoryName(int category);

/// Tolerant: whatever is missing is empty.
[[nodiscard]] ErrorRecord errorRecordOf(const clixml::Value &value);
/// What servers' decoders accept as an error record.
[[nodiscard]] clixml::Value valueOf(const ErrorRecord &record);

/// Source: MS-PSRP 2.2.5.1.25, ProgressRecord.
struct ProgressRecord final {
    QString activity;
    QString status;
    QString operation;
    int activityId = 0;
    int parentId = -1;
    int percent = -1; ///< -1: not known
    int secondsLeft = -1; ///< -1: not known
    bool isCompleted = false;
    friend bool operator==(const ProgressRecord &, const ProgressRecord &) = default;
};
[[nodiscard]] ProgressRecord progressRecordOf(const clixml::Value &value);

/// Source: InformationRecord, protocol 2.3.
struct InformationRecord final {
    clixml::Value data;
    QString source;
    QDateTime timeUtc;
    QStringList tags;
    friend bool operator==(const InformationRecord &, const InformationRecord &) = default;
};
[[nodiscard]] InformationRecord informationRecordOf(const clixml::Value &value);

/// The text of a warning, verbose or debug record.    Source: MS-PSRP 2.2.3.16
[[nodiscard]] QString informationalTextOf(const clixml::Value &value);

} // namespace kakuin::psrp

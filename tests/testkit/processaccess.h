// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QProcess>

namespace kakuin::testkit {

/// Makes the program that will be started give up the privilege of looking into every process (Linux: CAP_SYS_PTRACE).
/// Without this, root could look into a protected process, and the test would prove nothing.
void dropTracing(QProcess &process);

/// What a process of the same user, without that privilege, may know of the running program.
struct ProcessAccess final {
    bool isReadable = false; ///< its memory, by the rule that ptrace and /proc/PID/mem share
    QByteArray coreLimit; ///< "0 0" where it may write no core dump
};
/// Source: proc(5), "/proc/pid/environ" (ptrace access mode PTRACE_MODE_READ_FSCREDS), "/proc/pid/limits".
[[nodiscard]] ProcessAccess accessTo(qint64 processId);

} // namespace kakuin::testkit

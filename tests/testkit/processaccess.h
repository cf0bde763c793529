// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QProcess>

namespace kakuin::testkit {

/// Makes the program that will be started give up the privilege of looking into every process (Linux: CAP_SYS_PTRACE).
/// Without this, root could look into a protected process, and the test would prove nothing.
void dropTracing(QProcess &process);

/// What a process of the same user, without that privilege, may know of the running program.
struct ProcessAccess final {
    bool isReadable = false; ///< by the rule of ptrace, which also guards the link that is tried: /proc/PID/exe
    QByteArray coreLimit; ///< "0 0" where it may write no core dump
};
/// Source: proc(5), "/proc/pid/exe" (PTRACE_MODE_READ_FSCREDS), "/proc/pid/limits"; ptrace(2), "Ptrace access mode checking".
[[nodiscard]] ProcessAccess accessTo(qint64 processId);

} // namespace kakuin::testkit

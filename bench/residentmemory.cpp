// SPDX-License-Identifier: MIT
#include "bench/residentmemory.h"

#include <QtCore/QFile>

namespace kakuin::bench {

Result<double> residentBytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            ErrorCode::FileUnreadable, file.fileName(), QStringLiteral("resident memory is read on Linux only"));
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() * 1024;
    }
    return fail(ErrorCode::FileUnreadable, file.fileName(), QStringLiteral("no VmRSS"));
}

} // namespace kakuin::bench

// SPDX-License-Identifier: MIT
#include "tests/testkit/processaccess.h"

#include <QtCore/QFile>

#include <linux/capability.h>
#include <sys/prctl.h>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

void dropTracing(QProcess &process)
{
    // refused to who is not root, and not needed there
    process.setChildProcessModifier([] { prctl(PR_CAPBSET_DROP, CAP_SYS_PTRACE, 0, 0, 0); });
}

ProcessAccess accessTo(qint64 processId)
{
    ProcessAccess access;
    QProcess reader;
    dropTracing(reader);
    reader.start(u"readlink"_s, {u"/proc/%1/exe"_s.arg(processId)});
    access.isReadable = reader.waitForFinished() && reader.exitStatus() == QProcess::NormalExit
        && reader.exitCode() == 0 && !reader.readAllStandardOutput().isEmpty();
    QFile limits(u"/proc/%1/limits"_s.arg(processId));
    if (!limits.open(QIODevice::ReadOnly))
        return access;
    const QList<QByteArray> lines = limits.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Max core file size"))
            access.coreLimit = line.sliced(18).simplified().chopped(6); // without "bytes"
    }
    return access;
}

} // namespace kakuin::testkit

// SPDX-License-Identifier: MIT
#include "core/snapshot/archivereader.h"
#include "fuzz/fuzztarget.h"

#include <QtCore/QBuffer>

using namespace kakuin;

void fuzzOne(const QByteArray &data)
{
    snapshot::ArchiveLimits limits;
    limits.entries = 100;
    limits.entryBytes = 1'000'000;
    limits.totalBytes = 4'000'000;
    limits.ratioFreeBytes = 100'000;
    QBuffer buffer;
    buffer.setData(data);
    buffer.open(QIODevice::ReadOnly);
    qint64 bytes = 0;
    snapshot::ArchiveReader(limits).read(
        buffer,
        [&bytes](const snapshot::ArchiveEntry &entry, QIODevice &content) {
            if (entry.name.contains(QLatin1String("../")) || entry.name.startsWith(u'/'))
                qFatal("an entry that leads out of the archive");
            bytes += content.readAll().size();
            return true;
        },
        [](const Error &) {});
    if (bytes > limits.totalBytes + limits.entryBytes)
        qFatal("more than the bounds allow");
}

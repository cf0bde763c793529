// SPDX-License-Identifier: MIT
#include "capturedfiles.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

namespace kakuin::testkit {

QByteArrayList capturedValues(const char *name)
{
    const QDir folder(QStringLiteral(KAKUIN_CAPTURED_DATA "/exchange"));
    const QRegularExpression pattern(QStringLiteral("<BA N=\"%1\">([^<]+)</BA>").arg(QLatin1String(name)));
    QByteArrayList values;
    QSet<QByteArray> seen;
    const QStringList files = folder.entryList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name);
    for (const QString &path : files) {
        QFile file(folder.filePath(path));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        const QString text = QString::fromUtf8(file.readAll());
        auto it = pattern.globalMatch(text);
        while (it.hasNext()) {
            const QByteArray value = QByteArray::fromBase64(it.next().captured(1).toLatin1());
            if (!seen.contains(value))
                values += value;
            seen += value;
        }
    }
    return values;
}

} // namespace kakuin::testkit

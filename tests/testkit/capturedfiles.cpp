// SPDX-License-Identifier: MIT
#include "capturedfiles.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
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

QList<std::pair<QString, QByteArray>> capturedDocuments()
{
    QList<std::pair<QString, QByteArray>> documents;
    const auto content = [](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(path));
        return file.readAll();
    };
    const QDir folder(QStringLiteral(KAKUIN_CAPTURED_DATA "/exchange"));
    for (const QString &name : folder.entryList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name))
        documents.append({name, content(folder.filePath(name))});
    const QString decoded = QStringLiteral(KAKUIN_CAPTURED_DATA "/decoded/clixml-expected.jsonl");
    if (!QFile::exists(decoded))
        return documents;
    int number = 0;
    for (const QByteArray &line : content(decoded).split('\n')) {
        const QJsonObject document = QJsonDocument::fromJson(line).object();
        const QString xml = document[QStringLiteral("xml")].toString();
        if (!xml.isEmpty())
            documents.append(
                {QStringLiteral("message %1, %2").arg(++number).arg(document[QStringLiteral("type")].toString()),
                    xml.toUtf8()});
    }
    return documents;
}

} // namespace kakuin::testkit

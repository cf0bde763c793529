// SPDX-License-Identifier: MIT
#include "recordedsessions.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

namespace kakuin::testkit {
namespace {

using namespace Qt::StringLiterals;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

QStringList filesIn(const char *folder, const QString &pattern)
{
    const QDir dir(capturedPath(folder));
    QStringList paths;
    const QStringList names = dir.entryList({pattern}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (!name.startsWith(u'_')) // a template that documents the format
            paths.append(dir.filePath(name));
    }
    return paths;
}

// A YAML scalar: plain or quoted, perhaps over several lines, which count as one blank each.
QString scalar(const QString &raw)
{
    QString text = raw.trimmed();
    if (text.startsWith(u'\'') && text.endsWith(u'\'') && text.size() > 1)
        return text.sliced(1, text.size() - 2).replace(u"''"_s, u"'"_s);
    if (text.startsWith(u'"') && text.endsWith(u'"') && text.size() > 1)
        return text.sliced(1, text.size() - 2).replace(u"\\\""_s, u"\""_s);
    return text;
}

void takePieces(const QString &soap, bool isFromServer, QList<RecordedPiece> &pieces)
{
    static const QRegularExpression element(
        u"<(?:\\w+:)?(creationXml|connectResponseXml|CommandLine|Arguments|Stream)\\b([^>]*)>([^<]*)"_s);
    static const QRegularExpression commandId(u"CommandId=\"([^\"]+)\""_s);
    static const QRegularExpression name(u"\\bName=\"([^\"]+)\""_s);
    QString command;
    auto it = element.globalMatch(soap);
    while (it.hasNext()) {
        const auto match = it.next();
        const QString id = commandId.match(match.captured(2)).captured(1);
        if (match.captured(1) == u"CommandLine") {
            command = id;
            continue;
        }
        const bool isStream = match.captured(1) == u"Stream";
        RecordedPiece piece;
        piece.isFromServer = isFromServer;
        piece.place = isStream ? name.match(match.captured(2)).captured(1) : match.captured(1);
        piece.command = match.captured(1) == u"Arguments" ? command : id;
        piece.bytes = QByteArray::fromBase64(match.captured(3).toLatin1());
        if (!piece.bytes.isEmpty())
            pieces.append(piece);
    }
}

} // namespace

QString capturedPath(const char *name)
{
    return QStringLiteral(KAKUIN_CAPTURED_DATA "/") + QString::fromLatin1(name);
}

QStringList recordedWinrmFiles()
{
    return filesIn("winrm", u"*.yml"_s);
}

QStringList recordedEngineFiles()
{
    return filesIn("engine", u"*.txt"_s);
}

QList<RecordedExchange> recordedExchanges(const QString &file)
{
    static const QRegularExpression key(u"^(- |  )(request|response|transport_error|\\w+):(.*)$"_s);
    QList<RecordedExchange> exchanges;
    QString *open = nullptr;
    QString raw;
    const auto close = [&] {
        if (open)
            *open = scalar(raw);
        open = nullptr;
        raw.clear();
    };
    const QStringList lines = QString::fromUtf8(contentOf(file)).split(u'\n');
    static const QRegularExpression code(u"\\bcode: (\\d+)"_s);
    for (const QString &line : lines) {
        const auto match = key.match(line);
        if (const auto status = code.match(line); status.hasMatch() && !exchanges.isEmpty() && !open)
            exchanges.last().httpStatus = status.captured(1).toInt();
        if (!match.hasMatch()) {
            raw += u' ' + line.trimmed();
            continue;
        }
        close();
        if (match.captured(1) == u"- ")
            exchanges.append(RecordedExchange());
        if (exchanges.isEmpty())
            continue;
        raw = match.captured(3);
        if (match.captured(2) == u"request")
            open = &exchanges.last().request;
        else if (match.captured(2) == u"response")
            open = &exchanges.last().response;
    }
    close();
    return exchanges;
}

QList<RecordedPiece> recordedWinrmPieces(const QString &file)
{
    QList<RecordedPiece> pieces;
    const QList<RecordedExchange> exchanges = recordedExchanges(file);
    for (const RecordedExchange &exchange : exchanges) {
        takePieces(exchange.request, false, pieces);
        takePieces(exchange.response, true, pieces);
    }
    return pieces;
}

QList<RecordedLine> recordedLines(const QString &file)
{
    QList<RecordedLine> recorded;
    const QByteArrayList lines = contentOf(file).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("C> ") || line.startsWith("S> "))
            recorded.append({line.startsWith('S'), line.sliced(3)});
    }
    return recorded;
}

QList<RecordedPiece> recordedEnginePieces(const QString &file)
{
    static const QRegularExpression data(u"^<Data Stream='(\\w+)' PSGuid='([^']+)'>([^<]*)</Data>$"_s);
    QList<RecordedPiece> pieces;
    const QList<RecordedLine> lines = recordedLines(file);
    for (const RecordedLine &line : lines) {
        const auto match = data.match(QString::fromLatin1(line.line));
        if (!match.hasMatch())
            continue;
        RecordedPiece piece;
        piece.isFromServer = line.isFromServer;
        piece.place = match.captured(1);
        piece.command = QUuid(match.captured(2)).isNull() ? QString() : match.captured(2);
        piece.bytes = QByteArray::fromBase64(match.captured(3).toLatin1());
        pieces.append(piece);
    }
    return pieces;
}

} // namespace kakuin::testkit

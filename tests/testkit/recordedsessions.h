// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QStringList>
#include <QtCore/QUuid>

namespace kakuin::testkit {

/// A piece of PSRP's byte stream in a recorded session, in the order of the recording.
struct RecordedPiece final {
    bool isFromServer = false;
    QString place; ///< "creationXml", "Arguments", "stdin", "pr", "stdout" (WS-Management); "Default", … (stdio)
    QString command; ///< the command's id as the recording spells it; empty for the pool
    QByteArray bytes;
};

/// One exchange of a recorded WS-Management session.
struct RecordedExchange final {
    QString request;
    QString response;
    int httpStatus = 200;
};

/// The recordings of real Windows servers, *.yml; empty where there are none.
[[nodiscard]] QStringList recordedWinrmFiles();
[[nodiscard]] QList<RecordedExchange> recordedExchanges(const QString &file);
/// The pieces inside those exchanges; found by pattern, so that a test of our parsers does not depend on them.
[[nodiscard]] QList<RecordedPiece> recordedWinrmPieces(const QString &file);

/// The recordings of Microsoft's engine over stdio, *.txt.
[[nodiscard]] QStringList recordedEngineFiles();
/// "C> " and "S> " lines without their mark, and which side wrote them.
struct RecordedLine final {
    bool isFromServer = false;
    QByteArray line;
};
[[nodiscard]] QList<RecordedLine> recordedLines(const QString &file);
[[nodiscard]] QList<RecordedPiece> recordedEnginePieces(const QString &file);

/// The path of a captured file, "decoded/psrp-messages.jsonl".
[[nodiscard]] QString capturedPath(const char *name);

} // namespace kakuin::testkit

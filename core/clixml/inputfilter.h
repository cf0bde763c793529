// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QIODevice>
#include <QtCore/QStringConverter>

#include <optional>

namespace kakuin::clixml {

/// Stands between a file and the XML parser and gives it UTF-8 that it can read.
/// Shape:   a sequential device; reads the source in the chunks that the parser asks for (64 bytes or more).
/// Does:    takes the byte order mark away, turns UTF-16 into UTF-8, blanks out the encoding of an XML declaration
///          once it has proved harmless, and rewrites character references that XML forbids but PowerShell writes
///          (&#xFFFE;) as references to U+FFFD of the same length, so that positions stay right. References cut by
///          the end of a chunk wait for the next one. (A CDATA section, which PowerShell never writes, would see its
///          text rewritten too.)
/// Bounds:  ends the stream, and says why in problem(), when the whole or one token of it grows too long: the parser
///          would collect a token of any size in memory before anyone could object.
class InputFilter final : public QIODevice {
    Q_OBJECT
public:
    enum class Problem { None, SourceFailed, UnsupportedEncoding, DocumentTooLong, TokenTooLong };

    InputFilter(QIODevice &source, qint64 maxDocumentBytes, qint64 maxTokenBytes);

    [[nodiscard]] Problem problem() const { return m_problem; }
    [[nodiscard]] QString sourceError() const { return m_source.errorString(); }
    void startToken() { m_tokenBytes = 0; }
    /// A place in the source; line and column begin with 1, a column is a character.
    struct Place final {
        qint64 line = 1;
        qint64 column = 1;
        friend bool operator==(const Place &, const Place &) = default;
    };
    /// The first bytes of the last read that are no UTF-8; empty: there are none. A character that the end of the read cuts
    /// is none; one that began in the read before is taken with it.
    [[nodiscard]] std::optional<Place> firstBadBytes() const;
    /// Where an encoding is declared that is not read; empty where problem() is another.
    [[nodiscard]] std::optional<Place> declaredAt() const { return m_declaredAt; }
    /// How many lines before the XML were taken away.
    [[nodiscard]] qint64 linesTakenAway() const { return m_linesTakenAway; }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    void begin();
    void detectEncoding(QByteArray &head);
    void checkDeclaration(QByteArray &head);
    [[nodiscard]] qint64 take(char *data, qint64 maxSize);
    [[nodiscard]] qint64 filtered(char *data, qint64 size);
    [[nodiscard]] QByteArray readSource(qint64 maxSize);
    void keepLastChunk(const char *data, qint64 size);

    QIODevice &m_source;
    qint64 m_maxDocumentBytes;
    qint64 m_maxTokenBytes;
    qint64 m_documentBytes = 0;
    qint64 m_tokenBytes = 0;
    Problem m_problem = Problem::None;
    bool m_hasBegun = false;
    bool m_isAtEnd = false;
    QStringDecoder m_fromUtf16; // valid only for UTF-16 input
    QStringEncoder m_toUtf8;
    QByteArray m_waiting; // UTF-8 that goes out before anything new
    QByteArray m_lastChunk;
    QByteArray m_cutCharacter; // bytes of the chunk before that belong to the first character of the last one
    Place m_lastChunkAt;
    std::optional<Place> m_declaredAt;
    qint64 m_linesTakenAway = 0;
};

} // namespace kakuin::clixml

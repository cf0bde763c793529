// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QUuid>

#include <chrono>
#include <functional>

class QXmlStreamWriter;

namespace kakuin::remote {

/// What all requests of one session have in common.
struct WsmanSessionFacts final {
    QString url; ///< as it is posted to
    QString resourceUri = QStringLiteral("http://schemas.microsoft.com/powershell/Microsoft.Exchange");
    QString locale = QStringLiteral("en-US"); ///< language of prompts and errors
    QString dataLocale = QStringLiteral("en-US"); ///< numbers and dates inside texts: stays, so that they can be read
    QUuid sessionId;
    int maxEnvelopeBytes = 153600; ///< of an answer, and of our requests
};

/// Ends a command, or stops what it runs. The second is misspelt on purpose: servers compare exactly these letters.
enum class WsmanSignal { Terminate, StopPipeline };

/// The envelopes of a remote shell, as text.
/// Shape:  UTF-8 without declaration; ids in upper case, as recorded clients write them. Each function takes the new
///         message's id; the answer names it.
/// Source: MS-WSMV 3.1.4; DSP0226; recorded sessions.
class WsmanRequest final {
public:
    explicit WsmanRequest(WsmanSessionFacts facts);

    [[nodiscard]] const WsmanSessionFacts &facts() const { return m_facts; }
    void setMaxEnvelopeBytes(int bytes) { m_facts.maxEnvelopeBytes = bytes; }

    [[nodiscard]] QByteArray create(const QUuid &message, const QUuid &shell, const QByteArray &fragments) const;
    [[nodiscard]] QByteArray command(
        const QUuid &message, const QString &shell, const QUuid &command, const QByteArray &fragments) const;
    /// To the pool when `command` is empty. Answers to questions go on stream "pr".
    [[nodiscard]] QByteArray send(const QUuid &message, const QString &shell, const QString &command,
        bool isPromptResponse, const QByteArray &fragments) const;
    [[nodiscard]] QByteArray receive(const QUuid &message, const QString &shell, const QString &command) const;
    [[nodiscard]] QByteArray signal(
        const QUuid &message, const QString &shell, const QString &command, WsmanSignal signal) const;
    [[nodiscard]] QByteArray remove(const QUuid &message, const QString &shell) const;

    /// How many bytes of fragments fit into a request that has `emptyBytes` without them: base64 makes four of three.
    [[nodiscard]] qsizetype payloadBytes(qsizetype emptyBytes) const;

    static constexpr std::chrono::seconds receiveTimeout{20}; ///< of a silent wait
    static constexpr std::chrono::seconds openTimeout{180}; ///< Exchange's first answer may take tens of seconds
    static constexpr std::chrono::seconds controlTimeout{60};

private:
    struct Header;
    [[nodiscard]] QByteArray envelope(const Header &header, const std::function<void(QXmlStreamWriter &)> &body) const;

    WsmanSessionFacts m_facts;
};

} // namespace kakuin::remote

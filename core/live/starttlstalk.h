// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/livereading.h"

namespace kakuin::live {

/// What is said in clear before TLS begins on a port of SMTP, IMAP or POP: greeting, STARTTLS, yes or no. Without I/O.
/// Shape:   feed() what came, send takeOutgoing(), until it is ReadyForTls or Ended. Who is ReadyForTls has not one
///          byte left over: what a server, or somebody in between, sends in clear behind its yes would be taken for
///          something that came encrypted, so that is refused.
/// Errors:  error() of Ended: ServiceForeign (it speaks something else, answers before it is asked, never ends a line
///          or a greeting), ServiceUnavailable (it speaks it and refuses, or offers no TLS), TlsFailed (more behind
///          the yes). Its detail is what was said.
/// Source:  RFC 3207, RFC 3501 6.2.1, RFC 2595 4.
class StartTlsTalk final {
public:
    enum class State { Talking, ReadyForTls, Ended };
    static constexpr qsizetype mostLineBytes = 4096;
    static constexpr qsizetype mostBytes = 65536;

    /// Of Smtp, Imap or Pop.
    explicit StartTlsTalk(domain::LiveService service);

    State feed(const QByteArray &bytes);
    [[nodiscard]] QByteArray takeOutgoing() { return std::exchange(m_outgoing, {}); }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    /// What takes leave of a service, inside TLS; empty where TLS is all there is.
    [[nodiscard]] static QByteArray lastWord(domain::LiveService service);

private:
    enum class Phase { Greeting, Capabilities, StartTls };
    void takeLine(const QByteArray &line);
    void takeSmtpLine(const QByteArray &line);
    void takeSmtpReply(int code);
    void takeImapLine(const QByteArray &line);
    void takePopLine(const QByteArray &line);
    void say(const QByteArray &command, Phase next);
    void becomeReady();
    void end(ErrorCode code, const QByteArray &said);

    domain::LiveService m_service;
    State m_state = State::Talking;
    Phase m_phase = Phase::Greeting;
    QByteArray m_buffer;
    QByteArray m_outgoing;
    qsizetype m_bytes = 0;
    int m_replyCode = 0; ///< of SMTP's reply under way
    int m_replyLines = 0;
    bool m_offersTls = false;
    Error m_error;
};

} // namespace kakuin::live

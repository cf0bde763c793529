// SPDX-License-Identifier: MIT
#include "core/live/starttlstalk.h"

namespace kakuin::live {

using domain::LiveService;

namespace {

constexpr qsizetype longestQuote = 200;
// A name that belongs to nobody: the server needs one, and it is not told whose computer asks.
constexpr char hello[] = "EHLO kakuin.invalid\r\n";
constexpr char imapTag[] = "K1";

bool startsWith(const QByteArray &line, const char *word)
{
    const auto length = static_cast<qsizetype>(qstrlen(word));
    return line.left(length).compare(word, Qt::CaseInsensitive) == 0
        && (line.size() == length || line.at(length) == ' ');
}

int replyCode(const QByteArray &line)
{
    if (line.size() < 3 || (line.size() > 3 && line.at(3) != ' ' && line.at(3) != '-'))
        return 0;
    int code = 0;
    for (const char c : line.left(3)) {
        if (c < '0' || c > '9')
            return 0;
        code = code * 10 + (c - '0');
    }
    return code;
}

} // namespace

StartTlsTalk::StartTlsTalk(LiveService service)
    : m_service(service)
{
    Q_ASSERT(service == LiveService::Smtp || service == LiveService::Imap || service == LiveService::Pop);
}

StartTlsTalk::State StartTlsTalk::feed(const QByteArray &bytes)
{
    m_bytes += bytes.size();
    m_buffer += bytes;
    while (m_state == State::Talking) {
        if (m_bytes > mostBytes) {
            end(ErrorCode::ServiceForeign, "more than a greeting");
            break;
        }
        const qsizetype lineEnd = m_buffer.indexOf('\n');
        if ((lineEnd < 0 ? m_buffer.size() : lineEnd) > mostLineBytes) {
            end(ErrorCode::ServiceForeign, "a line without an end");
            break;
        }
        if (lineEnd < 0)
            break;
        QByteArray line = m_buffer.left(lineEnd);
        m_buffer.remove(0, lineEnd + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        takeLine(line);
    }
    if (m_state != State::Talking)
        m_buffer.clear();
    return m_state;
}

void StartTlsTalk::takeLine(const QByteArray &line)
{
    switch (m_service) {
    case LiveService::Smtp:
        return takeSmtpLine(line);
    case LiveService::Imap:
        return takeImapLine(line);
    case LiveService::Pop:
        return takePopLine(line);
    case LiveService::FrontEnd:
    case LiveService::BackEnd:
    case LiveService::WmSvc:
        break;
    }
    end(ErrorCode::Internal, {});
}

void StartTlsTalk::takeSmtpLine(const QByteArray &line)
{
    const int code = replyCode(line);
    if (code == 0 || (m_replyCode != 0 && code != m_replyCode)) {
        end(ErrorCode::ServiceForeign, line);
        return;
    }
    m_replyCode = code;
    // the first line of the answer to EHLO is the server's name
    if (m_phase == Phase::Capabilities && m_replyLines > 0 && startsWith(line.mid(4).trimmed(), "STARTTLS"))
        m_offersTls = true;
    ++m_replyLines;
    if (line.size() > 3 && line.at(3) == '-')
        return;
    if (code >= 400) {
        end(ErrorCode::ServiceUnavailable, line);
        return;
    }
    takeSmtpReply(code);
}

void StartTlsTalk::takeSmtpReply(int code)
{
    m_replyCode = 0;
    m_replyLines = 0;
    if (m_phase == Phase::Greeting && code == 220)
        say(hello, Phase::Capabilities);
    else if (m_phase == Phase::Capabilities && code == 250 && m_offersTls)
        say("STARTTLS\r\n", Phase::StartTls);
    else if (m_phase == Phase::Capabilities && code == 250)
        end(ErrorCode::ServiceUnavailable, "STARTTLS not offered");
    else if (m_phase == Phase::StartTls && code == 220)
        becomeReady();
    else
        end(ErrorCode::ServiceForeign, QByteArray::number(code));
}

void StartTlsTalk::takeImapLine(const QByteArray &line)
{
    const bool isUntagged = line.startsWith("* ");
    const QByteArray rest = isUntagged ? line.mid(2) : line.mid(static_cast<qsizetype>(qstrlen(imapTag)) + 1);
    if (isUntagged && (startsWith(rest, "BYE") || startsWith(rest, "PREAUTH"))) {
        end(ErrorCode::ServiceUnavailable, line); // who is signed in already cannot begin TLS any more
    } else if (m_phase == Phase::Greeting) {
        if (isUntagged && startsWith(rest, "OK"))
            say(QByteArray(imapTag) + " STARTTLS\r\n", Phase::StartTls);
        else
            end(ErrorCode::ServiceForeign, line);
    } else if (isUntagged) {
        return; // a server may add capabilities and alerts to any answer
    } else if (!startsWith(line, imapTag)) {
        end(ErrorCode::ServiceForeign, line);
    } else if (startsWith(rest, "OK")) {
        becomeReady();
    } else {
        end(startsWith(rest, "NO") || startsWith(rest, "BAD") ? ErrorCode::ServiceUnavailable
                                                              : ErrorCode::ServiceForeign,
            line);
    }
}

void StartTlsTalk::takePopLine(const QByteArray &line)
{
    if (startsWith(line, "-ERR"))
        end(ErrorCode::ServiceUnavailable, line);
    else if (!startsWith(line, "+OK"))
        end(ErrorCode::ServiceForeign, line);
    else if (m_phase == Phase::Greeting)
        say("STLS\r\n", Phase::StartTls);
    else
        becomeReady();
}

void StartTlsTalk::say(const QByteArray &command, Phase next)
{
    if (!m_buffer.isEmpty()) {
        end(ErrorCode::ServiceForeign, "an answer before the question");
        return;
    }
    m_outgoing += command;
    m_phase = next;
}

void StartTlsTalk::becomeReady()
{
    if (m_buffer.isEmpty())
        m_state = State::ReadyForTls;
    else
        end(ErrorCode::TlsFailed, "plain text behind the answer to STARTTLS");
}

void StartTlsTalk::end(ErrorCode code, const QByteArray &said)
{
    m_state = State::Ended;
    m_outgoing.clear();
    m_error = {code, {}, QString::fromLatin1(said.left(longestQuote))};
}

QByteArray StartTlsTalk::lastWord(LiveService service)
{
    switch (service) {
    case LiveService::Smtp:
    case LiveService::Pop:
        return "QUIT\r\n";
    case LiveService::Imap:
        return "K2 LOGOUT\r\n";
    case LiveService::FrontEnd:
    case LiveService::BackEnd:
    case LiveService::WmSvc:
        break;
    }
    return {};
}

} // namespace kakuin::live

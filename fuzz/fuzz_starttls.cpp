// SPDX-License-Identifier: MIT
#include "core/live/starttlstalk.h"
#include "fuzz/fuzztarget.h"

#include <algorithm>

using namespace kakuin;
using domain::LiveService;
using live::StartTlsTalk;
using State = StartTlsTalk::State;

// The first byte chooses the protocol; a NUL ends a piece of what the server says.
void fuzzOne(const QByteArray &data)
{
    if (data.isEmpty())
        return;
    constexpr LiveService services[] = {LiveService::Smtp, LiveService::Imap, LiveService::Pop};
    constexpr const char *commands[] = {"EHLO kakuin.invalid\r\n", "STARTTLS\r\n", "K1 STARTTLS\r\n", "STLS\r\n"};
    StartTlsTalk talk(services[static_cast<unsigned char>(data.front()) % 3]);
    int said = 0;
    bool isReady = false;
    for (const QByteArray &piece : data.mid(1).split('\0')) {
        const State before = talk.state();
        const State after = talk.feed(piece);
        const QByteArray outgoing = talk.takeOutgoing();
        if (before != State::Talking && (after != before || !outgoing.isEmpty()))
            qFatal("it goes on behind its end");
        if (!outgoing.isEmpty() && ++said > 2)
            qFatal("it says more than it has to say");
        if (!outgoing.isEmpty()
            && std::none_of(std::begin(commands), std::end(commands), [&](const char *one) { return outgoing == one; }))
            qFatal("it says something else");
        if (after == State::ReadyForTls && !isReady && !piece.endsWith('\n'))
            qFatal("ready with bytes left over");
        isReady = isReady || after == State::ReadyForTls;
        if (after == State::Ended && talk.error().code == ErrorCode::Internal)
            qFatal("an end without a reason");
        if (talk.error().detail.size() > 200)
            qFatal("a detail without a bound");
    }
    if (isReady && said == 0)
        qFatal("ready without having asked");
    if (talk.state() == State::Talking && data.size() > 2 * StartTlsTalk::mostBytes)
        qFatal("no end");
}

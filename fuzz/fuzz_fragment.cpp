// SPDX-License-Identifier: MIT
#include "core/psrp/defragmenter.h"
#include "fuzz/fuzztarget.h"

using namespace kakuin;
using namespace kakuin::psrp;

namespace {

struct Outcome final {
    QByteArrayList messages;
    QString problem;
    bool isBetween = false;
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

void drain(Defragmenter &defragmenter, Outcome &outcome)
{
    while (outcome.problem.isEmpty()) {
        const auto next = defragmenter.next();
        if (!next)
            outcome.problem = next.error().detail;
        else if (*next)
            outcome.messages.append(**next);
        else
            break;
    }
    outcome.isBetween = defragmenter.isBetweenMessages();
}

} // namespace

// However the transport cuts a stream, it means the same; and what it meant can be cut again.
void fuzzOne(const QByteArray &data)
{
    const WireLimits limits{4096, 1024};
    const qsizetype step = data.isEmpty() ? 1 : 1 + (static_cast<quint8>(data.front()) % 64);
    const QByteArray stream = data.mid(1);
    Outcome whole;
    Defragmenter atOnce(limits);
    atOnce.append(stream);
    drain(atOnce, whole);
    Outcome pieces;
    Defragmenter inPieces(limits);
    drain(inPieces, pieces);
    for (qsizetype at = 0; at < stream.size(); at += step) {
        inPieces.append(stream.mid(at, step));
        drain(inPieces, pieces);
    }
    if (whole != pieces)
        qFatal("cut by %lld, the same stream means something else", static_cast<long long>(step));
    inPieces.append(stream);
    if (!pieces.problem.isEmpty() && inPieces.next())
        qFatal("a stream out of step is trusted again");

    FragmentQueue queue;
    quint64 object = 0;
    for (const QByteArray &message : std::as_const(whole.messages)) {
        if (message.isEmpty() || message.size() > limits.messageBytes)
            qFatal("a message of %lld bytes", static_cast<long long>(message.size()));
        queue.enqueue(++object, message);
    }
    Outcome again;
    Defragmenter back(limits);
    while (!queue.isEmpty()) {
        back.append(queue.take(fragmentHeaderBytes + step));
        drain(back, again);
    }
    if (again.messages != whole.messages || !again.problem.isEmpty())
        qFatal("messages that were cut do not come back: %s", qPrintable(again.problem));
}

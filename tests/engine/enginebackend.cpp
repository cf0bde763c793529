// SPDX-License-Identifier: MIT
#include "enginebackend.h"

#include "core/psrp/fragment.h"
#include "core/psrp/message.h"
#include "enginesession.h"

namespace kakuin::testkit {

using remote::OutOfProcPacket;
using PacketKind = OutOfProcPacket::Kind;

EngineBackend::EngineBackend(const QStringList &scripts)
{
    const auto command = EngineSession::command(scripts);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &EngineBackend::readLines);
    m_process.start(command.program, command.arguments);
}

EngineBackend::~EngineBackend()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

Result<void> EngineBackend::receive(const QUuid &channel, const QByteArray &bytes)
{
    if (!channel.isNull() && !m_channels.contains(channel))
        m_channels[channel].packets.enqueue({PacketKind::Command, channel, false, {}});
    enqueue(channel, bytes, false);
    return {};
}

// The answer's message says which pipeline it is for.
Result<void> EngineBackend::receiveAnswer(const QByteArray &bytes)
{
    return psrp::decodeMessage(bytes.mid(psrp::fragmentHeaderBytes)).transform([&](const psrp::Message &message) {
        enqueue(message.pipeline, bytes, true);
    });
}

void EngineBackend::enqueue(const QUuid &channel, const QByteArray &bytes, bool isAnswer)
{
    m_channels[channel].packets.enqueue({PacketKind::Data, channel, isAnswer, bytes});
    sendNext(channel);
}

void EngineBackend::sendNext(const QUuid &id)
{
    Channel &channel = m_channels[id];
    if (channel.isWaiting || channel.packets.isEmpty())
        return;
    const OutOfProcPacket packet = channel.packets.dequeue();
    channel.isWaiting = true;
    m_process.write(remote::packetLine(packet));
    if (packet.kind == PacketKind::Close)
        m_channels.remove(id);
}

void EngineBackend::readLines()
{
    while (m_process.canReadLine()) {
        const auto packet = remote::parsePacket(m_process.readLine());
        if (!packet) {
            qWarning("the engine wrote no packet: %s", qPrintable(packet.error().detail));
            continue;
        }
        const auto channel = m_channels.find(packet->id);
        if (channel == m_channels.end())
            continue; // it has been closed
        if (packet->kind == PacketKind::Data) {
            channel->arrived += packet->data;
        } else if (packet->kind == PacketKind::DataAck || packet->kind == PacketKind::CommandAck
            || packet->kind == PacketKind::SignalAck) {
            channel->isWaiting = false;
            sendNext(packet->id);
        }
    }
    Q_EMIT talked();
}

QByteArray EngineBackend::nextChunk(const QUuid &channel, qsizetype maxBytes)
{
    QByteArray &arrived = m_channels[channel].arrived;
    const QByteArray chunk = arrived.left(maxBytes);
    arrived.remove(0, chunk.size());
    return chunk;
}

// Both in their turn: what the engine gets at the same time it handles in any order, and a stop that overtakes the
// pipeline itself stops nothing.
void EngineBackend::stop(const QUuid &pipeline)
{
    m_channels[pipeline].packets.enqueue({PacketKind::Signal, pipeline, false, {}});
    sendNext(pipeline);
}

void EngineBackend::forget(const QUuid &pipeline)
{
    Channel &channel = m_channels[pipeline];
    channel.packets = {};
    channel.packets.enqueue({PacketKind::Close, pipeline, false, {}});
    sendNext(pipeline);
}

} // namespace kakuin::testkit

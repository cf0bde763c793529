// SPDX-License-Identifier: MIT
#include "enginebackend.h"

#include "core/psrp/fragment.h"
#include "core/psrp/message.h"
#include "enginesession.h"

namespace kakuin::testkit {

using remote::OutOfProcPacket;
using Kind = OutOfProcPacket::Kind;

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
        m_channels[channel].packets.enqueue({Kind::Command, channel, false, {}});
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
    m_channels[channel].packets.enqueue({Kind::Data, channel, isAnswer, bytes});
    sendNext(channel);
}

void EngineBackend::sendNext(const QUuid &id)
{
    Channel &channel = m_channels[id];
    if (channel.isWaiting || channel.packets.isEmpty())
        return;
    channel.isWaiting = true;
    m_process.write(remote::packetLine(channel.packets.dequeue()));
}

void EngineBackend::readLines()
{
    while (m_process.canReadLine()) {
        const auto packet = remote::parsePacket(m_process.readLine());
        if (!packet) {
            qWarning("the engine wrote no packet: %s", qPrintable(packet.error().detail));
        } else if (packet->kind == Kind::Data) {
            m_channels[packet->id].arrived += packet->data;
        } else if (packet->kind == Kind::DataAck || packet->kind == Kind::CommandAck
            || packet->kind == Kind::SignalAck) {
            m_channels[packet->id].isWaiting = false;
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

void EngineBackend::stop(const QUuid &pipeline)
{
    // in its turn: a stop that overtakes the pipeline itself stops nothing
    m_channels[pipeline].packets.enqueue({Kind::Signal, pipeline, false, {}});
    sendNext(pipeline);
}

void EngineBackend::forget(const QUuid &pipeline)
{
    m_channels.remove(pipeline);
    m_process.write(remote::packetLine({Kind::Close, pipeline, false, {}}));
}

} // namespace kakuin::testkit

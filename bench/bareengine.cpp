// SPDX-License-Identifier: MIT
#include "bench/bareengine.h"

#include "core/clixml/writer.h"
#include "core/remote/outofprocpacket.h"

namespace kakuin::bench {

using namespace Qt::StringLiterals;
using psrp::MessageType;
using remote::OutOfProcPacket;

namespace {

constexpr int patienceMs = 60'000;
constexpr qsizetype chunkBytes = 32768;

QByteArray packet(OutOfProcPacket::Kind kind, const QUuid &id)
{
    return remote::packetLine({kind, id, false, {}});
}

} // namespace

BareEngine::~BareEngine()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patienceMs))
        m_process.kill();
}

Result<void> BareEngine::start(const QString &program, const QStringList &arguments)
{
    m_process.start(program, arguments);
    if (!m_process.waitForStarted())
        return fail(ErrorCode::FileNotFound, program, m_process.errorString());
    const auto capability = clixml::writeMessage(psrp::sessionCapabilityBody());
    const auto init = clixml::writeMessage(psrp::initRunspacePoolBody(1, 1));
    if (!capability || !init)
        return fail(ErrorCode::Internal);
    send({}, MessageType::SessionCapability, *capability);
    if (const auto taken = waitFor("<DataAck"); !taken)
        return taken;
    send({}, MessageType::InitRunspacePool, *init);
    return waitFor("<Data ", "\"RunspaceState\">2<");
}

Result<void> BareEngine::run(const QString &script)
{
    static const auto body = psrp::createPipelineBody({{psrp::Command{script, true, {}, {}}}, false}, nullptr)
                                 .and_then([](const clixml::Value &value) { return clixml::writeMessage(value); });
    if (!body)
        return tl::unexpected<Error>(body.error());
    const QUuid id = QUuid::createUuid();
    m_process.write(packet(OutOfProcPacket::Kind::Command, id));
    if (const auto taken = waitFor("<CommandAck"); !taken)
        return taken;
    send(id, MessageType::CreatePipeline, *body);
    if (const auto ended = waitFor("<Data ", "\"PipelineState\">4<"); !ended)
        return ended;
    m_process.write(packet(OutOfProcPacket::Kind::Close, id));
    return waitFor("<CloseAck");
}

void BareEngine::send(const QUuid &id, MessageType type, const QByteArray &data)
{
    psrp::FragmentQueue queue;
    queue.enqueue(++m_lastObject, psrp::encodeMessage({psrp::Destination::Server, type, m_pool, id, data}));
    while (!queue.isEmpty())
        m_process.write(remote::packetLine({OutOfProcPacket::Kind::Data, id, false, queue.take(chunkBytes)}));
}

Result<void> BareEngine::waitFor(const QByteArray &packet, const QByteArray &content)
{
    while (true) {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(patienceMs))
                return fail(ErrorCode::ConnectionLost, {}, QString::fromLatin1(packet));
        }
        const QByteArray line = m_process.readLine();
        if (!line.startsWith(packet))
            continue;
        const qsizetype begin = line.indexOf('>') + 1;
        if (content.isEmpty()
            || QByteArray::fromBase64(line.mid(begin, line.lastIndexOf("</") - begin)).contains(content))
            return {};
    }
}

} // namespace kakuin::bench

// SPDX-License-Identifier: MIT
#include "labserver/hostileserver.h"

#include <algorithm>

namespace kakuin::labserver {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

constexpr qsizetype floodBlobBytes = 32'000;
constexpr qsizetype largestPieceBytes = 1'000'000; // so that no fragment is longer than clients take

Value commandNamed(const QString &name)
{
    return ObjectBuilder(QStringList{u"System.Management.Automation.FunctionInfo"_s, u"System.Object"_s})
        .toString(name)
        .adapted(u"Name"_s, Value(name))
        .build();
}

} // namespace

Result<void> HostileServer::receive(const QUuid &channel, const QByteArray &bytes)
{
    const auto received = m_psrp.receive(channel, bytes);
    while (const auto request = m_psrp.nextRequest()) {
        if (const auto *asked = std::get_if<PsrpServer::PipelineRequested>(&*request))
            begin(*asked);
        else if (const auto *answer = std::get_if<PsrpServer::CallAnswered>(&*request))
            m_answers.append(*answer);
    }
    Q_EMIT talked();
    return received;
}

Result<void> HostileServer::receiveAnswer(const QByteArray &bytes)
{
    return receive(QUuid::createUuid(), bytes);
}

void HostileServer::begin(const PsrpServer::PipelineRequested &asked)
{
    const psrp::Command &command = asked.request.commands.constFirst();
    m_newest = asked.pipeline;
    if (command.text == u"Get-Command") {
        const auto *names = std::get_if<Value>(&command.parameters.constFirst().value);
        const QList<Value> list = names ? names->toList() : QList<Value>();
        for (const Value &name : list)
            m_psrp.sendOutput(asked.pipeline, commandNamed(name.text()));
        end(asked.pipeline);
        return;
    }
    ++m_runs[command.text];
    if (const Attack attack = m_attacks.value(command.text))
        attack(*this, asked.pipeline);
    else
        end(asked.pipeline);
}

void HostileServer::send(const QUuid &channel, psrp::MessageType type, const QByteArray &document)
{
    m_psrp.sendRaw(channel, type, channel, document);
    Q_EMIT talked();
}

void HostileServer::ask(
    const QUuid &pipeline, const psrp::ChoiceRequest &question, qint64 call, const std::optional<QUuid> &channel)
{
    m_psrp.sendChoice(pipeline, call, question, channel);
    Q_EMIT talked();
}

void HostileServer::end(const QUuid &pipeline, psrp::PipelineState state)
{
    m_psrp.sendState(pipeline, state);
    Q_EMIT talked();
}

void HostileServer::flood(const QUuid &pipeline, psrp::MessageType type, const QByteArray &document)
{
    const psrp::Message message{psrp::Destination::Client, type, {}, pipeline, document};
    m_floods.insert(pipeline, {psrp::encodeMessage(message), false, 0});
    Q_EMIT talked();
}

void HostileServer::floodFragments(const QUuid &pipeline, psrp::MessageType type)
{
    const psrp::Message message{psrp::Destination::Client, type, {}, pipeline, "<S>"};
    m_floods.insert(pipeline, {psrp::encodeMessage(message), true, 0});
    Q_EMIT talked();
}

QByteArray HostileServer::nextOf(Flood &flood, qsizetype bytes)
{
    QByteArray chunk;
    chunk.reserve(bytes + flood.message.size());
    while (chunk.size() < bytes) {
        if (flood.isOneMessage) {
            const QByteArray blob = flood.fragments == 0 ? flood.message : QByteArray(floodBlobBytes, 'x');
            const psrp::FragmentHeader header{
                m_lastObjectId, flood.fragments, flood.fragments == 0, false, static_cast<quint32>(blob.size())};
            chunk += psrp::writeFragmentHeader(header) + blob;
            ++flood.fragments;
            continue;
        }
        psrp::FragmentQueue queue;
        queue.enqueue(++m_lastObjectId, flood.message);
        while (!queue.isEmpty())
            chunk += queue.take(psrp::fragmentHeaderBytes + floodBlobBytes);
    }
    m_floodedBytes += chunk.size();
    return chunk;
}

QByteArray HostileServer::nextChunk(const QUuid &channel, qsizetype maxBytes)
{
    QByteArray chunk;
    for (QByteArray piece; chunk.size() < maxBytes; chunk += piece) {
        piece = m_psrp.nextChunk(channel, std::min(maxBytes - chunk.size(), largestPieceBytes));
        if (piece.isEmpty())
            break;
    }
    const auto flood = m_floods.find(channel);
    return chunk.isEmpty() && flood != m_floods.end() ? nextOf(*flood, maxBytes) : chunk;
}

void HostileServer::stop(const QUuid &pipeline)
{
    ++m_stops;
    if (!m_ignoresStops && !m_floods.contains(pipeline))
        end(pipeline, psrp::PipelineState::Stopped);
}

void HostileServer::forget(const QUuid &pipeline)
{
    m_floods.remove(pipeline);
    m_psrp.forget(pipeline);
}

} // namespace kakuin::labserver

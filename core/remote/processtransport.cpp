// SPDX-License-Identifier: MIT
#include "core/remote/processtransport.h"

#include "core/remote/pendingshutdowns.h"

#include "core/base/untrustedtext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLoggingCategory>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace kakuin::remote {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using PacketKind = OutOfProcPacket::Kind;
using Stream = psrp::RunspacePool::Stream;

namespace {

Q_LOGGING_CATEGORY(processLog, "kakuin.remote.process", QtWarningMsg)

constexpr qsizetype chunkBytes = 32768; // what PowerShell itself sends in one line
constexpr qsizetype lineBytes = qsizetype{1024} * 1024;
constexpr qsizetype skippableBytes = qsizetype{64} * 1024;
constexpr qsizetype keptErrorBytes = 4096;
constexpr auto endingPatience = 10s; // for a session that was asked to close, then for a program whose input has ended

// Lets a program end whose transport is gone; no other object waits for it.
void letEnd(QProcess *process)
{
    process->disconnect();
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    PendingShutdowns::instance().add(process);
    process->setParent(QCoreApplication::instance()); // at the latest, it is killed with the application
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    // a program whose output nobody reads may never come to the end of its input
    QObject::connect(process, &QProcess::readyReadStandardOutput, process, [process] { (void)process->readAll(); });
    process->closeWriteChannel();
    QTimer::singleShot(endingPatience, process, &QProcess::kill);
}

} // namespace

ProcessTransport::ProcessTransport(Command command, psrp::RunspacePool &pool, QObject *parent)
    : Transport(pool, parent)
    , m_command(std::move(command))
    , m_process(new QProcess(this))
{
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &ProcessTransport::readLines);
    connect(m_process, &QProcess::readyReadStandardError, this, &ProcessTransport::keepErrors);
    connect(m_process, &QProcess::finished, this, &ProcessTransport::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(ErrorCode::ProgramNotStarted, m_process->errorString());
        else if (error == QProcess::WriteError)
            m_process->kill(); // it does not listen any more: its end, with what it said last, is what is reported
    });
}

ProcessTransport::~ProcessTransport()
{
    letEnd(m_process);
}

void ProcessTransport::start()
{
    m_state = State::Running;
    Channel ofThePool;
    ofThePool.isReady = true;
    m_channels.insert(QUuid(), ofThePool);
    m_process->start(m_command.program, m_command.arguments);
    pump();
}

void ProcessTransport::pump()
{
    if (m_state != State::Running)
        return;
    for (auto it = m_channels.begin(); it != m_channels.end(); ++it)
        sendNext(it.key(), it.value());
}

// One line of a channel after the other, because the other end handles those that come together in any order: a stop
// that overtook the pipeline would stop nothing, and an answer that overtook the stop would let the pipeline go on.
void ProcessTransport::sendNext(const QUuid &id, Channel &channel)
{
    if (!channel.isReady || channel.isWaiting || channel.isClosing)
        return;
    if (channel.wantsEnd) {
        channel.isClosing = true;
        write(PacketKind::Close, id);
        return;
    }
    if (std::exchange(channel.wantsStop, false)) {
        channel.isWaiting = true;
        write(PacketKind::Signal, id);
        return;
    }
    for (const Stream stream : {Stream::PromptResponse, Stream::Default}) {
        if (!pool().hasOutgoing(id, stream))
            continue;
        OutOfProcPacket packet;
        packet.id = id;
        packet.isPromptResponse = stream == Stream::PromptResponse;
        packet.data = pool().nextChunk(id, stream, chunkBytes);
        channel.isWaiting = true;
        channel.hasSent = true;
        m_process->write(packetLine(packet));
        return;
    }
}

void ProcessTransport::write(PacketKind kind, const QUuid &id)
{
    if (m_state == State::Running || m_state == State::Closing)
        m_process->write(packetLine({kind, id, false, {}}));
}

void ProcessTransport::openPipeline(const QUuid &pipeline)
{
    m_channels.insert(pipeline, Channel());
    write(PacketKind::Command, pipeline);
}

void ProcessTransport::stopPipeline(const QUuid &pipeline)
{
    if (const auto channel = m_channels.find(pipeline); channel != m_channels.end()) {
        channel->wantsStop = true;
        sendNext(pipeline, *channel);
    }
}

void ProcessTransport::closePipeline(const QUuid &pipeline)
{
    if (const auto channel = m_channels.find(pipeline); channel != m_channels.end()) {
        channel->wantsEnd = true;
        sendNext(pipeline, *channel);
    }
}

void ProcessTransport::close()
{
    if (m_state == State::Closing || m_state == State::Ended)
        return;
    if (m_state == State::NotStarted || m_process->state() == QProcess::NotRunning) {
        m_state = State::Ended;
        Q_EMIT closed();
        return;
    }
    // the session's own acknowledgement comes only when every pipeline has been closed
    for (auto it = m_channels.begin(); it != m_channels.end(); ++it) {
        if (!it.key().isNull() && !std::exchange(it->isClosing, true))
            write(PacketKind::Close, it.key());
    }
    write(PacketKind::Close, {});
    m_state = State::Closing;
    QTimer::singleShot(endingPatience, this, [this] {
        if (m_state == State::Closing)
            m_process->kill();
    });
}

bool ProcessTransport::hasSent(const QUuid &pipeline) const
{
    return m_channels.value(pipeline).hasSent;
}

void ProcessTransport::readLines()
{
    const QPointer<ProcessTransport> self(this); // whoever hears what arrived may delete this
    while (self && m_state != State::Ended && m_process->canReadLine())
        take(m_process->readLine());
    if (!self)
        return;
    if (m_state != State::Ended && m_process->bytesAvailable() > lineBytes)
        fail(ErrorCode::UnexpectedOutput, u"a line longer than %1 bytes"_s.arg(lineBytes));
}

void ProcessTransport::take(const QByteArray &line)
{
    if (!m_hasSeenPacket && !line.startsWith('<')) {
        m_skippedBytes += line.size();
        qCInfo(processLog) << "before the first packet:" << singleLine(QString::fromUtf8(line), 200);
        if (m_skippedBytes > skippableBytes)
            fail(ErrorCode::UnexpectedOutput, u"no packet: "_s + QString::fromUtf8(line.left(200)));
        return;
    }
    const auto packet = parsePacket(line);
    if (!packet) {
        Q_EMIT notUnderstood(psrp::evidenceOf(u"packet"_s, line), packet.error().detail);
        fail(packet.error().code, packet.error().detail);
        return;
    }
    m_hasSeenPacket = true;
    takePacket(*packet);
}

void ProcessTransport::takePacket(const OutOfProcPacket &packet)
{
    const auto channel = m_channels.find(packet.id);
    const bool isKnown = channel != m_channels.end();
    switch (packet.kind) {
    case PacketKind::Data:
        Q_EMIT received(packet.id, packet.data);
        return;
    case PacketKind::DataAck:
    case PacketKind::SignalAck: // what it came to is told by the state that follows
        if (isKnown) {
            channel->isWaiting = false;
            sendNext(packet.id, *channel);
        }
        return;
    case PacketKind::CommandAck:
        if (isKnown) {
            channel->isReady = true;
            sendNext(packet.id, *channel);
        }
        return;
    case PacketKind::CloseAck:
        if (packet.id.isNull()) {
            m_process->closeWriteChannel(); // then the program ends, if it has not done so yet
        } else if (isKnown) {
            m_channels.erase(channel);
            Q_EMIT pipelineClosed(packet.id);
        }
        return;
    case PacketKind::Command:
    case PacketKind::Signal:
    case PacketKind::Close:
        fail(ErrorCode::UnexpectedOutput, u"a packet for servers"_s);
        return;
    }
}

void ProcessTransport::keepErrors()
{
    m_errors += m_process->readAllStandardError();
    if (m_errors.size() > keptErrorBytes)
        m_errors = m_errors.last(keptErrorBytes);
}

void ProcessTransport::onFinished()
{
    const QPointer<ProcessTransport> self(this);
    readLines(); // what it wrote last
    if (!self)
        return;
    keepErrors();
    if (m_state == State::Closing) {
        m_state = State::Ended;
        Q_EMIT closed();
        return;
    }
    const QString how = m_process->exitStatus() == QProcess::CrashExit ? u"it crashed or was killed"_s
                                                                       : u"exit code %1"_s.arg(m_process->exitCode());
    fail(ErrorCode::ConnectionLost, how);
}

void ProcessTransport::fail(ErrorCode code, const QString &detail)
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    const QString said = multiLine(QString::fromLocal8Bit(m_errors).trimmed(), keptErrorBytes);
    m_process->kill();
    Q_EMIT lost({code, m_command.program, said.isEmpty() ? detail : detail + u'\n' + said});
}

} // namespace kakuin::remote

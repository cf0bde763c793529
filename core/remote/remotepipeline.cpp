// SPDX-License-Identifier: MIT
#include "core/remote/remotepipeline.h"

#include "core/remote/remotesession.h"

namespace kakuin::remote {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> notRunning()
{
    return kakuin::fail(ErrorCode::InvalidArgument, {}, u"the pipeline does not run"_s);
}

} // namespace

RemotePipeline::RemotePipeline(RemoteSession *session, psrp::PipelineRequest request)
    : m_session(session)
    , m_request(std::move(request))
{
}

RemotePipeline::~RemotePipeline()
{
    if (m_session)
        m_session->abandon(this);
}

Result<void> RemotePipeline::answer(const psrp::HostCall &call, const psrp::HostReply &reply)
{
    if (!m_session || m_hasEnded || m_id.isNull())
        return notRunning();
    m_openCalls.removeOne(call);
    return m_session->answer(call, reply);
}

bool RemotePipeline::waitsFor(const psrp::HostCall &call) const
{
    return m_session && !m_hasEnded && m_session->waitsFor(call);
}

Result<void> RemotePipeline::sendInput(const psrp::Argument &value)
{
    if (!m_session || m_hasEnded || m_id.isNull())
        return notRunning();
    return m_session->sendInput(m_id, value);
}

Result<void> RemotePipeline::endInput()
{
    if (!m_session || m_hasEnded || m_id.isNull())
        return notRunning();
    return m_session->endInput(m_id);
}

void RemotePipeline::stop()
{
    if (m_session && !m_hasEnded && !std::exchange(m_isStopping, true))
        m_session->stop(this);
}

void RemotePipeline::take(const psrp::Event &event)
{
    if (const auto *written = std::get_if<psrp::OutputWritten>(&event))
        Q_EMIT output(written->value);
    else if (const auto *error = std::get_if<psrp::ErrorWritten>(&event))
        Q_EMIT errorWritten(error->record);
    else if (const auto *text = std::get_if<psrp::TextWritten>(&event))
        Q_EMIT textWritten(*text);
    else if (const auto *progress = std::get_if<psrp::ProgressWritten>(&event))
        Q_EMIT progressed(progress->record);
    else if (const auto *information = std::get_if<psrp::InformationWritten>(&event))
        Q_EMIT informationWritten(information->record);
    else if (const auto *lost = std::get_if<psrp::MessageLost>(&event))
        Q_EMIT outputLost(lost->error);
    else if (const auto *called = std::get_if<psrp::HostCalled>(&event)) {
        if (!called->call.isVoid())
            m_openCalls.append(called->call);
        Q_EMIT hostCalled(called->call);
    }
}

void RemotePipeline::end(const psrp::PipelineEnded &end)
{
    if (!std::exchange(m_hasEnded, true))
        Q_EMIT finished(end);
}

void RemotePipeline::fail(const Error &error, bool hasBegun)
{
    if (!std::exchange(m_hasEnded, true))
        Q_EMIT failed(error, hasBegun);
}

} // namespace kakuin::remote

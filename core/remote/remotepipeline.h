// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/event.h"
#include "core/psrp/pipelinerequest.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace kakuin::remote {

class RemoteSession;

/// One pipeline on a server, from waiting for its turn to its end. Made by RemoteSession::run(); the caller owns it.
/// Signals: finished or failed comes exactly once, and nothing after it. Deleting one that runs stops it on the
///          server.
class RemotePipeline final : public QObject {
    Q_OBJECT
public:
    ~RemotePipeline() override;
    Q_DISABLE_COPY_MOVE(RemotePipeline)

    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }
    /// Errors: InvalidArgument when no call of the server waits for it.
    [[nodiscard]] Result<void> answer(const psrp::HostCall &call, const psrp::HostReply &reply);
    [[nodiscard]] bool waitsFor(const psrp::HostCall &call) const;
    [[nodiscard]] Result<void> sendInput(const psrp::Argument &value);
    [[nodiscard]] Result<void> endInput();
    /// Asks the server to stop it; finished(Stopped) follows, unless it ends otherwise first. One that has not begun is
    /// over at once.
    void stop();

Q_SIGNALS:
    void began();
    void output(const kakuin::clixml::Value &value);
    void errorWritten(const kakuin::psrp::ErrorRecord &record);
    void textWritten(const kakuin::psrp::TextWritten &text);
    void progressed(const kakuin::psrp::ProgressRecord &record);
    void informationWritten(const kakuin::psrp::InformationRecord &record);
    /// Every call that is not void waits for answer().
    void hostCalled(const kakuin::psrp::HostCall &call);
    /// Part of the output could not be read.
    void outputLost(const kakuin::Error &error);
    void finished(const kakuin::psrp::PipelineEnded &end);
    /// The connection went first. hasBegun: some of it may have reached the server, so its outcome is not known.
    void failed(const kakuin::Error &error, bool hasBegun);

private:
    friend class RemoteSession;
    RemotePipeline(RemoteSession *session, psrp::PipelineRequest request);
    void take(const psrp::Event &event);
    void end(const psrp::PipelineEnded &end);
    void fail(const Error &error, bool hasBegun);

    QPointer<RemoteSession> m_session;
    psrp::PipelineRequest m_request;
    QUuid m_id; // null as long as it waits for its turn
    QList<psrp::HostCall> m_openCalls;
    bool m_isStopping = false;
    bool m_hasEnded = false;
};

} // namespace kakuin::remote

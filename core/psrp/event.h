// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/evidence.h"
#include "core/psrp/hostcall.h"
#include "core/psrp/message.h"

namespace kakuin::psrp {

/// What a server says about the pool.    Source: MS-PSRP 2.2.3.4
enum class PoolState { BeforeOpen = 0, Opening = 1, Opened = 2, Closed = 3, Closing = 4, Broken = 5 };
/// Source: MS-PSRP 2.2.3.5
enum class PipelineState { NotStarted = 0, Running = 1, Stopping = 2, Stopped = 3, Completed = 4, Failed = 5 };

[[nodiscard]] constexpr bool isEnd(PipelineState state)
{
    return state == PipelineState::Stopped || state == PipelineState::Completed || state == PipelineState::Failed;
}

struct PoolOpened final { };
/// The server closed the pool or broke it; every pipeline has ended with it.
struct PoolEnded final {
    PoolState state = PoolState::Closed;
    std::optional<ErrorRecord> error;
};
/// The server broke the protocol: nothing that follows can be trusted, the connection must go.
struct ProtocolBroken final {
    Error error;
    Evidence evidence; ///< what broke it
};
/// Secrets can cross from now on.
struct SessionKeyReady final { };
/// An answer to a question about the pool (RUNSPACE_AVAILABILITY).
struct PoolAnswer final {
    qint64 id = 0;
    clixml::Value value;
};

struct OutputWritten final {
    QUuid pipeline;
    clixml::Value value;
};
struct ErrorWritten final {
    QUuid pipeline;
    ErrorRecord record;
};
struct TextWritten final {
    enum class Kind { Warning, Verbose, Debug };
    QUuid pipeline;
    Kind kind = Kind::Warning;
    QString text;
};
struct ProgressWritten final {
    QUuid pipeline;
    ProgressRecord record;
};
struct InformationWritten final {
    QUuid pipeline;
    InformationRecord record;
};
/// Every call but void ones waits for RunspacePool::answer().
struct HostCalled final {
    HostCall call;
};
/// A message of the pipeline that could not be read: what it said is missing from the output.
struct MessageLost final {
    QUuid pipeline;
    MessageType type = MessageType::PipelineOutput;
    Error error;
    Evidence evidence;
};
/// The server sent more for the pipeline than is taken. Nothing follows for it; what arrived before has been handed on.
struct PipelineOverran final {
    QUuid pipeline;
    Error error; ///< OutputLimitExceeded
};
/// Nothing follows for this pipeline. A failed one may have written no error: then it is here.
struct PipelineEnded final {
    QUuid pipeline;
    PipelineState state = PipelineState::Completed;
    std::optional<ErrorRecord> error;
};

using Event
    = std::variant<PoolOpened, PoolEnded, ProtocolBroken, SessionKeyReady, PoolAnswer, OutputWritten, ErrorWritten,
        TextWritten, ProgressWritten, InformationWritten, HostCalled, MessageLost, PipelineOverran, PipelineEnded>;

} // namespace kakuin::psrp

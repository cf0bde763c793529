// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/entropysource.h"
#include "core/psrp/event.h"
#include "core/psrp/messagereader.h"
#include "core/psrp/pipelinerequest.h"

#include <QtCore/QHash>

#include <functional>

namespace kakuin::psrp {

/// The client's end of a session, without I/O: a pool of runspaces and its pipelines.
/// Shape:   requests queue bytes, which a transport takes with nextChunk(channel, stream, size); what arrives goes into
///          receive(channel, bytes) and comes out of nextEvent(). A channel is the pool (null) or a pipeline's id.
///          Who reads on another thread takes the channel's reader(), and gives what it has read to take().
/// Order:   open(); pipelines may be created at once, but are sent after PoolOpened only. A pipeline, an input or an
///          answer that holds a secret waits for the session key, which is asked for once.
/// Errors:  a server that breaks the protocol gives ProtocolBroken, and nothing after it; one that sends too much for a
///          pipeline gives PipelineOverran.
/// Memory:  output is handed on message by message; limits in WireLimits.
/// Source:  MS-PSRP 3.1.
class RunspacePool final {
public:
    enum class Stream { Default, PromptResponse };
    struct Options final {
        int minRunspaces = 1;
        int maxRunspaces = 1; ///< Exchange counts runspaces against a person's budget
        WireLimits limits;
    };

    RunspacePool(Options options, std::shared_ptr<EntropySource> entropy);

    [[nodiscard]] QUuid id() const { return m_id; }
    [[nodiscard]] PoolState state() const { return m_state; }
    /// The smaller of what both ends speak, "2.3"; empty before the server has said it.
    [[nodiscard]] QString protocolVersion() const { return m_protocolVersion; }
    /// What the server tells of itself (PSVersionTable …); null until it does.
    [[nodiscard]] const clixml::Value &applicationData() const { return m_applicationData; }

    /// Errors of all requests: InvalidArgument when the state does not allow it, or a value cannot be written.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<QUuid> createPipeline(const PipelineRequest &request);
    [[nodiscard]] Result<void> sendInput(const QUuid &pipeline, const Argument &value);
    [[nodiscard]] Result<void> endInput(const QUuid &pipeline);
    /// Once for each call that is not void; a second answer is refused.
    [[nodiscard]] Result<void> answer(const HostCall &call, const HostReply &reply);
    /// Whether an answer to it would be taken: what asked may have ended in the same piece.
    [[nodiscard]] bool waitsFor(const HostCall &call) const;
    /// Asks for the session key without a reason; SessionKeyReady follows.
    [[nodiscard]] Result<void> exchangeKeys();
    [[nodiscard]] bool isWaitingForKey() const { return m_keyExchange && !m_key; }
    [[nodiscard]] const SessionKey *sessionKey() const { return m_key ? &*m_key : nullptr; }
    /// How many runspaces are free; PoolAnswer with that id follows.
    [[nodiscard]] Result<qint64> askAvailableRunspaces();
    /// The pipeline's channel is gone: what waits for it is dropped, what still arrives is ignored.
    void forget(const QUuid &pipeline);

    void receive(const QUuid &channel, const QByteArray &bytes);
    /// Null when the channel is gone. Its pieces are read one after the other, in their order.
    [[nodiscard]] std::shared_ptr<MessageReader> reader(const QUuid &channel) const;
    void take(const QUuid &channel, const ReadMessage &read);
    /// After the messages that came before it.
    void take(const QUuid &channel, const ReadFailure &failure);
    [[nodiscard]] std::optional<Event> nextEvent();

    [[nodiscard]] bool hasOutgoing(const QUuid &channel, Stream stream) const;
    /// Whether the message that creates the pipeline was handed over to its last byte. Before that no server begins it.
    [[nodiscard]] bool hasGivenCreation(const QUuid &pipeline) const;
    [[nodiscard]] QByteArray nextChunk(const QUuid &channel, Stream stream, qsizetype maxBytes);

private:
    struct Channel final {
        explicit Channel(WireLimits limits)
            : incoming(std::make_shared<MessageReader>(limits))
        {
        }
        std::shared_ptr<MessageReader> incoming;
        FragmentQueue outgoing;
        FragmentQueue answers;
        bool isEnded = false;
        QList<qint64> openCalls;
    };

    [[nodiscard]] Result<void> send(
        const QUuid &pipeline, MessageType type, const clixml::Value &body, Stream stream = Stream::Default);
    void enqueue(const QUuid &pipeline, MessageType type, const QByteArray &data, Stream stream);
    [[nodiscard]] Result<void> whenReady(bool needsKey, std::function<Result<void>()> sending);
    void flushWaiting();
    [[nodiscard]] bool isUsable() const { return m_state == PoolState::Opening || m_state == PoolState::Opened; }
    [[nodiscard]] Channel *openChannel(const QUuid &pipeline) const;

    static void endChannel(Channel &channel);
    void dispatchToPool(const Message &message, const clixml::Value &value);
    void dispatchToPipeline(const Message &message, const clixml::Value &value);
    void takeCapability(const clixml::Value &value);
    void takePoolState(const clixml::Value &value);
    void takeSessionKey(const clixml::Value &value);
    void takePipelineState(const QUuid &pipeline, const clixml::Value &value);
    void takeHostCall(const QUuid &pipeline, const clixml::Value &value);
    void broken(Error error, const Evidence &evidence = {});

    Options m_options;
    std::shared_ptr<EntropySource> m_entropy;
    QUuid m_id;
    PoolState m_state = PoolState::BeforeOpen;
    QString m_protocolVersion;
    clixml::Value m_applicationData;
    quint64 m_lastObjectId = 0;
    qint64 m_lastCallId = 0;
    std::shared_ptr<const KeyExchange> m_keyExchange;
    std::optional<SessionKey> m_key;
    QList<std::function<Result<void>()>> m_waiting; // for the session key, in the order of the requests
    QHash<QUuid, std::shared_ptr<Channel>> m_channels; // the null id is the pool's
    QQueue<Event> m_events;
    const Message *m_heard = nullptr; // what is being dispatched: the evidence when it breaks the protocol
};

} // namespace kakuin::psrp

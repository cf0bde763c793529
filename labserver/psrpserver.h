// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/runspacepool.h"

namespace kakuin::labserver {

/// The server's end of PSRP without I/O: opens pools, hands over what pipelines were asked for, and sends
/// whatever a test wants a server to send, also what no server should.
/// Shape:   receive(channel, bytes), then nextRequest(); the send functions queue, nextChunk(channel, n) takes.
///          Speaks as Windows does: a byte order mark before every document, null pool ids where real servers send
///          them.
class PsrpServer final {
public:
    struct PipelineRequested final {
        QUuid pipeline;
        psrp::PipelineRequest request; ///< secrets arrive as Secret when the key is known
    };
    struct InputArrived final {
        QUuid pipeline;
        clixml::Value value; ///< null with isEnd
        bool isEnd = false;
    };
    struct CallAnswered final {
        QUuid pipeline;
        qint64 id = 0;
        clixml::Value result; ///< null for nothing
        bool isRefused = false;
    };
    using Request = std::variant<PipelineRequested, InputArrived, CallAnswered>;

    /// Whether it opens a pool by itself when it is asked to.
    void setOpensPools(bool opens) { m_opensPools = opens; }
    void setAnswersKeyExchange(bool answers) { m_answersKeys = answers; }
    void setProtocolVersion(const QString &version) { m_version = version; }

    /// Fails when the client breaks the protocol.
    [[nodiscard]] Result<void> receive(const QUuid &channel, const QByteArray &bytes);
    [[nodiscard]] std::optional<Request> nextRequest();
    [[nodiscard]] const psrp::SessionKey *sessionKey() const { return m_key ? &*m_key : nullptr; }
    [[nodiscard]] QUuid pool() const { return m_pool; }

    void sendPoolState(psrp::PoolState state, const std::optional<psrp::ErrorRecord> &error = {});
    void sendOutput(const QUuid &pipeline, const clixml::Value &value);
    void sendError(const QUuid &pipeline, const psrp::ErrorRecord &record);
    void sendWarning(const QUuid &pipeline, const QString &text);
    void sendState(
        const QUuid &pipeline, psrp::PipelineState state, const std::optional<psrp::ErrorRecord> &error = {});
    /// channel: of another pipeline than the one that is said to ask.
    void sendChoice(
        const QUuid &pipeline, qint64 id, const psrp::ChoiceRequest &request, const std::optional<QUuid> &channel = {});
    void sendCall(const QUuid &pipeline, qint64 id, psrp::HostMethod method, const QList<clixml::Value> &parameters,
        const std::optional<QUuid> &channel = {});
    /// Any message, right or wrong, on any channel.
    void sendRaw(const QUuid &channel, psrp::MessageType type, const QUuid &pipeline, const QByteArray &data);

    /// The channels that have something to send.
    [[nodiscard]] QList<QUuid> talkative() const;
    [[nodiscard]] QByteArray nextChunk(const QUuid &channel, qsizetype maxBytes);
    void forget(const QUuid &pipeline);

private:
    void send(const QUuid &pipeline, psrp::MessageType type, const clixml::Value &body,
        const std::optional<QUuid> &channel = {});
    [[nodiscard]] Result<void> take(const psrp::Message &message);
    [[nodiscard]] Result<void> takeKey(const clixml::Value &value);
    [[nodiscard]] Result<psrp::PipelineRequest> requestOf(const clixml::Value &body) const;
    void open();

    bool m_opensPools = true;
    bool m_answersKeys = true;
    QString m_version = QStringLiteral("2.3");
    QUuid m_pool;
    std::optional<psrp::SessionKey> m_key;
    quint64 m_lastObjectId = 0;
    QHash<QUuid, std::shared_ptr<psrp::Defragmenter>> m_incoming;
    QHash<QUuid, std::shared_ptr<psrp::FragmentQueue>> m_outgoing;
    QQueue<Request> m_requests;
};

} // namespace kakuin::labserver

// SPDX-License-Identifier: MIT
#pragma once

#include "labserver/psrpbackend.h"
#include "labserver/psrpserver.h"

#include <functional>
#include <optional>

namespace kakuin::labserver {

/// A server that does what no server does: floods, messages without an end, any question for any pipeline, at any time.
/// Shape:   on(cmdlet, attack): the attack is called when the cmdlet arrives, and sends what it likes. Cmdlets without
///          one end at once, without output. Get-Command says that every cmdlet is there, so that a RemoteShell opens.
/// Use:     in memory, WsmanFront(std::make_unique<HostileServer>()).connections(); behind HttpFront over sockets. What
///          lies outside of PSRP is forged by WsmanFront::forge(). An attack that asks:
///              server.on(u"Set-Thing"_s, [](HostileServer &server, const QUuid &pipeline) {
///                  server.ask(pipeline, {caption, message, {{u"&Yes"_s, {}}, {u"&No"_s, {}}}, 0});
///              });
///          The answers are in answers(); send(), ask() and end() may also be called later.
class HostileServer final : public PsrpBackend {
    Q_OBJECT
public:
    using Attack = std::function<void(HostileServer &server, const QUuid &pipeline)>;
    void on(const QString &cmdlet, Attack attack) { m_attacks.insert(cmdlet, std::move(attack)); }

    /// Any message, right or wrong, once; on the pipeline's channel, or on the pool's for the null id.
    void send(const QUuid &channel, psrp::MessageType type, const QByteArray &document);
    /// PromptForChoice, with any number of choices and any text. On the channel of another pipeline it can be for one
    /// that does not exist.
    void ask(const QUuid &pipeline, const psrp::ChoiceRequest &question, qint64 call = 1,
        const std::optional<QUuid> &channel = {});
    void end(const QUuid &pipeline, psrp::PipelineState state = psrp::PipelineState::Completed);
    /// The same message again and again, as long as the client takes something of the pipeline; a stop ends nothing.
    void flood(const QUuid &pipeline, psrp::MessageType type, const QByteArray &document);
    /// One message of fragments that never end.
    void floodFragments(const QUuid &pipeline, psrp::MessageType type);

    /// From now on a stop is counted, and ends nothing.
    void ignoreStops() { m_ignoresStops = true; }

    [[nodiscard]] int timesRun(const QString &cmdlet) const { return m_runs.value(cmdlet); }
    [[nodiscard]] const QList<PsrpServer::CallAnswered> &answers() const { return m_answers; }
    [[nodiscard]] int stops() const { return m_stops; }
    [[nodiscard]] qint64 floodedBytes() const { return m_floodedBytes; }
    [[nodiscard]] QUuid newest() const { return m_newest; } ///< the pipeline that began last
    [[nodiscard]] PsrpServer &psrp() { return m_psrp; }

    [[nodiscard]] Result<void> receive(const QUuid &channel, const QByteArray &bytes) override;
    [[nodiscard]] Result<void> receiveAnswer(const QByteArray &bytes) override;
    [[nodiscard]] QByteArray nextChunk(const QUuid &channel, qsizetype maxBytes) override;
    void stop(const QUuid &pipeline) override;
    void forget(const QUuid &pipeline) override;

private:
    struct Flood final {
        QByteArray message;
        bool isOneMessage = false; ///< whose fragments never end
        quint64 fragments = 0;
    };
    void begin(const PsrpServer::PipelineRequested &asked);
    [[nodiscard]] QByteArray nextOf(Flood &flood, qsizetype bytes);

    PsrpServer m_psrp;
    QHash<QString, Attack> m_attacks;
    QHash<QString, int> m_runs;
    QHash<QUuid, Flood> m_floods;
    QList<PsrpServer::CallAnswered> m_answers;
    QUuid m_newest;
    quint64 m_lastObjectId = quint64{1} << 32; // above those of PsrpServer
    qint64 m_floodedBytes = 0;
    int m_stops = 0;
    bool m_ignoresStops = false;
};

} // namespace kakuin::labserver

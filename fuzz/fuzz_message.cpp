// SPDX-License-Identifier: MIT
#include "core/psrp/runspacepool.h"
#include "fuzz/fuzztarget.h"
#include "fuzz/serverwords.h"

#include <QtCore/QSet>

using namespace kakuin;
using namespace kakuin::psrp;
using namespace Qt::StringLiterals;
using fuzz::ServerWord;
using Stream = RunspacePool::Stream;

namespace {

constexpr WireLimits limits{1'000'000, 100'000};

/// The same ids for every input, and one key pair, which is slow to make.
class FixedEntropy final : public EntropySource {
public:
    [[nodiscard]] QUuid newId() override { return {++m_last, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}; }
    [[nodiscard]] Result<std::shared_ptr<const KeyExchange>> newKeyExchange() override { return keyPair(); }

    static const std::shared_ptr<const KeyExchange> &keyPair()
    {
        static const auto pair = KeyExchange::generate().value();
        return pair;
    }
    /// What a server answers to its public half.
    static const QString &wrappedKey()
    {
        static const QString text = KeyExchange::wrapNewKey(keyPair()->publicKeyText()).value().text;
        return text;
    }

private:
    uint m_last = 0;
};

/// A client that works through whatever the server says, and watches that the pool keeps its promises.
class Client final {
public:
    Client()
        : m_pool({1, 1, limits}, std::make_shared<FixedEntropy>())
    {
        (void)m_pool.open();
        hear(word(MessageType::SessionCapability,
            "<Obj RefId='0'><MS><Version N='protocolversion'>2.3</Version></MS></Obj>"));
        hear(word(MessageType::RunspacePoolState, "<Obj RefId='0'><MS><I32 N='RunspaceState'>2</I32></MS></Obj>"));
        (void)m_pool.nextChunk({}, Stream::Default, limits.messageBytes); // the same every time
    }

    void hear(const ServerWord &word)
    {
        const auto channel = static_cast<std::size_t>(word.channel);
        begin(channel);
        if (word.isForAnother)
            begin(channel ^ 3U);
        const auto &ids = m_channels;
        m_reaction = word.reaction;
        if (m_reaction == ServerWord::Reaction::AskForKey)
            (void)m_pool.exchangeKeys();
        QByteArray bytes = word.body;
        if (!word.isRaw) {
            Message message{
                Destination::Client, word.type, {}, ids[word.isForAnother ? channel ^ 3U : channel], word.body};
            if (word.isKey)
                message.data = "<Obj RefId='0'><MS><S N='EncryptedSessionKey'>" + FixedEntropy::wrappedKey().toLatin1()
                    + "</S></MS></Obj>";
            FragmentQueue queue;
            queue.enqueue(++m_lastObject, encodeMessage(message));
            bytes = queue.take(limits.messageBytes);
        }
        if (!bytes.isEmpty())
            m_pool.receive(ids[channel], bytes);
        while (const auto event = m_pool.nextEvent())
            std::visit([this](const auto &e) { take(e); }, *event);
        takeOutgoing();
    }

    void leave()
    {
        if (m_pool.state() != PoolState::Opened && m_pool.createPipeline(request()))
            qFatal("a pool that is not open takes a pipeline");
        for (const QUuid &channel : m_channels)
            m_pool.forget(channel);
    }

private:
    static PipelineRequest request() { return {{Command{u"Get-Thing"_s, false, {}, {}}}, true}; }

    // Pipelines begin when a word is about them: they are the slow part of a short input.
    void begin(std::size_t channel)
    {
        QUuid &id = m_channels.at(channel);
        if ((channel != 1 && channel != 2) || !id.isNull())
            return;
        id = m_pool.createPipeline(request()).value_or(QUuid(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        (void)m_pool.nextChunk(id, Stream::Default, limits.messageBytes);
    }

    static ServerWord word(MessageType type, const char *body)
    {
        ServerWord made;
        made.type = type;
        made.body = body;
        return made;
    }

    void alive(const QUuid &pipeline = {})
    {
        if (m_isOver || m_ended.contains(pipeline))
            qFatal("something comes after the end");
    }
    void take(const PoolOpened &)
    {
        alive();
        if (std::exchange(m_isOpen, true))
            qFatal("opened twice");
    }
    void take(const PoolEnded &)
    {
        alive();
        m_isOver = true;
    }
    void take(const ProtocolBroken &broken)
    {
        alive();
        m_isOver = true;
        if (broken.error.detail.isEmpty() || m_pool.state() != PoolState::Broken)
            qFatal("broken without a reason or a state");
    }
    void take(const SessionKeyReady &)
    {
        alive();
        if (m_pool.sessionKey() == nullptr || m_pool.isWaitingForKey())
            qFatal("no key");
    }
    void take(const PoolAnswer &) { alive(); }
    void take(const OutputWritten &output)
    {
        alive(output.pipeline);
        if (const SessionKey *key = m_pool.sessionKey()) {
            (void)unsealed(output.value, *key);
            (void)unsealedCredential(output.value, *key);
        }
    }
    void take(const PipelineEnded &end)
    {
        alive(end.pipeline);
        if (!isEnd(end.state))
            qFatal("an end that is none");
        m_ended.insert(end.pipeline);
    }
    void take(const HostCalled &called)
    {
        alive(called.call.pipeline);
        answer(called.call);
    }
    template <class E>
    void take(const E &event)
    {
        alive(event.pipeline);
    }

    void answer(const HostCall &call)
    {
        (void)choiceRequestOf(call);
        (void)fieldsRequestOf(call);
        (void)credentialRequestOf(call);
        const auto reply = replyTo(call);
        if (!reply)
            return;
        // one piece may hold the end of what asked, too; then there is nobody any more
        if (m_pool.answer(call, *reply) && call.isVoid())
            qFatal("a call that is void was answered");
    }

    std::optional<HostReply> replyTo(const HostCall &call) const
    {
        switch (m_reaction) {
        case ServerWord::Reaction::None:
        case ServerWord::Reaction::AskForKey:
            return std::nullopt;
        case ServerWord::Reaction::Choice:
            return HostReply::choice(1);
        case ServerWord::Reaction::Line:
            return HostReply::line(u"a line"_s);
        case ServerWord::Reaction::Secret:
            return HostReply::argument(Secret(u"geheim"_s));
        case ServerWord::Reaction::Credential:
            return HostReply::argument(Credential{u"CONTOSO\\admin"_s, Secret(u"geheim"_s)});
        case ServerWord::Reaction::Fields: {
            QList<HostReply::Field> fields;
            const auto request = fieldsRequestOf(call).value_or(FieldsRequest());
            for (const auto &field : request.fields)
                fields.append({field.name, clixml::Value(field.label)});
            return HostReply::fields(fields);
        }
        case ServerWord::Reaction::Refusal:
            return HostReply::refusal(call);
        }
        return std::nullopt;
    }

    // What we send is what every server can read, whatever was heard before.
    void takeOutgoing()
    {
        for (const QUuid &channel : m_channels) {
            for (const Stream stream : {Stream::Default, Stream::PromptResponse}) {
                Defragmenter sent;
                while (m_pool.hasOutgoing(channel, stream))
                    sent.append(m_pool.nextChunk(channel, stream, 32768));
                auto message = sent.next();
                for (; message && *message; message = sent.next()) {
                    const auto read = decodeMessage(**message).and_then([](const Message &m) { return valueOf(m); });
                    if (!read)
                        qFatal("what is sent cannot be read: %s", qPrintable(read.error().detail));
                }
                if (!message)
                    qFatal("what is sent is out of step: %s", qPrintable(message.error().detail));
            }
        }
    }

    RunspacePool m_pool;
    std::array<QUuid, 4> m_channels{QUuid(), QUuid(), QUuid(), QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)};
    quint64 m_lastObject = 0;
    ServerWord::Reaction m_reaction = ServerWord::Reaction::None;
    bool m_isOpen = false;
    bool m_isOver = false;
    QSet<QUuid> m_ended;
};

} // namespace

void fuzzOne(const QByteArray &data)
{
    Client client;
    const QList<ServerWord> words = fuzz::serverWords(data);
    for (const ServerWord &word : words)
        client.hear(word);
    client.leave();
}

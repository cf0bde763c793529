// SPDX-License-Identifier: MIT
#include "core/clixml/object.h"
#include "core/psrp/runspacepool.h"
#include "tests/testkit/recordedsessions.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFileInfo>

#include <QtTest/QTest>

namespace tests::tst_recordedengine {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using clixml::Value;

namespace {

class RecordedEntropy final : public EntropySource {
public:
    QList<QUuid> ids;
    [[nodiscard]] QUuid newId() override { return ids.isEmpty() ? QUuid::createUuid() : ids.takeFirst(); }
    [[nodiscard]] Result<std::shared_ptr<const KeyExchange>> newKeyExchange() override
    {
        return fail(ErrorCode::KeyGenerationFailed, {}, u"the recording's private key was not kept"_s);
    }
};

/// The messages in a stretch of one channel, which recordings cut at messages' ends.
QList<Message> messagesIn(Defragmenter &channel, const QByteArray &bytes)
{
    channel.append(bytes);
    QList<Message> messages;
    while (true) {
        const auto next = channel.next();
        if (!next || !*next)
            return messages;
        const auto message = decodeMessage(**next);
        if (message)
            messages.append(*message);
    }
}

/// Everything that one recorded session of Microsoft's engine made us see.
class Playback final {
public:
    explicit Playback(const QString &file)
        : m_pieces(recordedEnginePieces(file))
    {
    }

    void play()
    {
        for (const RecordedPiece &piece : std::as_const(m_pieces)) {
            if (piece.isFromServer)
                take(piece);
            else
                follow(piece);
        }
    }

    QList<Value> outputs;
    QList<ErrorRecord> errors;
    QList<ChoiceRequest> questions;
    QList<HostCall> calls;
    QList<PipelineEnded> ends;
    QList<TextWritten> texts;
    QList<ProgressRecord> progress;
    QList<InformationRecord> information;
    int created = 0;
    QStringList problems;
    int answersCompared = 0;

private:
    // What the recorded client sent: ours does the same, under the same ids.
    void follow(const RecordedPiece &piece)
    {
        const QList<Message> messages = messagesIn(m_client[piece.place + piece.command], piece.bytes);
        for (const Message &message : messages) {
            if (message.type == MessageType::SessionCapability) {
                m_entropy->ids.append(message.pool);
                m_pool = std::make_unique<RunspacePool>(RunspacePool::Options(), m_entropy);
                note(m_pool->open());
            } else if (message.type == MessageType::CreatePipeline) {
                m_entropy->ids.append(message.pipeline);
                const auto made = m_pool->createPipeline({{Command{u"x"_s, false, {}, {}}}, false});
                ++created;
                if (!made)
                    problems += made.error().detail;
            } else if (message.type == MessageType::PipelineHostResponse) {
                compareAnswer(message);
            }
        }
    }

    // Our answer with the recorded index must be the recorded answer.
    void compareAnswer(const Message &message)
    {
        const auto recorded = valueOf(message);
        const auto call = std::find_if(calls.crbegin(), calls.crend(),
            [&](const HostCall &c) { return !c.isVoid() && c.pipeline == message.pipeline; });
        if (!recorded || call == calls.crend()) {
            problems += u"an answer without a question"_s;
            return;
        }
        const Value result = recorded->object()->property(u"mr");
        if (call->method == HostMethod::PromptForChoice) {
            const auto ours
                = valueOf(*call, HostReply::choice(static_cast<int>(result.toInt().value_or(-99))), nullptr);
            for (const char16_t *name : {u"ci", u"mi", u"mr"}) {
                const Value mine = ours->object()->property(name);
                const Value theirs = recorded->object()->property(name);
                if (mine.toInt() != theirs.toInt())
                    problems += u"an answer differs"_s;
            }
            ++answersCompared;
        }
        note(m_pool->answer(*call, HostReply::argument(result)));
    }

    void take(const RecordedPiece &piece)
    {
        m_pool->receive(QUuid(piece.command), piece.bytes);
        while (const auto event = m_pool->nextEvent())
            std::visit([this](const auto &e) { see(e); }, *event);
    }
    void note(const Result<void> &result)
    {
        if (!result)
            problems += result.error().detail;
    }

    void see(const OutputWritten &e) { outputs += e.value; }
    void see(const ErrorWritten &e) { errors += e.record; }
    void see(const PipelineEnded &e) { ends += e; }
    void see(const TextWritten &e) { texts += e; }
    void see(const ProgressWritten &e) { progress += e.record; }
    void see(const InformationWritten &e) { information += e.record; }
    void see(const ProtocolBroken &e) { problems += e.error.detail; }
    void see(const MessageLost &e) { problems += e.error.detail; }
    void see(const HostCalled &e)
    {
        calls += e.call;
        if (const auto question = choiceRequestOf(e.call))
            questions += *question;
    }
    template <class Other>
    void see(const Other &)
    {
    }

    QList<RecordedPiece> m_pieces;
    std::shared_ptr<RecordedEntropy> m_entropy = std::make_shared<RecordedEntropy>();
    std::unique_ptr<RunspacePool> m_pool;
    QHash<QString, Defragmenter> m_client;
};

} // namespace

/// Recorded conversations with Microsoft's own engine, played to our end.
class tst_RecordedEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (recordedEngineFiles().isEmpty())
            QSKIP("no recordings of Microsoft's engine (KAKUIN_CAPTURED_DATA/engine)");
    }
    void prompts_areSeenAndAnswered();
    void streams_areSeen();
    void secrets_crossAsCalls();
    void awkwardTexts_areRead();
};

void tst_RecordedEngine::prompts_areSeenAndAnswered()
{
    Playback playback(capturedPath("engine/prompts.txt"));
    playback.play();
    QCOMPARE(playback.problems, QStringList());
    QVERIFY(playback.questions.size() > 20);
    QCOMPARE(playback.answersCompared, static_cast<int>(playback.questions.size()));
    for (const ChoiceRequest &question : std::as_const(playback.questions)) {
        QVERIFY(question.choices.size() == 4 || question.choices.size() == 2);
        QVERIFY(question.defaultChoice == 0 || question.defaultChoice == 2); // Yes; No with a security impact
    }
    // -WhatIf is told, not asked
    const auto whatIf = std::find_if(playback.calls.begin(), playback.calls.end(),
        [](const HostCall &call) { return call.method == HostMethod::WriteLine && call.isVoid(); });
    QVERIFY(whatIf != playback.calls.end());
    QVERIFY(playback.ends.size() >= playback.created - 1); // the last one has no pool with a host
}

void tst_RecordedEngine::streams_areSeen()
{
    Playback playback(capturedPath("engine/streams.txt"));
    playback.play();
    QCOMPARE(playback.problems, QStringList());
    QVERIFY(std::any_of(playback.outputs.begin(), playback.outputs.end(),
        [](const Value &value) { return value.text() == u"証明書の拇印"; }));
    QVERIFY(std::any_of(playback.texts.begin(), playback.texts.end(),
        [](const TextWritten &text) { return text.kind == TextWritten::Kind::Warning && text.text == u"warning ⚠"; }));
    const auto error = std::find_if(playback.errors.begin(), playback.errors.end(),
        [](const ErrorRecord &record) { return record.fullyQualifiedErrorId.startsWith(u"Id1"_s); });
    QVERIFY(error != playback.errors.end());
    QCOMPARE(error->message, u"outer"_s);
    QCOMPARE(categoryName(error->category), u"InvalidOperation"_s);
    QCOMPARE(error->reason, u"InvalidOperationException"_s);
    QVERIFY(!playback.progress.isEmpty());
    QCOMPARE(playback.progress.constFirst().percent, 42);
    QCOMPARE(playback.progress.constFirst().secondsLeft, 7);
    QVERIFY(!playback.information.isEmpty());
    QCOMPARE(playback.information.constFirst().data.text(), u"information"_s);
    QVERIFY(std::any_of(playback.ends.begin(), playback.ends.end(), [](const PipelineEnded &end) {
        return end.state == PipelineState::Failed && end.error && end.error->message == u"stop here";
    }));
    QVERIFY(std::any_of(playback.ends.begin(), playback.ends.end(),
        [](const PipelineEnded &end) { return end.state == PipelineState::Stopped; }));
    QVERIFY(std::any_of(playback.outputs.begin(), playback.outputs.end(),
        [](const Value &value) { return value.text().size() > 30'000; })); // in many fragments
}

void tst_RecordedEngine::secrets_crossAsCalls()
{
    Playback playback(capturedPath("engine/secrets.txt"));
    playback.play();
    QCOMPARE(playback.problems, QStringList());
    const auto has = [&](HostMethod method) {
        return std::any_of(playback.calls.begin(), playback.calls.end(),
            [method](const HostCall &call) { return call.method == method; });
    };
    QVERIFY(has(HostMethod::ReadLine));
    QVERIFY(has(HostMethod::ReadLineAsSecureString));
    QVERIFY(has(HostMethod::Prompt));
    QVERIFY(has(HostMethod::PromptForCredential) || has(HostMethod::PromptForCredentialWithOptions));
    for (const HostCall &call : std::as_const(playback.calls)) {
        if (call.method == HostMethod::Prompt)
            QVERIFY(fieldsRequestOf(call).has_value());
    }
}

void tst_RecordedEngine::awkwardTexts_areRead()
{
    Playback playback(capturedPath("engine/awkward.txt"));
    playback.play();
    QCOMPARE(playback.problems, QStringList());
    QStringList texts;
    for (const Value &value : std::as_const(playback.outputs))
        texts += value.text();
    QVERIFY(texts.contains(u"a_x000A_b"_s));
    QVERIFY(texts.contains(u"_X0041_ _x41_ _x00041_"_s));
    QVERIFY(texts.contains(u"<&>`\"'"_s) || texts.contains(u"<&>\"'"_s));
    QVERIFY(texts.contains(QString(2, QChar::ReplacementCharacter))); // U+FFFE U+FFFF, which XML cannot carry
}

KAKUIN_TEST(tst_RecordedEngine)

} // namespace tests::tst_recordedengine

#include "tst_recordedengine.moc"

// SPDX-License-Identifier: MIT
#include "core/clixml/object.h"
#include "core/clixml/reader.h"
#include "core/psrp/runspacepool.h"
#include "tests/testkit/recordedsessions.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <QtTest/QTest>

namespace tests::tst_recordedservers {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

/// The ids of a recorded session, so that what its server said is for us.
class RecordedEntropy final : public EntropySource {
public:
    QList<QUuid> ids;
    [[nodiscard]] QUuid newId() override { return ids.isEmpty() ? QUuid::createUuid() : ids.takeFirst(); }
    [[nodiscard]] Result<std::shared_ptr<const KeyExchange>> newKeyExchange() override
    {
        return KeyExchange::generate();
    }
};

/// What each side of a recording sent, joined and decoded; requests and answers apart.
struct Decoded final {
    QList<Message> messages[2]; // of the client, of the server
};

Result<Decoded> decoded(const QList<RecordedPiece> &pieces)
{
    Decoded all;
    QHash<QString, std::shared_ptr<Defragmenter>> channels;
    for (const RecordedPiece &piece : pieces) {
        const QString place = piece.place == u"pr" ? piece.place : QString();
        auto &channel = channels[(piece.isFromServer ? u"S"_s : u"C"_s) + place + piece.command];
        if (!channel)
            channel = std::make_shared<Defragmenter>();
        channel->append(piece.bytes);
        while (true) {
            const auto bytes = channel->next();
            if (!bytes)
                return tl::unexpected<Error>(bytes.error());
            if (!*bytes)
                break;
            const auto message = decodeMessage(**bytes);
            if (!message)
                return tl::unexpected<Error>(message.error());
            all.messages[piece.isFromServer].append(*message);
        }
    }
    return all;
}

const QByteArray byteOrderMark("\xEF\xBB\xBF");

/// The names of all properties below a value, sorted: what a server's decoder looks at.
QStringList propertyNames(const clixml::Value &value)
{
    QStringList names;
    if (const auto object = value.object()) {
        for (const auto &property : object->extended) {
            if (property.name == u"V" || property.name == u"_hostDefaultData" || property.name == u"ExtraCmds"
                || property.name == u"ApplicationArguments")
                continue; // free content
            names += property.name;
            names += propertyNames(property.value);
        }
        for (const auto &item : object->items.mid(0, 1))
            names += propertyNames(item);
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace

/// Recorded conversations of real Windows servers, played to our end.
class tst_RecordedServers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void messages_areThoseOfAForeignDecoder_data() { addFiles(); }
    void messages_areThoseOfAForeignDecoder();
    void session_playsToItsEnd_data() { addFiles(); }
    void session_playsToItsEnd();
    void requests_haveTheRecordedShape();

private:
    void addFiles();
    QHash<QString, QList<QJsonObject>> m_expected; // by file name
};

void tst_RecordedServers::initTestCase()
{
    if (recordedWinrmFiles().isEmpty())
        QSKIP("no recordings of Windows servers (KAKUIN_CAPTURED_DATA/winrm)");
    QFile file(capturedPath("decoded/psrp-messages.jsonl"));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    while (!file.atEnd()) {
        const QJsonObject message = QJsonDocument::fromJson(file.readLine()).object();
        m_expected[message[u"file"_s].toString()].append(message);
    }
}

void tst_RecordedServers::addFiles()
{
    QTest::addColumn<QString>("file");
    const QStringList files = recordedWinrmFiles();
    for (const QString &file : files) {
        if (!QFileInfo(file).fileName().startsWith(u"test_winrs"_s)) // a plain shell, no PSRP
            QTest::newRow(qPrintable(QFileInfo(file).baseName())) << file;
    }
}

void tst_RecordedServers::messages_areThoseOfAForeignDecoder()
{
    QFETCH(QString, file);
    const auto ours = decoded(recordedWinrmPieces(file));
    QVERIFY_RESULT(ours);
    QList<QJsonObject> theirs[2];
    const QList<QJsonObject> expected = m_expected.value(QFileInfo(file).fileName());
    for (const QJsonObject &message : expected)
        theirs[message[u"side"_s] == u"response"_s].append(message);
    for (int side = 0; side < 2; ++side) {
        QCOMPARE(ours->messages[side].size(), theirs[side].size());
        for (qsizetype i = 0; i < theirs[side].size(); ++i) {
            const Message &message = ours->messages[side].at(i);
            const QJsonObject &other = theirs[side].at(i);
            QCOMPARE(nameOf(message.type), other[u"type"_s].toString());
            QCOMPARE(static_cast<int>(message.destination), other[u"dest"_s].toInt());
            QCOMPARE(message.pool, QUuid(other[u"rpid"_s].toString()));
            QCOMPARE(message.pipeline, QUuid(other[u"pid"_s].toString()));
            QCOMPARE(message.data.startsWith(byteOrderMark), other[u"bom"_s].toBool());
            const QByteArray xml = message.data.sliced(other[u"bom"_s].toBool() ? 3 : 0);
            QCOMPARE(QString::fromUtf8(xml), other[u"xml"_s].toString());
            QVERIFY_RESULT(valueOf(message));
        }
    }
}

void tst_RecordedServers::session_playsToItsEnd()
{
    QFETCH(QString, file);
    const QList<RecordedPiece> pieces = recordedWinrmPieces(file);
    const auto all = decoded(pieces);
    QVERIFY_RESULT(all);
    const auto entropy = std::make_shared<RecordedEntropy>();
    entropy->ids.append(all->messages[0].constFirst().pool);
    RunspacePool pool({}, entropy);
    QVERIFY_RESULT(pool.open());
    QHash<QString, QUuid> pipelines; // by command id, which old clients spelled in another byte order
    for (const Message &message : all->messages[0]) {
        if (message.type == MessageType::CreatePipeline || message.type == MessageType::GetCommandMetadata)
            entropy->ids.append(message.pipeline);
    }
    QHash<MessageType, int> seen;
    for (const RecordedPiece &piece : pieces) {
        if (!piece.isFromServer) {
            // one recording runs two pipelines, one after the other, under one id
            if (piece.place == u"Arguments") {
                pool.forget(pipelines.take(piece.command));
                const auto created = pool.createPipeline({{Command{u"Get-Thing"_s, false, {}, {}}}, false});
                QVERIFY_RESULT(created);
                pipelines.insert(piece.command, *created);
            }
            continue;
        }
        pool.receive(pipelines.value(piece.command), piece.bytes);
        while (const auto event = pool.nextEvent()) {
            if (const auto *broken = std::get_if<ProtocolBroken>(&*event))
                QFAIL(qPrintable(broken->error.detail));
            if (const auto *lost = std::get_if<MessageLost>(&*event))
                QFAIL(qPrintable(lost->error.detail));
            seen[MessageType::RunspacePoolState] += std::holds_alternative<PoolOpened>(*event);
            seen[MessageType::PipelineOutput] += std::holds_alternative<OutputWritten>(*event);
            seen[MessageType::ErrorRecord] += std::holds_alternative<ErrorWritten>(*event);
            seen[MessageType::PipelineState] += std::holds_alternative<PipelineEnded>(*event);
            seen[MessageType::PipelineHostCall] += std::holds_alternative<HostCalled>(*event);
            seen[MessageType::ProgressRecord] += std::holds_alternative<ProgressWritten>(*event);
            seen[MessageType::InformationRecord] += std::holds_alternative<InformationWritten>(*event);
            seen[MessageType::WarningRecord] += std::holds_alternative<TextWritten>(*event);
        }
    }
    const auto sent = [&](std::initializer_list<MessageType> types) {
        return std::count_if(all->messages[1].begin(), all->messages[1].end(),
            [&](const Message &message) { return std::find(types.begin(), types.end(), message.type) != types.end(); });
    };
    for (const auto type : {MessageType::RunspacePoolState, MessageType::PipelineOutput, MessageType::ErrorRecord,
             MessageType::PipelineState, MessageType::PipelineHostCall, MessageType::ProgressRecord,
             MessageType::InformationRecord})
        QCOMPARE(seen.value(type), static_cast<int>(sent({type})));
    QCOMPARE(seen.value(MessageType::WarningRecord),
        static_cast<int>(sent({MessageType::WarningRecord, MessageType::VerboseRecord, MessageType::DebugRecord})));
    QCOMPARE(pool.protocolVersion().left(2), u"2."_s);
    QVERIFY(pool.applicationData().object() != nullptr);
}

void tst_RecordedServers::requests_haveTheRecordedShape()
{
    const QString file = capturedPath("winrm/test_psrp_multiple_invocations.yml");
    const auto recorded = decoded(recordedWinrmPieces(file));
    QVERIFY_RESULT(recorded);
    const auto names = [&](MessageType type) {
        for (const Message &message : recorded->messages[0]) {
            if (message.type == type)
                return propertyNames(valueOf(message).value_or(clixml::Value()));
        }
        return QStringList();
    };
    QCOMPARE(propertyNames(sessionCapabilityBody()), names(MessageType::SessionCapability));
    QCOMPARE(propertyNames(initRunspacePoolBody(1, 1)), names(MessageType::InitRunspacePool));
    Command command{u"Get-Thing"_s, false, {}, {{u"Name"_s, clixml::Value(u"x"_s)}}};
    const auto body = createPipelineBody({{command}, false}, nullptr);
    QVERIFY_RESULT(body);
    const QStringList ours = propertyNames(*body);
    QStringList theirs = names(MessageType::CreatePipeline);
    for (const QString &name : ours)
        QVERIFY2(theirs.contains(name) || name == u"N", qPrintable(name));
    theirs.removeIf([](const QString &name) { return name.startsWith(u"Merge"_s) || name == u"ExtraCmds"; });
    for (const QString &name : qAsConst(theirs))
        QVERIFY2(ours.contains(name), qPrintable(name));
}

KAKUIN_TEST(tst_RecordedServers)

} // namespace tests::tst_recordedservers

#include "tst_recordedservers.moc"

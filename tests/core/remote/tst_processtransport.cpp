// SPDX-License-Identifier: MIT
#include "core/remote/outofprocpacket.h"
#include "core/remote/processtransport.h"
#include "labserver/shellserver.h"
#include "tests/testkit/await.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/stat.h>

namespace tests::tst_processtransport {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

/// In which order lines go to a program that acknowledges them when the test says so.
class tst_ProcessTransport final : public QObject {
    Q_OBJECT
    using PacketKind = OutOfProcPacket::Kind;
    using Stream = psrp::RunspacePool::Stream;

private Q_SLOTS:
    void init();
    void cleanup() { m_transport.reset(); }
    void stop_waitsForThePipeline_andWhatFollowsForTheStop();
    void stop_goesBeforeWhatWaitsToBeSent();
    void end_comesAfterWhatWasSent_andOnce();

private:
    /// The other end says that line.
    void say(PacketKind kind, const QUuid &id) { m_toTransport.write(packetLine({kind, id, false, {}})); }
    /// The kinds of the lines that it has got of a channel, in order.
    [[nodiscard]] QList<PacketKind> heard(const QUuid &id) const;
    /// Whatever was written before is in heard() after this.
    [[nodiscard]] bool isFlushed();
    /// A pipeline that takes input, as far as its own data, which are not acknowledged.
    [[nodiscard]] QUuid begin();

    std::unique_ptr<QTemporaryDir> m_folder;
    QFile m_toTransport;
    std::unique_ptr<psrp::RunspacePool> m_pool;
    std::unique_ptr<ProcessTransport> m_transport;
};

void tst_ProcessTransport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString pipe = m_folder->filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    m_toTransport.close();
    m_toTransport.setFileName(pipe);
    QVERIFY(m_toTransport.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    m_pool
        = std::make_unique<psrp::RunspacePool>(psrp::RunspacePool::Options(), std::make_shared<psrp::SystemEntropy>());
    m_transport = std::make_unique<ProcessTransport>(
        ProcessTransport::Command{
            u"/bin/sh"_s, {u"-c"_s, u"cat \"$0\" & cat > \"$1\"; kill $!"_s, pipe, m_folder->filePath(u"heard"_s)}},
        *m_pool);
    QVERIFY_RESULT(m_pool->open());
    labserver::ShellServer server(std::make_shared<ScriptedShell>()); // the session is opened without the program
    while (m_pool->hasOutgoing({}, Stream::Default))
        QVERIFY_RESULT(server.receive({}, m_pool->nextChunk({}, Stream::Default, 32768)));
    m_pool->receive({}, server.nextChunk({}, 1'000'000));
    QCOMPARE(m_pool->state(), psrp::PoolState::Opened);
    m_transport->start();
}

QList<OutOfProcPacket::Kind> tst_ProcessTransport::heard(const QUuid &id) const
{
    QList<PacketKind> kinds;
    QFile log(m_folder->filePath(u"heard"_s));
    if (!log.open(QIODevice::ReadOnly))
        return kinds;
    const QByteArrayList lines = log.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (const auto packet = parsePacket(line); packet && packet->id == id)
            kinds.append(packet->kind);
    }
    return kinds;
}

bool tst_ProcessTransport::isFlushed()
{
    const QUuid another = QUuid::createUuid();
    m_transport->openPipeline(another); // which is written at once
    return waitUntil([&] { return heard(another).size() == 1; });
}

QUuid tst_ProcessTransport::begin()
{
    psrp::PipelineRequest request{{psrp::Command{u"Get-Thing"_s, false, {}, {}}}, true};
    const QUuid id = m_pool->createPipeline(request).value_or(QUuid());
    m_transport->openPipeline(id);
    say(PacketKind::CommandAck, id);
    const bool isSent = waitUntil([&] { return heard(id).size() == 2; });
    return isSent ? id : QUuid();
}

// A stop that overtakes the pipeline stops nothing; an answer that overtakes the stop lets the pipeline go on.
void tst_ProcessTransport::stop_waitsForThePipeline_andWhatFollowsForTheStop()
{
    const QUuid id = begin();
    QVERIFY(!id.isNull());
    m_transport->stopPipeline(id);
    QVERIFY(isFlushed());
    QCOMPARE(heard(id), (QList{PacketKind::Command, PacketKind::Data}));
    say(PacketKind::DataAck, id);
    QTRY_COMPARE_WITH_TIMEOUT(heard(id).size(), 3, foreignPatienceMs);
    QVERIFY_RESULT(m_pool->sendInput(id, clixml::Value(u"more"_s)));
    m_transport->pump();
    QVERIFY(isFlushed());
    QCOMPARE(heard(id), (QList{PacketKind::Command, PacketKind::Data, PacketKind::Signal}));
    say(PacketKind::SignalAck, id);
    QTRY_COMPARE_WITH_TIMEOUT(heard(id).size(), 4, foreignPatienceMs);
    QCOMPARE(heard(id).constLast(), PacketKind::Data);
}

void tst_ProcessTransport::stop_goesBeforeWhatWaitsToBeSent()
{
    const QUuid id = begin();
    QVERIFY(!id.isNull());
    QVERIFY_RESULT(m_pool->sendInput(id, clixml::Value(u"more"_s)));
    m_transport->stopPipeline(id);
    say(PacketKind::DataAck, id);
    QTRY_COMPARE_WITH_TIMEOUT(heard(id).size(), 3, foreignPatienceMs);
    QCOMPARE(heard(id).constLast(), PacketKind::Signal);
}

void tst_ProcessTransport::end_comesAfterWhatWasSent_andOnce()
{
    const QUuid id = begin();
    QVERIFY(!id.isNull());
    m_transport->closePipeline(id);
    QVERIFY(isFlushed());
    QCOMPARE(heard(id), (QList{PacketKind::Command, PacketKind::Data}));
    say(PacketKind::DataAck, id);
    QTRY_COMPARE_WITH_TIMEOUT(heard(id).size(), 3, foreignPatienceMs);
    QCOMPARE(heard(id).constLast(), PacketKind::Close);
    m_transport->close(); // of the session
    QTRY_COMPARE_WITH_TIMEOUT(heard({}), QList{PacketKind::Close}, foreignPatienceMs);
    QCOMPARE(heard(id).size(), 3);
}

KAKUIN_TEST(tst_ProcessTransport)

} // namespace tests::tst_processtransport

#include "tst_processtransport.moc"

// SPDX-License-Identifier: MIT
// labonstreams FILE: a practice organisation as a PowerShell remoting server on the standard streams, for tests of the
// remote shell. What is written to the error stream is why it ended.
#include "core/lab/labshell.h"
#include "core/remote/outofprocpacket.h"
#include "labserver/shellserver.h"
#include "tests/testkit/await.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QThread>

#include <cstdio>
#include <iostream>
#include <string>

using namespace kakuin;
using namespace kakuin::remote;
using Kind = OutOfProcPacket::Kind;

namespace {

constexpr qsizetype chunkBytes = 32768;

void put(const OutOfProcPacket &packet)
{
    const QByteArray line = packetLine(packet);
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    std::fflush(stdout);
}

void putWaiting(labserver::PsrpServer &psrp)
{
    const QList<QUuid> channels = psrp.talkative();
    for (const QUuid &channel : channels) {
        for (QByteArray chunk = psrp.nextChunk(channel, chunkBytes); !chunk.isEmpty();
             chunk = psrp.nextChunk(channel, chunkBytes))
            put({Kind::Data, channel, false, chunk});
    }
}

int give(const QString &why)
{
    std::fputs(qPrintable(why), stderr);
    QCoreApplication::exit(1);
    return 1;
}

void take(const QByteArray &line, labserver::ShellServer &server)
{
    const auto packet = parsePacket(line);
    if (!packet) {
        give(packet.error().detail);
        return;
    }
    switch (packet->kind) {
    case Kind::Data:
        put({Kind::DataAck, packet->id, false, {}});
        if (const auto taken = server.receive(packet->id, packet->data); !taken)
            give(taken.error().detail);
        return;
    case Kind::Command:
        put({Kind::CommandAck, packet->id, false, {}});
        return;
    case Kind::Signal:
        put({Kind::SignalAck, packet->id, false, {}});
        server.stop(packet->id);
        return;
    case Kind::Close:
        server.forget(packet->id);
        put({Kind::CloseAck, packet->id, false, {}});
        if (packet->id.isNull())
            QCoreApplication::quit();
        return;
    default:
        give(QStringLiteral("a packet for clients"));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto opened = testkit::await(lab::LabShell::open(app.arguments().value(1)));
    if (!opened)
        return give(opened.error().subject);
    labserver::ShellServer server(*opened);
    QObject::connect(&server, &labserver::ShellServer::talked, &server, [&server] { putWaiting(server.psrp()); });
    // reading blocks; it has a thread of its own, which ends with its input
    const std::unique_ptr<QThread> reader(QThread::create([&server] {
        std::string line;
        while (std::getline(std::cin, line)) {
            const QByteArray bytes = QByteArray::fromStdString(line);
            QMetaObject::invokeMethod(
                &server, [bytes, &server] { take(bytes, server); }, Qt::QueuedConnection);
        }
        QCoreApplication::quit();
    }));
    reader->start();
    const int code = QCoreApplication::exec();
    std::fclose(stdin);
    std::_Exit(code); // the reader may still wait for a line that nobody will write
}

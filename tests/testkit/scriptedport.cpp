// SPDX-License-Identifier: MIT
#include "scriptedport.h"

#include <QtCore/QHash>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

namespace kakuin::testkit {

struct ScriptedPort::Private {
    Script script;
    QTcpServer server;
    QHash<QTcpSocket *, QByteArray> heard; ///< by connection
    QByteArray all;
    int connections = 0;
    int most = 0;

    void act(QTcpSocket *socket)
    {
        const Move move = script(heard.value(socket));
        socket->write(move.bytes);
        if (move.isEndless)
            QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [socket, bytes = move.bytes] {
                if (socket->bytesToWrite() == 0)
                    socket->write(bytes);
            });
        if (move.closes)
            socket->disconnectFromHost();
    }

    void accept()
    {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            ++connections;
            heard.insert(socket, {});
            most = std::max(most, static_cast<int>(heard.size()));
            QObject::connect(socket, &QTcpSocket::readyRead, &server, [this, socket] {
                const QByteArray bytes = socket->readAll();
                heard[socket] += bytes;
                all += bytes;
                act(socket);
            });
            QObject::connect(socket, &QTcpSocket::disconnected, &server, [this, socket] {
                heard.remove(socket);
                socket->deleteLater();
            });
            act(socket);
        }
    }
};

ScriptedPort::ScriptedPort(const Script &script)
    : d(std::make_unique<Private>())
{
    d->script = script;
    QObject::connect(&d->server, &QTcpServer::newConnection, &d->server, [this] { d->accept(); });
    d->server.listen(QHostAddress::LocalHost);
}

ScriptedPort::~ScriptedPort() = default;

quint16 ScriptedPort::port() const
{
    return d->server.serverPort();
}

int ScriptedPort::connections() const
{
    return d->connections;
}

int ScriptedPort::open() const
{
    return static_cast<int>(d->heard.size());
}

int ScriptedPort::mostOpen() const
{
    return d->most;
}

QByteArray ScriptedPort::received() const
{
    return d->all;
}

} // namespace kakuin::testkit

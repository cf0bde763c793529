// SPDX-License-Identifier: MIT
#include "tests/testkit/reservedports.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace kakuin::testkit {
namespace {

quint16 bindToAFreePort(int socket)
{
    const int on = 1;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool isBound = ::fcntl(socket, F_SETFD, FD_CLOEXEC) == 0
        && ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0
        && ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        && ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    return isBound ? ntohs(address.sin_port) : quint16(0);
}

} // namespace

ReservedPorts::ReservedPorts(int count)
{
    for (int i = 0; i < count; ++i) {
        m_sockets.push_back(::socket(AF_INET, SOCK_STREAM, 0));
        m_ports.push_back(bindToAFreePort(m_sockets.back()));
    }
#ifndef Q_OS_LINUX
    for (int &socket : m_sockets) // only now, so that they differ
        ::close(std::exchange(socket, -1));
#endif
}

ReservedPorts::~ReservedPorts()
{
    for (const int socket : m_sockets) {
        if (socket >= 0)
            ::close(socket);
    }
}

quint16 ReservedPorts::at(int index) const
{
    return m_ports.at(static_cast<size_t>(index));
}

} // namespace kakuin::testkit

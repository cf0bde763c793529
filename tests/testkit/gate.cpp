// SPDX-License-Identifier: MIT
#include "tests/testkit/gate.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace kakuin::testkit {
namespace {

#ifdef MSG_NOSIGNAL
constexpr int gateSendFlags = MSG_NOSIGNAL;
#else
constexpr int gateSendFlags = 0;
#endif

sockaddr_in loopbackAddress(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

// Not for the programs that tests start
int ownSocket()
{
    const int made = ::socket(AF_INET, SOCK_STREAM, 0);
    (void)::fcntl(made, F_SETFD, FD_CLOEXEC);
    return made;
}

void closeIfOpen(int descriptor)
{
    if (descriptor >= 0)
        ::close(descriptor);
}

} // namespace

Gate::Gate()
    : m_listener(ownSocket())
{
    sockaddr_in address = loopbackAddress(0);
    socklen_t size = sizeof address;
    const bool isListening = ::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), size) == 0
        && ::listen(m_listener, SOMAXCONN) == 0
        && ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) == 0 && ::pipe(m_wake.data()) == 0;
    if (!isListening)
        return;
    for (const int end : m_wake)
        (void)::fcntl(end, F_SETFD, FD_CLOEXEC);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { work(); });
}

Gate::~Gate()
{
    m_isEnding = true;
    set(State::Shut);
    if (m_thread.joinable())
        m_thread.join();
    for (const int descriptor : {m_listener, m_wake[0], m_wake[1]})
        closeIfOpen(descriptor);
}

void Gate::open(quint16 serverPort)
{
    m_serverPort = serverPort;
    set(State::Open);
}

void Gate::set(State state)
{
    m_state = state;
    const char any = 0;
    (void)!::write(m_wake[1], &any, 1);
}

void Gate::accept()
{
    const int client = ::accept(m_listener, nullptr, nullptr);
    if (client < 0)
        return;
    (void)::fcntl(client, F_SETFD, FD_CLOEXEC);
    Passage passage{client, -1};
    if (m_state == State::Open) {
        const sockaddr_in address = loopbackAddress(m_serverPort);
        passage.server = ownSocket();
        if (::connect(passage.server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
            ::close(passage.server);
            ::close(client);
            return;
        }
    } else if (m_state == State::Shut) {
        ::close(client);
        return;
    }
    m_passages.push_back(passage);
}

// False: there is nothing more to pass on.
bool Gate::pass(int from, int to)
{
    std::array<char, 16384> bytes{};
    const ssize_t count = ::recv(from, bytes.data(), bytes.size(), 0);
    for (ssize_t given = 0; given < count;) {
        const ssize_t sent = ::send(to, bytes.data() + given, static_cast<size_t>(count - given), gateSendFlags);
        if (sent <= 0)
            return false;
        given += sent;
    }
    return count > 0;
}

void Gate::work()
{
    while (!m_isEnding) {
        std::vector<pollfd> watched{{m_wake[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
        for (const Passage &passage : m_passages) {
            watched.push_back({passage.client, POLLIN, 0});
            watched.push_back({passage.server, POLLIN, 0}); // a negative one is passed over
        }
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
            break;
        const auto isReady = [&watched](int descriptor) {
            return std::any_of(watched.begin(), watched.end(),
                [descriptor](const pollfd &each) { return each.fd == descriptor && each.revents != 0; });
        };
        std::array<char, 64> wakes{};
        if (isReady(m_wake[0]))
            (void)!::read(m_wake[0], wakes.data(), wakes.size());
        m_passages.remove_if([&](const Passage &passage) {
            bool isOver = passage.server < 0 && m_state != State::Silent;
            if (passage.server < 0 && isReady(passage.client)) { // read what it says, and say nothing
                std::array<char, 16384> unheard{};
                isOver = isOver || ::recv(passage.client, unheard.data(), unheard.size(), 0) <= 0;
            } else if (passage.server >= 0) {
                isOver = (isReady(passage.client) && !pass(passage.client, passage.server))
                    || (isReady(passage.server) && !pass(passage.server, passage.client));
            }
            if (isOver) {
                ::close(passage.client);
                closeIfOpen(passage.server);
            }
            return isOver;
        });
        if (isReady(m_listener))
            accept();
        m_unanswered = static_cast<int>(std::count_if(
            m_passages.begin(), m_passages.end(), [](const Passage &passage) { return passage.server < 0; }));
    }
    for (const Passage &passage : std::exchange(m_passages, {})) {
        ::close(passage.client);
        closeIfOpen(passage.server);
    }
}

} // namespace kakuin::testkit

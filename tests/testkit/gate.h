// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

#include <array>
#include <atomic>
#include <list>
#include <thread>

namespace kakuin::testkit {

/// A port of the loopback in front of a server's: it lets connections through, closes them, or leaves them unanswered.
/// So a test can take a server away and bring it back while its clients keep the address that they were told.
/// Threads: one of its own, because tests wait for programs without turning the event loop.
class Gate final {
public:
    enum class State { Open, Shut, Silent };
    Gate();
    ~Gate();
    Q_DISABLE_COPY_MOVE(Gate)

    /// Where clients come; 0: the system gave none.
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Open, before a server that listens there.
    void open(quint16 serverPort);
    /// How connections are met that come from now on. Those that were left unanswered are closed.
    void set(State state);
    /// How many connections wait for an answer that does not come.
    [[nodiscard]] int unanswered() const { return m_unanswered; }

private:
    struct Passage final {
        int client = -1;
        int server = -1; ///< none: it is left unanswered
    };
    void work();
    void accept();
    [[nodiscard]] static bool pass(int from, int to);

    int m_listener = -1;
    std::array<int, 2> m_wake{-1, -1}; ///< a pipe, to interrupt the thread's waiting
    quint16 m_port = 0;
    std::atomic<quint16> m_serverPort = 0;
    std::atomic<State> m_state = State::Shut;
    std::atomic<int> m_unanswered = 0;
    std::atomic<bool> m_isEnding = false;
    std::list<Passage> m_passages; ///< the thread's
    std::thread m_thread;
};

} // namespace kakuin::testkit

// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

#include <vector>

namespace kakuin::testkit {

/// Ports of the loopback for servers that must be told theirs. As long as this object lives, the system gives them to
/// no other program, so that tests that run at the same time do not take each other's.
/// How:     each is held by a socket that is bound and does not listen. Linux lets a server that sets SO_REUSEADDR, as
///          servers do, listen beside it; elsewhere the ports are only free when they are chosen.
class ReservedPorts final {
public:
    explicit ReservedPorts(int count);
    ~ReservedPorts();
    Q_DISABLE_COPY_MOVE(ReservedPorts)

    [[nodiscard]] quint16 at(int index) const; ///< 0: the system gave none

private:
    std::vector<int> m_sockets;
    std::vector<quint16> m_ports;
};

} // namespace kakuin::testkit

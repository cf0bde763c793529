// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>

#include <functional>
#include <memory>

namespace kakuin::testkit {

/// A port on the loopback that behaves as a test wants.
/// Shape:   the script is asked when a connection has come (nothing received yet) and whenever bytes arrive; it gets
///          all that this connection has received so far.
/// Threads: that of the object, which needs its event loop.
class ScriptedPort final {
public:
    struct Move final {
        QByteArray bytes = {};
        bool closes = false;
        bool isEndless = false; ///< these bytes, again and again
    };
    using Script = std::function<Move(const QByteArray &received)>;

    explicit ScriptedPort(const Script &script);
    ~ScriptedPort();
    Q_DISABLE_COPY_MOVE(ScriptedPort)

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] int connections() const; ///< so far
    [[nodiscard]] int open() const; ///< now
    [[nodiscard]] int mostOpen() const; ///< at one time
    [[nodiscard]] QByteArray received() const; ///< on all of them

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace kakuin::testkit

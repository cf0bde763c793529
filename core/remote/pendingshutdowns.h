// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>

namespace kakuin::remote {

/// Shutdowns that outlive the object that began them: shells that servers are asked to delete, programs whose input has
/// ended. Only the end of the program waits for them, for a limited time: a shell that is left on a server counts
/// against the user's quota there.
/// Threads: the application's.
class PendingShutdowns final : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] static PendingShutdowns &instance();
    /// Counts `shutdown` until it is destroyed.
    void add(QObject *shutdown);
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }

Q_SIGNALS:
    void allEnded();

private:
    using QObject::QObject;
    int m_count = 0;
};

} // namespace kakuin::remote

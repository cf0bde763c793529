// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>

namespace kakuin::remote {

/// The good-byes that outlive who says them: shells that servers are asked to delete, programs whose input has ended.
/// Nobody waits for them but the end of the program, which gives them a little time: what stays behind counts against
/// the person's budget.
/// Threads: the application's.
class Farewells final : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] static Farewells &instance();
    /// It counts until it is destroyed.
    void add(QObject *speaker);
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }

Q_SIGNALS:
    void allSaid();

private:
    using QObject::QObject;
    int m_count = 0;
};

} // namespace kakuin::remote

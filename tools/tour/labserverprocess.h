// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QProcess>

namespace kakuin::tour {

/// kakuin-lab-server as a child of this program: a practice organisation over the network, for the tour.
/// Shape:   start(), then isReady() once it has said how to connect; value() of what it said. When this goes its
///          input ends, and so does it, in its own time.
class LabServerProcess final : public QObject {
    Q_OBJECT
public:
    /// Where it is in this build folder; empty when it has not been built.
    [[nodiscard]] static QString path();
    explicit LabServerProcess(QObject *parent = nullptr);
    ~LabServerProcess() override;
    Q_DISABLE_COPY_MOVE(LabServerProcess)

    void start();
    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// "Address", "User", "Password", "Pinned SHA-256"
    [[nodiscard]] QString value(const QString &name) const { return m_values.value(name); }

private:
    void read();

    QProcess *m_process; // outlives this until it has ended
    QHash<QString, QString> m_values;
    bool m_isReady = false;
};

} // namespace kakuin::tour

// SPDX-License-Identifier: MIT
#pragma once

#include "core/live/livesweep.h"

#include <QtCore/QPromise>

namespace kakuin::session {

/// The live checks of a session, one after the other: what was asked for while one runs waits for it.
/// Shape:   add() answers with whether the check came to its end (Cancelled otherwise). readingsArrived() comes before
///          that answer, also of a check that was cancelled: what a port has said stays said.
/// Threads: the thread of the object.
class LiveChecks final : public QObject {
    Q_OBJECT
public:
    using Targets = QList<live::LiveSweep::Target>;

    explicit LiveChecks(std::shared_ptr<const Clock> clock, QObject *parent = nullptr);
    ~LiveChecks() override;
    Q_DISABLE_COPY_MOVE(LiveChecks)

    [[nodiscard]] QFuture<Result<void>> add(std::shared_ptr<live::PortProbe> probe, const Targets &targets);
    /// The one under way and those that wait.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_sweep != nullptr; }

Q_SIGNALS:
    void started();
    void progressed(int done, int total);
    void readingsArrived(const QList<kakuin::domain::LiveReading> &readings);
    void finished(const kakuin::Result<void> &outcome);

private:
    using Promise = std::shared_ptr<QPromise<Result<void>>>;
    struct Request final {
        std::shared_ptr<live::PortProbe> probe;
        Targets targets;
        Promise promise;
    };
    void startNext();
    void onFinished(const QList<domain::LiveReading> &readings, bool isCancelled);
    static void answer(const Promise &promise, const Result<void> &outcome);

    std::shared_ptr<const Clock> m_clock;
    QList<Request> m_waiting;
    Promise m_promise; ///< of the sweep under way
    live::LiveSweep *m_sweep = nullptr;
};

} // namespace kakuin::session

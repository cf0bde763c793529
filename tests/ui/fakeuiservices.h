// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/factname.h"
#include "ui/uiservices.h"

namespace kakuin::testkit {

/// Remembers which windows would have opened.
class FakeUiServices final : public ui::UiServices {
public:
    struct Seen final {
        QList<advice::Task> tasks; ///< in order
        QStringList opened; ///< what was opened besides windows(), in order: the name of the task, or of the window
        QList<Window> windows; ///< in order
        QList<plan::OperationRecord> operations;
        QStringList pathsToChoose; ///< what the person will choose
    };
    explicit FakeUiServices(Seen &seen)
        : m_seen(seen)
    {
    }

    void openTask(session::Workspace &, const advice::Task &task, QWidget *) override
    {
        if (task.kind == advice::Task::Kind::Instructions)
            return;
        m_seen.tasks << task;
        m_seen.opened << report::nameOf(task.kind);
    }
    void openWindow(session::Workspace &, Window window, QWidget *) override { m_seen.windows << window; }
    void compare(session::Workspace &, const domain::CertificateId &, const domain::CertificateId &, QWidget *) override
    {
        m_seen.opened << QStringLiteral("compare");
    }
    void connectTo(session::Workspace &, const QString &connection, QWidget *) override
    {
        m_seen.opened << QStringLiteral("connect") + connection;
    }
    void showHistory(session::Workspace &, const domain::CertificateId &id, QWidget *) override
    {
        m_seen.opened << (id.thumbprint.isNull() ? QStringLiteral("history") : QStringLiteral("certificateHistory"));
    }
    void resume(session::Workspace &, const plan::OperationRecord &operation, QWidget *) override
    {
        m_seen.operations = {operation};
        m_seen.opened << QStringLiteral("resume");
    }
    void checkPorts(
        session::Workspace &, const QList<domain::ServerId> &, const std::function<void()> &agreed, QWidget *) override
    {
        m_seen.opened << QStringLiteral("checkPorts");
        agreed();
    }
    void choosePaths(Paths, QWidget *, const PathsChosen &chosen) override { chosen(m_seen.pathsToChoose); }

private:
    Seen &m_seen;
};

} // namespace kakuin::testkit

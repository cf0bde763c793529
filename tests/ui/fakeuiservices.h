// SPDX-License-Identifier: MIT
#pragma once

#include "ui/uiservices.h"

namespace kakuin::testkit {

/// Remembers which windows would have opened.
class FakeUiServices final : public ui::UiServices {
public:
    struct Seen final {
        QList<domain::CertificateId> renewed;
        QStringList opened; ///< names of the other windows, in order
        QList<plan::OperationRecord> operations;
        QStringList pathsToChoose; ///< what the person will choose
        domain::Thumbprint existing; ///< with which the rotation would begin
    };
    explicit FakeUiServices(Seen &seen)
        : m_seen(seen)
    {
    }

    void renew(session::Workspace &, const QList<domain::CertificateId> &certificates, QWidget *) override
    {
        m_seen.renewed = certificates;
        m_seen.opened << QStringLiteral("renew");
    }
    void rotate(session::Workspace &, const domain::Thumbprint &existing, QWidget *) override
    {
        m_seen.opened << QStringLiteral("rotate");
        m_seen.existing = existing;
    }
    void followRotation(session::Workspace &, QWidget *) override { m_seen.opened << QStringLiteral("followRotation"); }
    void assign(session::Workspace &, const domain::CertificateId &, bool takesTransport, domain::ServiceSet,
        QWidget *) override
    {
        m_seen.opened << (takesTransport ? QStringLiteral("transport") : QStringLiteral("assign"));
    }
    void remove(session::Workspace &, const QList<domain::CertificateId> &, QWidget *) override
    {
        m_seen.opened << QStringLiteral("remove");
    }
    void exportCertificate(session::Workspace &, const domain::CertificateId &, QWidget *) override
    {
        m_seen.opened << QStringLiteral("export");
    }
    void importCertificate(session::Workspace &, const QList<domain::ServerId> &, QWidget *) override
    {
        m_seen.opened << QStringLiteral("import");
    }
    void compare(session::Workspace &, const domain::CertificateId &, const domain::CertificateId &, QWidget *) override
    {
        m_seen.opened << QStringLiteral("compare");
    }
    void connectTo(session::Workspace &, const QString &connection, QWidget *) override
    {
        m_seen.opened << QStringLiteral("connect") + connection;
    }
    void newPractice(session::Workspace &, QWidget *) override { m_seen.opened << QStringLiteral("newPractice"); }
    void moveLabClock(session::Workspace &, QWidget *) override { m_seen.opened << QStringLiteral("clock"); }
    void setLabFaults(session::Workspace &, QWidget *) override { m_seen.opened << QStringLiteral("faults"); }
    void showHistory(session::Workspace &, const domain::CertificateId &id, QWidget *) override
    {
        m_seen.opened << (id.thumbprint.isNull() ? QStringLiteral("history") : QStringLiteral("certificateHistory"));
    }
    void resume(session::Workspace &, const plan::OperationRecord &operation, QWidget *) override
    {
        m_seen.operations = {operation};
        m_seen.opened << QStringLiteral("resume");
    }
    void saveSnapshot(session::Workspace &, QWidget *) override { m_seen.opened << QStringLiteral("saveSnapshot"); }
    void saveCollectorScript(QWidget *) override { m_seen.opened << QStringLiteral("collectorScript"); }
    void compareSnapshot(session::Workspace &, QWidget *) override
    {
        m_seen.opened << QStringLiteral("compareSnapshot");
    }
    void checkPorts(
        session::Workspace &, const QList<domain::ServerId> &, const std::function<void()> &agreed, QWidget *) override
    {
        m_seen.opened << QStringLiteral("checkPorts");
        agreed();
    }
    void about(QWidget *) override { m_seen.opened << QStringLiteral("about"); }
    void chooseExportedFolder(QWidget *, const PathsChosen &chosen) override { chosen(m_seen.pathsToChoose); }
    void chooseExportedFiles(QWidget *, const PathsChosen &chosen) override { chosen(m_seen.pathsToChoose); }

private:
    Seen &m_seen;
};

} // namespace kakuin::testkit

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/connection/connectionprofile.h"
#include "core/lab/labshell.h"
#include "labserver/fault.h"
#include "labserver/pipelinewatcher.h"

#include <QtCore/QTimer>

namespace kakuin::labserver {

class HttpFront;
class WsmanFront;
struct KerberosGuardPlan;

/// A practice organisation behind PowerShell remoting on the loopback, with faults.
/// Shape:   start(), then profile() is what a person would enter to connect. Over https with Basic and a certificate of
///          its own, or over http with Kerberos, which encrypts by itself. What ran, and how often, is in the log.
/// Errors:  of start: FileUnreadable for a key table that is not there; KerberosUnavailable in a build without it;
///          Internal for a port that is taken, with the system's words.
/// Threads: that of the object, with an event loop.
class LabServer final : public QObject, private PipelineWatcher {
    Q_OBJECT
public:
    struct Options final {
        QString user = QStringLiteral("admin");
        Secret password; ///< Basic
        QString keytab; ///< not empty: Kerberos, with the key of HTTP/localhost
        QString endpoint = QStringLiteral("PowerShell"); ///< of the URL
        quint16 port = 0; ///< 0: any that is free
    };
    [[nodiscard]] static Result<std::unique_ptr<LabServer>> start(
        std::shared_ptr<lab::LabShell> lab, const Options &options);
    ~LabServer() override;
    Q_DISABLE_COPY_MOVE(LabServer)

    [[nodiscard]] QString url() const;
    /// SHA-256 of its certificate; empty over http.
    [[nodiscard]] QByteArray certificateSha256() const;
    [[nodiscard]] connection::ConnectionProfile profile() const;
    [[nodiscard]] lab::LabShell &lab() const { return *m_lab; }

    /// What was wrong before ends; what is counted begins anew. A fault with a moment waits for it.
    void setFault(const Fault &fault);
    [[nodiscard]] const Fault &fault() const { return m_fault; }
    [[nodiscard]] bool hasStruck() const { return m_hasStruck; } ///< the present fault, or the one that has just ended

    /// How often a pipeline with that cmdlet was run.
    [[nodiscard]] int timesRun(const QString &cmdlet) const;
    [[nodiscard]] const QStringList &log() const { return m_log; } ///< the newest 1,000
    [[nodiscard]] int shells() const; ///< created and not deleted
    [[nodiscard]] int commands() const; ///< begun, and not yet let go of by the client
    [[nodiscard]] int refusedPasswords() const;

Q_SIGNALS:
    void logged(const QString &line);
    void struck(const QString &fault);

private:
    LabServer(std::shared_ptr<lab::LabShell> lab, const Options &options);
    [[nodiscard]] Result<void> listen();
    [[nodiscard]] Verdict arrived(const shell::Pipeline &pipeline) override;
    [[nodiscard]] Verdict asked(const shell::Pipeline &pipeline) override;
    [[nodiscard]] Verdict ran(const shell::Pipeline &pipeline) override;
    void lost(const shell::Pipeline &pipeline) override;
    void released(const shell::Pipeline &pipeline) override;
    [[nodiscard]] bool comesNow(Fault::Moment moment, const shell::Pipeline &pipeline);
    void strike();
    void recover();
    void letIn(bool isLetIn);
    void write(const QString &line);

    std::shared_ptr<lab::LabShell> m_lab;
    Options m_options;
    std::unique_ptr<WsmanFront> m_wsman;
    std::unique_ptr<HttpFront> m_http;
    std::shared_ptr<KerberosGuardPlan> m_kerberos; ///< null with Basic
    Fault m_fault;
    bool m_hasStruck = false;
    int m_pipelines = 0; ///< since the fault was set
    QTimer m_recovery;
    QHash<QString, int> m_runs; ///< by cmdlet, lower case
    QStringList m_log;
};

/// As Kakuin shows and takes it: pairs of digits with colons.
[[nodiscard]] QString fingerprintText(const QByteArray &sha256);

} // namespace kakuin::labserver

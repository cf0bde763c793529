// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/lab/labfixture.h"
#include "tests/core/snapshot/exportfiles.h"

#include "core/remote/processtransport.h"
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "core/shell/readonlyshell.h"
#include "core/snapshot/snapshotshell.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"

namespace kakuin::testkit {

/// Makes shells of one kind for the contract test. All of them show the same organisation: Contoso 2013.
class ShellFactory {
public:
    ShellFactory() = default;
    virtual ~ShellFactory() = default;
    Q_DISABLE_COPY_MOVE(ShellFactory)

    /// Once, before the first make().
    [[nodiscard]] virtual Result<void> prepare() = 0;
    /// A fresh shell on a fresh organisation.
    [[nodiscard]] virtual Result<std::shared_ptr<shell::Shell>> make() = 0;
};

class LabFactory final : public ShellFactory {
public:
    [[nodiscard]] Result<void> prepare() override { return m_fixture.make(); }
    [[nodiscard]] Result<std::shared_ptr<shell::Shell>> make() override
    {
        const auto opened = m_fixture.open();
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        return std::shared_ptr<shell::Shell>(std::exchange(m_fixture.shell, nullptr));
    }

private:
    LabFixture m_fixture;
};

/// The practice organisation, for reading only.
class ReadOnlyFactory final : public ShellFactory {
public:
    [[nodiscard]] Result<void> prepare() override { return m_lab.prepare(); }
    [[nodiscard]] Result<std::shared_ptr<shell::Shell>> make() override
    {
        return m_lab.make().transform([](const std::shared_ptr<shell::Shell> &lab) {
            return std::shared_ptr<shell::Shell>(std::make_shared<shell::ReadOnlyShell>(lab));
        });
    }

private:
    LabFactory m_lab;
};

/// What the practice organisation answers, exported and opened again.
class SnapshotFactory final : public ShellFactory {
public:
    [[nodiscard]] Result<void> prepare() override
    {
        LabFactory lab;
        const auto prepared = lab.prepare();
        if (!prepared)
            return prepared;
        const auto shell = lab.make();
        if (!shell)
            return tl::unexpected<Error>(shell.error());
        return exportAll(**shell);
    }
    [[nodiscard]] Result<std::shared_ptr<shell::Shell>> make() override
    {
        const auto opened = await(snapshot::SnapshotShell::open({m_folder.path()}));
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        return std::shared_ptr<shell::Shell>(*opened);
    }

private:
    [[nodiscard]] Result<void> exportAll(shell::Shell &shell) const
    {
        for (const char *name : {"Get-ExchangeServer", "Get-AuthConfig", "Get-TransportService", "Get-MailboxServer",
                 "Get-SendConnector", "Get-ReceiveConnector", "Get-HybridConfiguration"}) {
            const auto output = await(shell.invoke(shell::Cmdlet(QString::fromLatin1(name))));
            if (!output)
                return tl::unexpected<Error>(output.error());
            if (!output->objects().isEmpty()) // an empty file does not tell what it is the output of
                m_folder.write(QString::fromLatin1(name) + QLatin1String(".xml"), output->objects());
        }
        const auto servers = await(shell.invoke(shell::Cmdlet(QStringLiteral("Get-ExchangeServer"))));
        for (const clixml::Value &server : servers.value_or(shell::PipelineOutput()).objects()) {
            const QString name = server.object()->property(u"Name").text();
            const shell::Cmdlet cmdlet
                = shell::Cmdlet(QStringLiteral("Get-ExchangeCertificate")).onServer(domain::ServerId(name));
            const auto output = await(shell.invoke(cmdlet));
            if (output)
                m_folder.write(name + QLatin1String(".certificates.xml"), output->objects());
        }
        return {};
    }
    ExportFolder m_folder;
};

/// The practice organisation in another process, spoken to over its standard streams.
class RemoteFactory final : public ShellFactory {
public:
    [[nodiscard]] Result<void> prepare() override { return m_fixture.make(); }
    [[nodiscard]] Result<std::shared_ptr<shell::Shell>> make() override
    {
        const QString copy = m_fixture.file(QStringLiteral("served%1.lab").arg(++m_copies));
        if (!QFile::copy(m_fixture.pattern(), copy))
            return fail(ErrorCode::FileUnwritable, copy);
        remote::RemoteShell::Connection connection;
        connection.name = QStringLiteral("labserver");
        connection.transport = [copy](psrp::RunspacePool &pool) {
            return std::make_unique<remote::ProcessTransport>(
                remote::ProcessTransport::Command{QStringLiteral(KAKUIN_LAB_ON_STREAMS), {copy}}, pool);
        };
        const auto opened = await(remote::RemoteShell::open(connection));
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        return std::shared_ptr<shell::Shell>(*opened);
    }

private:
    LabFixture m_fixture;
    int m_copies = 0;
};

/// The practice organisation behind WS-Management, without HTTP.
class WsmanFactory final : public ShellFactory {
public:
    [[nodiscard]] Result<void> prepare() override { return m_fixture.make(); }
    [[nodiscard]] Result<std::shared_ptr<shell::Shell>> make() override
    {
        const auto lab = m_fixture.open();
        if (!lab)
            return tl::unexpected<Error>(lab.error());
        m_front = std::make_unique<labserver::WsmanFront>(
            std::make_unique<labserver::ShellServer>(std::exchange(m_fixture.shell, nullptr)));
        remote::RemoteShell::Connection connection;
        connection.kind = shell::ShellDescription::Kind::Remote;
        connection.name = QStringLiteral("mbx01.contoso.com");
        connection.transport = [connections = m_front->connections()](psrp::RunspacePool &pool) {
            remote::WsmanSessionFacts facts;
            facts.url = QStringLiteral("https://mbx01.contoso.com/PowerShell/");
            return std::make_unique<remote::WsmanTransport>(facts, connections, pool);
        };
        const auto opened = await(remote::RemoteShell::open(connection));
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        return std::shared_ptr<shell::Shell>(*opened);
    }

private:
    LabFixture m_fixture;
    std::unique_ptr<labserver::WsmanFront> m_front;
};

} // namespace kakuin::testkit

// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labshell.h"
#include "core/shell/decode/authconfig.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/shell/decode/transportservice.h"
#include "tests/testkit/await.h"
#include "tests/testkit/fakeprompts.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace kakuin::testkit {

/// A practice organisation for one test: a copy of one that was made once, because keys take their time.
class LabFixture final {
public:
    explicit LabFixture(lab::Preset preset = lab::Preset::Contoso2013)
        : m_preset(preset)
    {
    }

    /// Makes the pattern; call it from initTestCase().
    [[nodiscard]] Result<void> make()
    {
        auto made = await(lab::LabShell::create(pattern(), m_preset));
        if (!made)
            return tl::unexpected<Error>(made.error());
        made->reset(); // closes the file: SQLite folds its side files in
        return {};
    }
    /// A fresh copy, opened. Call it from init().
    [[nodiscard]] Result<void> open()
    {
        shell.reset();
        m_path = m_dir.filePath(QStringLiteral("copy%1.lab").arg(++m_copies));
        if (!QFile::copy(pattern(), m_path))
            return fail(ErrorCode::FileUnwritable, m_path);
        return reopen();
    }
    [[nodiscard]] Result<void> reopen()
    {
        shell.reset();
        auto opened = await(lab::LabShell::open(m_path));
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        shell = *opened;
        return {};
    }

    [[nodiscard]] Result<shell::PipelineOutput> run(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr)
    {
        return await(shell->invoke(pipeline, prompts));
    }
    [[nodiscard]] QList<domain::Certificate> certificates(const QString &server)
    {
        QList<domain::Certificate> list;
        const auto output
            = run(shell::Cmdlet(QStringLiteral("Get-ExchangeCertificate")).onServer(domain::ServerId(server)));
        for (const clixml::Value &value : output.value_or(shell::PipelineOutput()).objects()) {
            if (auto decoded = shell::decode::exchangeCertificate(value, domain::ServerId(server)))
                list.append(*decoded);
        }
        return list;
    }
    [[nodiscard]] std::optional<domain::Certificate> certificate(
        const QString &server, const domain::Thumbprint &thumbprint)
    {
        for (const domain::Certificate &candidate : certificates(server)) {
            if (candidate.facts.thumbprint == thumbprint)
                return candidate;
        }
        return std::nullopt;
    }
    /// The first whose subject begins so and which has the service, newest first as the server lists them.
    [[nodiscard]] domain::Certificate bySubject(const QString &server, const QString &subject)
    {
        for (const domain::Certificate &candidate : certificates(server)) {
            if (candidate.facts.subject.startsWith(subject))
                return candidate;
        }
        return {};
    }
    [[nodiscard]] domain::AuthConfig authConfig()
    {
        const auto output = run(shell::Cmdlet(QStringLiteral("Get-AuthConfig")));
        const auto objects = output.value_or(shell::PipelineOutput()).objects();
        return objects.isEmpty() ? domain::AuthConfig()
                                 : shell::decode::authConfig(objects.first()).value_or(domain::AuthConfig());
    }
    /// From the directory, which knows it for every kind of server.
    [[nodiscard]] domain::Thumbprint internalTransport(const QString &server)
    {
        const auto output
            = run(shell::Cmdlet(QStringLiteral("Get-ADObject"))
                      .with(QStringLiteral("Filter"),
                          QStringLiteral("ObjectClass -eq 'msExchExchangeServer' -and name -eq '%1'").arg(server))
                      .with(QStringLiteral("Properties"), QStringLiteral("*")));
        const auto objects = output.value_or(shell::PipelineOutput()).objects();
        if (objects.isEmpty())
            return {};
        const auto decoded = shell::decode::directoryServer(objects.first());
        return decoded ? decoded->thumbprint : domain::Thumbprint();
    }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString file(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString pattern() const { return m_dir.filePath(QStringLiteral("pattern.lab")); }

    std::shared_ptr<lab::LabShell> shell;

private:
    lab::Preset m_preset;
    QTemporaryDir m_dir;
    QString m_path;
    int m_copies = 0;
};

/// "Get-ExchangeCertificate -Server S -Thumbprint T"
[[nodiscard]] inline shell::Cmdlet getCertificate(const QString &server, const domain::Thumbprint &thumbprint)
{
    return shell::Cmdlet(QStringLiteral("Get-ExchangeCertificate"))
        .onServer(domain::ServerId(server))
        .withThumbprint(thumbprint);
}
/// "New-ExchangeCertificate -Server S"
[[nodiscard]] inline shell::Cmdlet newCertificate(const QString &server)
{
    return shell::Cmdlet(QStringLiteral("New-ExchangeCertificate")).onServer(domain::ServerId(server));
}

} // namespace kakuin::testkit

// SPDX-License-Identifier: MIT
#include "core/connection/shellopener.h"

#include "core/base/mapfuture.h"
#include "core/connection/endpointgroup.h"
#include "core/directory/directoryreader.h"
#include "core/directory/directoryshell.h"
#include "core/remote/httpchannel.h"
#include "core/remote/processtransport.h"
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "core/shell/readonlyshell.h"

namespace kakuin::connection {
namespace {

using namespace Qt::StringLiterals;
using remote::RemoteShell;
using RemoteResult = Result<std::shared_ptr<RemoteShell>>;

remote::HttpSettings httpSettings(const ConnectionProfile &profile, const QUrl &url, const Secret &password)
{
    remote::HttpSettings settings;
    settings.url = QString::fromLatin1(url.toEncoded());
    settings.user = profile.user;
    settings.password = password;
    settings.caFile = profile.authorityFile;
    settings.signIn = profile.signIn;
    settings.pinSha256 = profile.pinnedSha256;
    settings.clientCertificateFile = profile.clientCertificateFile;
    settings.servicePrincipal = profile.servicePrincipal;
    return settings;
}

Result<RemoteShell::Connection> serverConnection(
    const ConnectionProfile &profile, const Secret &password, const QString &culture)
{
    const Result<QUrl> url = endpointUrl(profile);
    if (!url)
        return tl::unexpected<Error>(url.error());
    remote::HttpSettings settings = httpSettings(profile, *url, password);
    settings.clock = std::make_shared<remote::ServerClock>();
    settings.account = std::make_shared<remote::SignedInAccount>();
    remote::WsmanSessionFacts facts;
    facts.url = settings.url;
    facts.locale = culture;
    if (!url->path().startsWith(u"/powershell"_s, Qt::CaseInsensitive))
        facts.resourceUri = u"http://schemas.microsoft.com/powershell/Microsoft.PowerShell"_s;
    RemoteShell::Connection connection;
    connection.kind = shell::ShellDescription::Kind::Remote;
    connection.clock = settings.clock;
    connection.account = settings.account;
    connection.session.maxRunspaces = profile.parallelCommands;
    // one factory a transport: the connections of one session share their cookies, those of two do not
    connection.transport = [facts, settings](psrp::RunspacePool &pool) {
        return std::make_unique<remote::WsmanTransport>(facts, remote::HttpChannel::factory(settings), pool);
    };
    return connection;
}

Result<RemoteShell::Connection> programConnection(const ConnectionProfile &profile)
{
    const Result<QStringList> call = programCall(profile);
    if (!call)
        return tl::unexpected<Error>(call.error());
    RemoteShell::Connection connection;
    connection.kind = shell::ShellDescription::Kind::Process;
    connection.transport = [call = *call](psrp::RunspacePool &pool) {
        return std::make_unique<remote::ProcessTransport>(
            remote::ProcessTransport::Command{call.first(), call.mid(1)}, pool);
    };
    return connection;
}

QFuture<RemoteResult> openRemote(const ConnectionProfile &profile, const Secret &password, const QString &culture)
{
    Result<RemoteShell::Connection> connection = profile.kind == ConnectionProfile::Kind::Server
        ? serverConnection(profile, password, culture)
        : programConnection(profile);
    if (!connection)
        return readyFuture<std::shared_ptr<RemoteShell>>(tl::unexpected<Error>(connection.error()));
    connection->name = peerName(profile);
    connection->hasPassword = !password.isEmpty();
    connection->requiredCmdlet = u"Get-ExchangeCertificate"_s;
    return RemoteShell::open(*connection);
}

std::shared_ptr<shell::Shell> withFurtherServers(const std::shared_ptr<shell::Shell> &first,
    const ConnectionProfile &profile, const Secret &password, const QString &culture)
{
    if (profile.kind != ConnectionProfile::Kind::Server || profile.furtherAddresses.isEmpty())
        return first;
    auto group = std::make_shared<EndpointGroup>(first);
    for (const QString &address : profile.furtherAddresses) {
        const ConnectionProfile further = furtherProfile(profile, address);
        group->add(peerName(further),
            mapFuture(openRemote(further, password, culture),
                [](const std::shared_ptr<RemoteShell> &shell) { return std::shared_ptr<shell::Shell>(shell); }));
    }
    return group;
}

OpenedShell complete(const std::shared_ptr<RemoteShell> &first, const ConnectionProfile &profile,
    const Secret &password, const QString &culture)
{
    OpenedShell opened{withFurtherServers(first, profile, password, culture), first->rights().missingCmdlets()};
    opened.missing += first->rights().missingParameters();
    if (const auto directory = directorySettings(profile, password); directory && *directory)
        opened.shell
            = std::make_shared<directory::DirectoryShell>(opened.shell, directory::directorySource(**directory));
    if (profile.isReadOnly) {
        opened.shell = std::make_shared<shell::ReadOnlyShell>(opened.shell);
        opened.missing.removeIf(
            [](const QString &name) { return !shell::ReadOnlyShell::reads(name.section(u' ', 0, 0)); });
    }
    return opened;
}

} // namespace

QFuture<Result<OpenedShell>> openShell(const ConnectionProfile &profile, const Secret &password, const QString &culture)
{
    if (const Result<void> usable = check(profile); !usable)
        return readyFuture<OpenedShell>(tl::unexpected<Error>(usable.error()));
    return mapFuture(openRemote(profile, password, culture),
        [=](const std::shared_ptr<RemoteShell> &first) { return complete(first, profile, password, culture); });
}

} // namespace kakuin::connection

// SPDX-License-Identifier: MIT
#include "core/snapshot/exportkind.h"

#include "core/shell/decode/authconfig.h"
#include "core/shell/decode/connectors.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/shell/decode/exchangeserver.h"
#include "core/shell/decode/transportservice.h"

#include <algorithm>
#include <array>

namespace kakuin::snapshot {
namespace {

namespace decode = shell::decode;
using clixml::Value;

struct KindFacts {
    ExportKind kind;
    QLatin1String cmdlet;
    bool (*isOne)(const Value &);
    QLatin1String parameters; ///< besides DomainController
};

bool isCertificate(const Value &value)
{
    return decode::isExchangeCertificate(value) || decode::isPlainCertificate(value);
}

constexpr std::array kinds{
    KindFacts{ExportKind::Server, QLatin1String("Get-ExchangeServer"), &decode::isExchangeServer,
        QLatin1String("Identity Status")},
    KindFacts{ExportKind::Certificate, QLatin1String("Get-ExchangeCertificate"), &isCertificate,
        QLatin1String("Server Thumbprint Identity")},
    KindFacts{ExportKind::AuthConfig, QLatin1String("Get-AuthConfig"), &decode::isAuthConfig, QLatin1String("")},
    KindFacts{ExportKind::TransportService, QLatin1String("Get-TransportService"), &decode::isTransportService,
        QLatin1String("Identity")},
    KindFacts{ExportKind::MailboxServer, QLatin1String("Get-MailboxServer"), &decode::isMailboxServer,
        QLatin1String("Identity Status")},
    KindFacts{ExportKind::SendConnector, QLatin1String("Get-SendConnector"), &decode::isSendConnector,
        QLatin1String("Identity")},
    KindFacts{ExportKind::ReceiveConnector, QLatin1String("Get-ReceiveConnector"), &decode::isReceiveConnector,
        QLatin1String("Identity Server")},
    KindFacts{ExportKind::HybridConfiguration, QLatin1String("Get-HybridConfiguration"), &decode::isHybridConfiguration,
        QLatin1String("")},
    KindFacts{ExportKind::DirectoryServer, QLatin1String("Get-ADObject"), &decode::isDirectoryServer,
        QLatin1String("Filter Properties SearchBase Identity")},
};

const KindFacts *factsOf(ExportKind kind)
{
    const auto it = std::find_if(kinds.begin(), kinds.end(), [kind](const KindFacts &f) { return f.kind == kind; });
    return it == kinds.end() ? nullptr : &*it;
}

// Two that both do not decode tell the same nothing
template <class T>
bool areEqual(const Result<T> &a, const Result<T> &b)
{
    return a.has_value() == b.has_value() && (!a || *a == *b);
}

} // namespace

ExportKind kindOf(const Value &value)
{
    const auto it = std::find_if(kinds.begin(), kinds.end(), [&](const KindFacts &f) { return f.isOne(value); });
    return it == kinds.end() ? ExportKind::Unknown : it->kind;
}

QString cmdletOf(ExportKind kind)
{
    const KindFacts *facts = factsOf(kind);
    return facts == nullptr ? QString() : QString(facts->cmdlet);
}

ExportKind kindOfCmdlet(const QString &cmdlet)
{
    const auto it = std::find_if(kinds.begin(), kinds.end(),
        [&](const KindFacts &f) { return cmdlet.compare(f.cmdlet, Qt::CaseInsensitive) == 0; });
    return it == kinds.end() ? ExportKind::Unknown : it->kind;
}

QList<ExportKind> expectedKinds()
{
    QList<ExportKind> expected;
    for (const KindFacts &facts : kinds) {
        if (facts.kind != ExportKind::DirectoryServer)
            expected.append(facts.kind);
    }
    return expected;
}

QStringList parametersOf(ExportKind kind)
{
    const KindFacts *facts = factsOf(kind);
    if (facts == nullptr)
        return {};
    QStringList names = QString(facts->parameters).split(u' ', Qt::SkipEmptyParts);
    names.append(QStringLiteral("DomainController"));
    return names;
}

bool tellTheSame(ExportKind kind, const Value &a, const Value &b)
{
    switch (kind) {
    case ExportKind::Unknown:
        return true;
    case ExportKind::Certificate:
        return areEqual(decode::exchangeCertificate(a), decode::exchangeCertificate(b));
    case ExportKind::Server:
        return areEqual(decode::exchangeServer(a), decode::exchangeServer(b));
    case ExportKind::MailboxServer: {
        const auto one = decode::mailboxServer(a);
        const auto other = decode::mailboxServer(b);
        return one && other && one->server == other->server && one->dag == other->dag;
    }
    case ExportKind::TransportService:
        return areEqual(decode::transportService(a), decode::transportService(b));
    case ExportKind::DirectoryServer:
        return areEqual(decode::directoryServer(a), decode::directoryServer(b));
    case ExportKind::AuthConfig:
        return areEqual(decode::authConfig(a), decode::authConfig(b));
    case ExportKind::SendConnector:
        return areEqual(decode::sendConnector(a), decode::sendConnector(b));
    case ExportKind::ReceiveConnector:
        return areEqual(decode::receiveConnector(a), decode::receiveConnector(b));
    case ExportKind::HybridConfiguration:
        return areEqual(decode::hybridConfiguration(a), decode::hybridConfiguration(b));
    }
    return true;
}

} // namespace kakuin::snapshot

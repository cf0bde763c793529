// SPDX-License-Identifier: MIT
#include "core/lab/labports.h"

#include "core/base/whendone.h"
#include "core/lab/labshell.h"

#include <QtCore/QCryptographicHash>

namespace kakuin::lab {

using domain::LivePort;
using domain::LiveService;
using domain::ServedCertificate;

namespace {

constexpr QLatin1String wmSvcKeyContainer("WMSvc Certificate Key Container");

// Set-up selects one, and nobody else ever does: the oldest.
const Placement *wmSvcPlacement(const LabServer &server, const LabState &state)
{
    const Placement *oldest = nullptr;
    QDateTime since;
    for (const Placement &placement : server.store) {
        const auto certificate = state.certificate(placement.thumbprint);
        if (!certificate || placement.keyContainer != wmSvcKeyContainer)
            continue;
        if (oldest == nullptr || certificate->facts.notBeforeUtc < since) {
            oldest = &placement;
            since = certificate->facts.notBeforeUtc;
        }
    }
    return oldest;
}

const Placement *mailPlacement(
    const LabServer &server, const LabState &state, domain::Service service, const QDateTime &nowUtc)
{
    const Placement *best = nullptr;
    const domain::CertificateFacts *bestFacts = nullptr;
    for (const Placement &placement : server.store) {
        const auto certificate = state.certificate(placement.thumbprint);
        if (!certificate || !placement.hasPrivateKey || !placement.services.testFlag(service)
            || placement.thumbprint == state.organisation.auth.current)
            continue;
        const domain::CertificateFacts &facts = certificate->facts;
        if (facts.notBeforeUtc > nowUtc || facts.notAfterUtc <= nowUtc)
            continue;
        const bool isBetter = bestFacts == nullptr || (bestFacts->isSelfIssued && !facts.isSelfIssued)
            || (bestFacts->isSelfIssued == facts.isSelfIssued && facts.notBeforeUtc > bestFacts->notBeforeUtc);
        if (isBetter) {
            best = &placement;
            bestFacts = &facts;
        }
    }
    return best;
}

/// The certificate, or how a port without one behaves.
Result<const Placement *> placementServed(
    const LabServer &server, const LabState &state, const LivePort &port, const QDateTime &nowUtc)
{
    const QString host = server.about.fqdn;
    const auto orElse = [&host](const Placement *placement, ErrorCode code) -> Result<const Placement *> {
        return placement == nullptr ? Result<const Placement *>(fail(code, host)) : placement;
    };
    switch (port.service) {
    case LiveService::FrontEnd:
        return orElse(server.boundTo(domain::IisBinding::frontEndSite), ErrorCode::ConnectionLost);
    case LiveService::BackEnd:
        return orElse(server.boundTo(domain::IisBinding::backEndSite), ErrorCode::ConnectionLost);
    case LiveService::WmSvc:
        return orElse(wmSvcPlacement(server, state), ErrorCode::PortClosed);
    case LiveService::Smtp:
        return orElse(mailPlacement(server, state, domain::Service::Smtp, nowUtc), ErrorCode::ServiceUnavailable);
    case LiveService::Imap:
        return orElse(mailPlacement(server, state, domain::Service::Imap, nowUtc), ErrorCode::PortClosed);
    case LiveService::Pop:
        return orElse(mailPlacement(server, state, domain::Service::Pop, nowUtc), ErrorCode::PortClosed);
    }
    return fail(ErrorCode::Internal, host);
}

} // namespace

Result<ServedCertificate> servedBy(
    const LabState &state, const domain::ServerId &id, const LivePort &port, const QDateTime &nowUtc)
{
    const LabServerPtr server = state.server(id);
    if (!server)
        return fail(ErrorCode::HostNameUnknown, id.name());
    if (server->fault.kind == Fault::Kind::Unreachable)
        return fail(ErrorCode::NoAnswer, server->about.fqdn);
    return placementServed(*server, state, port, nowUtc)
        .and_then([&](const Placement *placement) -> Result<ServedCertificate> {
            const auto certificate = state.certificate(placement->thumbprint);
            if (!certificate)
                return fail(ErrorCode::ConnectionLost, server->about.fqdn);
            const QByteArray &der = certificate->facts.der;
            return ServedCertificate{certificate->facts, {der},
                QCryptographicHash::hash(der, QCryptographicHash::Sha256), QStringLiteral("TLSv1.2")};
        });
}

LabPorts::LabPorts(LabShell *shell)
    : m_shell(shell)
{
}

LabPorts::~LabPorts() = default;

QFuture<Result<ServedCertificate>> LabPorts::ask(const domain::Server &server, const LivePort &port)
{
    if (!m_shell)
        return readyFuture<ServedCertificate>(fail(ErrorCode::Cancelled, server.fqdn));
    return m_shell->portServes(server.id, port);
}

} // namespace kakuin::lab

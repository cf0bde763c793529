// SPDX-License-Identifier: MIT
#include "findingcases.h"

namespace kakuin::findingcases {

using namespace Qt::StringLiterals;
using namespace domain;
using findings::Code;

void portsChecked(Inventory &inventory)
{
    const auto show = [&inventory](int server, const LivePort &port, Which which) {
        ServerEntry &entry = inventory.servers[server];
        ServedCertificate served{certificate(inventory, server, which).facts, {}, {}, u"TLSv1.2"_s};
        entry.liveReadings.append({entry.server.id, port, served, now(), std::chrono::milliseconds(20)});
    };
    for (int server = 0; server < inventory.servers.size(); ++server) {
        show(server, {443, LiveService::FrontEnd}, Public);
        show(server, {444, LiveService::BackEnd}, Own);
        show(server, {8172, LiveService::WmSvc}, WmSvc);
        show(server, {25, LiveService::Smtp, false}, Public);
        show(server, {993, LiveService::Imap}, Own);
    }
}

ServedCertificate &shown(Inventory &inventory, int server, quint16 port)
{
    for (LiveReading &reading : inventory.servers[server].liveReadings) {
        if (reading.port.number == port && reading.served)
            return *reading.served;
    }
    Q_UNREACHABLE();
}

void silent(Inventory &inventory, int server, quint16 port, ErrorCode code)
{
    for (LiveReading &reading : inventory.servers[server].liveReadings) {
        if (reading.port.number == port)
            reading.served = fail(code, inventory.servers[server].server.fqdn);
    }
}

namespace {

/// A certificate that no server has.
CertificateFacts stranger(const Inventory &inventory, const QDateTime &notAfterUtc)
{
    CertificateFacts facts = inventory.servers.first().certificates->first().facts;
    facts.thumbprint = thumbprint(77);
    facts.der = "of a load balancer";
    facts.subject = u"CN=balancer.contoso.com"_s;
    facts.notAfterUtc = notAfterUtc;
    return facts;
}

Change checkedAnd(const Change &change)
{
    return [change](Inventory &inventory) {
        portsChecked(inventory);
        change(inventory);
    };
}

} // namespace

QList<Case> portCases()
{
    return {
        {Code::PortServesUnknown,
            checkedAnd([](Inventory &i) { shown(i, 0, 25).facts = stranger(i, now().addDays(300)); }), portsChecked,
            [](Inventory &i) { // whose certificates these are cannot be told
                portsChecked(i);
                shown(i, 0, 25).facts = stranger(i, now().addDays(300));
                unreachable(i, 0);
            }},
        {Code::PortServesExpired,
            checkedAnd([](Inventory &i) { shown(i, 0, 443).facts = stranger(i, now().addSecs(-1)); }),
            checkedAnd([](Inventory &i) { shown(i, 0, 443).facts = stranger(i, now().addSecs(1)); }),
            checkedAnd([](Inventory &i) { silent(i, 0, 443, ErrorCode::NoAnswer); })},
        {Code::PortDiffersFromBinding,
            checkedAnd([](Inventory &i) { shown(i, 0, 444).facts = certificate(i, 0, WmSvc).facts; }), portsChecked,
            checkedAnd([](Inventory &i) {
                shown(i, 0, 444).facts = certificate(i, 0, WmSvc).facts;
                certificate(i, 0, Own).iisBindings = std::nullopt;
            })},
        {Code::PortServesOld, checkedAnd([](Inventory &i) { renew(i, 0, Own); }),
            checkedAnd([](Inventory &i) { // the newer one is not valid yet
                renew(i, 0, Own).facts.notBeforeUtc = now().addSecs(1);
            }),
            nothing},
        {Code::PortWithoutTls, checkedAnd([](Inventory &i) { silent(i, 0, 25, ErrorCode::ServiceUnavailable); }),
            checkedAnd([](Inventory &i) { silent(i, 0, 25, ErrorCode::PortClosed); }),
            checkedAnd([](Inventory &i) { silent(i, 0, 25, ErrorCode::NoAnswer); })},
        {Code::BackEndServesIssued,
            checkedAnd([](Inventory &i) { shown(i, 0, 444).facts = certificate(i, 0, Public).facts; }), portsChecked,
            checkedAnd([](Inventory &i) { silent(i, 0, 444, ErrorCode::PortClosed); })},
    };
}

} // namespace kakuin::findingcases

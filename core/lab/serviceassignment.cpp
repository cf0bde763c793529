// SPDX-License-Identifier: MIT
#include "core/lab/serviceassignment.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;
using domain::Service;
using domain::ServiceSet;

namespace {

/// Services of which a server has one certificate each, found by its name.
const ServiceSet &exclusiveServices()
{
    static const ServiceSet set = Service::Imap | Service::Pop | Service::Um | Service::UmCallRouter;
    return set;
}

void bindWebSite(LabServer &server, Placement &placement)
{
    constexpr int site = domain::IisBinding::frontEndSite;
    if (placement.iisSites.contains(site))
        return;
    if (Placement *holder = server.boundTo(site)) {
        holder->iisSites.removeAll(site);
        holder->services.setFlag(Service::Iis, !holder->iisSites.isEmpty());
    }
    placement.iisSites.prepend(site);
    placement.services.setFlag(Service::Iis);
}

} // namespace

void assignServices(
    CmdletContext &context, const domain::ServerId &server, const domain::Thumbprint &thumbprint, ServiceSet services)
{
    const auto certificate = context.state.certificate(thumbprint);
    if (certificate && certificate->facts.subjectCommonName.startsWith(QLatin1String("*."))) {
        for (const auto &[service, protocol] :
            {std::pair{Service::Pop, u"POP"_s}, std::pair{Service::Imap, u"IMAP"_s}}) {
            if (!services.testFlag(service))
                continue;
            services.setFlag(service, false);
            context.warn(context.texts.wildcard(thumbprint, certificate->facts.subject, protocol));
        }
    }
    context.state.change(server, [&](LabServer &changed) {
        const ServiceSet taken = services & exclusiveServices();
        for (Placement &other : changed.store) {
            if (other.thumbprint != thumbprint)
                other.services &= ~taken;
        }
        Placement *placement = changed.find(thumbprint);
        if (!placement)
            return;
        placement->services |= services & ~ServiceSet(Service::Iis);
        if (services.testFlag(Service::Iis))
            bindWebSite(changed, *placement);
    });
}

Outcome offerInternalTransport(CmdletContext &context, const domain::ServerId &server,
    const domain::Thumbprint &thumbprint, const std::function<void(CmdletContext &)> &done)
{
    const auto publish = [server, thumbprint](CmdletContext &now) {
        now.state.change(server, [&](LabServer &changed) {
            if (changed.find(thumbprint)) // it may have been removed while the question was open
                changed.internalTransport = thumbprint;
        });
    };
    const LabServerPtr target = context.state.server(server);
    const auto current = target ? context.state.certificate(target->internalTransport) : nullptr;
    const auto next = context.state.certificate(thumbprint);
    const bool isCurrent = target && target->internalTransport == thumbprint;
    if (!next || isCurrent || !current || context.parameters.isOn(QLatin1String("Force"))) {
        if (next && !isCurrent)
            publish(context);
        done(context);
        return Finished{};
    }
    const auto generation = [&](const LabCertificate &certificate) {
        return LabTexts::Generation{
            certificate.facts.thumbprint, context.texts.time(certificate.facts.notAfterUtc, target->timeZone)};
    };
    return Question{server, context.texts.overwriteSmtp(generation(*current), generation(*next)),
        [publish, done](CmdletContext &later, bool isYes) -> Outcome {
            if (isYes)
                publish(later);
            done(later);
            return Finished{};
        }};
}

} // namespace kakuin::lab

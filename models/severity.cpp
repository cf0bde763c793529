// SPDX-License-Identifier: MIT
#include "models/severity.h"

namespace kakuin::models {

Severity severityOf(domain::ExpiryBand band)
{
    switch (band) {
    case domain::ExpiryBand::Unknown:
        return Severity::NotKnown;
    case domain::ExpiryBand::Expired:
        return Severity::Expired;
    case domain::ExpiryBand::Today:
    case domain::ExpiryBand::Urgent:
        return Severity::Urgent;
    case domain::ExpiryBand::Soon:
        return Severity::Soon;
    case domain::ExpiryBand::Upcoming:
    case domain::ExpiryBand::Later:
        return Severity::Ok;
    }
    return Severity::NotKnown;
}

Severity severityOf(findings::Urgency urgency, domain::ExpiryBand band)
{
    switch (urgency) {
    case findings::Urgency::Now:
        return band == domain::ExpiryBand::Expired ? Severity::Expired : Severity::Urgent;
    case findings::Urgency::Soon:
        return Severity::Soon;
    case findings::Urgency::WhenConvenient:
        return Severity::Information;
    case findings::Urgency::Nothing:
        break;
    }
    return band == domain::ExpiryBand::Unknown ? Severity::NotKnown : Severity::Ok;
}

Severity severityOf(
    const domain::Certificate &certificate, const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc)
{
    if (evaluation == nullptr)
        return severityOf(advice::Policy().expiryOf(certificate, nowUtc).band);
    const domain::ExpiryBand band = evaluation->policy().expiryOf(certificate, nowUtc).band;
    return evaluation->inventory()->find(certificate.id()) == nullptr
        ? severityOf(band)
        : severityOf(evaluation->urgencies().of(certificate.id()), band);
}

} // namespace kakuin::models

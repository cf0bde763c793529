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

} // namespace kakuin::models

// SPDX-License-Identifier: MIT
#include "core/advice/renewal.h"

#include "core/domain/fitness.h"
#include "core/domain/replacement.h"

namespace kakuin::advice {

using namespace domain;

namespace {

bool isAuthByThumbprint(const Thumbprint &thumbprint, const AuthConfig &auth)
{
    return !thumbprint.isNull()
        && (thumbprint == auth.current || thumbprint == auth.next || thumbprint == auth.previous);
}

// The organisation's Auth certificate, one of its slots, or a forgotten generation of it: renewing one of those as a
// server certificate helps nobody. A generation is told by the name of those that AuthConfig points to; only where
// AuthConfig or these certificates could not be read does the name that setup gives it have to do.
bool isAuthCertificate(const Certificate &certificate, const Inventory &inventory)
{
    const CertificateFacts &facts = certificate.facts;
    if (inventory.authConfig) {
        const AuthConfig &auth = *inventory.authConfig;
        if (isAuthByThumbprint(facts.thumbprint, auth))
            return true;
        bool anyFound = false;
        for (const ServerEntry &entry : inventory.servers) {
            for (const Thumbprint &slot : {auth.current, auth.next, auth.previous}) {
                const Certificate *holder = slot.isNull() ? nullptr : entry.find(slot);
                if (holder == nullptr)
                    continue;
                anyFound = true;
                if (!facts.subject.isEmpty() && holder->facts.subject == facts.subject
                    && holder->facts.issuer == facts.issuer)
                    return true;
            }
        }
        if (anyFound)
            return false;
    }
    return facts.isSelfIssued && (bearsAuthName(facts) || bearsOldAuthName(facts));
}

} // namespace

RenewalObstacle renewalObstacle(const Certificate &certificate, const Inventory &inventory)
{
    // a pending request sits in the store as a self-issued certificate, but is a CA's business
    if (!isSelfSigned(certificate) || certificate.status == CertificateStatus::PendingRequest)
        return RenewalObstacle::Issued;
    if (isAuthCertificate(certificate, inventory))
        return RenewalObstacle::Auth;
    return certificate.hasService(Service::Federation) ? RenewalObstacle::Federation : RenewalObstacle::Nothing;
}

} // namespace kakuin::advice

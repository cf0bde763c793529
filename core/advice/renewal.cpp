// SPDX-License-Identifier: MIT
#include "core/advice/renewal.h"

#include "core/domain/fitness.h"
#include "core/domain/replacement.h"

namespace kakuin::advice {

using namespace domain;

namespace {

const Certificate *firstCopy(const Thumbprint &thumbprint, const Inventory &inventory)
{
    if (thumbprint.isNull())
        return nullptr;
    for (const ServerEntry &entry : inventory.servers) {
        if (const Certificate *found = entry.find(thumbprint))
            return found;
    }
    return nullptr;
}

// The organisation's Auth certificate, one of its slots, or a forgotten generation of it: renewing one of those as a
// server certificate has no use. A generation is told by the name of those that AuthConfig points to, or by the names that
// Exchange and Microsoft's instructions give them.
bool isAuthCertificate(const Certificate &certificate, const Inventory &inventory)
{
    const CertificateFacts &facts = certificate.facts;
    if (isNamedBy(inventory.authConfig, facts.thumbprint))
        return true;
    if (inventory.authConfig) {
        const AuthConfig &auth = *inventory.authConfig;
        for (const Thumbprint &slot : {auth.current, auth.next, auth.previous}) {
            const Certificate *holder = firstCopy(slot, inventory);
            if (holder != nullptr && !facts.subject.isEmpty() && holder->facts.subject == facts.subject
                && holder->facts.issuer == facts.issuer)
                return true;
        }
    }
    return facts.isSelfIssued && isNamedAsAuth(facts);
}

} // namespace

RenewalObstacle renewalObstacle(const Certificate &certificate, const Inventory &inventory)
{
    // a pending request sits in the store as a self-issued certificate, but is a CA's business
    if (!isSelfSigned(certificate) || certificate.status == CertificateStatus::PendingRequest)
        return RenewalObstacle::Issued;
    if (isAuthCertificate(certificate, inventory))
        return RenewalObstacle::Auth;
    const bool isOfFederation = certificate.hasService(Service::Federation) || bearsFederationName(certificate.facts);
    return isOfFederation ? RenewalObstacle::Federation : RenewalObstacle::Nothing;
}

} // namespace kakuin::advice

// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/findings/finding.h"

namespace kakuin::findings {

/// Of the findings those that stop Exchange's setup or a cumulative update, or endanger it; what could not be looked at
/// stays as far as it concerns them.
/// Shape:   the order stays. A staged Auth certificate is a warning even where everything about it is right: setup runs
///          Install-AuthCertificate in the middle of the rotation.
/// Rules:   certificates at work on a server (internal transport, 443, 444) or as Auth certificate that have expired, are
///          not valid yet, revoked, called invalid by their server or without private key; sites without a certificate; an
///          internal transport certificate that is not set or not there; an Auth certificate that is not set, not there,
///          expired or without its key; changes of a rotation that are pending; servers of versions that setup refuses.
/// Source:  setup's steps run `Install-ExchangeCertificate -services IIS` (and, for the Back End, "IIS, POP, IMAP") and
///          `Install-AuthCertificate`; the guide lists what is published about each (docs/guide/en/findings.md, setup).
[[nodiscard]] QList<Finding> concerningSetup(const QList<Finding> &found, const domain::Inventory &inventory);

} // namespace kakuin::findings

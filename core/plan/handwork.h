// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"

#include <QtCore/QStringList>

namespace kakuin::plan {

/// Work on a server, or in the cloud, for which Exchange has no cmdlet. text/lefttext has the sentences.
/// Source: exchange-domain 3.3 to 3.5.
enum class HandWorkKind {
    RestartServiceHost, ///< after the Auth certificate has changed, on every server that has it
    RecycleApplicationPools, ///< the same
    RunHybridWizard, ///< after the Auth certificate of a hybrid organisation has changed; of no single server
    UploadToEntra, ///< the same
    BindBackEnd, ///< port 444
    TrustRoot, ///< copy the certificate to the Trusted Root store of its server
    ChooseForWmSvc, ///< for the Web Management Service
    ResubscribeEdge, ///< subscribe the Edge servers again that trust the certificate before
};

/// What is to be done by hand: which work, where, and for which certificate.
struct HandWork final {
    HandWorkKind kind = HandWorkKind::RestartServiceHost;
    domain::ServerId server; ///< empty: of the organisation
    domain::Thumbprint certificate; ///< the one that the work is for: the new one

    friend bool operator==(const HandWork &, const HandWork &) = default;
};

/// Whether it belongs to a change of the organisation's Auth certificate.
[[nodiscard]] bool isOfAuth(HandWorkKind kind);

/// Its commands, one per line, for Windows PowerShell on that server, started as administrator. Empty where commands
/// alone are not enough. The only variable part is the thumbprint.
/// Source: WebAdministration and PKI modules of Windows Server 2012 and later.
[[nodiscard]] QStringList commandsFor(const HandWork &work);

} // namespace kakuin::plan

// SPDX-License-Identifier: MIT
#pragma once

#include "labserver/httpfront.h"

namespace kakuin::labserver {

/// A web server that wants Kerberos, as Exchange's (or WinRM's, in SPNEGO's wrapping) does: tokens first, then
/// encrypted bodies over http and plain ones over https; with what can go wrong. It shares no code with core/remote.
struct KerberosGuardPlan final {
    QByteArray scheme = "Kerberos"; ///< or "Negotiate"
    QByteArray keytab;
    QByteArray channelBinding; ///< not empty: over https
    bool isEncrypted = true;
    bool hasBlankInBoundary = false; ///< as Exchange writes it
    // trouble, which may begin at any time
    bool forgetsEverybody = false; ///< 401, as after the server's own restart
    bool answersInClear = false;
    bool changesABit = false;
    bool provesNothing = false; ///< lets everybody in without a token of its own
    int signIns = 0; ///< counted
};

[[nodiscard]] FrontGuardFactory kerberosGuards(const std::shared_ptr<KerberosGuardPlan> &plan);

} // namespace kakuin::labserver

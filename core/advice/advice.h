// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/certificateview.h"
#include "core/advice/task.h"

namespace kakuin::advice {

/// Why something should be done about a certificate, or why nothing. `text/nextstep` has the sentences.
enum class Reason {
    NothingToDo, ///< it lasts, and nothing is left to do
    DatesNotKnown,
    // a request, a missing key
    CompleteRequest, ///< a request whose answer has not come
    AnswerWithoutKey, ///< the answer to a request that is still there was imported without its key
    KeyMissing, ///< services are assigned, and the key is not here
    // roles that are not changed on one server
    RotateAuth,
    AuthIsStaged, ///< its successor is staged: see that it takes over
    AuthRoleNotKnown, ///< bears the Auth certificate's name, and AuthConfig was not read
    AuthIsWaiting, ///< a valid one of that name that AuthConfig does not name, while the named one needs a successor
    AuthKeyMissing, ///< this copy has no key, and another server has it or may have it
    FederationTrust, ///< the trust has a way of its own
    // another certificate is there that can do its work, or one of these parts of it, in this order
    TransportToHeir,
    ServicesToHeir,
    FrontEndToHeir,
    BackEndToHeir,
    WmSvcToHeir,
    TrustHeir,
    ConnectorsToHeir,
    // none is there
    NoHeir, ///< an Auth certificate does a server's work, and no other can take it over
    Renew,
    RequestFromAuthority,
    // it has done its work
    CanBeRemoved,
    UseNotKnown, ///< another one is there, and whether anything still uses this one cannot be told
};

/// What should be done about one certificate: the answer that every surface gives.
struct Advice final {
    Reason reason = Reason::NothingToDo;
    Task task;
    domain::Thumbprint heir; ///< the certificate that can do its work; null: there is none
    domain::ServiceSet services; ///< ServicesToHeir: those that the heir lacks

    friend bool operator==(const Advice &, const Advice &) = default;
};

/// Pure; the same for the same inventory, policy and time.
/// Shape:   what comes first is said; what follows is said once that is done.
/// Cost:    a microsecond or two, once the server's view is made.
/// Source:  exchange-domain 3.3 to 3.5 and its corrections.
[[nodiscard]] Advice adviceFor(const CertificateView &view, const ServerView &server, const Picture &picture);
/// How a certificate gets a successor when no other can do its work: renewed, or requested from its authority.
[[nodiscard]] Advice successorOf(const CertificateView &view);
/// For one certificate alone. Cost: makes the picture of the organisation and the view of the server.
[[nodiscard]] Advice adviceFor(const domain::CertificateId &certificate, const domain::Inventory &inventory,
    const Policy &policy, const QDateTime &nowUtc);

} // namespace kakuin::advice

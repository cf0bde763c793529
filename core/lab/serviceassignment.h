// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletcontext.h"

namespace kakuin::lab {

/// What enabling a certificate for services does on a server.
/// Shape:  additive; IMAP, POP, UM are taken over from the certificate that had them; IIS moves the Default Web Site
///         (443), never the Exchange Back End (444). SMTP is added; which certificate becomes the default is a
///         question. A wildcard certificate gets a warning instead of IMAP or POP (E9).
/// Source: Enable-ExchangeCertificate; assigning certificates to Exchange services.
void assignServices(CmdletContext &context, const domain::ServerId &server, const domain::Thumbprint &thumbprint,
    domain::ServiceSet services);

/// P1: whether the certificate shall replace the server's default SMTP (internal transport) certificate; then `done`.
/// Not asked when it is the default already, when there is none, or under -Force (which can only mean yes).
[[nodiscard]] Outcome offerInternalTransport(CmdletContext &context, const domain::ServerId &server,
    const domain::Thumbprint &thumbprint, const std::function<void(CmdletContext &)> &done);

} // namespace kakuin::lab

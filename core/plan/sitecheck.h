// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/sitebindings.h"
#include "core/plan/plan.h"
#include "core/shell/pipelineoutput.h"

/// Whether a server's IIS sites kept their certificates over a command. Pure.
namespace kakuin::plan {

/// Whether the command of a step may take a certificate off an IIS site of its server: New-, Enable- and
/// Remove-ExchangeCertificate.
/// Source: reports of lost bindings on 443 and 444 after each of the three.
[[nodiscard]] bool mayUnbindSites(const Step &step);

/// Gets the whole store of a server; what certificates are bound to is read from its answer.
[[nodiscard]] shell::Pipeline storeQuery(const domain::ServerId &server);

/// The bindings that the answer to storeQuery() shows, or a CertificateLadder's question about it.
[[nodiscard]] domain::SiteBindings sitesIn(const domain::ServerId &server, const shell::PipelineOutput &output);

/// Compares two readings around `sent`, the command with its late values resolved; the Default Web Site is meant to move
/// where IIS is among its services.
/// Errors:  SiteWithoutCertificate, SiteCertificateMoved, SitesNotChecked (the second reading does not tell), in this
///          order of precedence; subject = the server, detail = a line "site=1 expected=<thumbprints> found=none" for
///          each site.
[[nodiscard]] Result<void> sitesKept(const domain::ServerId &server, const shell::Pipeline &sent,
    const domain::SiteBindings &before, const domain::SiteBindings &after);

/// The sites that an error of sitesKept() names, as its detail says, also from the journal; empty for other errors.
[[nodiscard]] QList<domain::SiteChange> sitesOf(const Error &error);

/// Whether the error says that a site lost or changed its certificate.
[[nodiscard]] bool isSiteChange(ErrorCode code);

} // namespace kakuin::plan

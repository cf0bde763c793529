// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/serverid.h"

#include <QtCore/QFlags>
#include <QtCore/QVersionNumber>

#include <optional>

namespace kakuin::domain {

/// Source: ServerRole of Get-ExchangeServer; the numbers are those of the enum.
enum class ServerRole : quint32 {
    Mailbox = 2,
    ClientAccess = 4,
    UnifiedMessaging = 16,
    HubTransport = 32,
    Edge = 64,
    FrontendTransport = 16384,
};
Q_DECLARE_FLAGS(ServerRoles, ServerRole)

enum class Product { Unknown, Exchange2010, Exchange2013, Exchange2016, Exchange2019, ExchangeSe };

/// An Exchange version: "Version 15.1 (Build 2507.6)" is 15.1.2507.6.
struct ServerVersion final {
    QVersionNumber number;

    /// Reads AdminDisplayVersion's text or dotted numbers; a null version if it is neither.
    [[nodiscard]] static ServerVersion parse(const QString &text);
    /// 15.0 -> 2013, 15.1 -> 2016, 15.2 -> 2019, from build 2562 on Subscription Edition.
    [[nodiscard]] Product product() const;
    /// "2013 CU23", "2019 CU14", "SE RTM"; a build between two known ones is the CU that it follows, marked "+";
    /// "15.3.1.2" for a product that is not known; empty when there is no version. Not translated: product names.
    [[nodiscard]] QString displayText() const;
    /// Whether it is newer than every build of its product that Kakuin knows, or a newer product: Kakuin was not tested
    /// with it. Security updates of a known build do not count; false for a version that is not known.
    [[nodiscard]] bool isNewerThanKnown() const;
    /// Whether Export-ExchangeCertificate refuses the Auth certificate: from the October 2025 security update on (2016
    /// CU23, 2019 CU14 and CU15, SE RTM), never before these. AdminDisplayVersion does not always show a security
    /// update, so a lower revision of one of these builds, like any version that is not known, is nullopt.
    /// Source: KB5069337; Exchange Server build numbers (learn.microsoft.com).
    [[nodiscard]] std::optional<bool> refusesAuthExport() const;
    friend bool operator==(const ServerVersion &, const ServerVersion &) = default;
};

/// A server of the organisation, as Get-ExchangeServer and Get-MailboxServer describe it.
struct Server final {
    ServerId id;
    QString fqdn;
    ServerVersion version;
    ServerRoles roles;
    QString edition;
    QString site; ///< Active Directory site; empty when not known
    QString dag; ///< database availability group; empty when none or not known
    QString distinguishedName;

    [[nodiscard]] bool isEdge() const { return roles.testFlag(ServerRole::Edge); }
    /// A 2013 server with the Client Access role only: Get-TransportService does not list it.
    [[nodiscard]] bool isClientAccessOnly() const;
    friend bool operator==(const Server &, const Server &) = default;
};

} // namespace kakuin::domain

Q_DECLARE_OPERATORS_FOR_FLAGS(kakuin::domain::ServerRoles)

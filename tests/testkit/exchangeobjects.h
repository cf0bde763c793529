// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/certificateblob.h"
#include "core/clixml/object.h"
#include "core/domain/connector.h"
#include "core/domain/serviceset.h"

namespace kakuin::testkit {

/// Objects as Exchange's cmdlets return them, in the shape of captured ones; for scripted shells and decoder tests.
/// Certificates are genuine, self-signed by one throw-away key of the test run.

inline constexpr char contosoDn[] = "CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=local";

/// DER of a self-signed certificate for that subject; every call makes another one.
[[nodiscard]] QByteArray certificateDer(const QString &subject, const QStringList &dnsNames = {});

/// ADObjectId: ToString is the short name, Props hold Name and DistinguishedName.
[[nodiscard]] clixml::Value directoryObjectId(const QString &text, const QString &name);

/// Get-ExchangeServer; `roles` as Exchange writes them ("Mailbox, ClientAccess").
[[nodiscard]] clixml::Value exchangeServerObject(const QString &name, const QString &roles = QStringLiteral("Mailbox"),
    const QString &version = QStringLiteral("Version 15.2 (Build 1544.4)"));
[[nodiscard]] clixml::Value mailboxServerObject(const QString &name, const QString &dag = {});
[[nodiscard]] clixml::Value transportServiceObject(const QString &name, const QString &thumbprint);
/// Get-ADObject of a server; no certificate: the attribute is missing.
[[nodiscard]] clixml::Value directoryServerObject(const QString &name, const QByteArray &der);
/// Get-AuthConfig.
[[nodiscard]] clixml::Value authConfigObject(
    const QString &current, const QString &previous = {}, const QString &next = {}, const QString &organisation = {});
[[nodiscard]] clixml::Value sendConnectorObject(
    const QString &name, const QStringList &servers, const std::optional<domain::TlsCertificateName> &tlsName = {});
[[nodiscard]] clixml::Value receiveConnectorObject(
    const QString &server, const QString &name, const std::optional<domain::TlsCertificateName> &tlsName = {});

/// Get-ExchangeCertificate of a full session: RawData and SerializationData.
[[nodiscard]] clixml::Value certificateObject(
    const QString &serverFqdn, const QByteArray &der, domain::ServiceSet services = {});
/// The same from a session that brings RawData only.
[[nodiscard]] clixml::Value rawCertificateObject(const QString &computerName, const QByteArray &der);

} // namespace kakuin::testkit

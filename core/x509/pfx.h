// SPDX-License-Identifier: MIT
#pragma once

#include "core/x509/maker.h"

namespace kakuin::x509 {

/// What a PFX file holds.
struct PfxContent final {
    QByteArray certificateDer;
    PrivateKey key; ///< null when the file holds no key
    QString friendlyName;
    QList<QByteArray> otherCertificates;
};

/// Writes a PFX that Windows Server 2012 R2 and later open (3DES-SHA1 bags, SHA-1 MAC) with key, certificate, friendly
/// name.
/// Errors: SigningFailed.
/// Source: RFC 7292; Export-ExchangeCertificate.
[[nodiscard]] Result<QByteArray> writePfx(
    const QByteArray &certificateDer, const PrivateKey &key, const QString &friendlyName, const Secret &password);

/// Errors: WrongPfxPassword, MalformedPfx.
/// Cost:   the file chooses the number of key derivation rounds; files over 16 MiB or 10 million rounds are refused.
[[nodiscard]] Result<PfxContent> readPfx(const QByteArray &pfx, const Secret &password);

} // namespace kakuin::x509

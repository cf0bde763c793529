// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/thumbprint.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

namespace kakuin::domain {

/// The public key of a certificate.
struct KeyFacts final {
    enum class Algorithm { Unknown, Rsa, Ec, Dsa, Ed25519, Ed448 };
    Algorithm algorithm = Algorithm::Unknown;
    int bits = 0; ///< RSA modulus or curve size; 0 when unknown
    QString algorithmName; ///< as OpenSSL or Windows names it: "RSA", "ECDSA_P256", or the dotted OID

    friend bool operator==(const KeyFacts &, const KeyFacts &) = default;
};

/// What a certificate says about itself: the part that every list needs, made once per certificate by x509::readDer().
/// The costly rest (every extension as text, the proof of self-signature) is x509::describe().
/// Units: times UTC; an absurd date that QDateTime cannot hold is invalid, never guessed.
struct CertificateFacts final {
    QByteArray der; ///< the bytes that everything here was read from; empty: it was read from a printed text
    Thumbprint thumbprint;
    QString subject; ///< Windows order and quoting (reverse of the encoding): "CN=mail, O=Contoso, C=JP"
    QString issuer; ///< the same
    QString subjectCommonName; ///< the most specific CN; empty if none
    QString issuerCommonName;
    bool isSelfIssued = false; ///< subject and issuer are the same bytes (a claim, not the proof)
    QString serialNumber; ///< upper-case hex as Windows shows it, most significant byte first
    QDateTime notBeforeUtc;
    QDateTime notAfterUtc;
    KeyFacts key;
    QString signatureAlgorithm; ///< Windows' friendly name: "sha256RSA"; the dotted OID when it has none
    QString signatureHash; ///< "sha1", "sha256" …; empty when the algorithm fixes none
    QStringList dnsNames; ///< subjectAltName dNSName entries, in order; at most x509::maxNames are kept
    int dnsNameCount = 0; ///< how many there are in truth
    QStringList extendedKeyUsageOids;
    QByteArray publicKeySha256; ///< of the public key, 32 bytes: a request and its answer have the same

    friend bool operator==(const CertificateFacts &a, const CertificateFacts &b)
    {
        return a.der == b.der && a.thumbprint == b.thumbprint && a.subject == b.subject;
    }
};

} // namespace kakuin::domain

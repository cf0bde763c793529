// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/thumbprint.h"

#include <QtCore/QDateTime>

namespace kakuin::lab {

/// The server's own words, in the session's language.
/// Shape:  one function a text. Where the Japanese wording of a text is not known, the English one is given, as an
///         Exchange server does whose language pack lacks it. Anything that is not "ja-…" counts as English.
/// Source: the article for P1-P3 and E1 in Japanese; messages of real servers for the English ones.
class LabTexts final {
public:
    explicit LabTexts(const QString &culture = {});
    [[nodiscard]] bool isJapanese() const { return m_isJapanese; }

    /// A time as the server writes it: its own zone, the session's culture.
    [[nodiscard]] QString time(const QDateTime &utc, const QByteArray &timeZone) const;

    // questions
    [[nodiscard]] QString confirmCaption() const;
    struct Choice {
        QString label; ///< with its ampersand
        QString help;
    };
    [[nodiscard]] QList<Choice> confirmChoices() const; ///< Y, A, N, L
    struct Generation {
        domain::Thumbprint thumbprint;
        QString expires; ///< time()
    };
    [[nodiscard]] QString overwriteSmtp(const Generation &current, const Generation &next) const; ///< P1
    [[nodiscard]] QString dateWithin48Hours() const; ///< P2
    [[nodiscard]] QString removeCertificate(const domain::Thumbprint &thumbprint) const; ///< P3
    [[nodiscard]] QString performOperation(const QString &cmdlet, const QString &target) const;

    // errors of the certificate cmdlets; rpcError() puts the server's envelope around them
    [[nodiscard]] QString rpcError(const QString &server, const QString &text) const;
    [[nodiscard]] QString internalTransport() const; ///< E1
    [[nodiscard]] QString namedByConnectors(const QStringList &connectors) const; ///< E2
    [[nodiscard]] QString notFound(const QString &thumbprint) const; ///< E3
    [[nodiscard]] QString notUsable(const domain::Thumbprint &thumbprint, const QString &reason) const; ///< E4
    [[nodiscard]] QString notExportable() const; ///< E5
    [[nodiscard]] QString authNotExported() const; ///< the words of real servers are not known
    [[nodiscard]] QString badImport() const; ///< E6
    [[nodiscard]] QString duplicate(const domain::Thumbprint &thumbprint) const; ///< E7
    [[nodiscard]] QString dateInPast() const; ///< E8
    /// E9; protocol: "POP" or "IMAP"
    [[nodiscard]] QString wildcard(
        const domain::Thumbprint &thumbprint, const QString &subject, const QString &protocol) const;
    [[nodiscard]] QString noNextCertificate() const;
    [[nodiscard]] QString invalidSubject(const QString &name) const;
    [[nodiscard]] QString fileNotFound(const QString &path) const;

    // reaching a server
    [[nodiscard]] QString objectNotFound(const QString &identity, const QString &domainController) const;
    [[nodiscard]] QString rpcUnavailable() const; ///< 1722
    [[nodiscard]] QString endpointMissing() const; ///< 1753
    [[nodiscard]] QString accessDenied() const; ///< 5
    [[nodiscard]] QString sessionRefused(const QString &server) const; ///< HTTP 500: nothing is bound to the back end
    [[nodiscard]] QString edgeServer(const QString &server) const;

    // PowerShell's own
    [[nodiscard]] QString unknownCmdlet(const QString &name) const;
    [[nodiscard]] QString unknownParameter(const QString &name) const;
    [[nodiscard]] QString ambiguousParameter(const QString &name, const QStringList &candidates) const;
    [[nodiscard]] QString repeatedParameter(const QString &name) const;
    [[nodiscard]] QString unresolvedSet() const;
    [[nodiscard]] QString missingParameters(const QStringList &names) const;
    [[nodiscard]] QString badArgument(const QString &parameter, const QString &value, const QString &type) const;
    [[nodiscard]] QString unboundInput() const;

private:
    bool m_isJapanese = false;
};

} // namespace kakuin::lab

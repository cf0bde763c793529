// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labstate.h"
#include "core/lab/parameterbinder.h"
#include "core/shell/pipelineoutput.h"
#include "core/x509/maker.h"

namespace kakuin::lab {

/// What a cmdlet writes down the pipeline: the object as it is serialised, and the live certificate behind it.
struct Produced final {
    clixml::Value value;
    std::optional<domain::CertificateId> certificate;
};

/// What a new certificate is made from.
struct CertificateMaterial final {
    x509::PrivateKey key;
    QByteArray serial; ///< empty: random
};

/// What one turn of a cmdlet sees and may touch.
/// Lifetime: one turn. A Question's `then` gets a new one; it must not keep this.
class CmdletContext final {
public:
    CmdletContext(LabState &state, const BoundCmdlet &parameters, const LabTexts &texts, const QDateTime &nowUtc);

    LabState &state; ///< a draft: it becomes the organisation when the turn's end was written to the file
    const BoundCmdlet &parameters;
    const LabTexts &texts;
    const QDateTime nowUtc;
    std::optional<Produced> input;
    std::function<Result<CertificateMaterial>(int bits)> material; ///< of the organisation that the cmdlet runs in

    using Written = std::variant<Produced, shell::ErrorRecord, shell::Warning>;
    QList<Written> written; ///< in this turn, in order
    domain::ServerId contacted; ///< the server that the cmdlet reached

    void write(clixml::Value value, std::optional<domain::CertificateId> certificate = {});
    void warn(const QString &message);
    struct Failure {
        QString message;
        QString category = QStringLiteral("InvalidArgument");
        QString code = QStringLiteral("8CE63B3A"); ///< eight hex digits that real servers give; a hint only
        QString exceptionType = QStringLiteral("InvalidOperationException");
    };
    /// Writes an error record in the form in which Exchange identifies its errors.
    void fail(const Failure &failure);
    /// The same in the envelope of an error that a server reported.
    void failOn(const LabServer &server, Failure failure);

    /// "The operation couldn't be performed because object … couldn't be found …"
    void failNotFound(const QString &identity);

    /// The server of -Server, of -Identity's "server\thumbprint", or the session's, if it can be reached; else the
    /// error is written and null returned.
    [[nodiscard]] LabServerPtr reachServer();
    /// -Thumbprint, or the end of -Identity; empty when neither is given.
    [[nodiscard]] QString wantedThumbprint() const;
    /// The certificate of that name on that server; else E3 is written and null returned.
    [[nodiscard]] const Placement *findCertificate(
        const LabServer &server, const QString &thumbprint, const QString &code);
    /// The certificate object of a server's store, written as output.
    void writeCertificate(const domain::ServerId &server, const domain::Thumbprint &thumbprint);
};

} // namespace kakuin::lab

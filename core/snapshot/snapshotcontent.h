// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/value.h"
#include "core/domain/certificate.h"
#include "core/snapshot/exportkind.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace kakuin::snapshot {

/// An exported certificate and what finds it again.
struct ExportedCertificate final {
    clixml::Value value;
    domain::ServerId server; ///< never empty: the file's name where nothing else is known
    domain::Thumbprint thumbprint; ///< null: it could not be read, which its reader will say
    domain::CertificateSource source = domain::CertificateSource::RawDataOnly;
};

/// Everything that was found in the files. Immutable once it is shared.
struct SnapshotContent final {
    QString name; ///< the folder's or the file's
    QStringList files; ///< that held something known, in order
    QDateTime takenUtc; ///< as a manifest says, else when the newest file was written: objects hold no time of export
    QList<ExportedCertificate> certificates;
    QHash<ExportKind, QList<clixml::Value>> objects; ///< of every other kind
    QSet<ExportKind> answered; ///< a manifest says that their cmdlets answered, be it with nothing
    QList<Error> problems;

    [[nodiscard]] bool isEmpty() const { return certificates.isEmpty() && objects.isEmpty(); }
    [[nodiscard]] bool holds(ExportKind kind) const
    {
        return kind == ExportKind::Certificate ? !certificates.isEmpty()
                                               : objects.contains(kind) || answered.contains(kind);
    }
};

} // namespace kakuin::snapshot

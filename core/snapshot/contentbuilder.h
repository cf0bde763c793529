// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot/snapshotcontent.h"
#include "core/snapshot/snapshotmanifest.h"

namespace kakuin::snapshot {

/// The file that objects come from.
struct ExportFile final {
    QString path;
    QDateTime writtenUtc;
};

/// Puts the objects of several files together; says where they contradict each other.
/// Rules for the certificates of a server that several files hold: a file is a reading of the server. If files are more
/// than an hour apart, the newer reading takes the place of the older one as a whole, unless it holds a single
/// certificate only (-Thumbprint): a certificate that it lacks is gone. Within an hour they complete each other.
/// Rules for two objects of one thing:
///  - a certificate (server and thumbprint): the one that tells more stays (blob, flat properties, RawData only); of
///    two that tell equally much, the one of the newer file;
///  - one that was printed, or a file with the certificate alone, gives the other what it lacks (by the thumbprint);
///  - anything else (its distinguished name): the one that was changed last (WhenChangedUTC), else of the newer file,
///    else the one that was read first.
///    If what was set aside says something else, that is a problem (ConflictingExports), never a silent choice.
/// Objects of several organisations are all kept; that there are several is a problem (SeveralOrganisations). Servers of
/// one name in different domains stay apart, by their full names.
/// Certificates of no server are a note each (CertificateOfNoServer) that says which servers have it.
/// Memory:  bounded: at most `mostObjects` are kept.
class ContentBuilder final {
public:
    static constexpr qsizetype mostObjects = 200'000;

    /// Takes an object in; false when no more can be kept.
    [[nodiscard]] bool add(ExportKind kind, const clixml::Value &value, const ExportFile &file);
    /// Takes in a certificate that says of no server that it has it.
    void addLoose(const domain::CertificateFacts &facts, const ExportFile &file);
    /// Takes in what a snapshot says about itself; of several the newest time holds.
    void add(const SnapshotManifest &manifest);
    void addProblem(const Error &problem) { m_content.problems.append(problem); }
    void addFile(const ExportFile &file);
    [[nodiscard]] SnapshotContent build(const QString &name);

private:
    struct Kept {
        ExportKind kind = ExportKind::Unknown;
        clixml::Value value;
        ExportFile file;
        QDateTime changedUtc;
        domain::CertificateSource source = domain::CertificateSource::RawDataOnly;
        domain::ServerId server;
        domain::Thumbprint thumbprint;
        QString fqdn; ///< of the server, in lower case, as the server itself says it; empty: it does not
    };
    struct Loose {
        domain::CertificateFacts facts;
        ExportFile file;
    };
    /// Finds out what a certificate is, again where something was added to it.
    static void identify(Kept &certificate);
    void addBytes();
    void separateNamesakes();
    void noteLoose();
    void keep(const QString &key, const Kept &candidate);
    void noteConflict(const Kept &kept, const Kept &other);
    void noteOrganisations();
    /// Leaves of each server's certificates those of its newest reading; see the class.
    void dropOldReadings();

    SnapshotContent m_content;
    QDateTime m_manifestUtc;
    QList<Kept> m_kept; ///< in the order of reading
    QList<Kept> m_certificates; ///< every one that was read; build() chooses
    QList<Loose> m_loose;
    QHash<QString, qsizetype> m_byKey; ///< into m_kept
    QHash<QString, qsizetype> m_conflicts; ///< problem by the pair of files and the kind
};

} // namespace kakuin::snapshot

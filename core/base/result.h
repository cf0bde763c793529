// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QString>
#include <tl/expected.hpp>

namespace kakuin {

/// What went wrong, as a code that `text/errortext` turns into a sentence in the person's language.
/// Add a code here and the compiler asks for its sentence there.
enum class ErrorCode {
    // values and input
    InvalidThumbprint,
    InvalidArgument,
    UnsafeName, ///< a received name has control or invisible characters
    // certificates and keys
    MalformedCertificate,
    RawDataMissing, ///< an object of a certificate without its bytes (Select-Object leaves them out)
    MalformedPem,
    KeyGenerationFailed,
    SigningFailed,
    MalformedPfx,
    WrongPfxPassword,
    // exported data
    MalformedClixml,
    ClixmlLimitExceeded,
    ClixmlForbiddenConstruct,
    MalformedNrbf,
    NrbfLimitExceeded,
    NrbfUnsupportedRecord,
    MalformedSerializedCertificate,
    UnknownExportKind,
    UnsupportedEncoding,
    NothingExported,
    NotExported,
    ConflictingExports,
    SeveralOrganisations,
    CertificateOfNoServer, ///< a file with a certificate that says of no server that it has it
    FormatUntried, ///< written by a tool whose real output Kakuin was not tried on
    MalformedArchive,
    UnsafeArchiveEntry,
    EncryptedArchiveEntry,
    ArchiveLimitExceeded,
    // files and storage
    FileNotFound,
    FileUnreadable,
    FileUnwritable,
    DiskFull,
    StorageDamaged,
    StorageForeign,
    StorageTooNew,
    StorageLocked,
    StorageFailed,
    OrganisationInUse, ///< another window or program may change it
    JournalMissing, ///< nothing could be recorded, so nothing is changed
    // shells
    ReadOnlyShell,
    CmdletNotFound,
    ParameterNotFound,
    ParameterSetUnresolved,
    ServerUnreachable,
    ServerNotFound,
    ConnectionLost,
    ConnectionNotFound, ///< no stored connection of that name
    ProgramNotStarted, ///< the program that should carry a session
    // connecting and signing in
    HostNameUnknown,
    PortClosed,
    NoAnswer,
    TlsFailed,
    TlsCertificateUntrusted,
    TlsCertificateForAnotherName,
    TlsCertificateNotPinned,
    ClientCertificateUnusable,
    SignInRefused,
    SignInMethodNotOffered,
    KerberosUserUnknown,
    KerberosPasswordWrong,
    KerberosNoTicket,
    KerberosTicketExpired,
    KerberosClockSkew,
    KerberosServiceUnknown,
    KerberosUnavailable,
    AnswerNotProtected,
    ServicePathNotFound,
    ServiceForeign,
    ServiceRedirected,
    ServiceUnavailable,
    RightsMissing,
    BudgetExceeded,
    KeychainUnavailable,
    KeychainRefused,
    // the directory
    DirectoryForeign, ///< answers, but is no Active Directory
    DirectoryUnavailable,
    DirectoryRightsMissing,
    DirectoryValueMissing, ///< the entry is there, but not what was asked for: hidden, or not set
    // questions and answers
    PromptRefused,
    PromptStopped,
    UnexpectedOutput,
    OutputLimitExceeded, ///< more than is taken from a server: objects, records, bytes, one answer
    QuestionsOverlap, ///< a second question while one is open
    ServerError,
    // what Exchange is known to refuse
    RefusedInternalTransport,
    RefusedSendConnectors,
    RefusedNotFound,
    RefusedUnusable,
    RefusedNotExportable,
    RefusedAuthExport, ///< servers from the October 2025 security update on do not export the Auth certificate
    RefusedImport,
    RefusedDuplicate,
    RefusedDate,
    // operations
    Cancelled,
    VerificationFailed,
    VerificationImpossible, ///< the answer does not tell what was to be verified
    SiteWithoutCertificate, ///< after the command no certificate is bound to an IIS site that had one
    SiteCertificateMoved, ///< after the command another certificate is bound to an IIS site that was to keep its own
    SitesNotChecked, ///< the command ran, and whether the IIS sites kept their certificates could not be read
    LateValueMissing,
    PreconditionChanged,
    NotRead,
    BeingRead, ///< stands in the place of what is being read for the first time
    NotReadHere, ///< something may not be changed before this was read in this session
    Internal,
    Count_ // keep last: tests walk the codes below it
};

/// A failure as data.
/// Shape:  code; subject = the server, thumbprint or file it concerns; detail = untranslated technical text of the peer
///         (an error record, a parser position, an OpenSSL reason). Neither text is a sentence for people.
struct Error final {
    ErrorCode code = ErrorCode::Internal;
    QString subject = {};
    QString detail = {};

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value or an Error. Use and_then, transform, or_else and value_or only, so that std::expected can replace it.
template <class T = void>
using Result = tl::expected<T, Error>;

/// The library's own comparison does not compile for void.
[[nodiscard]] inline bool operator==(const Result<void> &a, const Result<void> &b)
{
    return a.has_value() == b.has_value() && (a.has_value() || a.error() == b.error());
}

/// `return fail(ErrorCode::FileNotFound, path);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString subject = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

} // namespace kakuin

Q_DECLARE_METATYPE(kakuin::Error)

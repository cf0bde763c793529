// SPDX-License-Identifier: MIT
#include "ui/text/errortext.h"

#include "core/base/untrustedtext.h"

namespace kakuin::ui {
namespace {

/// The words for one error code, in English, to be translated in the context "ErrorText".
/// %1 is the subject; `noun` stands for the subject where an error names none.
struct ErrorWords final {
    ErrorCode code;
    const char *brief;
    const char *sentence;
    const char *noun;
    bool isServersText = false; ///< `detail` is what a server wrote, in its own language
};

// clang-format off
constexpr ErrorWords errorWords[] = {
    {ErrorCode::InvalidThumbprint, QT_TRANSLATE_NOOP("ErrorText", "not a thumbprint"),
        QT_TRANSLATE_NOOP("ErrorText", "“%1” is not a thumbprint. A thumbprint has 40 digits, 0 to 9 and A to F: copy it whole."),
        QT_TRANSLATE_NOOP("ErrorText", "the text")},
    {ErrorCode::InvalidArgument, QT_TRANSLATE_NOOP("ErrorText", "value cannot be used"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be used here. Change it, then go on."),
        QT_TRANSLATE_NOOP("ErrorText", "What was entered")},
    {ErrorCode::MalformedCertificate, QT_TRANSLATE_NOOP("ErrorText", "certificate cannot be read"),
        QT_TRANSLATE_NOOP("ErrorText", "A certificate of %1 cannot be read: its data is damaged or not a certificate. The others are shown; look at this one on the server itself."),
        QT_TRANSLATE_NOOP("ErrorText", "this source")},
    {ErrorCode::MalformedPem, QT_TRANSLATE_NOOP("ErrorText", "no PEM certificate"),
        QT_TRANSLATE_NOOP("ErrorText", "There is no certificate in PEM form that can be read in %1. Choose a file that begins with “-----BEGIN CERTIFICATE-----”."),
        QT_TRANSLATE_NOOP("ErrorText", "this file")},
    {ErrorCode::KeyGenerationFailed, QT_TRANSLATE_NOOP("ErrorText", "no key made"),
        QT_TRANSLATE_NOOP("ErrorText", "A private key for %1 could not be made, so no certificate was created. Try again; if it happens again, restart Kakuin."),
        QT_TRANSLATE_NOOP("ErrorText", "the new certificate")},
    {ErrorCode::SigningFailed, QT_TRANSLATE_NOOP("ErrorText", "not signed"),
        QT_TRANSLATE_NOOP("ErrorText", "The certificate for %1 could not be signed, so it was not created. Try again with another key length."),
        QT_TRANSLATE_NOOP("ErrorText", "this server")},
    {ErrorCode::MalformedPfx, QT_TRANSLATE_NOOP("ErrorText", "not a PFX file"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is not a PFX file, or it is damaged. Export the certificate again with its private key."),
        QT_TRANSLATE_NOOP("ErrorText", "This file")},
    {ErrorCode::WrongPfxPassword, QT_TRANSLATE_NOOP("ErrorText", "wrong password"),
        QT_TRANSLATE_NOOP("ErrorText", "The password does not open %1. Enter the one that was set when the file was exported."),
        QT_TRANSLATE_NOOP("ErrorText", "this file")},
    {ErrorCode::MalformedClixml, QT_TRANSLATE_NOOP("ErrorText", "damaged export"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is not a whole file of Export-Clixml: it is damaged or was cut off. Export it again; the other files are shown."),
        QT_TRANSLATE_NOOP("ErrorText", "This file")},
    {ErrorCode::ClixmlLimitExceeded, QT_TRANSLATE_NOOP("ErrorText", "export too large"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is larger or more deeply nested than Kakuin reads. Export fewer objects into one file."),
        QT_TRANSLATE_NOOP("ErrorText", "This file")},
    {ErrorCode::ClixmlForbiddenConstruct, QT_TRANSLATE_NOOP("ErrorText", "not from Export-Clixml"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 holds XML that Export-Clixml never writes, such as entities. It was not read. Export the data again on the server."),
        QT_TRANSLATE_NOOP("ErrorText", "This file")},
    {ErrorCode::MalformedNrbf, QT_TRANSLATE_NOOP("ErrorText", "damaged certificate object"),
        QT_TRANSLATE_NOOP("ErrorText", "The serialized part of a certificate of %1 is damaged, so its services are not known. Export it again."),
        QT_TRANSLATE_NOOP("ErrorText", "this source")},
    {ErrorCode::NrbfLimitExceeded, QT_TRANSLATE_NOOP("ErrorText", "certificate object too large"),
        QT_TRANSLATE_NOOP("ErrorText", "The serialized part of a certificate of %1 is larger than Kakuin reads, so its services are not known. Look at them on the server itself."),
        QT_TRANSLATE_NOOP("ErrorText", "this source")},
    {ErrorCode::NrbfUnsupportedRecord, QT_TRANSLATE_NOOP("ErrorText", "unknown certificate object"),
        QT_TRANSLATE_NOOP("ErrorText", "A certificate of %1 is serialized in a form that Kakuin does not know, so its services are not known. Look at them on the server itself."),
        QT_TRANSLATE_NOOP("ErrorText", "this source")},
    {ErrorCode::MalformedSerializedCertificate, QT_TRANSLATE_NOOP("ErrorText", "damaged certificate"),
        QT_TRANSLATE_NOOP("ErrorText", "The stored form of a certificate of %1 is damaged, so its private key and its name are not known. Export it again."),
        QT_TRANSLATE_NOOP("ErrorText", "this source")},
    {ErrorCode::UnknownExportKind, QT_TRANSLATE_NOOP("ErrorText", "nothing that Kakuin knows"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 holds nothing that Kakuin can show. It reads what Get-ExchangeCertificate, Get-ExchangeServer, Get-AuthConfig, Get-TransportService and the connector cmdlets return."),
        QT_TRANSLATE_NOOP("ErrorText", "This file")},
    {ErrorCode::UnsupportedEncoding, QT_TRANSLATE_NOOP("ErrorText", "unknown encoding"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is written in an encoding that cannot be read. Export it again with -Encoding UTF8 or -Encoding Unicode."),
        QT_TRANSLATE_NOOP("ErrorText", "This file")},
    {ErrorCode::NothingExported, QT_TRANSLATE_NOOP("ErrorText", "no exported data"),
        QT_TRANSLATE_NOOP("ErrorText", "There is no exported data in %1. Choose the folder with the files that Export-Clixml wrote."),
        QT_TRANSLATE_NOOP("ErrorText", "this place")},
    {ErrorCode::NotExported, QT_TRANSLATE_NOOP("ErrorText", "not exported"),
        QT_TRANSLATE_NOOP("ErrorText", "The exported data does not hold %1. Run the cmdlet on the server, export its result and open it together with the rest."),
        QT_TRANSLATE_NOOP("ErrorText", "this")},
    {ErrorCode::ConflictingExports, QT_TRANSLATE_NOOP("ErrorText", "exports differ"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 and another exported file differ in the same objects. The newer of the two is shown. Open only one of them."),
        QT_TRANSLATE_NOOP("ErrorText", "A file")},
    {ErrorCode::SeveralOrganisations, QT_TRANSLATE_NOOP("ErrorText", "several organisations"),
        QT_TRANSLATE_NOOP("ErrorText", "The exported files come from more than one organisation (%1). Open the files of one organisation at a time."),
        QT_TRANSLATE_NOOP("ErrorText", "their names are not known")},
    {ErrorCode::MalformedArchive, QT_TRANSLATE_NOOP("ErrorText", "damaged archive"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is cut off or damaged. What could be read of it is shown; copy it again to see the rest."),
        QT_TRANSLATE_NOOP("ErrorText", "The archive")},
    {ErrorCode::UnsafeArchiveEntry, QT_TRANSLATE_NOOP("ErrorText", "unsafe archive entry"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 was left out: a link, a path that leads out of the archive, or a second entry of one name. Make the archive again from the exported files."),
        QT_TRANSLATE_NOOP("ErrorText", "An entry of the archive")},
    {ErrorCode::EncryptedArchiveEntry, QT_TRANSLATE_NOOP("ErrorText", "encrypted archive entry"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is protected by a password. Unpack the archive and open the folder."),
        QT_TRANSLATE_NOOP("ErrorText", "An entry of the archive")},
    {ErrorCode::ArchiveLimitExceeded, QT_TRANSLATE_NOOP("ErrorText", "archive too large"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 holds more than exported data ever does; the rest was not read. Open only the exported files."),
        QT_TRANSLATE_NOOP("ErrorText", "The archive")},
    {ErrorCode::FileNotFound, QT_TRANSLATE_NOOP("ErrorText", "not found"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is not there. It may have been moved or deleted; choose it again."),
        QT_TRANSLATE_NOOP("ErrorText", "The file")},
    {ErrorCode::FileUnreadable, QT_TRANSLATE_NOOP("ErrorText", "cannot be read"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be read. Check that you have the right to read it."),
        QT_TRANSLATE_NOOP("ErrorText", "The file")},
    {ErrorCode::FileUnwritable, QT_TRANSLATE_NOOP("ErrorText", "cannot be written"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be written. Choose another folder, or check that you have the right to write there."),
        QT_TRANSLATE_NOOP("ErrorText", "The file")},
    {ErrorCode::DiskFull, QT_TRANSLATE_NOOP("ErrorText", "disk full"),
        QT_TRANSLATE_NOOP("ErrorText", "The disk is full, so %1 was not written. Free some space, then try again; what was there before is unchanged."),
        QT_TRANSLATE_NOOP("ErrorText", "the file")},
    {ErrorCode::StorageDamaged, QT_TRANSLATE_NOOP("ErrorText", "damaged"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is damaged and was left as it is. Restore it from a backup, or start with a new one: the old file is kept beside it."),
        QT_TRANSLATE_NOOP("ErrorText", "The data file")},
    {ErrorCode::StorageForeign, QT_TRANSLATE_NOOP("ErrorText", "belongs to another program"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 was written by another program and was left as it is. Choose another file, or move this one away."),
        QT_TRANSLATE_NOOP("ErrorText", "The data file")},
    {ErrorCode::StorageTooNew, QT_TRANSLATE_NOOP("ErrorText", "made by a newer Kakuin"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 was written by a newer version of Kakuin and was left as it is. Open it with that version."),
        QT_TRANSLATE_NOOP("ErrorText", "The data file")},
    {ErrorCode::StorageLocked, QT_TRANSLATE_NOOP("ErrorText", "in use"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is in use by another window of Kakuin. Go on there, or close it first."),
        QT_TRANSLATE_NOOP("ErrorText", "The data file")},
    {ErrorCode::StorageFailed, QT_TRANSLATE_NOOP("ErrorText", "not stored"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 could not be stored. Check the disk and the rights on the folder, then try again."),
        QT_TRANSLATE_NOOP("ErrorText", "The data")},
    {ErrorCode::ReadOnlyShell, QT_TRANSLATE_NOOP("ErrorText", "read-only"),
        QT_TRANSLATE_NOOP("ErrorText", "Nothing can be changed in exported data, so %1 did not run. Save the steps as a script and run it on the server."),
        QT_TRANSLATE_NOOP("ErrorText", "the command")},
    {ErrorCode::CmdletNotFound, QT_TRANSLATE_NOOP("ErrorText", "cmdlet not available"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is not available to this account. Exchange offers only the cmdlets that the account's management roles allow; ask for the role, or use another account."),
        QT_TRANSLATE_NOOP("ErrorText", "The cmdlet"), true},
    {ErrorCode::ParameterNotFound, QT_TRANSLATE_NOOP("ErrorText", "parameter not available"),
        QT_TRANSLATE_NOOP("ErrorText", "The parameter %1 cannot be used here: this version of Exchange or the account's management roles do not offer it."),
        QT_TRANSLATE_NOOP("ErrorText", "of this command"), true},
    {ErrorCode::ParameterSetUnresolved, QT_TRANSLATE_NOOP("ErrorText", "parameters do not fit together"),
        QT_TRANSLATE_NOOP("ErrorText", "The parameters of %1 cannot be used together, so nothing ran. Copy the command from the log and report it."),
        QT_TRANSLATE_NOOP("ErrorText", "the command"), true},
    {ErrorCode::ServerUnreachable, QT_TRANSLATE_NOOP("ErrorText", "not reachable"),
        QT_TRANSLATE_NOOP("ErrorText", "Nothing is known about the certificates of %1, because it does not answer. Check that it is running and can be reached, then refresh."),
        QT_TRANSLATE_NOOP("ErrorText", "the server"), true},
    {ErrorCode::ServerNotFound, QT_TRANSLATE_NOOP("ErrorText", "no such server"),
        QT_TRANSLATE_NOOP("ErrorText", "The organisation has no server named %1. It may have been removed; refresh to see the servers there are."),
        QT_TRANSLATE_NOOP("ErrorText", "like that"), true},
    {ErrorCode::ConnectionLost, QT_TRANSLATE_NOOP("ErrorText", "connection lost"),
        QT_TRANSLATE_NOOP("ErrorText", "The connection to %1 broke off in the middle. What the command had done by then stays done: refresh and look before you repeat it."),
        QT_TRANSLATE_NOOP("ErrorText", "the server"), true},
    {ErrorCode::ConnectionNotFound, QT_TRANSLATE_NOOP("ErrorText", "no such connection"),
        QT_TRANSLATE_NOOP("ErrorText", "No connection named %1 is stored. Give the name as the list of connections shows it, or say what to open."),
        QT_TRANSLATE_NOOP("ErrorText", "like that"), true},
    {ErrorCode::HostNameUnknown, QT_TRANSLATE_NOOP("ErrorText", "name not known"),
        QT_TRANSLATE_NOOP("ErrorText", "The name %1 is not known to the network. Check how it is written, and that this computer asks the name server of the organisation."),
        QT_TRANSLATE_NOOP("ErrorText", "of the server")},
    {ErrorCode::PortClosed, QT_TRANSLATE_NOOP("ErrorText", "connection refused"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is there, but nothing listens on this port. Check the address and the port, and that the web server (IIS) of Exchange is running."),
        QT_TRANSLATE_NOOP("ErrorText", "The server")},
    {ErrorCode::NoAnswer, QT_TRANSLATE_NOOP("ErrorText", "no answer"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 did not answer in time. Check that it is running, and that no firewall is in between."),
        QT_TRANSLATE_NOOP("ErrorText", "The server")},
    {ErrorCode::TlsFailed, QT_TRANSLATE_NOOP("ErrorText", "no secure connection"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 and Kakuin could not agree on a secure connection. Kakuin needs TLS 1.2 or later; check that this port speaks TLS, and which versions the server has switched on."),
        QT_TRANSLATE_NOOP("ErrorText", "The server")},
    {ErrorCode::TlsCertificateUntrusted, QT_TRANSLATE_NOOP("ErrorText", "certificate not trusted"),
        QT_TRANSLATE_NOOP("ErrorText", "This computer does not trust the certificate that %1 shows. Name the file of the authority that issued it, or, if you have compared its SHA-256 fingerprint on the server itself, pin it for this connection."),
        QT_TRANSLATE_NOOP("ErrorText", "the server")},
    {ErrorCode::TlsCertificateForAnotherName, QT_TRANSLATE_NOOP("ErrorText", "certificate for another name"),
        QT_TRANSLATE_NOOP("ErrorText", "The certificate that %1 shows is for another name. Connect by a name that is in the certificate."),
        QT_TRANSLATE_NOOP("ErrorText", "the server")},
    {ErrorCode::TlsCertificateNotPinned, QT_TRANSLATE_NOOP("ErrorText", "not the pinned certificate"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 does not show the certificate that is pinned for this connection. If it was renewed, compare the new one on the server itself and pin that; if not, somebody may be in between: do not go on."),
        QT_TRANSLATE_NOOP("ErrorText", "The server")},
    {ErrorCode::ClientCertificateUnusable, QT_TRANSLATE_NOOP("ErrorText", "certificate for signing in unusable"),
        QT_TRANSLATE_NOOP("ErrorText", "The certificate with which to sign in to %1 cannot be used. Choose a PEM file that holds the certificate together with its private key."),
        QT_TRANSLATE_NOOP("ErrorText", "the server")},
    {ErrorCode::SignInRefused, QT_TRANSLATE_NOOP("ErrorText", "sign-in refused"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 does not accept this user name and password. Check both; an account that is locked or must change its password is refused in the same way."),
        QT_TRANSLATE_NOOP("ErrorText", "The server"), true},
    {ErrorCode::SignInMethodNotOffered, QT_TRANSLATE_NOOP("ErrorText", "way of signing in not offered"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 does not offer this way of signing in. Choose another; Exchange offers Kerberos by default, and Basic only where an administrator has switched it on."),
        QT_TRANSLATE_NOOP("ErrorText", "The server")},
    {ErrorCode::KerberosUserUnknown, QT_TRANSLATE_NOOP("ErrorText", "user not known"),
        QT_TRANSLATE_NOOP("ErrorText", "The domain knows no user %1. Write the name as user@DOMAIN."),
        QT_TRANSLATE_NOOP("ErrorText", "of this name")},
    {ErrorCode::KerberosPasswordWrong, QT_TRANSLATE_NOOP("ErrorText", "wrong password"),
        QT_TRANSLATE_NOOP("ErrorText", "The domain does not accept the password of %1. Enter it again; too many attempts may lock the account."),
        QT_TRANSLATE_NOOP("ErrorText", "this user")},
    {ErrorCode::KerberosNoTicket, QT_TRANSLATE_NOOP("ErrorText", "no Kerberos ticket"),
        QT_TRANSLATE_NOOP("ErrorText", "There is no Kerberos ticket to sign in to %1 with. Get one with kinit, or enter a user name and a password."),
        QT_TRANSLATE_NOOP("ErrorText", "the server")},
    {ErrorCode::KerberosTicketExpired, QT_TRANSLATE_NOOP("ErrorText", "Kerberos ticket expired"),
        QT_TRANSLATE_NOOP("ErrorText", "The Kerberos ticket with which to sign in to %1 has expired. Renew it with kinit, or enter a user name and a password."),
        QT_TRANSLATE_NOOP("ErrorText", "the server")},
    {ErrorCode::KerberosClockSkew, QT_TRANSLATE_NOOP("ErrorText", "clocks differ"),
        QT_TRANSLATE_NOOP("ErrorText", "The clocks of this computer and of %1 differ by more than Kerberos allows, usually five minutes. Set the time, then try again."),
        QT_TRANSLATE_NOOP("ErrorText", "the domain")},
    {ErrorCode::KerberosServiceUnknown, QT_TRANSLATE_NOOP("ErrorText", "service not known to the domain"),
        QT_TRANSLATE_NOOP("ErrorText", "The domain knows no service HTTP on %1. Connect by the full name of the server, not by an address or the name of a load balancer."),
        QT_TRANSLATE_NOOP("ErrorText", "this server")},
    {ErrorCode::KerberosUnavailable, QT_TRANSLATE_NOOP("ErrorText", "domain not reachable"),
        QT_TRANSLATE_NOOP("ErrorText", "No domain controller answers for %1, so nobody can sign in by Kerberos. Check the domain's name and that its controllers can be reached from this computer."),
        QT_TRANSLATE_NOOP("ErrorText", "this domain")},
    {ErrorCode::AnswerNotProtected, QT_TRANSLATE_NOOP("ErrorText", "answer not protected"),
        QT_TRANSLATE_NOOP("ErrorText", "An answer of %1 was not encrypted as this connection demands, or was changed on its way. Kakuin did not read it and has ended the connection."),
        QT_TRANSLATE_NOOP("ErrorText", "the server")},
    {ErrorCode::ServicePathNotFound, QT_TRANSLATE_NOOP("ErrorText", "no PowerShell at this address"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 has no PowerShell at this address. For Exchange it ends in /PowerShell/."),
        QT_TRANSLATE_NOOP("ErrorText", "The server")},
    {ErrorCode::ServiceForeign, QT_TRANSLATE_NOOP("ErrorText", "not Exchange"),
        QT_TRANSLATE_NOOP("ErrorText", "What answers at %1 is not Exchange's PowerShell: it has none of the cmdlets of Exchange. Check the address, or connect to a server that runs Exchange."),
        QT_TRANSLATE_NOOP("ErrorText", "this address")},
    {ErrorCode::ServiceRedirected, QT_TRANSLATE_NOOP("ErrorText", "sent elsewhere"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 sends to another address. Kakuin does not follow such a hint with your sign-in; if you trust the address, connect to it yourself."),
        QT_TRANSLATE_NOOP("ErrorText", "The server")},
    {ErrorCode::ServiceUnavailable, QT_TRANSLATE_NOOP("ErrorText", "service not available"),
        QT_TRANSLATE_NOOP("ErrorText", "The web server of %1 answers, but not its PowerShell. It may be starting, stopped or overloaded; wait a minute, then try again."),
        QT_TRANSLATE_NOOP("ErrorText", "the server"), true},
    {ErrorCode::RightsMissing, QT_TRANSLATE_NOOP("ErrorText", "no rights"),
        QT_TRANSLATE_NOOP("ErrorText", "This account may not use Exchange's PowerShell on %1. It needs a management role (for certificates: Organization Management, or Server Management), and remote PowerShell switched on."),
        QT_TRANSLATE_NOOP("ErrorText", "the server"), true},
    {ErrorCode::BudgetExceeded, QT_TRANSLATE_NOOP("ErrorText", "too many sessions"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 refuses another session, because this account has as many as Exchange allows. Close other consoles, wait a minute, then try again."),
        QT_TRANSLATE_NOOP("ErrorText", "The server"), true},
    {ErrorCode::KeychainUnavailable, QT_TRANSLATE_NOOP("ErrorText", "no keychain"),
        QT_TRANSLATE_NOOP("ErrorText", "This computer has no keychain that can be used now, so the password of %1 is not kept. It is asked for again at the next start."),
        QT_TRANSLATE_NOOP("ErrorText", "this connection")},
    {ErrorCode::KeychainRefused, QT_TRANSLATE_NOOP("ErrorText", "keychain refused"),
        QT_TRANSLATE_NOOP("ErrorText", "The keychain did not give or take the password of %1: it is locked, or the request was refused. Unlock it, or enter the password."),
        QT_TRANSLATE_NOOP("ErrorText", "this connection")},
    {ErrorCode::DirectoryForeign, QT_TRANSLATE_NOOP("ErrorText", "not Active Directory"),
        QT_TRANSLATE_NOOP("ErrorText", "What answers at %1 is a directory, but not that of an Active Directory forest. Give the name of a domain controller of the forest that Exchange is in."),
        QT_TRANSLATE_NOOP("ErrorText", "this address")},
    {ErrorCode::DirectoryUnavailable, QT_TRANSLATE_NOOP("ErrorText", "directory does not search"),
        QT_TRANSLATE_NOOP("ErrorText", "The directory %1 answers, but does not carry out the search. It may be busy or starting, or limit what one account may ask; wait a minute and refresh, or give another domain controller."),
        QT_TRANSLATE_NOOP("ErrorText", "service")},
    {ErrorCode::DirectoryRightsMissing, QT_TRANSLATE_NOOP("ErrorText", "no rights in the directory"),
        QT_TRANSLATE_NOOP("ErrorText", "This account may not read the configuration of Exchange in the directory %1. Sign in to the directory with an account that may; any that administers Exchange can."),
        QT_TRANSLATE_NOOP("ErrorText", "service")},
    {ErrorCode::DirectoryValueMissing, QT_TRANSLATE_NOOP("ErrorText", "not shown by the directory"),
        QT_TRANSLATE_NOOP("ErrorText", "The directory has an entry for %1, but shows no certificate for internal transport in it: none is set, or this account may not read it. Which certificate this server uses is therefore not known."),
        QT_TRANSLATE_NOOP("ErrorText", "this server")},
    {ErrorCode::PromptRefused, QT_TRANSLATE_NOOP("ErrorText", "question not answered"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 asked a question and nobody was there to answer it, so the command ended. Run it again and stay with it."),
        QT_TRANSLATE_NOOP("ErrorText", "The server")},
    {ErrorCode::PromptStopped, QT_TRANSLATE_NOOP("ErrorText", "stopped at a question"),
        QT_TRANSLATE_NOOP("ErrorText", "You stopped when %1 asked. What the command had done before the question stays done: refresh to see it."),
        QT_TRANSLATE_NOOP("ErrorText", "the server")},
    {ErrorCode::UnexpectedOutput, QT_TRANSLATE_NOOP("ErrorText", "answer not understood"),
        QT_TRANSLATE_NOOP("ErrorText", "The answer of %1 is not in the form that Exchange documents, so Kakuin does not rely on it. The command log has what arrived."),
        QT_TRANSLATE_NOOP("ErrorText", "the server")},
    {ErrorCode::ServerError, QT_TRANSLATE_NOOP("ErrorText", "refused by the server"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 refused the command. Its own words say why."),
        QT_TRANSLATE_NOOP("ErrorText", "The server"), true},
    {ErrorCode::RefusedInternalTransport, QT_TRANSLATE_NOOP("ErrorText", "internal transport certificate"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 uses the certificate for internal transport and did not remove it. Make another certificate the internal transport certificate first; the check before the removal offers that."),
        QT_TRANSLATE_NOOP("ErrorText", "The server"), true},
    {ErrorCode::RefusedSendConnectors, QT_TRANSLATE_NOOP("ErrorText", "named by Send connectors"),
        QT_TRANSLATE_NOOP("ErrorText", "Send connectors name the certificate, so %1 did not remove it. Clear the certificate's name at these connectors, remove it on every source server, then set the name again; mail through them waits in between."),
        QT_TRANSLATE_NOOP("ErrorText", "the server"), true},
    {ErrorCode::RefusedNotFound, QT_TRANSLATE_NOOP("ErrorText", "certificate not there"),
        QT_TRANSLATE_NOOP("ErrorText", "The certificate is not on %1 any more. Refresh to see which certificates it has."),
        QT_TRANSLATE_NOOP("ErrorText", "the server"), true},
    {ErrorCode::RefusedUnusable, QT_TRANSLATE_NOOP("ErrorText", "certificate not usable"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 has the certificate, but cannot use it: usually its private key is missing. Import it again with its key, or choose another one."),
        QT_TRANSLATE_NOOP("ErrorText", "The server"), true},
    {ErrorCode::RefusedNotExportable, QT_TRANSLATE_NOOP("ErrorText", "key not exportable"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 cannot export the private key: it was made so that it stays on the server. Nothing was written."),
        QT_TRANSLATE_NOOP("ErrorText", "The server"), true},
    {ErrorCode::RefusedImport, QT_TRANSLATE_NOOP("ErrorText", "not imported"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 could not import the file: it is damaged, or the password is another one. Nothing was changed."),
        QT_TRANSLATE_NOOP("ErrorText", "The server"), true},
    {ErrorCode::RefusedDuplicate, QT_TRANSLATE_NOOP("ErrorText", "already there"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 has this certificate already, so nothing was imported."),
        QT_TRANSLATE_NOOP("ErrorText", "The server"), true},
    {ErrorCode::RefusedDate, QT_TRANSLATE_NOOP("ErrorText", "date not valid"),
        QT_TRANSLATE_NOOP("ErrorText", "The effective date had passed by the time that it reached %1. Nothing was changed; choose a later date."),
        QT_TRANSLATE_NOOP("ErrorText", "the server"), true},
    {ErrorCode::Cancelled, QT_TRANSLATE_NOOP("ErrorText", "cancelled"),
        QT_TRANSLATE_NOOP("ErrorText", "The work on %1 was cancelled before it ended. What was done by then stays done."),
        QT_TRANSLATE_NOOP("ErrorText", "this")},
    {ErrorCode::VerificationFailed, QT_TRANSLATE_NOOP("ErrorText", "not as expected afterwards"),
        QT_TRANSLATE_NOOP("ErrorText", "The command ran, but %1 is not in the state that was to follow. Nothing more was changed; look at it before you go on."),
        QT_TRANSLATE_NOOP("ErrorText", "the server")},
    {ErrorCode::LateValueMissing, QT_TRANSLATE_NOOP("ErrorText", "earlier result missing"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 needs the result of an earlier step, which returned none. Nothing was sent; start again from the present state."),
        QT_TRANSLATE_NOOP("ErrorText", "The step")},
    {ErrorCode::PreconditionChanged, QT_TRANSLATE_NOOP("ErrorText", "changed meanwhile"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 has changed since the steps were planned, so nothing was sent. Refresh and plan again."),
        QT_TRANSLATE_NOOP("ErrorText", "The organisation")},
    {ErrorCode::NotRead, QT_TRANSLATE_NOOP("ErrorText", "not read yet"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 has not been read, so nothing is known about it. Refresh to read it."),
        QT_TRANSLATE_NOOP("ErrorText", "This part")},
    {ErrorCode::Internal, QT_TRANSLATE_NOOP("ErrorText", "fault in Kakuin"),
        QT_TRANSLATE_NOOP("ErrorText", "Kakuin made a mistake at %1 and stopped there. Copy the details and report them."),
        QT_TRANSLATE_NOOP("ErrorText", "this point")},
};
// clang-format on

constexpr bool coversEveryErrorCode()
{
    constexpr auto count = sizeof(errorWords) / sizeof(errorWords[0]);
    if (count != static_cast<size_t>(ErrorCode::Count_))
        return false;
    for (size_t i = 0; i < count; ++i) {
        if (errorWords[i].code != static_cast<ErrorCode>(i))
            return false;
    }
    return true;
}
static_assert(coversEveryErrorCode(), "every ErrorCode needs its words here, in the order of the enum");

constexpr qsizetype maxSubject = 200;

const ErrorWords &wordsFor(ErrorCode code)
{
    const auto index = static_cast<size_t>(code);
    Q_ASSERT(index < std::size(errorWords));
    return errorWords[index < std::size(errorWords) ? index : static_cast<size_t>(ErrorCode::Internal)];
}

enum class UnreachableCause { NotKnown, RpcUnavailable, NoEndpoint, AccessDenied };

/// Told by Win32's numbers and by Windows' texts for them in English and Japanese.
/// Source: exchange-domain 2.2, reachability (1722, 1753, 5).
UnreachableCause causeOf(const QString &detail)
{
    struct Mark {
        UnreachableCause cause;
        QStringView text;
    };
    static constexpr Mark marks[] = {
        {UnreachableCause::RpcUnavailable, u"RPC server is unavailable"},
        {UnreachableCause::RpcUnavailable, u"RPC サーバーを利用できません"},
        {UnreachableCause::RpcUnavailable, u"0x6BA"},
        {UnreachableCause::RpcUnavailable, u"1722"},
        {UnreachableCause::NoEndpoint, u"endpoint mapper"},
        {UnreachableCause::NoEndpoint, u"エンドポイント マッパー"},
        {UnreachableCause::NoEndpoint, u"0x6D9"},
        {UnreachableCause::NoEndpoint, u"1753"},
        {UnreachableCause::AccessDenied, u"Access is denied"},
        {UnreachableCause::AccessDenied, u"アクセスが拒否されました"},
    };
    for (const Mark &mark : marks) {
        if (detail.contains(mark.text, Qt::CaseInsensitive))
            return mark.cause;
    }
    return UnreachableCause::NotKnown;
}

} // namespace

QString ErrorText::sentence(const Error &error)
{
    const ErrorWords &words = wordsFor(error.code);
    const QString subject = error.subject.isEmpty() ? tr(words.noun) : singleLine(error.subject, maxSubject);
    if (error.code == ErrorCode::ServerUnreachable) {
        switch (causeOf(error.detail)) {
        case UnreachableCause::RpcUnavailable:
            return tr("Nothing is known about the certificates of %1: its RPC server cannot be reached. Check that it "
                      "is running and that no firewall stands between, then refresh.")
                .arg(subject);
        case UnreachableCause::NoEndpoint:
            return tr("Nothing is known about the certificates of %1: its service “Microsoft Exchange Service Host” "
                      "does not answer. Start the service there, then refresh.")
                .arg(subject);
        case UnreachableCause::AccessDenied:
            return tr("Nothing is known about the certificates of %1: it denied access to this account. Use an account "
                      "that may administer the server, then refresh.")
                .arg(subject);
        case UnreachableCause::NotKnown:
            break;
        }
    }
    const QString text = tr(words.sentence);
    return text.contains(QLatin1String("%1")) ? text.arg(subject) : text;
}

QString ErrorText::full(const Error &error)
{
    const QString said = multiLine(error.detail).trimmed();
    if (said.isEmpty())
        return sentence(error);
    const QString behind
        = wordsFor(error.code).isServersText ? tr("The server said: %1").arg(said) : tr("Detail: %1").arg(said);
    return sentence(error) + QStringLiteral("\n\n") + behind;
}

QString ErrorText::brief(const Error &error)
{
    if (error.code == ErrorCode::ServerUnreachable) {
        switch (causeOf(error.detail)) {
        case UnreachableCause::RpcUnavailable:
            return tr("not reachable: RPC server unavailable");
        case UnreachableCause::NoEndpoint:
            return tr("not reachable: Exchange Service Host does not answer");
        case UnreachableCause::AccessDenied:
            return tr("not readable: access denied");
        case UnreachableCause::NotKnown:
            break;
        }
    }
    return tr(wordsFor(error.code).brief);
}

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#include "core/plan/codename.h"

#include <algorithm>
#include <array>

namespace kakuin::plan {
namespace {

struct ErrorName {
    ErrorCode code;
    QLatin1String name;
};

constexpr std::array errorNames{
    ErrorName{ErrorCode::InvalidThumbprint, QLatin1String("invalidThumbprint")},
    ErrorName{ErrorCode::InvalidArgument, QLatin1String("invalidArgument")},
    ErrorName{ErrorCode::UnsafeName, QLatin1String("unsafeName")},
    ErrorName{ErrorCode::RawDataMissing, QLatin1String("rawDataMissing")},
    ErrorName{ErrorCode::MalformedCertificate, QLatin1String("malformedCertificate")},
    ErrorName{ErrorCode::MalformedPem, QLatin1String("malformedPem")},
    ErrorName{ErrorCode::KeyGenerationFailed, QLatin1String("keyGenerationFailed")},
    ErrorName{ErrorCode::SigningFailed, QLatin1String("signingFailed")},
    ErrorName{ErrorCode::MalformedPfx, QLatin1String("malformedPfx")},
    ErrorName{ErrorCode::WrongPfxPassword, QLatin1String("wrongPfxPassword")},
    ErrorName{ErrorCode::MalformedClixml, QLatin1String("malformedClixml")},
    ErrorName{ErrorCode::ClixmlLimitExceeded, QLatin1String("clixmlLimitExceeded")},
    ErrorName{ErrorCode::ClixmlForbiddenConstruct, QLatin1String("clixmlForbiddenConstruct")},
    ErrorName{ErrorCode::MalformedNrbf, QLatin1String("malformedNrbf")},
    ErrorName{ErrorCode::NrbfLimitExceeded, QLatin1String("nrbfLimitExceeded")},
    ErrorName{ErrorCode::NrbfUnsupportedRecord, QLatin1String("nrbfUnsupportedRecord")},
    ErrorName{ErrorCode::MalformedSerializedCertificate, QLatin1String("malformedSerializedCertificate")},
    ErrorName{ErrorCode::UnknownExportKind, QLatin1String("unknownExportKind")},
    ErrorName{ErrorCode::UnsupportedEncoding, QLatin1String("unsupportedEncoding")},
    ErrorName{ErrorCode::NothingExported, QLatin1String("nothingExported")},
    ErrorName{ErrorCode::NotExported, QLatin1String("notExported")},
    ErrorName{ErrorCode::ConflictingExports, QLatin1String("conflictingExports")},
    ErrorName{ErrorCode::SeveralOrganisations, QLatin1String("severalOrganisations")},
    ErrorName{ErrorCode::CertificateOfNoServer, QLatin1String("certificateOfNoServer")},
    ErrorName{ErrorCode::FormatUntried, QLatin1String("formatUntried")},
    ErrorName{ErrorCode::MalformedArchive, QLatin1String("malformedArchive")},
    ErrorName{ErrorCode::UnsafeArchiveEntry, QLatin1String("unsafeArchiveEntry")},
    ErrorName{ErrorCode::EncryptedArchiveEntry, QLatin1String("encryptedArchiveEntry")},
    ErrorName{ErrorCode::ArchiveLimitExceeded, QLatin1String("archiveLimitExceeded")},
    ErrorName{ErrorCode::FileNotFound, QLatin1String("fileNotFound")},
    ErrorName{ErrorCode::FileUnreadable, QLatin1String("fileUnreadable")},
    ErrorName{ErrorCode::FileUnwritable, QLatin1String("fileUnwritable")},
    ErrorName{ErrorCode::DiskFull, QLatin1String("diskFull")},
    ErrorName{ErrorCode::StorageDamaged, QLatin1String("storageDamaged")},
    ErrorName{ErrorCode::StorageForeign, QLatin1String("storageForeign")},
    ErrorName{ErrorCode::StorageTooNew, QLatin1String("storageTooNew")},
    ErrorName{ErrorCode::StorageLocked, QLatin1String("storageLocked")},
    ErrorName{ErrorCode::OrganisationInUse, QLatin1String("organisationInUse")},
    ErrorName{ErrorCode::JournalMissing, QLatin1String("journalMissing")},
    ErrorName{ErrorCode::StorageFailed, QLatin1String("storageFailed")},
    ErrorName{ErrorCode::ReadOnlyShell, QLatin1String("readOnlyShell")},
    ErrorName{ErrorCode::CmdletNotFound, QLatin1String("cmdletNotFound")},
    ErrorName{ErrorCode::ParameterNotFound, QLatin1String("parameterNotFound")},
    ErrorName{ErrorCode::ParameterSetUnresolved, QLatin1String("parameterSetUnresolved")},
    ErrorName{ErrorCode::ServerUnreachable, QLatin1String("serverUnreachable")},
    ErrorName{ErrorCode::ServerNotFound, QLatin1String("serverNotFound")},
    ErrorName{ErrorCode::ConnectionLost, QLatin1String("connectionLost")},
    ErrorName{ErrorCode::ConnectionNotFound, QLatin1String("connectionNotFound")},
    ErrorName{ErrorCode::ProgramNotStarted, QLatin1String("programNotStarted")},
    ErrorName{ErrorCode::HostNameUnknown, QLatin1String("hostNameUnknown")},
    ErrorName{ErrorCode::PortClosed, QLatin1String("portClosed")},
    ErrorName{ErrorCode::NoAnswer, QLatin1String("noAnswer")},
    ErrorName{ErrorCode::TlsFailed, QLatin1String("tlsFailed")},
    ErrorName{ErrorCode::TlsCertificateUntrusted, QLatin1String("tlsCertificateUntrusted")},
    ErrorName{ErrorCode::TlsCertificateForAnotherName, QLatin1String("tlsCertificateForAnotherName")},
    ErrorName{ErrorCode::TlsCertificateNotPinned, QLatin1String("tlsCertificateNotPinned")},
    ErrorName{ErrorCode::ClientCertificateUnusable, QLatin1String("clientCertificateUnusable")},
    ErrorName{ErrorCode::SignInRefused, QLatin1String("signInRefused")},
    ErrorName{ErrorCode::SignInMethodNotOffered, QLatin1String("signInMethodNotOffered")},
    ErrorName{ErrorCode::KerberosUserUnknown, QLatin1String("kerberosUserUnknown")},
    ErrorName{ErrorCode::KerberosPasswordWrong, QLatin1String("kerberosPasswordWrong")},
    ErrorName{ErrorCode::KerberosNoTicket, QLatin1String("kerberosNoTicket")},
    ErrorName{ErrorCode::KerberosTicketExpired, QLatin1String("kerberosTicketExpired")},
    ErrorName{ErrorCode::KerberosClockSkew, QLatin1String("kerberosClockSkew")},
    ErrorName{ErrorCode::KerberosServiceUnknown, QLatin1String("kerberosServiceUnknown")},
    ErrorName{ErrorCode::KerberosUnavailable, QLatin1String("kerberosUnavailable")},
    ErrorName{ErrorCode::AnswerNotProtected, QLatin1String("answerNotProtected")},
    ErrorName{ErrorCode::ServicePathNotFound, QLatin1String("servicePathNotFound")},
    ErrorName{ErrorCode::ServiceForeign, QLatin1String("serviceForeign")},
    ErrorName{ErrorCode::ServiceRedirected, QLatin1String("serviceRedirected")},
    ErrorName{ErrorCode::ServiceUnavailable, QLatin1String("serviceUnavailable")},
    ErrorName{ErrorCode::RightsMissing, QLatin1String("rightsMissing")},
    ErrorName{ErrorCode::BudgetExceeded, QLatin1String("budgetExceeded")},
    ErrorName{ErrorCode::KeychainUnavailable, QLatin1String("keychainUnavailable")},
    ErrorName{ErrorCode::KeychainRefused, QLatin1String("keychainRefused")},
    ErrorName{ErrorCode::DirectoryForeign, QLatin1String("directoryForeign")},
    ErrorName{ErrorCode::DirectoryUnavailable, QLatin1String("directoryUnavailable")},
    ErrorName{ErrorCode::DirectoryRightsMissing, QLatin1String("directoryRightsMissing")},
    ErrorName{ErrorCode::DirectoryValueMissing, QLatin1String("directoryValueMissing")},
    ErrorName{ErrorCode::PromptRefused, QLatin1String("promptRefused")},
    ErrorName{ErrorCode::PromptStopped, QLatin1String("promptStopped")},
    ErrorName{ErrorCode::UnexpectedOutput, QLatin1String("unexpectedOutput")},
    ErrorName{ErrorCode::OutputLimitExceeded, QLatin1String("outputLimitExceeded")},
    ErrorName{ErrorCode::QuestionsOverlap, QLatin1String("questionsOverlap")},
    ErrorName{ErrorCode::ServerError, QLatin1String("serverError")},
    ErrorName{ErrorCode::RefusedInternalTransport, QLatin1String("refusedInternalTransport")},
    ErrorName{ErrorCode::RefusedSendConnectors, QLatin1String("refusedSendConnectors")},
    ErrorName{ErrorCode::RefusedNotFound, QLatin1String("refusedNotFound")},
    ErrorName{ErrorCode::RefusedUnusable, QLatin1String("refusedUnusable")},
    ErrorName{ErrorCode::RefusedNotExportable, QLatin1String("refusedNotExportable")},
    ErrorName{ErrorCode::RefusedAuthExport, QLatin1String("refusedAuthExport")},
    ErrorName{ErrorCode::RefusedImport, QLatin1String("refusedImport")},
    ErrorName{ErrorCode::RefusedDuplicate, QLatin1String("refusedDuplicate")},
    ErrorName{ErrorCode::RefusedDate, QLatin1String("refusedDate")},
    ErrorName{ErrorCode::Cancelled, QLatin1String("cancelled")},
    ErrorName{ErrorCode::VerificationFailed, QLatin1String("verificationFailed")},
    ErrorName{ErrorCode::VerificationImpossible, QLatin1String("verificationImpossible")},
    ErrorName{ErrorCode::SiteWithoutCertificate, QLatin1String("siteWithoutCertificate")},
    ErrorName{ErrorCode::SiteCertificateMoved, QLatin1String("siteCertificateMoved")},
    ErrorName{ErrorCode::SitesNotChecked, QLatin1String("sitesNotChecked")},
    ErrorName{ErrorCode::LateValueMissing, QLatin1String("lateValueMissing")},
    ErrorName{ErrorCode::PreconditionChanged, QLatin1String("preconditionChanged")},
    ErrorName{ErrorCode::NotRead, QLatin1String("notRead")},
    ErrorName{ErrorCode::BeingRead, QLatin1String("beingRead")},
    ErrorName{ErrorCode::NotReadHere, QLatin1String("notReadHere")},
    ErrorName{ErrorCode::Internal, QLatin1String("internal")},
};
// a new code needs its name above
static_assert(errorNames.size() == static_cast<size_t>(ErrorCode::Count_));

} // namespace

QLatin1String nameOf(ErrorCode code)
{
    const auto it = std::find_if(
        errorNames.begin(), errorNames.end(), [code](const ErrorName &entry) { return entry.code == code; });
    return it == errorNames.end() ? QLatin1String() : it->name;
}

QLatin1String nameOf(PlanKind code)
{
    switch (code) {
    case PlanKind::RenewCertificate:
        return QLatin1String("renewCertificate");
    case PlanKind::RotateAuthCertificate:
        return QLatin1String("rotateAuthCertificate");
    case PlanKind::CompleteAuthRotation:
        return QLatin1String("completeAuthRotation");
    case PlanKind::CancelAuthRotation:
        return QLatin1String("cancelAuthRotation");
    case PlanKind::SpreadAuthCertificate:
        return QLatin1String("spreadAuthCertificate");
    case PlanKind::AssignServices:
        return QLatin1String("assignServices");
    case PlanKind::RemoveCertificates:
        return QLatin1String("removeCertificates");
    case PlanKind::ExportCertificate:
        return QLatin1String("exportCertificate");
    case PlanKind::ImportCertificate:
        return QLatin1String("importCertificate");
    }
    return {};
}

QLatin1String nameOf(StepKind code)
{
    switch (code) {
    case StepKind::CreateSuccessor:
        return QLatin1String("createSuccessor");
    case StepKind::VerifySuccessor:
        return QLatin1String("verifySuccessor");
    case StepKind::CreateAuthCertificate:
        return QLatin1String("createAuthCertificate");
    case StepKind::StageAuthCertificate:
        return QLatin1String("stageAuthCertificate");
    case StepKind::PublishAuthCertificate:
        return QLatin1String("publishAuthCertificate");
    case StepKind::ClearPreviousAuthCertificate:
        return QLatin1String("clearPreviousAuthCertificate");
    case StepKind::AssignServices:
        return QLatin1String("assignServices");
    case StepKind::ReplaceInternalTransport:
        return QLatin1String("replaceInternalTransport");
    case StepKind::RemoveCertificate:
        return QLatin1String("removeCertificate");
    case StepKind::ExportCertificate:
        return QLatin1String("exportCertificate");
    case StepKind::ImportCertificate:
        return QLatin1String("importCertificate");
    }
    return {};
}

QLatin1String nameOf(RecommendationReason code)
{
    switch (code) {
    case RecommendationReason::SuccessorTakesOverTransport:
        return QLatin1String("successorTakesOverTransport");
    case RecommendationReason::KeepTransportAsItIs:
        return QLatin1String("keepTransportAsItIs");
    case RecommendationReason::OldIsNotTransport:
        return QLatin1String("oldIsNotTransport");
    case RecommendationReason::TakeOverChosen:
        return QLatin1String("takeOverChosen");
    case RecommendationReason::CurrentNotKnown:
        return QLatin1String("currentNotKnown");
    case RecommendationReason::AuthStaysOutOfTransport:
        return QLatin1String("authStaysOutOfTransport");
    case RecommendationReason::GiveTransportBack:
        return QLatin1String("giveTransportBack");
    case RecommendationReason::PublishedRightAway:
        return QLatin1String("publishedRightAway");
    case RecommendationReason::StagedSoon:
        return QLatin1String("stagedSoon");
    case RecommendationReason::ReplacedBeforeRemoval:
        return QLatin1String("replacedBeforeRemoval");
    case RecommendationReason::OnlyServices:
        return QLatin1String("onlyServices");
    case RecommendationReason::RemovalReviewed:
        return QLatin1String("removalReviewed");
    }
    return {};
}

QLatin1String nameOf(Caution code)
{
    switch (code) {
    case Caution::OldCertificateStays:
        return QLatin1String("oldCertificateStays");
    case Caution::BackEndBindingStays:
        return QLatin1String("backEndBindingStays");
    case Caution::FrontEndBindingMoves:
        return QLatin1String("frontEndBindingMoves");
    case Caution::WmSvcBindingStays:
        return QLatin1String("wmSvcBindingStays");
    case Caution::ConnectorNamesStay:
        return QLatin1String("connectorNamesStay");
    case Caution::NotTrustedRoot:
        return QLatin1String("notTrustedRoot");
    case Caution::TransportPublished:
        return QLatin1String("transportPublished");
    case Caution::EdgeResubscription:
        return QLatin1String("edgeResubscription");
    case Caution::ServersMayLackAuth:
        return QLatin1String("serversMayLackAuth");
    case Caution::RestartAfterAuth:
        return QLatin1String("restartAfterAuth");
    case Caution::HybridAfterAuth:
        return QLatin1String("hybridAfterAuth");
    case Caution::ServersLeftOut:
        return QLatin1String("serversLeftOut");
    case Caution::StagedReplaced:
        return QLatin1String("stagedReplaced");
    case Caution::ServicesAreTakenOver:
        return QLatin1String("servicesAreTakenOver");
    case Caution::RemovalIsFinal:
        return QLatin1String("removalIsFinal");
    case Caution::NoBackupPossible:
        return QLatin1String("noBackupPossible");
    case Caution::PfxHoldsKey:
        return QLatin1String("pfxHoldsKey");
    case Caution::AuthExportMayBeRefused:
        return QLatin1String("authExportMayBeRefused");
    }
    return {};
}

QLatin1String nameOf(ErrorPolicy code)
{
    switch (code) {
    case ErrorPolicy::Stop:
        return QLatin1String("stop");
    case ErrorPolicy::ContinueWithNextServer:
        return QLatin1String("continueWithNextServer");
    }
    return {};
}

QLatin1String nameOf(StepState code)
{
    switch (code) {
    case StepState::Waiting:
        return QLatin1String("waiting");
    case StepState::Running:
        return QLatin1String("running");
    case StepState::Succeeded:
        return QLatin1String("succeeded");
    case StepState::NotNeeded:
        return QLatin1String("notNeeded");
    case StepState::Declined:
        return QLatin1String("declined");
    case StepState::Stopped:
        return QLatin1String("stopped");
    case StepState::Failed:
        return QLatin1String("failed");
    case StepState::Skipped:
        return QLatin1String("skipped");
    case StepState::OutcomeUnknown:
        return QLatin1String("outcomeUnknown");
    }
    return {};
}

QLatin1String nameOf(OperationState code)
{
    switch (code) {
    case OperationState::Running:
        return QLatin1String("running");
    case OperationState::Succeeded:
        return QLatin1String("succeeded");
    case OperationState::Declined:
        return QLatin1String("declined");
    case OperationState::Failed:
        return QLatin1String("failed");
    case OperationState::Cancelled:
        return QLatin1String("cancelled");
    case OperationState::SetAside:
        return QLatin1String("setAside");
    }
    return {};
}

QLatin1String nameOf(HandWorkKind code)
{
    switch (code) {
    case HandWorkKind::RestartServiceHost:
        return QLatin1String("restartServiceHost");
    case HandWorkKind::RecycleApplicationPools:
        return QLatin1String("recycleApplicationPools");
    case HandWorkKind::RunHybridWizard:
        return QLatin1String("runHybridWizard");
    case HandWorkKind::UploadToEntra:
        return QLatin1String("uploadToEntra");
    case HandWorkKind::BindBackEnd:
        return QLatin1String("bindBackEnd");
    case HandWorkKind::TrustRoot:
        return QLatin1String("trustRoot");
    case HandWorkKind::ChooseForWmSvc:
        return QLatin1String("chooseForWmSvc");
    case HandWorkKind::ResubscribeEdge:
        return QLatin1String("resubscribeEdge");
    }
    return {};
}

QLatin1String nameOf(HandWorkEvent code)
{
    switch (code) {
    case HandWorkEvent::Left:
        return QLatin1String("left");
    case HandWorkEvent::Ticked:
        return QLatin1String("ticked");
    case HandWorkEvent::Unticked:
        return QLatin1String("unticked");
    }
    return {};
}

QLatin1String nameOf(Check::Kind code)
{
    switch (code) {
    case Check::Kind::CertificatePresent:
        return QLatin1String("certificatePresent");
    case Check::Kind::InternalTransportIs:
        return QLatin1String("internalTransportIs");
    case Check::Kind::CertificateAbsent:
        return QLatin1String("certificateAbsent");
    case Check::Kind::AuthNextIs:
        return QLatin1String("authNextIs");
    case Check::Kind::AuthCurrentIs:
        return QLatin1String("authCurrentIs");
    case Check::Kind::AuthPreviousIsEmpty:
        return QLatin1String("authPreviousIsEmpty");
    case Check::Kind::PfxHoldsCertificate:
        return QLatin1String("pfxHoldsCertificate");
    case Check::Kind::NothingNewInStore:
        return QLatin1String("nothingNewInStore");
    case Check::Kind::ServicesAre:
        return QLatin1String("servicesAre");
    case Check::Kind::NoFurtherServices:
        return QLatin1String("noFurtherServices");
    case Check::Kind::AuthConfigIs:
        return QLatin1String("authConfigIs");
    }
    return {};
}

QLatin1String nameOf(shell::PromptKind code)
{
    switch (code) {
    case shell::PromptKind::Unknown:
        return QLatin1String("unknown");
    case shell::PromptKind::OverwriteDefaultSmtp:
        return QLatin1String("overwriteDefaultSmtp");
    case shell::PromptKind::EffectiveDateWithin48Hours:
        return QLatin1String("effectiveDateWithin48Hours");
    case shell::PromptKind::RemoveCertificate:
        return QLatin1String("removeCertificate");
    }
    return {};
}

QLatin1String nameOf(shell::Confirmation code)
{
    switch (code) {
    case shell::Confirmation::Yes:
        return QLatin1String("yes");
    case shell::Confirmation::YesToAll:
        return QLatin1String("yesToAll");
    case shell::Confirmation::No:
        return QLatin1String("no");
    case shell::Confirmation::NoToAll:
        return QLatin1String("noToAll");
    }
    return {};
}

QLatin1String nameOf(shell::LateValue::Kind code)
{
    switch (code) {
    case shell::LateValue::Kind::ThumbprintOfStep:
        return QLatin1String("thumbprintOfStep");
    case shell::LateValue::Kind::TimeOfSending:
        return QLatin1String("timeOfSending");
    case shell::LateValue::Kind::Password:
        return QLatin1String("password");
    case shell::LateValue::Kind::FileDataOfStep:
        return QLatin1String("fileDataOfStep");
    case shell::LateValue::Kind::FileContent:
        return QLatin1String("fileContent");
    }
    return {};
}

} // namespace kakuin::plan

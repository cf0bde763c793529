// SPDX-License-Identifier: MIT
#include "core/connection/connectionstage.h"

namespace kakuin::connection {

ConnectionStage stageOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::ProgramNotStarted:
    case ErrorCode::FileNotFound: // of certificates
    case ErrorCode::FileUnreadable:
    case ErrorCode::ClientCertificateUnusable:
        return ConnectionStage::Settings;
    case ErrorCode::HostNameUnknown:
        return ConnectionStage::Name;
    case ErrorCode::PortClosed:
    case ErrorCode::NoAnswer:
        return ConnectionStage::Network;
    case ErrorCode::TlsFailed:
    case ErrorCode::TlsCertificateUntrusted:
    case ErrorCode::TlsCertificateForAnotherName:
    case ErrorCode::TlsCertificateNotPinned:
        return ConnectionStage::Encryption;
    case ErrorCode::SignInRefused:
    case ErrorCode::SignInMethodNotOffered:
    case ErrorCode::KerberosUserUnknown:
    case ErrorCode::KerberosPasswordWrong:
    case ErrorCode::KerberosNoTicket:
    case ErrorCode::KerberosTicketExpired:
    case ErrorCode::KerberosClockSkew:
    case ErrorCode::KerberosServiceUnknown:
    case ErrorCode::KerberosUnavailable:
    case ErrorCode::AnswerNotProtected:
        return ConnectionStage::SigningIn;
    case ErrorCode::ServiceForeign:
        return ConnectionStage::Rights;
    default:
        return ConnectionStage::Session;
    }
}

bool isPassed(ConnectionStage stage, ErrorCode endedWith, bool isTls)
{
    if (stage >= stageOf(endedWith))
        return false;
    switch (endedWith) {
    case ErrorCode::KerberosUserUnknown:
    case ErrorCode::KerberosPasswordWrong:
    case ErrorCode::KerberosNoTicket:
    case ErrorCode::KerberosTicketExpired:
    case ErrorCode::KerberosClockSkew:
    case ErrorCode::KerberosServiceUnknown:
    case ErrorCode::KerberosUnavailable:
        return isTls || stage == ConnectionStage::Settings;
    default:
        return true;
    }
}

} // namespace kakuin::connection

// SPDX-License-Identifier: MIT
#include "ui/text/plantext.h"

namespace kakuin::ui {

QString PlanText::reason(plan::RecommendationReason reason)
{
    switch (reason) {
    case plan::RecommendationReason::SuccessorTakesOverTransport:
        return tr("The old certificate protects mail between the servers today and goes out of use. The new one has to "
                  "take over before the old one can be removed.");
    case plan::RecommendationReason::KeepTransportAsItIs:
        return tr("You chose to leave internal transport as it is.");
    case plan::RecommendationReason::OldIsNotTransport:
        return tr("Another certificate protects mail between the servers today. It keeps doing so.");
    case plan::RecommendationReason::TakeOverChosen:
        return tr("You chose to let the new certificate protect mail between the servers.");
    case plan::RecommendationReason::CurrentNotKnown:
        return tr("Which certificate protects mail between the servers today could not be read. The question names it: "
                  "answer Yes if it is the old one, No if it is another.");
    case plan::RecommendationReason::AuthStaysOutOfTransport:
        return tr("The Auth certificate has a purpose of its own. With Yes it would also protect mail between the "
                  "servers, and could not be removed later.");
    case plan::RecommendationReason::GiveTransportBack:
        return tr("The Auth certificate took internal transport over. Yes gives it back to the certificate that had it "
                  "before.");
    case plan::RecommendationReason::PublishedRightAway:
        return tr("The date does not matter here: the certificate is published in the next step.");
    case plan::RecommendationReason::StagedSoon:
        return tr("You chose an effective date that is hardly 48 hours away.");
    case plan::RecommendationReason::ReplacedBeforeRemoval:
        return tr(
            "The certificate that you remove protects mail between the servers today. Another one has to take over "
            "first.");
    case plan::RecommendationReason::OnlyServices:
        return tr("You chose the services only, and to leave internal transport as it is.");
    case plan::RecommendationReason::RemovalReviewed:
        return tr("You looked through what depends on the certificate before.");
    }
    return {};
}

QString PlanText::caution(plan::Caution caution)
{
    switch (caution) {
    case plan::Caution::OldCertificateStays:
        return tr("The old certificate stays until you remove it. To go back, assign its services to it again.");
    case plan::Caution::BackEndBindingStays:
        return tr("Port 444 (Exchange Back End) keeps the old certificate. Bind the new one in IIS Manager before you "
                  "remove the old one: without it Outlook on the web and the Exchange Management Shell stop.");
    case plan::Caution::FrontEndBindingMoves:
        return tr("Port 443 moves to the new certificate, because IIS is among the services. Clients that do not trust "
                  "it will warn.");
    case plan::Caution::WmSvcBindingStays:
        return tr("The Web Management Service keeps the old certificate. Select the new one in IIS Manager before you "
                  "remove the old one.");
    case plan::Caution::ConnectorNamesStay:
        return tr("Connectors name the certificate by issuer and subject. Both certificates have the same names, so "
                  "they use the newer one by themselves.");
    case plan::Caution::NotTrustedRoot:
        return tr(
            "The old certificate is in the Trusted Root store of the server; the new one is not. Copy it there if "
            "it is to be bound to port 444.");
    case plan::Caution::TransportPublished:
        return tr("If you answer Yes, the other servers meet the new certificate as soon as the directory has "
                  "replicated.");
    case plan::Caution::EdgeResubscription:
        return tr("Edge subscriptions trust the old certificate. Subscribe the Edge servers again afterwards, or mail "
                  "through them stops.");
    case plan::Caution::ServersMayLackAuth:
        return tr("The certificate takes effect at once, also on servers that do not have it yet. They refuse sign-ins "
                  "to Outlook on the web until it arrives, which can take hours.");
    case plan::Caution::RestartAfterAuth:
        return tr("Afterwards restart the Microsoft Exchange Service Host on every server, and recycle the application "
                  "pools MSExchangeOWAAppPool and MSExchangeECPAppPool.");
    case plan::Caution::HybridAfterAuth:
        return tr(
            "In a hybrid organisation run the Hybrid Configuration Wizard again, or upload the new certificate to "
            "Entra. Until then free/busy and other features across the two sides do not work.");
    case plan::Caution::StagedReplaced:
        return tr("Another certificate is staged already. The new one takes its place.");
    case plan::Caution::ServicesAreTakenOver:
        return tr("Services move here from other certificates. To go back, assign them there again.");
    case plan::Caution::RemovalIsFinal:
        return tr("A removed certificate cannot be had back, unless its key was saved in a PFX file before.");
    case plan::Caution::NoBackupPossible:
        return tr("The private key cannot be exported, so there is no way back after the removal.");
    case plan::Caution::PfxHoldsKey:
        return tr("The PFX file holds the private key. Whoever has the file and its password can pass for the server: "
                  "keep both apart.");
    }
    return {};
}

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#include "text/nextstep.h"

#include "core/base/untrustedtext.h"
#include "text/expirytext.h"
#include "text/findingtext.h"
#include "text/servertext.h"

namespace kakuin::ui {

using advice::Reason;

namespace {

bool isInUseAsAuth(const CertificateContext &context)
{
    const auto &auth = context.inventory->authConfig;
    return auth && auth->current == context.certificate->facts.thumbprint;
}

bool isTooLateToStage(const CertificateContext &context)
{
    const QDateTime &endUtc = context.certificate->facts.notAfterUtc;
    return endUtc.isValid() && context.nowUtc.secsTo(endUtc) < qint64{3600} * context.policy.effectiveHours;
}

} // namespace

NextStep NextStep::of(const CertificateContext &context)
{
    const findings::Guidance guidance = context.guidance();
    NextStep step = of(guidance.advice, context);
    if (step.advice.reason == Reason::NothingToDo && guidance.urgency >= findings::Urgency::Soon)
        step.finding = guidance.finding;
    return step;
}

NextStep NextStep::of(const advice::Advice &advice, const CertificateContext &context)
{
    NextStep step;
    step.advice = advice;
    const domain::Certificate *heir = context.inventory->find({context.certificate->server, step.advice.heir});
    const domain::CertificateFacts &facts = context.certificate->facts;
    step.isHeirNamedAlike
        = heir != nullptr && domain::TlsCertificateName{facts.issuer, facts.subject}.matches(heir->facts);
    return step;
}

QString NextStep::title() const
{
    if (finding)
        return FindingText::title(finding->code);
    switch (advice.reason) {
    case Reason::NothingToDo:
        return tr("Nothing needs doing");
    case Reason::DatesNotKnown:
        return tr("Look at it on the server");
    case Reason::CompleteRequest:
    case Reason::AnswerWithoutKey:
        return tr("Complete the request");
    case Reason::KeyMissing:
    case Reason::AuthKeyMissing:
        return tr("Bring its private key");
    case Reason::RotateAuth:
        return tr("Rotate the Auth certificate");
    case Reason::AuthIsStaged:
        return tr("See that the next Auth certificate takes over");
    case Reason::AuthRoleNotKnown:
        return tr("Read the Auth configuration");
    case Reason::AuthIsWaiting:
        return tr("Stage or publish it as the Auth certificate");
    case Reason::FederationTrust:
        return tr("Renew it the federation trust's way");
    case Reason::TransportToHeir:
        return tr("Let its successor take over internal transport");
    case Reason::ServicesToHeir:
    case Reason::FrontEndToHeir:
        return tr("Let its successor take over");
    case Reason::BackEndToHeir:
        return tr("Bind port 444 to its successor");
    case Reason::WmSvcToHeir:
        return tr("Choose its successor for the Web Management Service");
    case Reason::TrustHeir:
        return tr("Let the server trust its successor");
    case Reason::ConnectorsToHeir:
        return isHeirNamedAlike || advice.heir.isNull() ? tr("Clear its name on the connectors")
                                                        : tr("Name its successor on the connectors");
    case Reason::NoHeir:
        return tr("Make a certificate that can take over");
    case Reason::Renew:
        return tr("Renew it now");
    case Reason::RequestFromAuthority:
        return tr("Request its successor");
    case Reason::CanBeRemoved:
        return tr("It can be removed");
    case Reason::UseNotKnown:
        return tr("Find out whether it is still used");
    }
    return {};
}

QString NextStep::handOver(const QString &server) const
{
    const QString heir = advice.heir.toShortString();
    switch (advice.reason) {
    case Reason::TransportToHeir:
        //: %1: the beginning of a thumbprint
        return tr("%1 can do its work and is valid for longer, but mail between servers still uses this one.")
            .arg(heir);
    case Reason::ServicesToHeir:
        //: %1: the beginning of a thumbprint, %2: services
        return tr("%1 can do its work and is valid for longer, but lacks %2. Assign them to it.")
            .arg(heir, ServerText::services(advice.services));
    case Reason::FrontEndToHeir:
        //: %1: the beginning of a thumbprint
        return tr("%1 can do its work, but port 443 still shows this one. Assign IIS to it.").arg(heir);
    case Reason::BackEndToHeir:
        //: %1: the beginning of a thumbprint, %2: a server
        return tr(
            "%1 can do its work, but port 444 still shows this one. On %2, in IIS Manager, site Exchange Back End, "
            "Bindings, https 444, choose it. Removing this one before stops Outlook on the web.")
            .arg(heir, server);
    case Reason::WmSvcToHeir:
        //: %1: the beginning of a thumbprint, %2: a server
        return tr(
            "Which certificate the service uses, no cmdlet shows. On %2, in IIS Manager under Management Service, "
            "choose %1 before you remove this one.")
            .arg(heir, server);
    case Reason::TrustHeir:
        //: %1: the beginning of a thumbprint, %2: a server
        return tr("%1 is bound, but does not lie in the Trusted Root store of %2. Copy it there in certlm.msc.")
            .arg(heir, server);
    case Reason::ConnectorsToHeir:
        if (advice.heir.isNull())
            return tr(
                "It has expired and nothing uses it, but connectors that are switched off still name it, and "
                "Exchange does not remove what a Send connector names. Clear TlsCertificateName on the connectors "
                "that are listed under its uses, then remove it.");
        if (isHeirNamedAlike)
            //: %1: the beginning of a thumbprint
            return tr(
                "%1 bears the same names, so the connectors that are listed under the uses of this one find either "
                "of the two, and Exchange removes neither while Send connectors name them. To remove this one, "
                "clear TlsCertificateName on these connectors, remove it on all their servers, and set the name "
                "again.")
                .arg(heir);
        //: %1: the beginning of a thumbprint
        return tr(
            "%1 can do its work, but connectors still name this one, and Exchange does not remove what they name. Set "
            "TlsCertificateName on the connectors that are listed under its uses to the issuer and subject of %1.")
            .arg(heir);
    default:
        break; // nothing is handed over
    }
    return {};
}

QString NextStep::explanation(const CertificateContext &context) const
{
    if (finding)
        return FindingText::steps(finding->code);
    const QString server = singleLine(context.certificate->server.name(), 120);
    const QString heir = advice.heir.toShortString();
    switch (advice.reason) {
    case Reason::NothingToDo:
        //: %1: a date
        return tr("It is valid until %1.").arg(ExpiryText::day(context.certificate->facts.notAfterUtc));
    case Reason::DatesNotKnown:
        return tr("Its dates cannot be read, so Kakuin cannot say how long it is valid.");
    case Reason::CompleteRequest:
        return tr("Import the answer of the certification authority on %1. Until then it only keeps the key.")
            .arg(server);
    case Reason::AnswerWithoutKey:
        return tr(
            "It is the answer to a request that still waits on %1, and has no private key. Import the answer with "
            "Import-ExchangeCertificate there, so that it is joined with the key of the request.")
            .arg(server);
    case Reason::KeyMissing:
        return tr("Its private key is not on %1, so nothing can use it. Try certutil -repairstore there, or import the "
                  "certificate again with its key.")
            .arg(server);
    case Reason::RotateAuth:
        if (isInUseAsAuth(context) && isTooLateToStage(context))
            return tr(
                "It belongs to the whole organisation, so it is not renewed on one server, and it is too late for "
                "one that is staged. The rotation replaces it at once.");
        if (!advice.heir.isNull())
            //: %1: the beginning of a thumbprint
            return tr(
                "It belongs to the whole organisation, so it is not renewed on one server. %1 is there already and "
                "can take its place: stage it at least 48 hours before this one expires.")
                .arg(heir);
        return tr("It belongs to the whole organisation, so it is not renewed on one server: create a new one, and "
                  "stage it at least 48 hours before this one expires.");
    case Reason::AuthIsStaged: {
        const QDateTime effective
            = context.inventory->authConfig ? context.inventory->authConfig->nextEffectiveUtc : QDateTime();
        if (!effective.isValid())
            return tr("The next one has no effective date. Stage it again with one.");
        //: %1: a date with time
        return tr("The next one takes effect on %1. Check before then that every server has it.")
            .arg(ExpiryText::dayAndTime(effective));
    }
    case Reason::AuthRoleNotKnown:
        return tr("By its name it is most likely the Auth certificate of the organisation, which is rotated and never "
                  "renewed on one server. Get-AuthConfig says whether it is.");
    case Reason::AuthIsWaiting:
        return tr(
            "It bears the name of the Auth certificate and is valid, but the Auth configuration does not name it, "
            "and the one that is named needs a successor. Use this one instead of making another.");
    case Reason::AuthKeyMissing:
        //: %1: a server
        return tr(
            "Its private key is not on %1, but other servers have it or may have it. Try certutil -repairstore on "
            "%1. If that does not help, delete this copy there in certlm.msc, so that Exchange copies it again or "
            "you can import it with its key. Where a rotation is due anyway, it replaces this copy.")
            .arg(server);
    case Reason::FederationTrust:
        return tr("The federation trust names it, so a renewed copy would not be the trust's. Create a new one with "
                  "New-ExchangeCertificate, name it with Set-FederationTrust -Thumbprint, wait until every server has "
                  "it, and publish it with Set-FederationTrust -PublishFederationCertificate.");
    case Reason::TransportToHeir:
    case Reason::ServicesToHeir:
    case Reason::FrontEndToHeir:
    case Reason::BackEndToHeir:
    case Reason::WmSvcToHeir:
    case Reason::TrustHeir:
    case Reason::ConnectorsToHeir:
        return handOver(server);
    case Reason::NoHeir:
        return tr("It is made for another purpose and does a server's work. Make a certificate for %1 with "
                  "New-ExchangeCertificate, and let it take over.")
            .arg(server);
    case Reason::Renew:
        return tr("Takes about a minute. Mail keeps flowing; nothing is removed.");
    case Reason::RequestFromAuthority:
        return tr("A certification authority issued it, so it cannot be renewed here. Request a new one there and "
                  "import it on %1.")
            .arg(server);
    case Reason::CanBeRemoved:
        return advice.heir.isNull()
            ? tr(
                "It has expired, and nothing uses it. Whether anything depends on it is checked once more before that.")
            //: %1: the beginning of a thumbprint
            : tr("%1 does its work, and no use of this one is known.").arg(heir);
    case Reason::UseNotKnown:
        return advice.heir.isNull()
            ? tr("Whether anything still uses it could not be read.")
            //: %1: the beginning of a thumbprint
            : tr("%1 can do its work. Whether anything still uses this one could not be read.").arg(heir);
    }
    return {};
}

} // namespace kakuin::ui

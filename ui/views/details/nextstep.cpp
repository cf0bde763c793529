// SPDX-License-Identifier: MIT
#include "ui/views/details/nextstep.h"

#include "core/base/untrustedtext.h"
#include "core/domain/lineage.h"
#include "ui/text/expirytext.h"

namespace kakuin::ui {
namespace {

bool wantsAttention(domain::ExpiryBand band)
{
    switch (band) {
    case domain::ExpiryBand::Expired:
    case domain::ExpiryBand::Today:
    case domain::ExpiryBand::Urgent:
    case domain::ExpiryBand::Soon:
        return true;
    case domain::ExpiryBand::Unknown:
    case domain::ExpiryBand::Upcoming:
    case domain::ExpiryBand::Later:
        return false;
    }
    return false;
}

/// The newest generation that is newer than this one and valid now; null when there is none.
domain::Thumbprint validSuccessor(const CertificateContext &context)
{
    const domain::Lineage lineage = domain::lineageOf(*context.certificate, *context.entry);
    const qsizetype own = lineage.generations.indexOf(context.certificate->facts.thumbprint);
    for (qsizetype i = lineage.generations.size() - 1; own >= 0 && i > own; --i) {
        const domain::Certificate *newer = context.entry->find(lineage.generations.at(i));
        if (newer != nullptr && newer->facts.notAfterUtc > context.nowUtc
            && newer->facts.notAfterUtc > context.certificate->facts.notAfterUtc)
            return lineage.generations.at(i);
    }
    return {};
}

/// Roles that keep a certificate in use; "own" is about names only.
bool isInUse(const QList<domain::RoleEvidence> &roles, const domain::Certificate &certificate)
{
    for (const domain::RoleEvidence &evidence : roles) {
        if (evidence.role != domain::Role::Own)
            return true;
    }
    return !certificate.services || *certificate.services != domain::ServiceSet();
}

} // namespace

NextStep NextStep::of(const CertificateContext &context)
{
    const domain::ExpiryBand band = context.expiry().band;
    if (band == domain::ExpiryBand::Unknown)
        return {Code::DatesNotKnown, {}};
    const QList<domain::RoleEvidence> roles = context.roles();
    const bool isAuth = domain::hasRole(roles, domain::Role::AuthCurrent);
    if (!isAuth && context.isSelfSigned()) {
        const domain::Thumbprint successor = validSuccessor(context);
        if (!successor.isNull()) {
            return {isInUse(roles, *context.certificate) && wantsAttention(band) ? Code::SuccessorExists
                    : isInUse(roles, *context.certificate)                       ? Code::NothingNeedsDoing
                                                                                 : Code::ReplacedAlready,
                successor};
        }
    }
    if (!wantsAttention(band) || domain::hasRole(roles, domain::Role::AuthPrevious))
        return {Code::NothingNeedsDoing, {}};
    if (isAuth || domain::hasRole(roles, domain::Role::AuthNext)) {
        const bool isStaged = context.inventory->authConfig && !context.inventory->authConfig->next.isNull();
        return {isAuth && isStaged ? Code::PublishNextAuthCertificate : Code::RotateAuthCertificate, {}};
    }
    return {context.isSelfSigned() ? Code::RenewNow : Code::RequestFromAuthority, {}};
}

NextStep::Task NextStep::task() const
{
    switch (code) {
    case Code::RenewNow:
        return Task::Renew;
    case Code::RotateAuthCertificate:
    case Code::PublishNextAuthCertificate:
        return Task::Rotate;
    case Code::SuccessorExists:
        return Task::Assign;
    case Code::ReplacedAlready:
        return Task::Remove;
    case Code::NothingNeedsDoing:
    case Code::RequestFromAuthority:
    case Code::DatesNotKnown:
        break;
    }
    return Task::None;
}

QString NextStep::title() const
{
    switch (code) {
    case Code::NothingNeedsDoing:
        return tr("Nothing needs doing");
    case Code::RenewNow:
        return tr("Renew it now");
    case Code::RotateAuthCertificate:
        return tr("Rotate the Auth certificate");
    case Code::PublishNextAuthCertificate:
        return tr("See that the next Auth certificate takes over");
    case Code::RequestFromAuthority:
        return tr("Request its successor");
    case Code::SuccessorExists:
        return tr("Let its successor take over");
    case Code::ReplacedAlready:
        return tr("Nothing needs doing: it has been replaced");
    case Code::DatesNotKnown:
        return tr("Look at it on the server");
    }
    return {};
}

QString NextStep::explanation(const CertificateContext &context) const
{
    const QString server = singleLine(context.certificate->server.name(), 120);
    switch (code) {
    case Code::NothingNeedsDoing:
        //: %1: a date
        return tr("It is valid until %1.").arg(ExpiryText::day(context.certificate->facts.notAfterUtc));
    case Code::RenewNow:
        return tr("Takes about a minute. Mail keeps flowing; nothing is removed.");
    case Code::RotateAuthCertificate:
        return tr("It belongs to the whole organisation, so it is not renewed on one server: create a new one, and "
                  "stage it at least 48 hours before this one expires.");
    case Code::PublishNextAuthCertificate: {
        const QDateTime effective
            = context.inventory->authConfig ? context.inventory->authConfig->nextEffectiveUtc : QDateTime();
        //: %1: a date with time
        return tr("The next one takes effect on %1. Check before then that every server has it.")
            .arg(ExpiryText::dayAndTime(effective));
    }
    case Code::RequestFromAuthority:
        return tr("A certification authority issued it, so it cannot be renewed here. Request a new one there and "
                  "import it on %1.")
            .arg(server);
    case Code::SuccessorExists:
        //: %1: the beginning of a thumbprint
        return tr("%1 has the same names and is valid for longer. Assign the services of this one to it.")
            .arg(successor.toShortString());
    case Code::ReplacedAlready:
        //: %1: the beginning of a thumbprint
        return tr("%1 has the same names and is valid for longer. No use of this one is known.")
            .arg(successor.toShortString());
    case Code::DatesNotKnown:
        return tr("Its dates cannot be read, so Kakuin cannot say how long it is valid.");
    }
    return {};
}

} // namespace kakuin::ui

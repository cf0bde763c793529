// SPDX-License-Identifier: MIT
#include "ui/text/findingtext.h"

#include "core/base/untrustedtext.h"
#include "ui/text/errortext.h"
#include "ui/text/expirytext.h"
#include "ui/text/findingwords.h"
#include "ui/text/roletext.h"
#include "ui/text/servertext.h"

namespace kakuin::ui {

using findings::Evidence;
using findings::Fact;
using findings::Kind;
using findings::Mend;
using findings::Part;
using findings::Severity;
using findings::Subject;
using findings::Unseen;

namespace {

constexpr qsizetype longestSubject = 160;

const FindingWords &wordsFor(findings::Code code)
{
    const auto at = static_cast<size_t>(code);
    return at < serverFindingWords.size() ? serverFindingWords[at]
                                          : organisationFindingWords[at - serverFindingWords.size()];
}

QString certificateName(const domain::Certificate &certificate)
{
    return singleLine(
        certificate.facts.subject.isEmpty() ? certificate.displayName() : certificate.facts.subject, longestSubject);
}

} // namespace

QString FindingText::title(findings::Code code)
{
    return tr(wordsFor(code).title);
}

QString FindingText::why(findings::Code code)
{
    return tr(wordsFor(code).why);
}

QString FindingText::steps(findings::Code code)
{
    return tr(wordsFor(code).steps);
}

QString FindingText::subject(const Subject &subject, const domain::Certificate *certificate)
{
    const QString server = singleLine(subject.server.name(), longestSubject);
    switch (subject.kind) {
    case Subject::Kind::Organisation:
        return subject.name.startsWith(QLatin1String("input/")) ? singleLine(subject.name.mid(6), longestSubject)
                                                                : tr("Organisation");
    case Subject::Kind::Server:
        return server;
    case Subject::Kind::Certificate: {
        const QString name
            = certificate == nullptr ? subject.thumbprint.toGroupedString() : certificateName(*certificate);
        //: %1: a certificate's subject, %2: a server
        return server.isEmpty() ? name : tr("%1 on %2").arg(name, server);
    }
    case Subject::Kind::Connector:
        return singleLine(subject.name, longestSubject);
    case Subject::Kind::Site:
        //: %1: an Active Directory site
        return tr("Site %1").arg(singleLine(subject.name, longestSubject));
    }
    return {};
}

QString FindingText::mendButton(Mend::Task task)
{
    switch (task) {
    case Mend::Task::Instructions:
        return {};
    case Mend::Task::Renew:
        return tr("Renew…");
    case Mend::Task::RotateAuth:
        return tr("Rotate the Auth certificate…");
    case Mend::Task::FollowRotation:
        return tr("Follow the rotation…");
    case Mend::Task::Assign:
        return tr("Assign services…");
    case Mend::Task::TakeTransport:
        return tr("Take over internal transport…");
    case Mend::Task::Remove:
        return tr("Remove…");
    case Mend::Task::Import:
        return tr("Import…");
    case Mend::Task::ReadAgain:
        return tr("Read again");
    case Mend::Task::CheckPorts:
        return tr("Check the ports…");
    }
    return {};
}

QString FindingText::kind(Kind kind)
{
    switch (kind) {
    case Kind::Life:
        return tr("Validity");
    case Kind::Quality:
        return tr("Trust and strength");
    case Kind::Transport:
        return tr("Mail between servers");
    case Kind::WebSites:
        return tr("Web sites and names");
    case Kind::Ports:
        return tr("What ports show");
    case Kind::Auth:
        return tr("Auth certificate");
    case Kind::Connectors:
        return tr("Connectors and hybrid");
    case Kind::NotKnown:
        return tr("Not known");
    }
    return {};
}

QString FindingText::severity(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return tr("Critical");
    case Severity::Warning:
        return tr("Warning");
    case Severity::Information:
        return tr("Worth knowing");
    case Severity::NotKnown:
        return tr("Not known");
    }
    return {};
}

models::Severity FindingText::mark(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return models::Severity::Expired;
    case Severity::Warning:
        return models::Severity::Soon;
    case Severity::Information:
        return models::Severity::Information;
    case Severity::NotKnown:
        break;
    }
    return models::Severity::NotKnown;
}

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#include "core/plan/checkoutcome.h"

#include "core/shell/decode/authconfig.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/shell/decode/transportservice.h"
#include "core/shell/refusal.h"

#include <algorithm>

namespace kakuin::plan {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestDetail = 65536;

tl::unexpected<Error> unmet(const domain::ServerId &server, const QString &expected, const QString &found)
{
    return fail(ErrorCode::VerificationFailed, server.name(), u"expected=%1 found=%2"_s.arg(expected, found));
}

/// The answer is about the right thing and does not say it: neither met nor unmet.
tl::unexpected<Error> unsaid(const domain::ServerId &server, const QString &expected)
{
    return fail(ErrorCode::VerificationImpossible, server.name(), u"expected=%1 found=unknown"_s.arg(expected));
}

QString orNone(const domain::Thumbprint &thumbprint)
{
    return thumbprint.isNull() ? u"none"_s : thumbprint.toString();
}

Result<void> certificateIsPresent(
    const Check &check, const domain::Thumbprint &expected, const shell::PipelineOutput &output)
{
    for (const clixml::Value &value : output.objects()) {
        const auto certificate = shell::decode::exchangeCertificate(value, check.server);
        if (!certificate)
            return tl::unexpected<Error>(certificate.error());
        if (certificate->facts.thumbprint != expected)
            continue;
        if (certificate->hasPrivateKey == false)
            return unmet(check.server, u"privateKey"_s, u"none"_s);
        const QString wanted = domain::cmdletNames(check.services).join(u',');
        if (!check.services)
            return {};
        if (!certificate->services)
            return unsaid(check.server, wanted);
        if ((*certificate->services & check.services) != check.services)
            return unmet(check.server, wanted, domain::cmdletNames(*certificate->services).join(u','));
        return {};
    }
    return unmet(check.server, expected.toString(), u"none"_s);
}

Result<void> internalTransportIs(
    const Check &check, const domain::Thumbprint &expected, const shell::PipelineOutput &output)
{
    namespace decode = shell::decode;
    for (const clixml::Value &value : output.objects()) {
        // the check asked for it, so the answer's type name, which no two versions need to share, decides nothing
        const Result<domain::TransportAssignment> assignment
            = decode::isDirectoryServer(value) ? decode::directoryServer(value) : decode::transportService(value);
        if (!assignment)
            return tl::unexpected<Error>(assignment.error());
        if (assignment->server != check.server)
            continue;
        if (assignment->thumbprint != expected)
            return unmet(check.server, expected.toString(), orNone(assignment->thumbprint));
        return {};
    }
    return unsaid(check.server, expected.toString());
}

// A server that lists its certificates without this one, or says that it was not found, does not have it.
Result<void> certificateIsAbsent(
    const Check &check, const domain::Thumbprint &expected, const shell::PipelineOutput &output)
{
    for (const clixml::Value &value : output.objects()) {
        const auto certificate = shell::decode::exchangeCertificate(value, check.server);
        if (!certificate)
            return tl::unexpected<Error>(certificate.error());
        if (certificate->facts.thumbprint == expected)
            return unmet(check.server, u"none"_s, expected.toString());
    }
    return {};
}

Result<void> holdsServices(const Check &check, const domain::Thumbprint &expected, const shell::PipelineOutput &output)
{
    for (const clixml::Value &value : output.objects()) {
        const auto certificate = shell::decode::exchangeCertificate(value, check.server);
        if (!certificate || certificate->facts.thumbprint != expected)
            continue;
        const QString wanted = domain::cmdletNames(check.services).join(u',');
        if (!certificate->services)
            return unsaid(check.server, wanted);
        const domain::ServiceSet found = *certificate->services;
        if (check.kind == Check::Kind::ServicesAre ? found != check.services
                                                   : (found & ~check.services) != domain::ServiceSet())
            return unmet(check.server, wanted, domain::cmdletNames(found).join(u','));
        return {};
    }
    return unmet(check.server, expected.toString(), u"none"_s);
}

Result<void> nothingIsNew(const Check &check, const shell::PipelineOutput &output)
{
    const QList<domain::Thumbprint> store = storeIn(check.server, output);
    for (const domain::Thumbprint &thumbprint : store) {
        if (check.known && !check.known->contains(thumbprint))
            return unmet(check.server, u"none"_s, thumbprint.toString());
    }
    return {};
}

QString threeOf(const domain::AuthConfig &auth)
{
    return u"%1/%2/%3"_s.arg(orNone(auth.current), orNone(auth.next), orNone(auth.previous));
}

Result<void> authConfigShows(
    const Check &check, const domain::Thumbprint &expected, const shell::PipelineOutput &output)
{
    for (const clixml::Value &value : output.objects()) {
        if (!shell::decode::isAuthConfig(value))
            continue;
        const auto auth = shell::decode::authConfig(value);
        if (!auth)
            return tl::unexpected<Error>(auth.error());
        const domain::Thumbprint found = check.kind == Check::Kind::AuthNextIs ? auth->next
            : check.kind == Check::Kind::AuthCurrentIs                         ? auth->current
                                                                               : auth->previous;
        if (check.kind == Check::Kind::AuthConfigIs) {
            const QList<domain::Thumbprint> three = check.known.value_or(QList<domain::Thumbprint>());
            domain::AuthConfig wanted;
            wanted.current = three.value(0);
            wanted.next = three.value(1);
            wanted.previous = three.value(2);
            if (threeOf(wanted) != threeOf(*auth))
                return unmet(check.server, threeOf(wanted), threeOf(*auth));
            return {};
        }
        if (found != expected)
            return unmet(check.server, orNone(expected), orNone(found));
        return {};
    }
    return unmet(check.server, orNone(expected), u"unknown"_s);
}

} // namespace

bool applies(const Check &check, const QList<StepRecord> &steps)
{
    return !check.condition || applies(*check.condition, steps);
}

bool concernsCertificate(Check::Kind kind)
{
    return kind != Check::Kind::AuthPreviousIsEmpty && kind != Check::Kind::NothingNewInStore
        && kind != Check::Kind::AuthConfigIs;
}

bool applies(const Check::Condition &condition, const QList<StepRecord> &steps)
{
    const auto step = std::find_if(
        steps.begin(), steps.end(), [&](const StepRecord &record) { return record.number == condition.step; });
    if (step == steps.end())
        return condition.appliesWhenNotAsked;
    const auto question = std::find_if(step->questions.rbegin(), step->questions.rend(),
        [&](const shell::AskedPrompt &asked) { return asked.kind == condition.prompt; });
    return question == step->questions.rend() ? condition.appliesWhenNotAsked
                                              : question->answeredYes(condition.prompt) == condition.answeredYes;
}

bool tellsCertificates(Check::Kind kind)
{
    return kind == Check::Kind::CertificatePresent || kind == Check::Kind::ServicesAre
        || kind == Check::Kind::NoFurtherServices;
}

Result<void> outcomeOf(const Check &check, const domain::Thumbprint &expected, const shell::PipelineOutput &output)
{
    // a store that was read in part tells what it holds, as it does when the organisation is read
    const bool isPartOfAStore = check.kind == Check::Kind::NothingNewInStore && !output.objects().isEmpty();
    if (output.hasErrors() && !isPartOfAStore)
        return tl::unexpected<Error>(serverError(check.server, output));
    switch (check.kind) {
    case Check::Kind::CertificatePresent:
        return certificateIsPresent(check, expected, output);
    case Check::Kind::InternalTransportIs:
        return internalTransportIs(check, expected, output);
    case Check::Kind::ServicesAre:
    case Check::Kind::NoFurtherServices:
        return holdsServices(check, expected, output);
    case Check::Kind::NothingNewInStore:
        return nothingIsNew(check, output);
    case Check::Kind::CertificateAbsent:
        return certificateIsAbsent(check, expected, output);
    case Check::Kind::AuthNextIs:
    case Check::Kind::AuthCurrentIs:
        return authConfigShows(check, expected, output);
    case Check::Kind::AuthPreviousIsEmpty:
    case Check::Kind::AuthConfigIs:
        return authConfigShows(check, {}, output);
    case Check::Kind::PfxHoldsCertificate:
        break; // no command: the runner opens the file
    }
    return fail(ErrorCode::Internal);
}

QList<domain::Thumbprint> storeIn(const domain::ServerId &server, const shell::PipelineOutput &output)
{
    QList<domain::Thumbprint> out;
    for (const clixml::Value &value : output.objects()) {
        if (const auto certificate = shell::decode::exchangeCertificate(value, server)) {
            out.append(certificate->facts.thumbprint);
            continue;
        }
        // one that cannot be read must not stop the others from being renewed
        const clixml::ObjectPtr object = value.object();
        if (!object)
            continue;
        if (const auto named = domain::Thumbprint::parse(object->property(u"Thumbprint").text()))
            out.append(*named);
    }
    return out;
}

Result<domain::Thumbprint> producedBy(const Step &step, const shell::PipelineOutput &output)
{
    domain::Thumbprint produced;
    for (const clixml::Value &value : output.objects()) {
        if (!shell::decode::isExchangeCertificate(value))
            continue;
        const auto certificate = shell::decode::exchangeCertificate(value, step.server);
        if (!certificate)
            return tl::unexpected<Error>(certificate.error());
        const domain::Thumbprint thumbprint = certificate->facts.thumbprint;
        if (thumbprint == step.subject || (!produced.isNull() && thumbprint != produced))
            return fail(ErrorCode::UnexpectedOutput, step.server.name(), thumbprint.toString());
        produced = thumbprint;
    }
    return produced;
}

QByteArray fileDataIn(const shell::PipelineOutput &output)
{
    for (const clixml::Value &value : output.objects()) {
        const clixml::ObjectPtr object = value.object();
        if (const auto bytes = object ? object->property(u"FileData").toBytes() : std::nullopt; bytes)
            return *bytes;
    }
    return {};
}

Error serverError(const domain::ServerId &server, const shell::PipelineOutput &output)
{
    QStringList words;
    for (const shell::ErrorRecord &record : output.errors())
        words.append(record.message);
    // one known refusal among several records says what to do about it; two would say two things
    ErrorCode code = ErrorCode::ServerError;
    for (const shell::ErrorRecord &record : output.errors())
        code = code == ErrorCode::ServerError ? shell::refusalOf(record) : code;
    return {code, server.name(), words.join(u'\n').left(longestDetail)};
}

} // namespace kakuin::plan

// SPDX-License-Identifier: MIT
#include "core/plan/sitecheck.h"

#include "core/shell/decode/exchangecertificate.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace kakuin::plan {
namespace {

using namespace Qt::StringLiterals;
using domain::SiteChange;
using domain::Thumbprint;

QString joined(const QList<Thumbprint> &thumbprints)
{
    QStringList out;
    for (const Thumbprint &thumbprint : thumbprints)
        out.append(thumbprint.toString());
    return out.isEmpty() ? u"none"_s : out.join(u',');
}

QList<Thumbprint> thumbprintsIn(const QString &text)
{
    QList<Thumbprint> out;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (const auto thumbprint = Thumbprint::parse(part))
            out.append(*thumbprint);
    }
    return out;
}

QSet<int> meantSites(const shell::Pipeline &sent)
{
    const shell::ParameterValue *value = sent.isEmpty() ? nullptr : sent.cmdlets.constLast().value(u"Services");
    const auto *names = value == nullptr ? nullptr : std::get_if<QStringList>(value);
    const bool takesIis = names != nullptr && names->contains(domain::cmdletName(domain::Service::Iis));
    return takesIis ? QSet<int>{domain::IisBinding::frontEndSite} : QSet<int>();
}

} // namespace

bool mayUnbindSites(const Step &step)
{
    if (step.command.isEmpty() || step.server.isEmpty())
        return false;
    const QString &name = step.command.cmdlets.constLast().name();
    return name == u"New-ExchangeCertificate" || name == u"Enable-ExchangeCertificate"
        || name == u"Remove-ExchangeCertificate";
}

shell::Pipeline storeQuery(const domain::ServerId &server)
{
    return shell::Cmdlet(u"Get-ExchangeCertificate"_s).onServer(server);
}

domain::SiteBindings sitesIn(const domain::ServerId &server, const shell::PipelineOutput &output)
{
    QList<domain::Certificate> certificates;
    bool isWhole = !output.hasErrors();
    for (const clixml::Value &value : output.objects()) {
        const auto certificate = shell::decode::exchangeCertificate(value, server);
        if (certificate)
            certificates.append(*certificate);
        isWhole = isWhole && certificate.has_value();
    }
    return domain::siteBindingsOf(certificates, isWhole);
}

Result<void> sitesKept(const domain::ServerId &server, const shell::Pipeline &sent, const domain::SiteBindings &before,
    const domain::SiteBindings &after)
{
    const QList<SiteChange> changes = domain::changedSites(before, after, meantSites(sent));
    if (changes.isEmpty())
        return {};
    QStringList lines;
    for (const SiteChange &change : changes) {
        const QString found
            = change.kind == SiteChange::Kind::NotKnown && change.after.isEmpty() ? u"unknown"_s : joined(change.after);
        lines.append(
            u"site=%1 expected=%2 found=%3"_s.arg(QString::number(change.siteId), joined(change.before), found));
    }
    const auto isAny = [&](SiteChange::Kind kind) {
        return std::any_of(
            changes.begin(), changes.end(), [kind](const SiteChange &change) { return change.kind == kind; });
    };
    const ErrorCode code = isAny(SiteChange::Kind::Lost) ? ErrorCode::SiteWithoutCertificate
        : isAny(SiteChange::Kind::Moved)                 ? ErrorCode::SiteCertificateMoved
                                                         : ErrorCode::SitesNotChecked;
    return fail(code, server.name(), lines.join(u'\n'));
}

QList<SiteChange> sitesOf(const Error &error)
{
    if (!isSiteChange(error.code))
        return {};
    static const QRegularExpression line(u"^site=([0-9]{1,9}) expected=(\\S+) found=(\\S+)$"_s);
    QList<SiteChange> out;
    const QStringList lines = error.detail.split(u'\n');
    for (const QString &each : lines) {
        const QRegularExpressionMatch match = line.match(each);
        if (!match.hasMatch())
            continue;
        SiteChange change;
        change.siteId = match.captured(1).toInt();
        change.before = thumbprintsIn(match.captured(2));
        change.after = thumbprintsIn(match.captured(3));
        const bool isAnyNew = std::any_of(change.after.begin(), change.after.end(),
            [&change](const Thumbprint &thumbprint) { return !change.before.contains(thumbprint); });
        change.kind = isAnyNew                  ? SiteChange::Kind::Moved
            : match.captured(3) == u"unknown"_s ? SiteChange::Kind::NotKnown
                                                : SiteChange::Kind::Lost;
        out.append(change);
    }
    return out;
}

bool isSiteChange(ErrorCode code)
{
    return code == ErrorCode::SiteWithoutCertificate || code == ErrorCode::SiteCertificateMoved;
}

} // namespace kakuin::plan

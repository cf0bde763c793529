// SPDX-License-Identifier: MIT
#include "text/consoletext.h"

#include "core/base/untrustedtext.h"
#include "core/domain/roles.h"
#include "core/report/inventoryjson.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/findingtext.h"
#include "text/roletext.h"

#include <algorithm>

namespace kakuin::ui {
namespace {

using findings::Finding;
using findings::Severity;

const QString states[]{
    QStringLiteral("OK"), QStringLiteral("WARNING"), QStringLiteral("CRITICAL"), QStringLiteral("UNKNOWN")};

QString word(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return states[2];
    case Severity::Warning:
        return states[1];
    case Severity::Information:
        return QStringLiteral("INFO");
    case Severity::NotKnown:
        break;
    }
    return states[3];
}

int countOf(const QList<Finding> &found, Severity severity)
{
    return static_cast<int>(std::count_if(
        found.begin(), found.end(), [severity](const Finding &finding) { return finding.severity == severity; }));
}

/// Finds a finding's certificate: looking through its server each time would be quadratic.
using CertificateIndex = QHash<domain::CertificateId, const domain::Certificate *>;

CertificateIndex indexOf(const domain::Inventory &inventory)
{
    CertificateIndex out;
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (!entry.certificates)
            continue;
        for (const domain::Certificate &certificate : *entry.certificates)
            out.insert(certificate.id(), &certificate);
    }
    return out;
}

// A bar ends the text for monitoring systems, and what follows is numbers
QString plain(const QString &text)
{
    // the line breaks are ours, between a sentence and its detail
    return singleLine(text.simplified(), 1000).replace(u'|', u'/');
}

QString subjectOf(const Finding &finding, const CertificateIndex &certificates)
{
    const bool isCertificate = finding.subject.kind == findings::Subject::Kind::Certificate;
    return FindingText::subject(
        finding.subject, isCertificate ? certificates.value(finding.subject.certificate()) : nullptr);
}

QString evidenceOf(const Finding &finding, const QDateTime &nowUtc)
{
    QStringList out;
    for (const findings::Evidence &one : finding.evidence)
        out << FindingText::evidence(one, nowUtc);
    return out.join(QStringLiteral("; "));
}

// A mute ends with a day, so its end is the first moment of the next one
QString lastDay(const findings::Mute &mute)
{
    return ExpiryText::day(mute.untilUtc.addSecs(-1));
}

QString titleOf(const Finding &finding, const CertificateIndex &certificates)
{
    return QStringLiteral(": ") + plain(FindingText::title(finding.code)) + QStringLiteral(": ")
        + plain(subjectOf(finding, certificates));
}

QString lineOf(const Finding &finding, const CertificateIndex &certificates, const QDateTime &nowUtc)
{
    const QString evidence = plain(evidenceOf(finding, nowUtc));
    const QString what = titleOf(finding, certificates);
    return evidence.isEmpty() ? what : what + QStringLiteral(" (") + evidence + u')';
}

} // namespace

QString ConsoleText::check(
    const findings::Sifted &sifted, int exitCode, const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    const QList<Finding> &found = sifted.counted;
    const qsizetype ignored = sifted.ignored.size();
    const int critical = countOf(found, Severity::Critical);
    const int warnings = countOf(found, Severity::Warning);
    const int notes = countOf(found, Severity::Information);
    const int unknown = countOf(found, Severity::NotKnown);
    //: %1: how many are critical, %2: warnings, %3: notes, %4: what could not be looked at
    QString counts
        = tr("%1 critical, %2 warnings, %3 notes, %4 not known").arg(critical).arg(warnings).arg(notes).arg(unknown);
    if (ignored > 0)
        //: %1: "2 critical, 1 warnings, …", %2: how many findings are ignored
        counts = tr("%1, %2 ignored").arg(counts).arg(ignored);
    QStringList lines;
    lines << QStringLiteral("KAKUIN %1 - %2 | critical=%3 warning=%4 information=%5 notKnown=%6 ignored=%7")
                 .arg(states[std::clamp(exitCode, 0, 3)], counts)
                 .arg(critical)
                 .arg(warnings)
                 .arg(notes)
                 .arg(unknown)
                 .arg(ignored);
    const CertificateIndex certificates = indexOf(inventory);
    for (const Finding &finding : found)
        lines << word(finding.severity) + lineOf(finding, certificates, nowUtc);
    lines << endedLines(sifted);
    for (const findings::Sifted::Ignored &one : sifted.ignored) {
        lines << QStringLiteral("IGNORED") + titleOf(one.finding, certificates);
        if (!one.mute.reason.isEmpty())
            //: %1: "Expired and in use: CN=… on …", %2: a person's reason, %3: a day
            lines.last() = tr("%1 (%2; until %3)").arg(lines.last(), plain(one.mute.reason), lastDay(one.mute));
    }
    return lines.join(u'\n') + u'\n';
}

QStringList ConsoleText::endedLines(const findings::Sifted &sifted)
{
    QStringList lines;
    for (const findings::Ignore &ignore : sifted.ended)
        //: %1: a code with what it concerns, such as expiredInUse:ex01; %2: a day
        lines << QStringLiteral("ENDED: ")
                + tr("%1 is counted again: it was to be ignored until %2")
                      .arg(plain(ignore.text()), lastDay(ignore.mute));
    return lines;
}

QString ConsoleText::notChecked(const QString &sentence)
{
    return QStringLiteral("KAKUIN %1 - %2\n").arg(states[3], plain(sentence));
}

QStringList ConsoleText::findingColumns()
{
    return {QStringLiteral("severity"), QStringLiteral("code"), QStringLiteral("server"), QStringLiteral("thumbprint"),
        QStringLiteral("name"), QStringLiteral("title"), QStringLiteral("evidence")};
}

QList<QStringList> ConsoleText::findingRows(
    const QList<Finding> &found, const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    const CertificateIndex certificates = indexOf(inventory);
    QList<QStringList> rows;
    for (const Finding &finding : found) {
        rows.append({QString(findings::severityName(finding.severity)), QString(findings::codeName(finding.code)),
            singleLine(finding.subject.server.name()),
            finding.subject.thumbprint.isNull() ? QString() : finding.subject.thumbprint.toString(),
            singleLine(subjectOf(finding, certificates)), FindingText::title(finding.code),
            singleLine(evidenceOf(finding, nowUtc).simplified(), 4000)});
    }
    return rows;
}

QString ConsoleText::services(const domain::Certificate &certificate)
{
    if (!certificate.services)
        return tr("not known", "services or roles");
    const QStringList names = domain::displayNames(*certificate.services);
    return *certificate.services == domain::ServiceSet() ? tr("none", "services")
                                                         : names.join(tr(", ", "between names"));
}

QString ConsoleText::noRoles(
    const domain::Certificate &certificate, const domain::ServerEntry &entry, const domain::Inventory &inventory)
{
    return report::areRolesKnown(certificate, entry, inventory) ? tr("none", "roles")
                                                                : tr("not known", "services or roles");
}

QString ConsoleText::inventory(const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    QStringList lines;
    for (const domain::ServerEntry &entry : inventory.servers) {
        QString head = singleLine(entry.server.id.name());
        if (const QString version = entry.server.version.displayText(); !version.isEmpty())
            head += QStringLiteral(" (") + version + u')';
        lines << head;
        if (!entry.certificates) {
            lines << QStringLiteral("  ! ") + ErrorText::full(entry.certificates.error()).replace(u'\n', u' ');
            continue;
        }
        for (const domain::Certificate &certificate : *entry.certificates) {
            QStringList roles;
            const QList<domain::RoleEvidence> evidence = domain::rolesOf(certificate, &entry, inventory);
            for (const domain::RoleEvidence &one : evidence)
                roles << RoleText::name(one.role);
            roles.removeDuplicates();
            const domain::Expiry expiry = domain::expiryOf(certificate.facts.notAfterUtc, nowUtc);
            lines << QStringLiteral("  %1  %2  %3")
                         .arg(certificate.facts.thumbprint.toString(), ExpiryText::day(certificate.facts.notAfterUtc),
                             singleLine(certificate.displayName(), 120));
            //: one line of a list; %1: remaining life, %2: services, %3: roles
            lines << QStringLiteral("      ")
                    + tr("%1; services: %2; roles: %3")
                          .arg(ExpiryText::remaining(expiry, certificate.facts.notAfterUtc, nowUtc),
                              services(certificate),
                              roles.isEmpty() ? noRoles(certificate, entry, inventory)
                                              : roles.join(tr(", ", "between names")));
        }
    }
    return lines.join(u'\n') + u'\n';
}

QString ConsoleText::journal(const plan::JournalCondition &condition, const QString &path)
{
    const int entries = static_cast<int>(condition.entries);
    QStringList lines;
    if (condition.isSound()) {
        //: %1 is a path, %n a number of entries
        lines << tr("The %n entries of %1 are as they were written.", nullptr, entries).arg(path);
    } else {
        const int places = static_cast<int>(condition.altered.size()) + condition.unreadable;
        //: %1 is a path, %n a number of places
        lines << tr("%1 is not as it was written, in %n places.", nullptr, places).arg(path);
        for (const QString &place : condition.altered)
            //: %1: an entry's number, or a table and a key
            lines << tr("altered: %1").arg(singleLine(place, 120));
    }
    if (!condition.lastHash.isEmpty())
        //: %1 is a SHA-256
        lines << tr("Last hash: %1").arg(QString::fromLatin1(condition.lastHash));
    return lines.join(u'\n') + u'\n';
}

} // namespace kakuin::ui

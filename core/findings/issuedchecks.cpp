// SPDX-License-Identifier: MIT
// What public authorities change about the certificates that they issue, for those that are in use. One finding for a
// certificate, however many servers have it.
#include "core/findings/checks.h"

#include <QtCore/QMap>

#include <algorithm>
#include <array>

namespace kakuin::findings {

using namespace domain;

namespace {

constexpr QLatin1String clientAuthentication("1.3.6.1.5.5.7.3.2");

/// How long a public authority issues from a day on.
/// Source:  CA/Browser Forum, ballots SC-031 and SC-081v3.
struct LongestLife final {
    QDate from;
    qint64 days;
};
const std::array longestLives{LongestLife{QDate(2020, 9, 1), 398}, LongestLife{QDate(2026, 3, 15), 200},
    LongestLife{QDate(2027, 3, 15), 100}, LongestLife{QDate(2029, 3, 15), 47}};

struct IssuedCopies final {
    const CertificateView *view = nullptr;
    QList<ServerId> servers;
};

/// Certificates of public authorities that do work, by thumbprint, where the predicate holds.
template <class Predicate>
QMap<Thumbprint, IssuedCopies> publicOnes(const QList<ServerView> &servers, Predicate predicate)
{
    QMap<Thumbprint, IssuedCopies> out;
    for (const ServerView &server : servers) {
        for (const CertificateView &view : server.certificates) {
            const bool isPublic = view.certificate->rootCaType == RootCaType::ThirdParty && !view.isSelfSigned();
            if (!isPublic || view.isPending || view.isForeign || !view.hasServerWork() || !predicate(view))
                continue;
            IssuedCopies &copies = out[view.certificate->facts.thumbprint];
            if (copies.view == nullptr)
                copies.view = &view;
            copies.servers.append(server.entry->server.id);
        }
    }
    return out;
}

bool isUsedByConnectors(const CertificateView &view)
{
    return std::any_of(view.roles.begin(), view.roles.end(), [](const RoleEvidence &role) {
        return !role.isIdle
            && (role.source == RoleEvidence::Source::SendConnector
                || role.source == RoleEvidence::Source::ReceiveConnector
                || role.source == RoleEvidence::Source::HybridConfiguration);
    });
}

} // namespace

// Its own lifetime is no fault: what was issued before a change stays valid. It is said when the next one is due.
void checkNextLife(const QList<ServerView> &servers, const Picture &picture, Found &found)
{
    const auto isDue = [&picture](const CertificateView &view) {
        return view.heir == nullptr && picture.isEnding(*view.certificate);
    };
    const QMap<Thumbprint, IssuedCopies> due = publicOnes(servers, isDue);
    for (auto it = due.begin(); it != due.end(); ++it) {
        const CertificateFacts &facts = it->view->certificate->facts;
        const qint64 days = wholeDays(facts.notBeforeUtc, facts.notAfterUtc);
        const auto coming = std::find_if(longestLives.begin(), longestLives.end(),
            [&picture](const LongestLife &life) { return life.from > picture.nowUtc.date(); });
        if (coming == longestLives.begin())
            continue;
        const qint64 longest = std::prev(coming)->days;
        const bool isChanging
            = coming != longestLives.end() && coming->from <= facts.notAfterUtc.date() && days > coming->days;
        if (days <= longest && !isChanging)
            continue;
        Finding finding{Code::NextLivesShorter, Severity::Information, Subject::of(CertificateId{{}, it.key()}),
            {{Fact::LifeDays, days}, {Fact::LongestLife, longest}}, {}, {}};
        if (isChanging)
            finding.evidence.append({Fact::ShorterFrom, QDateTime(coming->from, QTime(0, 0), Qt::UTC)});
        addServers(finding.evidence, Fact::OnServer, it->servers);
        found.append(finding);
    }
}

// Exchange's own certificates are for server authentication only, and no source says that mail needs more
void checkClientAuthentication(const QList<ServerView> &servers, const Picture &, Found &found)
{
    const auto isConcerned = [](const CertificateView &view) {
        return isUsedByConnectors(view) && view.certificate->facts.extendedKeyUsageOids.contains(clientAuthentication);
    };
    const QMap<Thumbprint, IssuedCopies> used = publicOnes(servers, isConcerned);
    for (auto it = used.begin(); it != used.end(); ++it) {
        Finding finding{Code::ConnectorClientAuth, Severity::Information, Subject::of(CertificateId{{}, it.key()}),
            {{Fact::ExpiresOn, it->view->certificate->facts.notAfterUtc}}, {}, {}};
        const Certificate *heir = it->view->heir;
        const QStringList purposes = heir == nullptr ? QStringList() : heir->facts.extendedKeyUsageOids;
        if (!purposes.isEmpty() && !purposes.contains(clientAuthentication))
            finding.evidence.append({Fact::NewerGeneration, heir->facts.thumbprint});
        finding.evidence.append(useEvidence(it->view->roles));
        addServers(finding.evidence, Fact::OnServer, it->servers);
        found.append(finding);
    }
}

} // namespace kakuin::findings

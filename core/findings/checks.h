// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/advice.h"
#include "core/findings/finding.h"

namespace kakuin::findings {

/// The checks, one function for a small family each. A check appends what it finds and says nothing about what it could
/// not look at: notknownchecks.cpp does, for all of them, from the parts that each code needs.
/// Source:  exchange-domain 4.1 to 4.3 and 5.
using Found = QList<Finding>;
using advice::CertificateView;
using advice::Copy;
using advice::Picture;
using advice::ServerView;
using advice::Task;
using advice::Use;

/// findingsOf() with the picture at hand.
[[nodiscard]] QList<Finding> findingsIn(const Picture &picture);

// every certificate of a server that was read
void checkLife(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found);
void checkStatus(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found);
void checkStrength(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found);
void checkKeyProvider(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found);
void checkPrivateKey(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found);
void checkWebGeneration(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found);
void checkTrust(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found);
void checkServerName(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found);

// every server whose certificates were read
void checkTransport(const ServerView &server, const Picture &picture, Found &found);
void checkSmtp(const ServerView &server, const Picture &picture, Found &found);
void checkWebSites(const ServerView &server, const Picture &picture, Found &found);
void checkServedPorts(const ServerView &server, const Picture &picture, Found &found);
void checkDetails(const ServerView &server, const Picture &picture, Found &found);

// every server
void checkTransportAssignment(const domain::ServerEntry &entry, const Picture &picture, Found &found);
void checkPorts(const domain::ServerEntry &entry, const Picture &picture, Found &found);
void checkPortsRead(const domain::ServerEntry &entry, const Picture &picture, Found &found);
void checkServerRead(const domain::ServerEntry &entry, const Picture &picture, Found &found);

// all servers that were read, together
void checkRenewedOnSome(const QList<ServerView> &servers, const Picture &picture, Found &found);
void checkFrontEndPeers(const QList<ServerView> &servers, const Picture &picture, Found &found);
void checkNextLife(const QList<ServerView> &servers, const Picture &picture, Found &found);
void checkClientAuthentication(const QList<ServerView> &servers, const Picture &picture, Found &found);

// the organisation
void checkAuthPresence(const Picture &picture, Found &found);
void checkAuthLife(const Picture &picture, Found &found);
void checkAuthShape(const Picture &picture, Found &found);
void checkAuthStaging(const Picture &picture, Found &found);
void checkAuthHybrid(const Picture &picture, Found &found);
void checkAuthGenerations(const Picture &picture, Found &found);
void checkConnectors(const Picture &picture, Found &found);
void checkCoexistence(const Picture &picture, Found &found);
void checkBuilds(const Picture &picture, Found &found);
void checkHybrid(const Picture &picture, Found &found);
void checkParts(const Picture &picture, Found &found);

[[nodiscard]] inline Subject subjectOf(const CertificateView &view)
{
    return Subject::of(view.certificate->id());
}
/// What the server did not say of a certificate.
[[nodiscard]] Parts missingOf(const CertificateView &view);
/// The roles of a certificate as evidence.
[[nodiscard]] QList<Evidence> useEvidence(const QList<domain::RoleEvidence> &roles);
/// Server names as evidence; beyond twenty only how many more.
void addServers(QList<Evidence> &evidence, Fact fact, const QList<domain::ServerId> &servers);

} // namespace kakuin::findings

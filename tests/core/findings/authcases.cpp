// SPDX-License-Identifier: MIT
#include "findingcases.h"

namespace kakuin::findingcases {

using namespace Qt::StringLiterals;
using namespace domain;
using findings::Code;

namespace {

void withoutAuth(Inventory &i, int server)
{
    i.servers[server].certificates->removeAt(Auth);
}

void authNotRead(Inventory &i)
{
    i.authConfig = fail(ErrorCode::NotRead);
}

void nobodyRead(Inventory &i)
{
    unreachable(i, 0);
    unreachable(i, 1);
}

Change authEnds(const QDateTime &utc)
{
    return [utc](Inventory &i) {
        for (int server = 0; server < 2; ++server)
            certificate(i, server, Auth).facts.notAfterUtc = utc;
    };
}

Change authKey(const KeyFacts &key)
{
    return [key](Inventory &i) {
        for (int server = 0; server < 2; ++server)
            certificate(i, server, Auth).facts.key = key;
    };
}

Change nextEnds(const QDateTime &utc)
{
    return [utc](Inventory &i) {
        const Thumbprint next = stage(i, now().addDays(30)).next;
        for (ServerEntry &entry : i.servers) {
            for (Certificate &one : *entry.certificates) {
                if (one.facts.thumbprint == next)
                    one.facts.notAfterUtc = utc;
            }
        }
    };
}

Change stagedAt(const QDateTime &effectiveUtc)
{
    return [effectiveUtc](Inventory &i) { stage(i, effectiveUtc); };
}

Change previousSince(int days)
{
    return [days](Inventory &i) {
        i.authConfig->previous = thumbprint(500);
        for (int server = 0; server < 2; ++server)
            certificate(i, server, Auth).facts.notBeforeUtc = now().addDays(-days);
    };
}

Certificate &addForgotten(Inventory &i)
{
    Certificate &old = renew(i, 0, Auth);
    old.facts.notBeforeUtc = now().addYears(-4);
    old.facts.notAfterUtc = now().addYears(1);
    return old;
}

QList<Case> presenceCases()
{
    return {
        {Code::AuthNotSet, [](Inventory &i) { i.authConfig->current = {}; }, nothing, authNotRead},
        {Code::AuthMissingEverywhere,
            [](Inventory &i) {
                withoutAuth(i, 0);
                withoutAuth(i, 1);
            },
            [](Inventory &i) { withoutAuth(i, 0); },
            [](Inventory &i) {
                withoutAuth(i, 0);
                unreachable(i, 1);
            }},
        {Code::AuthMissingOnSite, [](Inventory &i) { withoutAuth(i, 1); },
            [](Inventory &i) { // its neighbour has it
                withoutAuth(i, 1);
                i.servers[1].server.site = u"Tokyo"_s;
            },
            [](Inventory &i) {
                withoutAuth(i, 1);
                i.servers[1].server.site.clear();
            }},
        {Code::AuthMissingOnServer,
            [](Inventory &i) {
                withoutAuth(i, 1);
                i.servers[1].server.site = u"Tokyo"_s;
            },
            [](Inventory &i) { // an Edge server has no Auth certificate
                withoutAuth(i, 1);
                i.servers[1].server.roles = ServerRole::Edge;
            },
            [](Inventory &i) { unreachable(i, 1); }},
        {Code::AuthWithoutKey, [](Inventory &i) { certificate(i, 1, Auth).hasPrivateKey = false; }, nothing,
            [](Inventory &i) { certificate(i, 1, Auth).hasPrivateKey = std::nullopt; }},
    };
}

QList<Case> lifeOfAuthCases()
{
    constexpr int day = 86'400;
    return {
        {Code::AuthExpired, authEnds(now().addSecs(-1)), authEnds(now()), authEnds({})},
        {Code::AuthExpiresSoon, authEnds(now().addSecs(61 * day - 1)), authEnds(now().addSecs(61 * day)), authEnds({})},
        {Code::AuthNextMissingOnServer, [](Inventory &i) { stage(i, now().addDays(30), 1); },
            stagedAt(now().addDays(30)),
            [](Inventory &i) {
                stage(i, now().addDays(30), 1);
                unreachable(i, 1);
            }},
        {Code::AuthNextExpiresSoon, nextEnds(now().addSecs(121 * day - 1)), nextEnds(now().addSecs(121 * day)),
            nextEnds({})},
        {Code::AuthNextWithoutDate, stagedAt({}), stagedAt(now().addDays(30)), authNotRead},
        {Code::AuthEffectiveSoon, stagedAt(now().addSecs(48 * 3600 - 1)), stagedAt(now().addSecs(48 * 3600)),
            authNotRead},
        {Code::AuthNotPromoted, stagedAt(now()), stagedAt(now().addSecs(1)), authNotRead},
    };
}

QList<Case> shapeCases()
{
    return {
        {Code::AuthNameUnexpected, [](Inventory &i) { certificate(i, 0, Auth).facts.subject = u"CN=EX01"_s; },
            [](Inventory &i) {
                certificate(i, 0, Auth).facts.subject = certificate(i, 0, Auth).facts.subject.toUpper();
            },
            nobodyRead},
        {Code::AuthNameOld,
            [](Inventory &i) {
                for (int server = 0; server < 2; ++server)
                    certificate(i, server, Auth).facts.subject = u"CN=Microsoft Exchange ACS Certificate"_s;
            },
            nothing, nobodyRead},
        {Code::AuthKeyUnsupported, authKey({KeyFacts::Algorithm::Ec, 256, u"ECDSA_P256"_s}),
            authKey({KeyFacts::Algorithm::Rsa, 2048, u"RSA"_s}), authKey({})},
        {Code::AuthHybridUpload, [](Inventory &i) { stage(i, now().addDays(30)); },
            [](Inventory &i) { // an organisation without the cloud
                stage(i, now().addDays(30));
                i.hybrid = std::optional<HybridConfiguration>();
                (*i.sendConnectors)[0].isCloudMailEnabled = false;
            },
            [](Inventory &i) {
                stage(i, now().addDays(30));
                i.hybrid = fail(ErrorCode::NotRead);
                (*i.sendConnectors)[0].isCloudMailEnabled = false;
            }},
        {Code::AuthIsWaiting,
            [](Inventory &i) { // made by hand, and never published
                authEnds(now().addDays(-5))(i);
                renew(i, 0, Auth);
            },
            [](Inventory &i) { renew(i, 0, Auth); }, // the one in use lasts
            [](Inventory &i) {
                authEnds(now().addDays(-5))(i);
                renew(i, 0, Auth).hasPrivateKey = std::nullopt;
            }},
        {Code::AuthRoleNotKnown,
            [](Inventory &i) {
                authNotRead(i);
                authEnds(now().addDays(-5))(i);
            },
            [](Inventory &i) { // it lasts
                authNotRead(i);
            },
            [](Inventory &i) {
                authNotRead(i);
                for (int server = 0; server < 2; ++server) {
                    certificate(i, server, Auth).facts.notAfterUtc = QDateTime();
                    certificate(i, server, Auth).facts.notBeforeUtc = QDateTime();
                }
            }},
        {Code::AuthWithoutSmtp, [](Inventory &i) { certificate(i, 1, Auth).services = ServiceSet(); },
            [](Inventory &i) { certificate(i, 1, Auth).services = Service::Smtp | Service::Imap; },
            [](Inventory &i) { certificate(i, 1, Auth).services = std::nullopt; }},
        {Code::AuthNotExportable,
            [](Inventory &i) {
                certificate(i, 0, Auth).privateKeyExportable = false;
                certificate(i, 1, Auth).privateKeyExportable = false;
            },
            [](Inventory &i) { certificate(i, 0, Auth).privateKeyExportable = false; },
            [](Inventory &i) {
                certificate(i, 0, Auth).privateKeyExportable = false;
                certificate(i, 1, Auth).privateKeyExportable = std::nullopt;
            }},
        {Code::AuthPreviousHeld, previousSince(14), previousSince(13), authNotRead},
        {Code::AuthPreviousHeld, previousSince(14),
            [](Inventory &i) { // what has expired itself is replaced first
                previousSince(14)(i);
                authEnds(now().addDays(-5))(i);
            },
            authNotRead},
        {Code::AuthLeftOver, [](Inventory &i) { addForgotten(i); },
            [](Inventory &i) { // made, and about to be staged
                addForgotten(i).facts.notBeforeUtc = now().addSecs(-60);
            },
            [](Inventory &i) {
                addForgotten(i);
                authNotRead(i);
            }},
    };
}

} // namespace

QList<Case> authCases()
{
    return presenceCases() + lifeOfAuthCases() + shapeCases();
}

} // namespace kakuin::findingcases

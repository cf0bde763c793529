// SPDX-License-Identifier: MIT
#include "findingcases.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_findingdetails {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::findingcases;
using advice::Task;
using findings::Code;
using findings::Finding;
using findings::Severity;

/// How bad it is, what mends it, and what is not claimed.
class tst_FindingDetails final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void expired_isRenewedOrReplacedOrHandedOver()
    {
        const auto mendOf = [](const Change &change, Code code) { return first(foundAfter(change), code).task; };
        const Task own
            = mendOf([](domain::Inventory &i) { certificate(i, 0, Own).facts.notAfterUtc = now().addDays(-1); },
                Code::ExpiredInUse);
        QCOMPARE(own.kind, Task::Kind::Renew);
        const Task issued
            = mendOf([](domain::Inventory &i) { certificate(i, 0, Public).facts.notAfterUtc = now().addDays(-1); },
                Code::ExpiredInUse);
        QCOMPARE(issued.kind, Task::Kind::Import);
        const Task renewed = mendOf(
            [](domain::Inventory &i) {
                renew(i, 0, Own);
                certificate(i, 0, Own).facts.notAfterUtc = now().addDays(-1);
            },
            Code::ExpiredInUse);
        QCOMPARE(renewed.kind, Task::Kind::TakeTransport);
        QCOMPARE(renewed.certificates.first().thumbprint, thumbprint(Own));
    }

    void missingAuth_isCopied_unlessItsExportIsRefused()
    {
        const auto mendWith = [](const QString &version) {
            return first(foundAfter([&](domain::Inventory &i) {
                i.servers[1].certificates->removeAt(Auth);
                i.servers[1].server.site = i.servers[0].server.site;
                i.servers[0].server.version = domain::ServerVersion::parse(version);
            }),
                Code::AuthMissingOnServer)
                .task;
        };
        QCOMPARE(mendWith(u"15.2.1748.10"_s).kind, Task::Kind::FollowRotation);
        const Task refused = mendWith(u"15.2.1748.39"_s);
        QCOMPARE(refused.kind, Task::Kind::Import); // of a file that Windows has saved
        QCOMPARE(refused.servers.size(), 1);
    }

    // Tokens can be signed as long as one server has the key in a CSP; on none, only another certificate helps
    void authKeyInCng_isImportedAgain_orReplaced()
    {
        const auto found = [](int servers) {
            return first(foundAfter([servers](domain::Inventory &i) {
                for (int server = 0; server < servers; ++server)
                    certificate(i, server, Auth).keyProvider = cngProvider;
            }),
                Code::AuthKeyUnsupported);
        };
        QCOMPARE(found(1).severity, Severity::Critical);
        QCOMPARE(found(1).task, Task());
        QVERIFY(found(1).evidence.contains({findings::Fact::OnServer, u"EX01"_s}));
        QCOMPARE(found(2).task.kind, Task::Kind::RotateAuth);
        QCOMPARE(found(0).code, Finding().code);
    }

    // setup does not ask about Edge servers, which are in no organisation
    void coexistence_leavesEdgeServersOut_andNamesWhatIsInTheWay()
    {
        const auto found = [](domain::ServerRoles roles) {
            return foundAfter([roles](domain::Inventory &i) {
                i.servers[0].server.version = domain::ServerVersion::parse(u"15.0.1497.2"_s);
                i.servers[1].server.version = domain::ServerVersion::parse(u"15.2.2562.17"_s);
                i.servers[1].server.roles = roles;
            });
        };
        const Finding finding = first(found(domain::ServerRole::Mailbox), Code::ServersCannotCoexist);
        QCOMPARE(finding.severity, Severity::Warning);
        QVERIFY(finding.evidence.contains({findings::Fact::VersionIs, u"SE RTM"_s}));
        QVERIFY(finding.evidence.contains({findings::Fact::OnServer, u"EX01"_s}));
        QVERIFY(!has(found(domain::ServerRole::Edge), Code::ServersCannotCoexist));
    }

    // while a new one is coming, or is new and the one before it is still named; of which is said which one to upload
    void hybridUpload_isSaidAroundARotation()
    {
        const auto named = [](const Change &change) {
            const Finding finding = first(foundAfter(change), Code::AuthHybridUpload);
            return finding.code == Code::AuthHybridUpload ? finding.subject.thumbprint : domain::Thumbprint();
        };
        const domain::Thumbprint current = healthy().authConfig->current;
        QCOMPARE(named(nothing), domain::Thumbprint());
        QCOMPARE(named([](domain::Inventory &i) { stage(i, now().addDays(30)); }), thumbprint(1000));
        const auto held = [](int age) {
            return [age](domain::Inventory &i) {
                i.authConfig->previous = thumbprint(7);
                for (int server = 0; server < 2; ++server)
                    certificate(i, server, Auth).facts.notBeforeUtc = now().addDays(-age);
            };
        };
        QCOMPARE(named(held(10)), current);
        QCOMPARE(named(held(400)), domain::Thumbprint()); // in use for a long time; the previous one was not cleared
        QCOMPARE(named([](domain::Inventory &i) {
            for (int server = 0; server < 2; ++server)
                certificate(i, server, Auth).facts.notAfterUtc = now().addDays(40);
        }),
            current);
        // the connector alone tells it as well
        QCOMPARE(named([](domain::Inventory &i) {
            i.hybrid = fail(ErrorCode::NotRead);
            stage(i, now().addDays(30));
        }),
            thumbprint(1000));
        QCOMPARE(named([](domain::Inventory &i) {
            i.hybrid = std::optional<domain::HybridConfiguration>();
            (*i.sendConnectors)[0].isEnabled = false;
            i.authConfig->previous = thumbprint(7);
        }),
            domain::Thumbprint());
    }

    void superseded_isOnlyWorthKnowing()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            domain::Certificate &old = renew(i, 0, Own);
            old.facts.notBeforeUtc = now().addYears(-6);
            old.facts.notAfterUtc = now().addDays(10);
        });
        const Finding finding = first(found, Code::ExpiresVerySoon);
        QCOMPARE(finding.severity, Severity::Information);
        QCOMPARE(finding.task.kind, Task::Kind::Remove);
    }

    void useThatIsNotKnown_isTakenForUse()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            certificate(i, 0, WmSvc).keyContainer.clear();
            certificate(i, 0, WmSvc).services = std::nullopt;
            certificate(i, 0, WmSvc).facts.notAfterUtc = now().addDays(-1);
        });
        QCOMPARE(first(found, Code::ExpiredUseNotKnown).severity, Severity::Critical);
        QVERIFY(!has(found, Code::ExpiredLeftOver));
    }

    void azuresOwn_areLeftAlone()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            certificate(i, 0, WmSvc).keyContainer.clear();
            certificate(i, 0, WmSvc).facts.subjectCommonName = u"MS-Organization-P2P-Access [2026]"_s;
            certificate(i, 0, WmSvc).facts.notAfterUtc = now().addDays(-1);
        });
        QCOMPARE(found.size(), 1);
    }

    void ellipticKey_isNotMeasuredInRsaBits()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            certificate(i, 0, Public).facts.key = {domain::KeyFacts::Algorithm::Ec, 256, u"ECDSA_P256"_s};
            certificate(i, 0, Public).keyProvider = cngProvider; // where every such key is
        });
        QVERIFY(has(found, Code::EllipticKey));
        QVERIFY(!has(found, Code::KeyTooSmall) && !has(found, Code::KeyInCng));
    }

    void authThatEndsSoon_isCalm_whenALastingOneIsStaged()
    {
        const auto ending = [](domain::Inventory &i, int days) {
            certificate(i, 0, Auth).facts.notAfterUtc = now().addDays(days);
            certificate(i, 1, Auth).facts.notAfterUtc = now().addDays(days);
        };
        const auto severity = [&](int days, const Change &change) {
            return first(foundAfter([&](domain::Inventory &i) {
                ending(i, days);
                change(i);
            }),
                Code::AuthExpiresSoon)
                .severity;
        };
        QCOMPARE(severity(40, nothing), Severity::Warning);
        QCOMPARE(severity(20, nothing), Severity::Critical);
        QCOMPARE(severity(20, [](domain::Inventory &i) { stage(i, now().addDays(4)); }), Severity::Information);
        QCOMPARE(severity(20, [](domain::Inventory &i) { stage(i, now().addDays(21)); }), Severity::Critical);
    }

    void notPromoted_growsWorseWithTime()
    {
        const auto severity = [](int hours) {
            return first(foundAfter([hours](domain::Inventory &i) { stage(i, now().addSecs(-hours * 3600)); }),
                Code::AuthNotPromoted)
                .severity;
        };
        QCOMPARE(severity(12), Severity::Information); // Exchange looks every twelve hours
        QCOMPARE(severity(13), Severity::Warning);
    }

    void authThatIsMissing_isCopiedOnlyWhereAKeyMayBeGivenAway()
    {
        const auto kind = [](const Change &change) {
            return first(foundAfter([&](domain::Inventory &i) {
                i.servers[1].certificates->removeAt(Auth);
                change(i);
            }),
                Code::AuthMissingOnSite)
                .task.kind;
        };
        const Change isLocked = [](domain::Inventory &i) { certificate(i, 0, Auth).privateKeyExportable = false; };
        QCOMPARE(kind([](domain::Inventory &i) { certificate(i, 0, Auth).privateKeyExportable = true; }),
            Task::Kind::FollowRotation);
        QCOMPARE(kind(isLocked), Task::Kind::RotateAuth);
    }

    // Once another one is staged, a third would have to be distributed first
    void authOfAnotherName_isReplacedOnce()
    {
        const auto kind = [](const Change &change) {
            return first(foundAfter([&](domain::Inventory &i) {
                for (const int server : {0, 1}) {
                    certificate(i, server, Auth).facts.subject = u"CN=Another"_s;
                    certificate(i, server, Auth).facts.issuer = u"CN=Another"_s;
                }
                change(i);
            }),
                Code::AuthNameUnexpected)
                .task.kind;
        };
        QCOMPARE(kind(nothing), Task::Kind::RotateAuth);
        QCOMPARE(first(foundAfter([](domain::Inventory &i) {
            certificate(i, 0, Auth).facts.subject = u"CN=Another"_s;
            i.servers[1].certificates->removeAt(Auth);
        }),
                     Code::AuthMissingOnSite)
                     .task.kind,
            Task::Kind::RotateAuth);
        QCOMPARE(kind([](domain::Inventory &i) { stage(i, now().addDays(4)); }), Task::Kind::FollowRotation);
    }

    void stagedAuthThatHasExpired_isNotPublished()
    {
        const auto kind = [](int days, const Change &change = nothing) {
            const auto found = foundAfter([&](domain::Inventory &i) {
                const domain::Thumbprint next = stage(i, now().addSecs(-20 * 3600)).next;
                for (domain::ServerEntry &entry : i.servers) {
                    for (domain::Certificate &one : *entry.certificates) {
                        if (one.facts.thumbprint == next)
                            one.facts.notAfterUtc = now().addDays(days);
                    }
                }
                change(i);
            });
            return first(found, Code::AuthNotPromoted).task.kind;
        };
        QCOMPARE(kind(500), Task::Kind::FollowRotation);
        QCOMPARE(kind(-1), Task::Kind::RotateAuth);
        QCOMPARE(kind(-1, [](domain::Inventory &i) { unreachable(i, 1); }), Task::Kind::RotateAuth);
    }

    // Exchange refuses to remove what a Send connector names, also where a newer one bears the same names
    void generationsOfAConnector_areNotOfferedForRemoval()
    {
        const auto found = foundAfter([](domain::Inventory &i) { renew(i, 0, Public); });
        QCOMPARE(first(found, Code::ConnectorGenerations).task, Task());
    }

    void takenBackStaging_isNoFinding()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            i.authConfig->next = i.authConfig->current;
            i.authConfig->nextEffectiveUtc = now().addSecs(60);
        });
        QCOMPARE(found.size(), 1);
    }

    void thresholds_areThePersons()
    {
        domain::Inventory inventory = healthy();
        certificate(inventory, 0, Own).facts.notAfterUtc = now().addDays(80);
        advice::Policy thresholds;
        QVERIFY(!has(findings::findingsOf(inventory, thresholds, now()), Code::ExpiresSoon));
        thresholds.warningDays = 90;
        QVERIFY(has(findings::findingsOf(inventory, thresholds, now()), Code::ExpiresSoon));
        QVERIFY(thresholds.isValid());
        thresholds.criticalDays = 90;
        QVERIFY(!thresholds.isValid());
    }

    void manyServers_areCountedNotListed()
    {
        domain::Inventory inventory = healthy();
        for (int i = 0; i < 40; ++i) {
            domain::ServerEntry copy = inventory.servers[1];
            copy.server.id = domain::ServerId(u"MBX%1"_s.arg(i));
            copy.certificates = fail(ErrorCode::ServerUnreachable);
            copy.server.site.clear();
            inventory.servers.append(copy);
        }
        const Finding finding = first(findings::findingsOf(inventory, {}, now()), Code::SiteNotKnown);
        QCOMPARE(finding.evidence.size(), 21);
        QCOMPARE(finding.evidence.last().fact, findings::Fact::MoreServers);
        QCOMPARE(std::get<qint64>(finding.evidence.last().value), 20);
    }
};

KAKUIN_TEST(tst_FindingDetails)

} // namespace tests::tst_findingdetails

#include "tst_findingdetails.moc"

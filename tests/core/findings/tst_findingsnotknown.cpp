// SPDX-License-Identifier: MIT
#include "findingcases.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_findingsnotknown {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::findingcases;
using findings::Code;
using findings::Fact;
using findings::Finding;
using findings::Severity;

namespace {

int count(const Finding &finding, Fact fact)
{
    return static_cast<int>(std::count_if(finding.evidence.begin(), finding.evidence.end(),
        [fact](const findings::Evidence &evidence) { return evidence.fact == fact; }));
}

} // namespace

/// What keeps from looking is a finding of its own, and names what it leaves open.
class tst_FindingsNotKnown final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void server_thatDoesNotAnswer_leavesItsCertificatesOpen()
    {
        const Finding finding = first(foundAfter([](domain::Inventory &i) { unreachable(i, 1); }), Code::ServerNotRead);
        QCOMPARE(finding.severity, Severity::NotKnown);
        QCOMPARE(finding.subject.server, domain::ServerId(u"EX02"_s));
        QCOMPARE(std::get<Error>(finding.evidence.first().value).code, ErrorCode::ServerUnreachable);
        QVERIFY(finding.unanswered.contains(Code::ExpiredInUse));
        QCOMPARE(finding.task.kind, advice::Task::Kind::ReadAgain);
        QCOMPARE(finding.task.servers, QList{domain::ServerId(u"EX02"_s)});
    }

    void edgeServer_leavesNoWebSitesAndNoAuthOpen()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            i.servers[1].server.roles = domain::ServerRole::Edge;
            unreachable(i, 1);
        });
        const Finding finding = first(found, Code::ServerNotRead);
        QVERIFY(!finding.unanswered.contains(Code::BackEndUnbound));
        QVERIFY(!finding.unanswered.contains(Code::AuthMissingOnServer));
        QVERIFY(finding.unanswered.contains(Code::TransportNotInStore));
    }

    void certificate_thatDoesNotParse_isReportedAndTheOthersAreChecked()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            i.servers[0].unreadable = {{ErrorCode::MalformedCertificate, u"2"_s, u"bad"_s}};
            certificate(i, 0, Own).facts.notAfterUtc = now().addDays(-1);
        });
        QVERIFY(has(found, Code::CertificateUnreadable));
        QVERIFY(has(found, Code::ExpiredInUse));
    }

    void details_thatASessionLeavesOut_areOneFindingAServer()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            for (domain::Certificate &one : *i.servers[0].certificates) {
                domain::Certificate bare;
                bare.server = one.server;
                bare.facts = one.facts;
                one = bare;
            }
        });
        const Finding finding = first(found, Code::DetailsNotKnown);
        QCOMPARE(std::get<qint64>(finding.evidence.first().value), 4);
        QCOMPARE(
            count(finding, Fact::Missing), 7); // status, services, key, exportable, bindings, trusted root, container
        QVERIFY(!has(found, Code::FrontEndUnbound));
        QVERIFY(!has(found, Code::SmtpWithoutCertificate));
    }

    void serverThatTheListDoesNotHave_leavesWhatItHasToDoOpen()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            i.servers[1].server.roles = {};
            for (domain::Certificate &one : *i.servers[1].certificates)
                one.services = domain::ServiceSet();
        });
        QVERIFY(!has(found, Code::SmtpWithoutCertificate));
        const Finding finding = first(found, Code::DetailsNotKnown);
        QCOMPARE(finding.subject.server, domain::ServerId(u"EX02"_s));
        QVERIFY(finding.unanswered.contains(Code::SmtpWithoutCertificate));
        QVERIFY(finding.unanswered.contains(Code::BackEndUnbound));
    }

    void whatCouldNotBeRead_mayBeWhatIsMissed_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("certificates of the server itself") << -1;
        QTest::newRow("the server is an excerpt, from a text") << -2;
        const QList<ErrorCode> codes{ErrorCode::MalformedClixml, ErrorCode::ClixmlLimitExceeded,
            ErrorCode::ClixmlForbiddenConstruct, ErrorCode::UnsupportedEncoding, ErrorCode::FileNotFound,
            ErrorCode::FileUnreadable, ErrorCode::MalformedArchive, ErrorCode::UnsafeArchiveEntry,
            ErrorCode::EncryptedArchiveEntry, ErrorCode::ArchiveLimitExceeded, ErrorCode::MalformedCertificate,
            ErrorCode::RawDataMissing};
        for (const ErrorCode code : codes)
            QTest::addRow("a file: %d", static_cast<int>(code)) << static_cast<int>(code);
    }
    // Whatever is taken out of a healthy organisation: if something could not be read, it is not missed
    void whatCouldNotBeRead_mayBeWhatIsMissed()
    {
        QFETCH(const int, code);
        const QList<Change> situations{nothing, [](domain::Inventory &i) { stage(i, now().addSecs(3600), 0); },
            [](domain::Inventory &i) {
                (*i.sendConnectors)[0].servers.clear();
                (*i.hybrid)->sendingTransportServers.clear();
                (*i.hybrid)->receivingTransportServers.clear();
            }};
        for (const Change &situation : situations) {
            // bits: four certificates on each of two servers; once in every combination, then alone and all together
            const bool isEvery = code < 0 || code == static_cast<int>(ErrorCode::MalformedClixml);
            for (int taken = 1; taken < 256; taken = isEvery ? taken + 1 : taken < 128 ? taken * 2 : taken + 127) {
                const auto found = foundAfter([&](domain::Inventory &i) {
                    situation(i);
                    for (int bit = 7; bit >= 0; --bit) {
                        if ((taken & (1 << bit)) == 0)
                            continue;
                        domain::ServerEntry &entry = i.servers[bit / 4];
                        entry.certificates->removeAt(bit % 4);
                        if (code == -2)
                            entry.isExcerpt = true;
                        if (code == -1)
                            entry.unreadable.append({ErrorCode::MalformedCertificate, entry.server.id.name(), {}});
                    }
                    if (code >= 0)
                        i.problems = {{static_cast<ErrorCode>(code), u"lost.xml"_s, {}}};
                });
                for (const Finding &finding : found) {
                    QVERIFY2(finding.severity != Severity::Critical, qPrintable(finding.key()));
                    const bool isHarmless = finding.task.kind == advice::Task::Kind::Instructions
                        || finding.task.kind == advice::Task::Kind::ReadAgain
                        || finding.task.kind == advice::Task::Kind::FollowRotation;
                    QVERIFY2(isHarmless, qPrintable(finding.key()));
                }
            }
        }
    }

    void excerptOfAServer_leavesOpenWhatElseItHas()
    {
        const auto found = foundAfter([](domain::Inventory &i) { i.servers[0].isExcerpt = true; });
        const Finding finding = first(found, Code::DetailsNotKnown);
        QCOMPARE(finding.subject.server, domain::ServerId(u"EX01"_s));
        QVERIFY(finding.unanswered.contains(Code::AuthMissingOnServer));
        QVERIFY(finding.unanswered.contains(Code::TransportNotInStore));
    }

    void reportOfOneServer_doesNotSayThatNoServerHasTheAuthCertificate()
    {
        const auto without = [](domain::Inventory &i) {
            for (domain::ServerEntry &entry : i.servers)
                entry.certificates->removeAt(Auth);
        };
        QVERIFY(has(foundAfter(without), Code::AuthMissingEverywhere));
        const auto found = foundAfter([&](domain::Inventory &i) {
            without(i);
            i.problems = {{ErrorCode::FormatUntried, u"HealthChecker-EX01.xml"_s, {}}};
        });
        QVERIFY(!has(found, Code::AuthMissingEverywhere));
        QCOMPARE(first(found, Code::InputProblem).severity, Severity::Information);
    }

    void effectiveDateAsText_isNotKnown_withItsText()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            stage(i, QDateTime()).nextEffectiveText = u"2026/12/01 9:00:00"_s;
            for (int server = 0; server < 2; ++server)
                certificate(i, server, Auth).facts.notAfterUtc = now().addDays(20);
        });
        for (const Code code : {Code::AuthNextWithoutDate, Code::AuthEffectiveSoon, Code::AuthNotPromoted})
            QVERIFY(!has(found, code));
        const Finding finding = first(found, Code::DetailsNotKnown);
        QVERIFY(finding.unanswered.contains(Code::AuthNextWithoutDate));
        QCOMPARE(std::get<Error>(finding.evidence.first().value).detail, u"2026/12/01 9:00:00"_s);
        QCOMPARE(first(found, Code::AuthExpiresSoon).severity, Severity::Information); // a successor has a date
    }

    void damagedFile_mayHoldTheConnectorThatUsesACertificate()
    {
        const auto leftOver = [](domain::Inventory &i) {
            (*i.sendConnectors)[0].tlsCertificateName.reset();
            (*i.hybrid)->tlsCertificateName.reset();
            for (int server = 0; server < 2; ++server) {
                domain::Certificate &one = certificate(i, server, Public);
                one.services = domain::ServiceSet();
                one.iisBindings = QList<domain::IisBinding>();
                one.facts.issuer = one.facts.subject;
                one.facts.isSelfIssued = true;
                one.isSelfSigned = true;
                one.facts.notAfterUtc = now().addDays(-3);
            }
        };
        QCOMPARE(first(foundAfter(leftOver), Code::ExpiredLeftOver).task.kind, advice::Task::Kind::Remove);
        for (const Error &problem : {Error{ErrorCode::MalformedClixml, u"send.xml"_s, {}},
                 Error{ErrorCode::UnsafeName, u"Get-SendConnector"_s, {}}}) {
            const auto found = foundAfter([&](domain::Inventory &i) {
                leftOver(i);
                i.problems = {problem};
            });
            QVERIFY(!has(found, Code::ExpiredLeftOver));
            QVERIFY(first(found, Code::ExpiredUseNotKnown).task.kind != advice::Task::Kind::Remove);
        }
    }

    void parts_thatWereNotRead_areNamed()
    {
        const auto found = foundAfter([](domain::Inventory &i) { i = domain::Inventory(); });
        int parts = 0;
        for (const Finding &finding : found) {
            QCOMPARE(finding.severity, Severity::NotKnown);
            parts += finding.code == Code::PartNotRead ? 1 : 0;
        }
        QCOMPARE(parts, 5);
    }

    void problems_ofOneFile_areOneFinding()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            i.problems = {{ErrorCode::MalformedClixml, u"a.xml"_s, u"1"_s}, {ErrorCode::FileUnreadable, u"b.xml"_s, {}},
                {ErrorCode::MalformedClixml, u"a.xml"_s, u"2"_s}};
        });
        QCOMPARE(
            std::count_if(found.begin(), found.end(), [](const Finding &f) { return f.code == Code::InputProblem; }),
            2);
        QCOMPARE(count(first(found, Code::InputProblem), Fact::Reason), 2);
    }

    void files_thatAreNoExports_areWorthKnowing_notMissed()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            i.problems
                = {{ErrorCode::UnknownExportKind, u"README.txt"_s, {}}, {ErrorCode::FileUnreadable, u"secret"_s, {}}};
        });
        for (const Finding &finding : found) {
            if (finding.code == Code::InputProblem)
                QCOMPARE(finding.severity == Severity::Information, finding.subject.name.endsWith(u"README.txt"));
        }
        QVERIFY(has(found, Code::InputProblem));
    }

    void sites_thatAreNotKnown_areNamedOnce()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            i.servers[0].server.site.clear();
            i.servers[1].server.site.clear();
        });
        QCOMPARE(count(first(found, Code::SiteNotKnown), Fact::OnServer), 2);
    }

    void unseen_namesTheEntraKey_onlyWhereThereMayBeOne()
    {
        const auto unseen = [](const Change &change) {
            return count(first(foundAfter(change), Code::BeyondInventory), Fact::Unseen);
        };
        const int all = static_cast<int>(findings::Unseen::Count_);
        QCOMPARE(unseen(nothing), all);
        QCOMPARE(
            unseen([](domain::Inventory &i) { i.hybrid = std::optional<domain::HybridConfiguration>(); }), all - 1);
        QCOMPARE(unseen([](domain::Inventory &i) { i.hybrid = fail(ErrorCode::NotRead); }), all);
    }

    void whatIsBeingRead_isNoFinding_andNothingIsMissedOnIt()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            for (domain::ServerEntry &entry : i.servers) {
                entry.certificates = fail(ErrorCode::BeingRead, entry.server.id.name());
                entry.transport = fail(ErrorCode::BeingRead, entry.server.id.name());
                entry.reading.isAwaited = true;
            }
            i.configuration.isAwaited = true;
            i.sendConnectors = fail(ErrorCode::BeingRead);
            i.hybrid = fail(ErrorCode::BeingRead);
        });
        for (const Finding &finding : found)
            QVERIFY2(finding.severity == Severity::Information || finding.code == Code::BeyondInventory,
                findings::codeName(finding.code).data());
    }

    void serverThatCouldNotBeReadAgain_isToldBesideWhatItHad()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            i.servers[1].reading.failure = Error{ErrorCode::ServerUnreachable, u"EX02"_s, {}};
            certificate(i, 1, Own).facts.notAfterUtc = now().addDays(-1);
        });
        QCOMPARE(first(found, Code::ServerNotRead).subject.server, domain::ServerId(u"EX02"_s));
        QVERIFY(has(found, Code::ExpiredInUse));
    }

    // The Auth certificate is taken away from EX02
    void olderRow_provesThatSomethingIsMissing_untilTheConfigurationHasChanged()
    {
        const auto without = [](bool isOutrun) {
            return foundAfter([isOutrun](domain::Inventory &i) {
                i.servers[1].certificates->removeAt(Auth);
                i.servers[1].reading.isAwaited = true;
                i.servers[1].reading.isOutrun = isOutrun;
            });
        };
        const auto isMissed = [](const QList<Finding> &found) {
            return has(found, Code::AuthMissingOnServer) || has(found, Code::AuthMissingOnSite);
        };
        QVERIFY(isMissed(without(false)));
        QVERIFY(!isMissed(without(true)));
    }

    void configurationThatIsOlderThanTheServers_provesNothingMissing()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            i.servers[0].certificates->removeAt(Auth);
            i.servers[1].certificates->removeAt(Auth);
            i.configuration.failure = Error{ErrorCode::ConnectionLost, {}, {}};
        });
        QVERIFY(!has(found, Code::AuthMissingEverywhere));
        QVERIFY(!has(found, Code::AuthMissingOnServer));
    }

    // What names no server may be on the one that did not answer
    void name_isNowhere_onlyWhereEveryServerWasRead()
    {
        const auto named = [](bool isRead) {
            return foundAfter([isRead](domain::Inventory &i) {
                domain::Connector connector;
                connector.name = u"Somewhere"_s;
                connector.tlsCertificateName = domain::TlsCertificateName{u"CN=CA"_s, u"CN=elsewhere"_s};
                i.sendConnectors->append(connector);
                if (!isRead)
                    unreachable(i, 1);
            });
        };
        QVERIFY(has(named(true), Code::ConnectorNameNotFound));
        QVERIFY(!has(named(false), Code::ConnectorNameNotFound));
    }
};

KAKUIN_TEST(tst_FindingsNotKnown)

} // namespace tests::tst_findingsnotknown

#include "tst_findingsnotknown.moc"

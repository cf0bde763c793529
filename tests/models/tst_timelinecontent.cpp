// SPDX-License-Identifier: MIT
#include "models/timelinecontent.h"
#include "tests/testkit/evaluated.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_timelinecontent {

using namespace kakuin;
using models::Severity;
using models::TimelineContent;
using models::TimelineGroupBy;
using models::TimelineLine;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
const QString authHex = QStringLiteral("9A0B4C2D7E11F0A355C8D9E21B6F4470AC3D92E8");

CertificateBuilder certificate(const QString &server, const QString &name, int daysLeft)
{
    return CertificateBuilder(server, u"CN="_qs + name).valid(now.addYears(-1), now.addDays(daysLeft).addSecs(60));
}

InventoryBuilder organisation()
{
    InventoryBuilder builder;
    for (const QString &server : {u"EX2"_qs, u"EX10"_qs}) {
        builder.server(server)
            .certificate(certificate(server, u"own-"_qs + server, 400).dnsNames({server}))
            .certificate(certificate(server, u"mail-"_qs + server, 12).iisSites({1}))
            .certificate(certificate(server, u"Auth"_qs, 90).thumbprint(authHex));
    }
    builder.server(u"EX3"_qs).unreachable(Error{ErrorCode::ServerUnreachable, u"EX3"_qs, {}});
    domain::AuthConfig auth;
    auth.current = domain::Thumbprint::parse(authHex).value();
    return builder.auth(auth);
}

QString printed(const TimelineContent &content)
{
    QStringList out;
    for (const TimelineLine &line : content.lines) {
        switch (line.kind) {
        case TimelineLine::Kind::Certificate:
            out << u"  %1 x%2"_qs.arg(line.name).arg(line.copies.size());
            break;
        case TimelineLine::Kind::RoleHeading:
            out << u"role %1 (%2)"_qs.arg(static_cast<int>(line.role)).arg(line.count);
            break;
        case TimelineLine::Kind::NoRoleHeading:
            out << u"no role (%1)"_qs.arg(line.count);
            break;
        case TimelineLine::Kind::ServerHeading:
            out << u"%1 (%2)"_qs.arg(line.name).arg(line.count);
            break;
        case TimelineLine::Kind::SeveralServersHeading:
            out << u"several (%1)"_qs.arg(line.count);
            break;
        }
    }
    return out.join(u'\n');
}

} // namespace

class tst_TimelineContent final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byServer_oneLineForWhatIsOnSeveral_groupsAsPeopleCount()
    {
        const TimelineContent content
            = models::buildTimeline(*testkit::evaluated(organisation().build(), now), TimelineGroupBy::Server, now);
        QCOMPARE(printed(content),
            u"several (1)\n  Auth x2\nEX2 (2)\n  mail-EX2 x1\n  own-EX2 x1\nEX10 (2)\n  mail-EX10 x1\n  own-EX10 x1"_qs);
        QCOMPARE(content.certificateCount, 5);
        QCOMPARE(content.unreadServers, 1);
        const TimelineLine &auth = content.lines.at(1);
        QCOMPARE(auth.copies.first().server, domain::ServerId(u"EX10"_qs));
        QCOMPARE(auth.roles, QList<domain::Role>{domain::Role::AuthCurrent});
        QCOMPARE(content.lineOf(auth.thumbprint), 1);
    }

    void byRole_aCertificateStandsUnderItsMostImportantOne()
    {
        InventoryBuilder builder = organisation();
        builder.server(u"EX4"_qs).certificate(
            certificate(u"EX4"_qs, u"all"_qs, 5).dnsNames({u"EX4"_qs}).iisSites({1, 2}));
        builder.certificate(certificate(u"EX4"_qs, u"unused"_qs, 5));
        const TimelineContent content
            = models::buildTimeline(*testkit::evaluated(builder.build(), now), TimelineGroupBy::Role, now);
        const auto number = [](domain::Role role) { return QString::number(static_cast<int>(role)); };
        const QString expected = u"role %1 (1)\n  Auth x2\nrole %2 (3)\n  all x1\n  mail-EX2 x1\n  mail-EX10 x1\n"
                                 "role %3 (2)\n  own-EX2 x1\n  own-EX10 x1\nno role (1)\n  unused x1"_qs;
        QCOMPARE(printed(content),
            expected.arg(
                number(domain::Role::AuthCurrent), number(domain::Role::FrontEnd443), number(domain::Role::Own)));
    }

    void clock_changesSeverities()
    {
        TimelineContent content
            = models::buildTimeline(*testkit::evaluated(organisation().build(), now), TimelineGroupBy::Server, now);
        QCOMPARE(content.lines.at(3).severity, Severity::Urgent); // as its finding is
        models::applyClock(content, now.addDays(13));
        QCOMPARE(content.lines.at(3).severity, Severity::Expired);
    }

    void absurdDates_areShown_butDoNotStretchTheScale()
    {
        const QDateTime never(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC);
        InventoryBuilder builder;
        builder.server(u"EX1"_qs)
            .certificate(CertificateBuilder(u"EX1"_qs, u"CN=never"_qs).valid(now.addYears(-500), never))
            .certificate(CertificateBuilder(u"EX1"_qs, u"CN=none"_qs).valid({}, {}))
            .certificate(CertificateBuilder(u"EX1"_qs, u"CN=usual"_qs).valid(now.addYears(-1), now.addYears(4)));
        const TimelineContent content
            = models::buildTimeline(*testkit::evaluated(builder.build(), now), TimelineGroupBy::Server, now);
        QCOMPARE(printed(content), u"EX1 (3)\n  usual x1\n  never x1\n  none x1"_qs);
        QCOMPARE(content.earliestUtc, now.addYears(-1));
        QCOMPARE(content.latestUtc, now.addYears(4));
        QCOMPARE(content.lines.last().severity, Severity::NotKnown);
    }

    void emptyOrganisation_hasNoLines()
    {
        const TimelineContent content
            = models::buildTimeline(*testkit::evaluated(InventoryBuilder().build(), now), TimelineGroupBy::Role, now);
        QVERIFY(content.lines.isEmpty());
        QVERIFY(!content.earliestUtc.isValid());
    }
};

KAKUIN_TEST(tst_TimelineContent)

} // namespace tests::tst_timelinecontent

#include "tst_timelinecontent.moc"

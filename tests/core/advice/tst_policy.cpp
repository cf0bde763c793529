// SPDX-License-Identifier: MIT
#include "core/advice/policy.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_policy {

using kakuin::advice::Policy;

/// Thresholds follow the life of what an authority issues.
class tst_Policy final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void limits_followTheLifeOfIssuedCertificates_data()
    {
        QTest::addColumn<int>("life");
        QTest::addColumn<bool>("isSelfSigned");
        QTest::addColumn<int>("warning");
        QTest::addColumn<int>("critical");
        QTest::newRow("self-signed, five years") << 1826 << true << 60 << 30;
        QTest::newRow("self-signed, a month") << 30 << true << 60 << 30;
        QTest::newRow("a year") << 365 << false << 60 << 30;
        QTest::newRow("90 days") << 90 << false << 30 << 15;
        QTest::newRow("47 days") << 47 << false << 15 << 7;
        QTest::newRow("6 days") << 6 << false << 2 << 1;
    }
    void limits_followTheLifeOfIssuedCertificates()
    {
        QFETCH(const int, life);
        QFETCH(const bool, isSelfSigned);
        kakuin::domain::CertificateFacts facts;
        facts.notBeforeUtc = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        facts.notAfterUtc = facts.notBeforeUtc.addDays(life);
        const Policy::Limits limits = Policy().limitsFor(facts, isSelfSigned);
        QTEST(limits.warning, "warning");
        QTEST(limits.critical, "critical");
    }
    void bands_agreeWithTheLimits()
    {
        kakuin::domain::CertificateFacts facts;
        facts.notBeforeUtc = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        facts.notAfterUtc = facts.notBeforeUtc.addDays(47);
        const kakuin::domain::ExpiryPolicy bands = Policy().bandsFor(facts, false);
        QCOMPARE(bands.soonDays, 7);
        QCOMPARE(bands.upcomingDays, 15);
        QVERIFY(bands.urgentDays < bands.soonDays);
        QCOMPARE(Policy().bandsFor(facts, true), kakuin::domain::ExpiryPolicy()); // self-signed: the fixed ones
    }
    void defaults_areValid_andNonsenseIsNot()
    {
        QVERIFY(Policy().isValid());
        Policy policy;
        policy.criticalDays = 60;
        QVERIFY(!policy.isValid());
        policy = {};
        policy.authNearDays = -1;
        QVERIFY(!policy.isValid());
    }
};

KAKUIN_TEST(tst_Policy)

} // namespace tests::tst_policy

#include "tst_policy.moc"

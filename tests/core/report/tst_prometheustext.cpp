// SPDX-License-Identifier: MIT
#include "core/findings/findings.h"
#include "core/report/prometheustext.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

namespace tests::tst_prometheustext {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

QDateTime now()
{
    return {QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};
}

CertificateBuilder certificateNamed(const QString &hex, int days)
{
    CertificateBuilder one(u"EX01"_s, u"CN=EX01"_s);
    return one.thumbprint(hex).valid(now().addYears(-1), now().addDays(days));
}

QByteArray metricsOf(const domain::Inventory &inventory)
{
    const findings::Sifted sifted = findings::sift(findings::findingsOf(inventory, {}, now()), {}, now());
    return report::prometheusText(inventory, sifted, 2, now());
}

} // namespace

/// Metrics in the text exposition format.
class tst_PrometheusText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void certificate_hasASeriesForEachRole()
    {
        const QString hex = QString(40, u'A');
        domain::AuthConfig auth;
        auth.current = domain::Thumbprint::parse(hex).value();
        domain::Inventory inventory = *InventoryBuilder()
                                           .organisation(u"Contoso"_s)
                                           .server(u"EX01"_s)
                                           .certificate(certificateNamed(hex, 10))
                                           .transport(auth.current)
                                           .auth(auth)
                                           .build();
        inventory.takenUtc = now();
        const QByteArray metrics = metricsOf(inventory);
        for (const QByteArray &role : {QByteArray("internalTransport"), QByteArray("authCurrent")}) {
            const QByteArray line = "\nkakuin_certificate_days_left{server=\"EX01\",thumbprint=\"AAAAAAAAAAAA\",role=\""
                + role + "\",organisation=\"Contoso\"} 10\n";
            QVERIFY2(metrics.contains(line), metrics.constData());
        }
        QVERIFY(metrics.contains("\nkakuin_check_state{organisation=\"Contoso\"} 2\n"));
        QVERIFY(metrics.contains("\nkakuin_reading_timestamp_seconds{organisation=\"Contoso\"} "
            + QByteArray::number(now().toSecsSinceEpoch()) + '\n'));
    }

    void code_hasItsState()
    {
        const domain::InventoryPtr inventory = InventoryBuilder()
                                                   .organisation({}) // not known, so no label
                                                   .server(u"EX01"_s)
                                                   .certificate(certificateNamed(QString(40, u'A'), 10))
                                                   .transport(domain::Thumbprint::parse(QString(40, u'A')).value())
                                                   .server(u"EX02"_s)
                                                   .unreachable(Error{ErrorCode::ServerUnreachable, u"EX02"_s, {}})
                                                   .build();
        const QByteArray metrics = metricsOf(*inventory);
        QVERIFY2(metrics.contains("\nkakuin_code_state{code=\"expiresVerySoon\"} 2\n"), metrics.constData());
        QVERIFY(metrics.contains("\nkakuin_code_state{code=\"expiredInUse\"} 3\n")); // of EX02 it is not known
        QVERIFY(metrics.contains("\nkakuin_code_state{code=\"buildNotTried\"} 0\n"));
        QCOMPARE(metrics.count("\nkakuin_code_state{"), findings::allCodes().size());
    }

    void label_isEscaped()
    {
        domain::Inventory inventory = *InventoryBuilder().organisation(u"a \"b\" \\ c\nd"_s).server(u"EX01"_s).build();
        const QByteArray metrics = metricsOf(inventory);
        QVERIFY2(metrics.contains("{organisation=\"a \\\"b\\\" \\\\ c\\\\u{000A}d\"}"), metrics.constData());
        const QByteArray failure = report::prometheusFailure(u"one\n\ntwo"_s);
        QVERIFY2(failure.startsWith("# one two\n# HELP "), failure.constData());
    }

    void series_isThereOnce_whateverTheThumbprints()
    {
        // the same beginning, and so the same labels: Prometheus would refuse the whole file
        const domain::InventoryPtr inventory = InventoryBuilder()
                                                   .organisation({})
                                                   .server(u"EX01"_s)
                                                   .certificate(certificateNamed(QString(40, u'B'), 300))
                                                   .certificate(certificateNamed(QString(39, u'B') + u'C', 200))
                                                   .build();
        const QByteArray metrics = metricsOf(*inventory);
        QSet<QByteArray> names;
        int series = 0;
        for (const QByteArray &line : metrics.split('\n')) {
            if (line.startsWith('#') || line.isEmpty())
                continue;
            names.insert(line.left(line.lastIndexOf(' ')));
            ++series;
        }
        QCOMPARE(names.size(), series);
        QVERIFY(metrics.contains("} 200\n")); // the one that ends first
        QVERIFY(!metrics.contains("} 300\n"));
    }

    void metric_hasHelpAndType_once()
    {
        const QByteArray metrics = metricsOf(*InventoryBuilder().server(u"EX01"_s).build());
        QByteArray current;
        QSet<QByteArray> begun;
        for (const QByteArray &line : metrics.split('\n')) {
            if (line.startsWith("# HELP ")) {
                current = line.split(' ').at(2);
                QVERIFY(!begun.contains(current));
                begun.insert(current);
            } else if (line.startsWith("# TYPE ")) {
                QCOMPARE(line, "# TYPE " + current + " gauge");
            } else if (!line.isEmpty()) {
                QVERIFY2(line.startsWith(current + '{') || line.startsWith(current + ' '), line.constData());
            }
        }
        QVERIFY(metrics.endsWith('\n'));
    }
};

KAKUIN_TEST(tst_PrometheusText)

} // namespace tests::tst_prometheustext

#include "tst_prometheustext.moc"

// SPDX-License-Identifier: MIT
#include "core/domain/sitebindings.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_sitebindings {

using namespace kakuin::domain;
using Kind = SiteChange::Kind;

namespace {

Thumbprint thumbprintOf(char digit)
{
    return *Thumbprint::parse(QString(40, QLatin1Char(digit)));
}

Certificate certificateOn(char digit, const std::optional<QList<int>> &sites)
{
    Certificate certificate;
    certificate.facts.thumbprint = thumbprintOf(digit);
    if (!sites)
        return certificate;
    certificate.iisBindings = QList<IisBinding>();
    for (const int site : *sites)
        certificate.iisBindings->append(IisBinding::fromServiceName(QStringLiteral("IIS://EX01/W3SVC/%1").arg(site)));
    return certificate;
}

/// "A1,2 B": certificate A has the sites 1 and 2, B none; "C?": its bindings are not known; "…": one was not read.
SiteBindings reading(const QString &text)
{
    QList<Certificate> certificates;
    bool isWhole = true;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word == QStringLiteral("…")) {
            isWhole = false;
            continue;
        }
        std::optional<QList<int>> sites = QList<int>();
        const QStringList numbers = word.mid(1).split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString &number : numbers) {
            if (number == QLatin1String("?"))
                sites.reset();
            else
                sites->append(number.toInt());
        }
        certificates.append(certificateOn(word.at(0).toLatin1(), sites));
    }
    return siteBindingsOf(certificates, isWhole);
}

/// "1 lost", "2 moved", "1 not known"
QStringList words(const QList<SiteChange> &changes)
{
    QStringList out;
    for (const SiteChange &change : changes)
        out.append(QString::number(change.siteId)
            + (change.kind == Kind::Lost         ? QStringLiteral(" lost")
                    : change.kind == Kind::Moved ? QStringLiteral(" moved")
                                                 : QStringLiteral(" not known")));
    return out;
}

} // namespace

class tst_SiteBindings final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void change_isTold_data();
    void change_isTold();
    void change_namesTheCertificates();
};

void tst_SiteBindings::change_isTold_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QSet<int>>("meant");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *before, const char *after, const QSet<int> &meant,
                         const QStringList &expected) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << meant << expected;
    };
    const auto word = [](const char *text) { return QStringList{QString::fromUtf8(text)}; };
    row("nothing has changed", "A1 B2", "A1 B2", {}, {});
    row("a certificate without a site was added", "A1,2", "A1,2 B", {}, {});
    row("both sites have lost theirs", "A1 B2", "A B", {}, {QStringLiteral("1 lost"), QStringLiteral("2 lost")});
    row("the certificate of the site was removed", "A1 B2", "B2", {}, word("1 lost"));
    row("one of two certificates of a site is gone", "A1 B1", "B1", {}, word("1 lost"));
    row("another one has taken its place", "A1 B2", "A1 C2", {}, word("2 moved"));
    row("the site was to get another one", "A1 B2", "A C1 B2", {1}, {});
    row("the site was to get another one and has none", "A1 B2", "A C B2", {1}, word("1 lost"));
    row("the other site has moved as well", "A1,2", "A C1,2", {1}, word("2 moved"));
    row("a further one is bound to the site", "A1", "A1 C1", {}, {});
    row("the site had none before", "A B2", "A B2", {}, {});
    row("a certificate could not be read afterwards", "A1", "A …", {}, word("1 not known"));
    row("the bindings of one are not known afterwards", "A1", "A B?", {}, word("1 not known"));
    row("one was not read, and the site has its certificate", "A1", "A1 …", {}, {});
    row("what was not known before is not missed", "A? B2", "A B2", {}, {});
    row("not even where the store was read in part", "…", "A", {}, {});
    row("a site whose number was not told", "A0 B2", "A B2", {}, {});
}

void tst_SiteBindings::change_isTold()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QSet<int>, meant);
    QFETCH(QStringList, expected);
    QCOMPARE(words(changedSites(reading(before), reading(after), meant)), expected);
}

void tst_SiteBindings::change_namesTheCertificates()
{
    const QList<SiteChange> changes
        = changedSites(reading(QStringLiteral("A1 B2")), reading(QStringLiteral("A1 B C2")), {});
    QCOMPARE(changes, (QList<SiteChange>{{2, Kind::Moved, {thumbprintOf('B')}, {thumbprintOf('C')}}}));
}

KAKUIN_TEST(tst_SiteBindings)

} // namespace tests::tst_sitebindings

#include "tst_sitebindings.moc"

// SPDX-License-Identifier: MIT
#include "core/shell/decode/authconfig.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/snapshot/contentbuilder.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

namespace tests::tst_contentbuilder {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::snapshot;
using namespace kakuin::testkit;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

const QDateTime monday(QDate(2026, 11, 16), QTime(9, 0), Qt::UTC);
const ExportFile older{QStringLiteral("/x/older.xml"), monday};
const ExportFile newer{QStringLiteral("/x/newer.xml"), monday.addDays(1)};

// The same Auth configuration, changed at some time
Value changedAuth(const QString &current, const QDateTime &changedUtc)
{
    auto copy = std::make_shared<clixml::Object>(*authConfigObject(current).object());
    copy->adapted.append({QStringLiteral("WhenChangedUTC"), Value::fromDateTimeUtc(changedUtc)});
    return Value(clixml::ObjectPtr(std::move(copy)));
}

QString currentOf(const SnapshotContent &content)
{
    const auto values = content.objects.value(ExportKind::AuthConfig);
    const auto config = shell::decode::authConfig(values.value(0));
    return config && values.size() == 1 ? config->current.toString() : QStringLiteral("?");
}

const QString first(40, u'A');
const QString second(40, u'B');

} // namespace

class tst_ContentBuilder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void certificate_thatTellsMoreStays_inEitherOrder();
    void certificate_ofTheNewerFileStays_andTheContradictionIsSaid();
    void reading_thatIsNewer_standsForTheServer_data();
    void reading_thatIsNewer_standsForTheServer();
    void certificate_isKeptOnce_whenBothTellTheSame();
    void certificate_ofTwoServersIsTwo();
    void certificate_withoutAServer_isReportedUnderItsFile();
    void certificate_thatIsMalformed_isKeptForItsReader();
    void object_thatWasChangedLastStays_whateverTheFilesTime();
    void object_ofTheNewerFileStays_whenTheChangeIsNotKnown();
    void contradictions_areSaidOnce_forAPairOfFiles();
    void organisations_areAllKept_andNamed();
    void serversOfOneName_stayApart_andAreSaid();
    void printedText_isNoReading();
    void time_isThatOfTheNewestFile();
};

void tst_ContentBuilder::certificate_thatTellsMoreStays_inEitherOrder()
{
    const QByteArray der = certificateDer(QStringLiteral("CN=EX01"));
    const Value full = certificateObject(QStringLiteral("ex01.contoso.local"), der, Service::Smtp);
    const Value raw = rawCertificateObject(QStringLiteral("EX01"), der);
    for (const bool isFullFirst : {true, false}) {
        ContentBuilder builder;
        QVERIFY(builder.add(ExportKind::Certificate, isFullFirst ? full : raw, older));
        QVERIFY(builder.add(ExportKind::Certificate, isFullFirst ? raw : full, newer));
        const SnapshotContent content = builder.build(QStringLiteral("x"));
        QCOMPARE(content.certificates.size(), 1);
        QCOMPARE(content.certificates.constFirst().source, CertificateSource::SerializedObject);
        QVERIFY(content.problems.isEmpty());
    }
}

void tst_ContentBuilder::certificate_ofTheNewerFileStays_andTheContradictionIsSaid()
{
    const QByteArray der = certificateDer(QStringLiteral("CN=EX01"));
    const Value before = certificateObject(QStringLiteral("EX01"), der, Service::Smtp);
    const Value after = certificateObject(QStringLiteral("EX01"), der, Service::Smtp | Service::Imap);
    for (const bool isNewerFirst : {true, false}) {
        ContentBuilder builder;
        QVERIFY(builder.add(ExportKind::Certificate, isNewerFirst ? after : before, isNewerFirst ? newer : older));
        QVERIFY(builder.add(ExportKind::Certificate, isNewerFirst ? before : after, isNewerFirst ? older : newer));
        const SnapshotContent content = builder.build(QStringLiteral("x"));
        QCOMPARE(content.certificates.size(), 1);
        const auto kept = shell::decode::exchangeCertificate(content.certificates.constFirst().value);
        QVERIFY(kept->hasService(Service::Imap));
        QCOMPARE(content.problems.size(), 1);
        QCOMPARE(content.problems.constFirst().code, ErrorCode::ConflictingExports);
        QCOMPARE(content.problems.constFirst().subject, older.path); // what was set aside
        QCOMPARE(content.problems.constFirst().detail, QStringLiteral("Get-ExchangeCertificate: ") + newer.path);
    }
}

void tst_ContentBuilder::reading_thatIsNewer_standsForTheServer_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<int>("newCount");
    QTest::addColumn<bool>("isNewerRaw");
    QTest::addColumn<int>("shown");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("a day apart: what the newer one lacks is gone") << 24 << 2 << false << 2 << true;
    QTest::newRow("a day apart, the newer one tells less: it stands all the same") << 24 << 2 << true << 2 << true;
    QTest::newRow("a day apart, all of it is there still") << 24 << 3 << false << 3 << false;
    QTest::newRow("a day apart, but a single certificate") << 24 << 1 << false << 3 << false;
    QTest::newRow("of one collection: they complete each other") << 0 << 2 << false << 3 << false;
}

void tst_ContentBuilder::reading_thatIsNewer_standsForTheServer()
{
    QFETCH(const int, hours);
    QFETCH(const int, newCount);
    QFETCH(const bool, isNewerRaw);
    QFETCH(const int, shown);
    QFETCH(const bool, isSaid);
    const QString server = QStringLiteral("EX01");
    const ExportFile late{QStringLiteral("/x/late.xml"), monday.addSecs(3600 * hours)};
    QList<QByteArray> ders;
    for (const char *name : {"CN=a", "CN=b", "CN=c"})
        ders.append(certificateDer(QString::fromLatin1(name)));
    for (const bool isNewerFirst : {true, false}) {
        ContentBuilder builder;
        const auto addOld = [&] {
            for (const QByteArray &der : ders)
                QVERIFY(builder.add(ExportKind::Certificate, certificateObject(server, der), older));
        };
        if (!isNewerFirst)
            addOld();
        for (const QByteArray &der : ders.first(newCount))
            QVERIFY(builder.add(ExportKind::Certificate,
                isNewerRaw ? rawCertificateObject(server, der) : certificateObject(server, der), late));
        if (isNewerFirst)
            addOld();
        const SnapshotContent content = builder.build({});
        QCOMPARE(content.certificates.size(), shown);
        QCOMPARE(content.problems.size(), isSaid ? 1 : 0);
        if (isSaid) {
            QCOMPARE(content.problems.constFirst().code, ErrorCode::ConflictingExports);
            QCOMPARE(content.problems.constFirst().subject, older.path);
        }
        if (isNewerRaw)
            QCOMPARE(content.certificates.constFirst().source, CertificateSource::RawDataOnly);
    }
}

void tst_ContentBuilder::certificate_isKeptOnce_whenBothTellTheSame()
{
    const QByteArray der = certificateDer(QStringLiteral("CN=EX01"));
    ContentBuilder builder;
    QVERIFY(builder.add(ExportKind::Certificate, certificateObject(QStringLiteral("EX01"), der), older));
    QVERIFY(builder.add(ExportKind::Certificate, certificateObject(QStringLiteral("EX01"), der), newer));
    const SnapshotContent content = builder.build({});
    QCOMPARE(content.certificates.size(), 1);
    QVERIFY(content.problems.isEmpty());
}

void tst_ContentBuilder::certificate_ofTwoServersIsTwo()
{
    const QByteArray der = certificateDer(QStringLiteral("CN=mail"));
    ContentBuilder builder;
    QVERIFY(builder.add(ExportKind::Certificate, certificateObject(QStringLiteral("EX01"), der), older));
    QVERIFY(builder.add(ExportKind::Certificate, certificateObject(QStringLiteral("EX02"), der), older));
    QCOMPARE(builder.build({}).certificates.size(), 2);
}

void tst_ContentBuilder::certificate_withoutAServer_isReportedUnderItsFile()
{
    const Value plain(
        ObjectBuilder({QStringLiteral("System.Security.Cryptography.X509Certificates.X509Certificate2")})
            .adapted(QStringLiteral("RawData"), Value(Value::Data(certificateDer(QStringLiteral("CN=EX01")))))
            .build());
    ContentBuilder builder;
    QVERIFY(builder.add(ExportKind::Certificate, plain, older));
    const SnapshotContent content = builder.build({});
    QCOMPARE(content.certificates.constFirst().server.name(), QStringLiteral("older.xml"));
    // Through the shell's interface, too
    QCOMPARE(shell::decode::serverOfCertificate(content.certificates.constFirst().value)->name(),
        QStringLiteral("older.xml"));
}

void tst_ContentBuilder::certificate_thatIsMalformed_isKeptForItsReader()
{
    ContentBuilder builder;
    QVERIFY(builder.add(ExportKind::Certificate, rawCertificateObject(QStringLiteral("EX01"), "x"), older));
    QVERIFY(builder.add(ExportKind::Certificate, rawCertificateObject(QStringLiteral("EX01"), "y"), older));
    const SnapshotContent content = builder.build({});
    QCOMPARE(content.certificates.size(), 2);
    QVERIFY(content.certificates.constFirst().thumbprint.isNull());
    QCOMPARE(content.certificates.constFirst().server.name(), QStringLiteral("EX01"));
}

void tst_ContentBuilder::object_thatWasChangedLastStays_whateverTheFilesTime()
{
    ContentBuilder builder;
    QVERIFY(builder.add(ExportKind::AuthConfig, changedAuth(first, monday.addSecs(60)), older));
    QVERIFY(builder.add(ExportKind::AuthConfig, changedAuth(second, monday), newer));
    const SnapshotContent content = builder.build({});
    QCOMPARE(currentOf(content), first);
    QCOMPARE(content.problems.size(), 1);
    QCOMPARE(content.problems.constFirst().code, ErrorCode::ConflictingExports);
    QCOMPARE(content.problems.constFirst().subject, newer.path);
}

void tst_ContentBuilder::object_ofTheNewerFileStays_whenTheChangeIsNotKnown()
{
    ContentBuilder builder;
    QVERIFY(builder.add(ExportKind::AuthConfig, authConfigObject(second), newer));
    QVERIFY(builder.add(ExportKind::AuthConfig, authConfigObject(first), older));
    QCOMPARE(currentOf(builder.build({})), second);
}

void tst_ContentBuilder::contradictions_areSaidOnce_forAPairOfFiles()
{
    ContentBuilder builder;
    const TlsCertificateName name{QStringLiteral("CN=a"), QStringLiteral("CN=b")};
    for (const char *connector : {"one", "two", "three"}) {
        const QString text = QString::fromLatin1(connector);
        QVERIFY(builder.add(ExportKind::SendConnector, sendConnectorObject(text, {}), older));
        QVERIFY(builder.add(ExportKind::SendConnector, sendConnectorObject(text, {}, name), newer));
    }
    const SnapshotContent content = builder.build({});
    QCOMPARE(content.objects.value(ExportKind::SendConnector).size(), 3);
    QCOMPARE(content.problems.size(), 1);
}

void tst_ContentBuilder::organisations_areAllKept_andNamed()
{
    ContentBuilder builder;
    QVERIFY(builder.add(ExportKind::AuthConfig, authConfigObject(first), older));
    QVERIFY(builder.add(ExportKind::AuthConfig, authConfigObject(second, {}, {}, QStringLiteral("Fabrikam")), older));
    const SnapshotContent content = builder.build({});
    QCOMPARE(content.objects.value(ExportKind::AuthConfig).size(), 2);
    QCOMPARE(content.problems.size(), 1);
    QCOMPARE(content.problems.constFirst().code, ErrorCode::SeveralOrganisations);
    QCOMPARE(
        content.problems.constFirst().subject, QStringLiteral("Contoso (contoso.local), Fabrikam (contoso.local)"));
}

void tst_ContentBuilder::time_isThatOfTheNewestFile()
{
    ContentBuilder builder;
    builder.addFile(newer);
    builder.addFile(older);
    const SnapshotContent content = builder.build(QStringLiteral("folder"));
    QCOMPARE(content.takenUtc, newer.writtenUtc);
    QCOMPARE(content.files, QStringList({newer.path, older.path}));
    QCOMPARE(content.name, QStringLiteral("folder"));
    QVERIFY(content.isEmpty());
}

void tst_ContentBuilder::serversOfOneName_stayApart_andAreSaid()
{
    ContentBuilder builder; // days apart: neither is a newer reading of the other
    for (const auto &[domain, file] : {std::pair("ex01.a.example", older), std::pair("EX01.b.example", newer)}) {
        for (const char *subject : {"CN=one", "CN=two"})
            QVERIFY(builder.add(ExportKind::Certificate,
                certificateObject(QString::fromLatin1(domain), certificateDer(QString::fromLatin1(subject))), file));
    }
    const SnapshotContent content = builder.build(QStringLiteral("x"));
    QCOMPARE(content.certificates.size(), 4);
    QSet<QString> servers;
    for (const ExportedCertificate &one : content.certificates) {
        servers.insert(one.server.name());
        QCOMPARE(shell::decode::serverOfCertificate(one.value).value_or(ServerId()), one.server);
    }
    QCOMPARE(servers, (QSet<QString>{QStringLiteral("ex01.a.example"), QStringLiteral("ex01.b.example")}));
    QCOMPARE(content.problems.size(), 1);
    QCOMPARE(content.problems.constFirst(),
        (Error{ErrorCode::SeveralOrganisations, QStringLiteral("ex01.a.example, ex01.b.example"), {}}));
}

void tst_ContentBuilder::printedText_isNoReading()
{
    const auto printed = [](const QString &thumbprint) {
        return Value(ObjectBuilder(
            {QStringLiteral("Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate")})
                         .extended(shell::decode::printedTextProperty, Value::fromBool(true))
                         .extended(shell::decode::exportServerProperty, Value(QStringLiteral("EX01")))
                         .extended(QStringLiteral("Thumbprint"), Value(thumbprint))
                         .build());
    };
    ContentBuilder builder;
    for (const char *subject : {"CN=one", "CN=two"})
        QVERIFY(builder.add(ExportKind::Certificate,
            certificateObject(QStringLiteral("ex01.contoso.local"), certificateDer(QString::fromLatin1(subject))),
            older));
    for (const QString &thumbprint : {first, second}) // newer, and more than one: an excerpt all the same
        QVERIFY(builder.add(ExportKind::Certificate, printed(thumbprint), newer));
    const SnapshotContent content = builder.build(QStringLiteral("x"));
    QCOMPARE(content.certificates.size(), 4);
    QVERIFY(content.problems.isEmpty());
}

KAKUIN_TEST(tst_ContentBuilder)

} // namespace tests::tst_contentbuilder

#include "tst_contentbuilder.moc"

// SPDX-License-Identifier: MIT
#include "core/remote/httpchannel.h"
#include "core/remote/servercertificateprobe.h"
#include "core/x509/maker.h"
#include "core/x509/reader.h"
#include "echoposter.h"
#include "labserver/httpfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/memorysearch.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

#include <QtTest/QSignalSpy>

namespace tests::tst_servertrust {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<HttpFront> echo()
{
    return std::make_unique<HttpFront>([] { return std::make_unique<EchoPoster>(); });
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// An answer, or why there is none.
Result<QByteArray> post(const HttpSettings &settings)
{
    HttpChannel channel(settings);
    QSignalSpy answered(&channel, &HttpPoster::answered);
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("x", std::chrono::seconds(5));
    if (!QTest::qWaitFor([&] { return answered.size() + failed.size() == 1; }, 20'000))
        return fail(ErrorCode::Internal, {}, u"nothing came"_s);
    if (answered.isEmpty())
        return tl::unexpected<Error>(failed.constFirst().constFirst().value<Error>());
    return answered.constFirst().at(2).toByteArray();
}

/// A certificate of its own with its key, in one PEM file.
struct ClientCertificate final {
    QByteArray der;
    QByteArray pemText;
};
ClientCertificate clientCertificate()
{
    const auto key = x509::PrivateKey::generateRsa(2048);
    x509::CertificateRequest request;
    request.subject = x509::parseName(u"CN=admin"_s).value_or(QList<x509::NameAttribute>());
    request.notBeforeUtc = QDateTime::currentDateTimeUtc().addDays(-1);
    request.notAfterUtc = QDateTime::currentDateTimeUtc().addDays(1);
    request.hasServerAuth = false;
    request.hasBasicConstraints = false;
    const QByteArray der = x509::makeSelfSigned(request, *key).value_or(QByteArray());
    return {der, pem("CERTIFICATE", der) + pem("PRIVATE KEY", key->toPkcs8())};
}

} // namespace

/// Whom a connection trusts, and whom it shows a certificate of its own.
class tst_ServerTrust : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void server_isTrustedOrNothingIsSent_data();
    void server_isTrustedOrNothingIsSent();
    void serverWithoutTls_saysSo();
    void authoritiesThatCannotBeRead_areNamed();
    void pin_needsHttps();
    void probe_showsWhatThereIs_andSendsNothing();
    void probe_ofNobody_saysWhy();
    void clientCertificate_signsIn();
    void clientCertificate_isRefused_data();
    void clientCertificate_isRefused();
    void password_leavesNoCopyInMemory_data();
    void password_leavesNoCopyInMemory();
};

void tst_ServerTrust::server_isTrustedOrNothingIsSent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("hasExpired");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<int>("pin"); // 0: none, 1: of this certificate, 2: of another
    QTest::addColumn<int>("code"); // of the refusal; -1: none
    const auto row
        = [](const char *tag, const char *name, bool hasExpired, bool isKnown, int pin, std::optional<ErrorCode> code) {
              QTest::newRow(tag) << QString::fromLatin1(name) << hasExpired << isKnown << pin
                                 << (code ? static_cast<int>(*code) : -1);
          };
    row("of a known authority", "localhost", false, true, 0, std::nullopt);
    row("of nobody", "localhost", false, false, 0, ErrorCode::TlsCertificateUntrusted);
    row("expired", "localhost", true, true, 0, ErrorCode::TlsCertificateUntrusted);
    row("for another name", "ex02.contoso.com", false, true, 0, ErrorCode::TlsCertificateForAnotherName);
    row("of nobody, but pinned", "localhost", false, false, 1, std::nullopt);
    row("expired and for another name, but pinned", "ex02.contoso.com", true, false, 1, std::nullopt);
    row("of a known authority, but another one is pinned", "localhost", false, true, 2,
        ErrorCode::TlsCertificateNotPinned);
}

void tst_ServerTrust::server_isTrustedOrNothingIsSent()
{
    QFETCH(QString, name);
    QFETCH(bool, hasExpired);
    QFETCH(bool, isKnown);
    QFETCH(int, pin);
    QFETCH(int, code);
    const auto front = echo();
    QVERIFY_RESULT(front->listen({true, name, hasExpired, {}}));
    HttpSettings settings{front->url(), u"admin"_s, Secret(u"geheim"_s), isKnown ? front->caFile() : QString()};
    if (pin != 0)
        settings.pinSha256 = sha256(pin == 1 ? front->certificate() : QByteArray("another"));
    const auto answer = post(settings);
    QCOMPARE(answer ? -1 : static_cast<int>(answer.error().code), code);
    QCOMPARE(front->requests(), code == -1 ? 1 : 0);
    if (answer)
        return;
    QCOMPARE(answer.error().subject, u"localhost"_s);
    QVERIFY(!answer.error().detail.isEmpty());
    if (pin == 2) // what the person may want to compare
        QVERIFY(answer.error().detail.contains(QString::fromLatin1(sha256(front->certificate()).toHex())));
}

void tst_ServerTrust::serverWithoutTls_saysSo()
{
    const auto front = echo();
    QVERIFY_RESULT(front->listen({false}));
    const auto answer = post({front->url().replace(u"http:"_s, u"https:"_s), {}, {}, {}});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::TlsFailed);
}

void tst_ServerTrust::authoritiesThatCannotBeRead_areNamed()
{
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    const auto answer = post({front->url(), {}, {}, u"/nowhere/ca.pem"_s});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::FileUnreadable);
    QCOMPARE(answer.error().subject, u"/nowhere/ca.pem"_s);
}

void tst_ServerTrust::pin_needsHttps()
{
    const auto front = echo();
    QVERIFY_RESULT(front->listen({false}));
    HttpSettings settings{front->url(), {}, {}, {}};
    settings.pinSha256 = sha256("x");
    const auto answer = post(settings);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(front->requests(), 0);
}

void tst_ServerTrust::probe_showsWhatThereIs_andSendsNothing()
{
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    const auto stranger = await(probeServerCertificates(front->url()));
    QVERIFY_RESULT(stranger);
    QCOMPARE(stranger->chain, QList<QByteArray>{front->certificate()});
    QCOMPARE(stranger->sha256, sha256(front->certificate()));
    QVERIFY(!stranger->isTrusted && stranger->isForHost && !stranger->problem.isEmpty());
    const auto known = await(probeServerCertificates(front->url(), front->caFile()));
    QVERIFY_RESULT(known);
    QVERIFY(known->isTrusted && known->problem.isEmpty());
    const auto other = echo();
    QVERIFY_RESULT(other->listen({true, u"ex02.contoso.com"_s, true, {}}));
    const auto misplaced = await(probeServerCertificates(other->url(), other->caFile()));
    QVERIFY_RESULT(misplaced);
    QVERIFY(!misplaced->isTrusted && !misplaced->isForHost);
    QCOMPARE(front->requests() + other->requests(), 0);
}

void tst_ServerTrust::probe_ofNobody_saysWhy()
{
    QCOMPARE(await(probeServerCertificates(u"https://localhost:1/"_s)).error().code, ErrorCode::PortClosed);
    QCOMPARE(await(probeServerCertificates(u"http://localhost:1/"_s)).error().code, ErrorCode::InvalidArgument);
    const auto front = echo();
    QVERIFY_RESULT(front->listen({false}));
    const auto plain = await(probeServerCertificates(front->url().replace(u"http:"_s, u"https:"_s)));
    QVERIFY(!plain);
    QCOMPARE(plain.error().code, ErrorCode::TlsFailed);
}

void tst_ServerTrust::clientCertificate_signsIn()
{
    const ClientCertificate own = clientCertificate();
    QTemporaryDir folder;
    QFile file(folder.filePath(u"admin.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(own.pemText);
    file.close();
    const auto front = echo();
    QVERIFY_RESULT(front->listen({true, u"localhost"_s, false, own.der}));
    front->setAuthorization("http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual");
    HttpSettings settings{front->url(), {}, {}, front->caFile(), HttpSignIn::Certificate};
    settings.clientCertificateFile = file.fileName();
    QCOMPARE(post(settings).value_or(QByteArray()), QByteArray("x"));
    settings.url.replace(u"https:"_s, u"http:"_s);
    QCOMPARE(post(settings).error().code, ErrorCode::InvalidArgument);
}

void tst_ServerTrust::clientCertificate_isRefused_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("code");
    QTest::newRow("of an authority that the server does not know") << 0 << static_cast<int>(ErrorCode::SignInRefused);
    QTest::newRow("by the web server") << 1 << static_cast<int>(ErrorCode::SignInRefused);
    QTest::newRow("without its key") << 2 << static_cast<int>(ErrorCode::ClientCertificateUnusable);
    QTest::newRow("no file") << 3 << static_cast<int>(ErrorCode::ClientCertificateUnusable);
    QTest::newRow("none, where one is wanted") << 4 << static_cast<int>(ErrorCode::SignInMethodNotOffered);
}

void tst_ServerTrust::clientCertificate_isRefused()
{
    QFETCH(int, way);
    QFETCH(int, code);
    const ClientCertificate own = clientCertificate();
    QTemporaryDir folder;
    QFile file(folder.filePath(u"admin.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(way == 2 ? pem("CERTIFICATE", own.der) : own.pemText);
    file.close();
    const auto front = echo();
    QVERIFY_RESULT(front->listen({true, u"localhost"_s, false, way == 1 ? own.der : clientCertificate().der}));
    front->setAnswer(FrontAnswer{401, "text/html", {}, {}});
    HttpSettings settings{front->url(), {}, {}, front->caFile()};
    if (way != 4) {
        settings.signIn = HttpSignIn::Certificate;
        settings.clientCertificateFile = way == 3 ? u"/nowhere.pem"_s : file.fileName();
    }
    const auto answer = post(settings);
    QVERIFY(!answer);
    QVERIFY2(static_cast<int>(answer.error().code) == code, qPrintable(answer.error().detail));
    QCOMPARE(front->requests(), way == 1 ? 1 : 0);
}

void tst_ServerTrust::password_leavesNoCopyInMemory_data()
{
    QTest::addColumn<HttpSignIn>("signIn");
    QTest::newRow("Basic") << HttpSignIn::Basic;
    QTest::newRow("passphrase of a client certificate") << HttpSignIn::Certificate;
}

void tst_ServerTrust::password_leavesNoCopyInMemory()
{
    QFETCH(const HttpSignIn, signIn);
    if (!SoughtSecret::isPossible())
        QSKIP("freed memory is not wiped in this build");
    // data/client.pem: a certificate, and its key under this passphrase
    const QString file = QStringLiteral(KAKUIN_SOURCE_DIR "/tests/core/remote/data/client.pem");
    const SoughtSecret sought(u"geheimes-Kennwort-7391"_s);
    {
        const auto front = echo();
        HttpFront::Options options;
        if (signIn == HttpSignIn::Certificate) {
            QFile stored(file);
            QVERIFY(stored.open(QIODevice::ReadOnly));
            const auto certificates = x509::readPem(stored.readAll());
            QVERIFY_RESULT(certificates);
            options.clientAuthority = certificates->constFirst().der;
            front->setAuthorization("http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual");
        } else {
            front->setAuthorization("Basic " + ("admin:" + sought.secret().text().toUtf8()).toBase64());
        }
        QVERIFY_RESULT(front->listen(options));
        HttpSettings settings{front->url(), u"admin"_s, sought.secret(), front->caFile(), signIn};
        settings.clientCertificateFile = file;
        QCOMPARE(post(settings).value_or(QByteArray()), QByteArray("x"));
        QVERIFY(!sought.copies().isEmpty()); // the settings of this test
    }
    QTRY_COMPARE(sought.copies(), QStringList());
}

KAKUIN_TEST(tst_ServerTrust)

} // namespace tests::tst_servertrust

#include "tst_servertrust.moc"

// SPDX-License-Identifier: MIT
#include "core/plan/exportdraft.h"
#include "core/plan/importdraft.h"
#include "core/plan/pfxfile.h"
#include "core/x509/maker.h"
#include "core/x509/pfx.h"
#include "tests/testkit/await.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_transferdrafts {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QString hex(40, u'A');
const domain::ServerId ex01(u"EX01"_s);
const Secret password(u"Blue 7 harbour!"_s);

QDateTime now()
{
    return {QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};
}

domain::InventoryPtr organisation(bool isExportable = true)
{
    CertificateBuilder one(u"EX01"_s, u"CN=EX01"_s);
    return InventoryBuilder().server(u"EX01"_s).certificate(one.thumbprint(hex).exportable(isExportable)).build();
}

} // namespace

/// A PFX file, written and read; and what stands in the way of exporting and importing one.
class tst_TransferDrafts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void export_needsAll_data();
    void export_needsAll();
    void export_ofTheAuthCertificate_isRefused_warnedOf_orFine_data();
    void export_ofTheAuthCertificate_isRefused_warnedOf_orFine();
    void export_holdsNoPassword();
    void quality_growsWithThePassword();
    void import_isOpenedFirst();
    void import_saysWhatIsWrongWithTheFile_data();
    void import_saysWhatIsWrongWithTheFile();
    void file_isRefused_whenItIsNone_data();
    void file_isRefused_whenItIsNone();

private:
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    QByteArray m_pfx;
    QByteArray m_expired;
};

void tst_TransferDrafts::initTestCase()
{
    const x509::PrivateKey key = x509::PrivateKey::generateRsa(1024).value();
    x509::CertificateRequest request;
    request.subject = x509::parseName(u"CN=mail"_s).value();
    request.notBeforeUtc = now().addYears(-1);
    request.notAfterUtc = now().addYears(1);
    m_pfx = x509::writePfx(x509::makeSelfSigned(request, key).value(), key, u"Mail"_s, password).value();
    request.notAfterUtc = now().addSecs(-1);
    m_expired = x509::writePfx(x509::makeSelfSigned(request, key).value(), key, u"Mail"_s, password).value();
}

QString tst_TransferDrafts::file(const QString &name, const QByteArray &bytes) const
{
    QFile out(m_folder.filePath(name));
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName() : QString();
}

void tst_TransferDrafts::export_needsAll_data()
{
    QTest::addColumn<bool>("isExportable");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QList<int>>("problems");
    using Code = ExportDraft::ProblemCode;
    const auto list = [](std::initializer_list<Code> codes) {
        QList<int> out;
        for (const Code code : codes)
            out.append(static_cast<int>(code));
        return out;
    };
    QTest::newRow("all there") << true << u"/a.pfx"_s << u"x"_s << u"x"_s << list({});
    QTest::newRow("key stays on the server") << false << u"/a.pfx"_s << u"x"_s << u"x"_s << list({Code::NotExportable});
    QTest::newRow("no file") << true << QString() << u"x"_s << u"x"_s << list({Code::PathMissing});
    QTest::newRow("no password") << true << u"/a.pfx"_s << QString() << QString() << list({Code::PasswordMissing});
    QTest::newRow("repeated differently") << true << u"/a.pfx"_s << u"x"_s << u"X"_s << list({Code::PasswordsDiffer});
}

void tst_TransferDrafts::export_needsAll()
{
    QFETCH(bool, isExportable);
    QFETCH(QString, path);
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QList<int>, problems);
    ExportDraft draft(organisation(isExportable), {}, {ex01, domain::Thumbprint::parse(hex).value()});
    draft.setPath(path);
    draft.setPassword(Secret(first));
    draft.setRepeatedPassword(Secret(second));
    QList<int> found;
    for (const ExportDraft::ProblemCode code : draft.problems())
        found.append(static_cast<int>(code));
    QCOMPARE(found, problems);
    QCOMPARE(draft.plan().steps.isEmpty(), !problems.isEmpty());
}

void tst_TransferDrafts::export_ofTheAuthCertificate_isRefused_warnedOf_orFine_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<int>("slot"); // 0 current, 1 next, 2 previous, 3 none of them, 4 not read
    QTest::addColumn<bool>("isRefused");
    QTest::addColumn<bool>("isWarned");
    const QString refusing = u"15.1.2507.61"_s;
    const QString untold = u"15.1.2507.6"_s;
    QTest::newRow("in use, refused") << refusing << 0 << true << false;
    QTest::newRow("next, refused") << refusing << 1 << true << false;
    QTest::newRow("previous, which is none any more") << refusing << 2 << false << false;
    QTest::newRow("another certificate") << refusing << 3 << false << false;
    QTest::newRow("its name, and AuthConfig was not read") << refusing << 4 << false << true;
    QTest::newRow("in use, update not known") << untold << 0 << false << true;
    QTest::newRow("in use, before the update") << u"15.0.1497.2"_s << 0 << false << false;
}

void tst_TransferDrafts::export_ofTheAuthCertificate_isRefused_warnedOf_orFine()
{
    QFETCH(const QString, version);
    QFETCH(const int, slot);
    QFETCH(const bool, isRefused);
    QFETCH(const bool, isWarned);
    const domain::Thumbprint thumbprint = domain::Thumbprint::parse(hex).value();
    domain::AuthConfig auth;
    (slot == 1          ? auth.next
            : slot == 2 ? auth.previous
            : slot == 0 ? auth.current
                        : auth.previous)
        = slot == 3 ? domain::Thumbprint() : thumbprint;
    CertificateBuilder one(u"EX01"_s, u"CN=Microsoft Exchange Server Auth Certificate"_s);
    InventoryBuilder builder;
    builder.server(u"EX01"_s).version(version).certificate(one.thumbprint(hex).exportable(true)).auth(auth);
    if (slot == 4)
        builder.change([](domain::Inventory &i) { i.authConfig = fail(ErrorCode::NotRead); });
    ExportDraft draft(builder.build(), {}, {ex01, thumbprint});
    draft.setPath(u"/a.pfx"_s);
    draft.setPassword(password);
    draft.setRepeatedPassword(password);
    QCOMPARE(draft.problems().contains(ExportDraft::ProblemCode::AuthExportRefused), isRefused);
    QCOMPARE(draft.plan().cautions.contains(Caution::AuthExportMayBeRefused), isWarned);
}

void tst_TransferDrafts::export_holdsNoPassword()
{
    ExportDraft draft(organisation(), {}, {ex01, domain::Thumbprint::parse(hex).value()});
    draft.setPath(u"/a.pfx"_s);
    draft.setPassword(password);
    draft.setRepeatedPassword(password);
    const Plan plan = draft.plan();
    const shell::Cmdlet &command = plan.steps.first().command.cmdlets.last();
    QCOMPARE(command.name(), u"Export-ExchangeCertificate"_s);
    QCOMPARE(*command.value(u"Password"), shell::ParameterValue(shell::LateValue::password()));
}

void tst_TransferDrafts::quality_growsWithThePassword()
{
    PasswordQuality worst = passwordQuality(Secret(u"a"_s));
    for (const QString &better : {u"abcdef12"_s, u"Blue 7 harbour! over there"_s}) {
        const PasswordQuality quality = passwordQuality(Secret(better));
        QVERIFY(quality >= worst);
        worst = quality;
    }
    QVERIFY(passwordQuality(Secret(u"a"_s)) < worst);
}

void tst_TransferDrafts::import_isOpenedFirst()
{
    ImportDraft draft(organisation(), now());
    draft.setServers({ex01});
    QVERIFY(draft.plan().steps.isEmpty());
    draft.setFile(file(u"good.pfx"_s, m_pfx), password);
    QCOMPARE(draft.state(), ImportDraft::FileState::Opening);
    QTRY_COMPARE(draft.state(), ImportDraft::FileState::Open);
    QCOMPARE(draft.summary()->friendlyName, u"Mail"_s);
    QVERIFY(draft.summary()->hasKey);
    QCOMPARE(draft.problems(), {});
    const Plan plan = draft.plan();
    QCOMPARE(plan.steps.size(), 1);
    QCOMPARE(plan.steps.first().kind, StepKind::ImportCertificate);
    draft.setServers({});
    QCOMPARE(draft.problems().first().code, ImportDraft::ProblemCode::NoServer);
}

void tst_TransferDrafts::import_saysWhatIsWrongWithTheFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("problem");
    using Code = ImportDraft::ProblemCode;
    QTest::newRow("another password") << m_pfx << u"something else"_s << static_cast<int>(Code::FileNotOpen);
    QTest::newRow("cut off") << m_pfx.left(m_pfx.size() / 2) << u"Blue 7 harbour!"_s
                             << static_cast<int>(Code::FileNotOpen);
    QTest::newRow("expired") << m_expired << u"Blue 7 harbour!"_s << static_cast<int>(Code::Expired);
}

void tst_TransferDrafts::import_saysWhatIsWrongWithTheFile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, typed);
    QFETCH(int, problem);
    ImportDraft draft(organisation(), now());
    draft.setServers({ex01});
    draft.setFile(file(u"bad.pfx"_s, bytes), Secret(typed));
    QTRY_VERIFY(draft.state() != ImportDraft::FileState::Opening);
    QCOMPARE(static_cast<int>(draft.problems().first().code), problem);
    QVERIFY(draft.plan().steps.isEmpty());
}

void tst_TransferDrafts::file_isRefused_whenItIsNone_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::newRow("not there") << m_folder.filePath(u"none.pfx"_s) << static_cast<int>(ErrorCode::FileNotFound);
    QTest::newRow("a folder") << m_folder.path() << static_cast<int>(ErrorCode::FileUnreadable);
    QTest::newRow("empty") << file(u"empty.pfx"_s, {}) << static_cast<int>(ErrorCode::MalformedPfx);
    QTest::newRow("text") << file(u"text.pfx"_s, "-----BEGIN NONSENSE-----")
                          << static_cast<int>(ErrorCode::MalformedPfx);
}

void tst_TransferDrafts::file_isRefused_whenItIsNone()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    const auto opened = testkit::await(openPfxFile(path, password));
    QVERIFY(!opened);
    QCOMPARE(static_cast<int>(opened.error().code), code);
    QCOMPARE(opened.error().subject, path);
}

KAKUIN_TEST(tst_TransferDrafts)

} // namespace tests::tst_transferdrafts

#include "tst_transferdrafts.moc"

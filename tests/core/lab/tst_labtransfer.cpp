// SPDX-License-Identifier: MIT
#include "core/shell/refusal.h"
#include "tests/core/lab/labfixture.h"
#include "tests/testkit/testrunner.h"

namespace tests::tst_labtransfer {

using namespace kakuin;
using namespace Qt::StringLiterals;
using shell::Cmdlet;

/// Export- and Import-ExchangeCertificate.
class tst_LabTransfer : public QObject {
    Q_OBJECT
private:
    testkit::LabFixture m_lab;
    const Secret m_password{u"correct horse"_s};

    Cmdlet exporting(const QString &server, const domain::Thumbprint &thumbprint) const
    {
        return Cmdlet(u"Export-ExchangeCertificate"_s)
            .onServer(domain::ServerId(server))
            .withThumbprint(thumbprint)
            .withSwitch(u"BinaryEncoded"_s)
            .with(u"Password"_s, m_password);
    }
    static Cmdlet importing(const QString &server, const QByteArray &data, const Secret &password)
    {
        return Cmdlet(u"Import-ExchangeCertificate"_s)
            .onServer(domain::ServerId(server))
            .with(u"FileData"_s, data)
            .with(u"Password"_s, password);
    }
    QByteArray exported(const QString &server, const domain::Thumbprint &thumbprint)
    {
        const auto output = m_lab.run(exporting(server, thumbprint));
        const auto objects = output.value_or(shell::PipelineOutput()).objects();
        return objects.size() == 1 ? objects.first().object()->property(u"FileData").toBytes().value_or(QByteArray())
                                   : QByteArray();
    }
    QString errorText(const Cmdlet &cmdlet)
    {
        const auto output = m_lab.run(cmdlet);
        return output && output->errors().size() == 1 ? output->errors().first().message : QString();
    }
    domain::Thumbprint oldAuth() { return m_lab.authConfig().previous; } // MBX01 has it, CAS01 does not

private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_lab.make()); }
    void init() { QVERIFY_RESULT(m_lab.open()); }
    void cleanup() { m_lab.shell.reset(); }

    void authCertificate_isNotExported_withTheUpdate_data()
    {
        QTest::addColumn<bool>("isCurrent");
        QTest::addColumn<bool>("hasUpdate");
        QTest::newRow("in use, with the update") << true << true;
        QTest::newRow("in use, without it") << true << false;
        QTest::newRow("previous, with the update") << false << true;
    }
    void authCertificate_isNotExported_withTheUpdate()
    {
        QFETCH(const bool, isCurrent);
        QFETCH(const bool, hasUpdate);
        using Kind = lab::Fault::Kind;
        QVERIFY_RESULT(testkit::await(m_lab.shell->setFault(
            domain::ServerId(u"MBX01"_s), {hasUpdate ? Kind::RefusesAuthExport : Kind::None, {}})));
        const domain::Thumbprint thumbprint = isCurrent ? m_lab.authConfig().current : oldAuth();
        const auto output = m_lab.run(exporting(u"MBX01"_s, thumbprint));
        QVERIFY_RESULT(output);
        const auto is
            = [&](ErrorCode code) { return output->hasErrors() && shell::refusalOf(output->errors().first()) == code; };
        QCOMPARE(is(ErrorCode::RefusedAuthExport), isCurrent && hasUpdate);
    }

    void exportedPfx_canBeImportedElsewhere()
    {
        const QByteArray pfx = exported(u"MBX01"_s, oldAuth());
        QVERIFY(!pfx.isEmpty());
        const auto output = m_lab.run(importing(u"CAS01"_s, pfx, m_password).with(u"PrivateKeyExportable"_s, true));
        QVERIFY_RESULT(output);
        QVERIFY2(!output->hasErrors(), qPrintable(output->errors().value(0).message));
        const auto imported = m_lab.certificate(u"CAS01"_s, oldAuth());
        QVERIFY(imported);
        QCOMPARE(imported->services.value(), domain::ServiceSet()); // a separate step assigns them
        QCOMPARE(imported->privateKeyExportable.value(), true);
        QCOMPARE(imported->friendlyName, u"Microsoft Exchange Server Auth Certificate"_s);
        QVERIFY(!exported(u"CAS01"_s, oldAuth()).isEmpty());
    }

    void importedKey_isNotExportable_unlessAsked()
    {
        QVERIFY_RESULT(m_lab.run(importing(u"CAS01"_s, exported(u"MBX01"_s, oldAuth()), m_password)));
        QCOMPARE(m_lab.certificate(u"CAS01"_s, oldAuth())->privateKeyExportable.value(), false);
        QCOMPARE(errorText(exporting(u"CAS01"_s, oldAuth())),
            u"A special Rpc error occurs on server CAS01: The private key couldn't be exported as PKCS-12. It either "
            "couldn't be accessed or isn't exportable."_s);
    }

    void badData_isReported_data()
    {
        QTest::addColumn<bool>("isDamaged");
        QTest::addColumn<QString>("password");
        QTest::newRow("wrong password") << false << u"wrong"_s;
        QTest::newRow("no certificate at all") << true << u"correct horse"_s;
    }
    void badData_isReported()
    {
        QFETCH(bool, isDamaged);
        QFETCH(QString, password);
        const QByteArray data = isDamaged ? QByteArray("nothing of the kind") : exported(u"MBX01"_s, oldAuth());
        QCOMPARE(errorText(importing(u"CAS01"_s, data, Secret(password))),
            u"A special Rpc error occurs on server CAS01: The source data cannot be imported or the wrong password was "
            "specified."_s);
    }

    void duplicate_isReported()
    {
        const QByteArray pfx = exported(u"MBX01"_s, oldAuth());
        QCOMPARE(errorText(importing(u"MBX01"_s, pfx, m_password)),
            u"A special Rpc error occurs on server MBX01: Cannot import certificate. A certificate with the thumbprint "
            "%1 already exists."_s.arg(oldAuth().toString()));
    }

    void certificateAlone_hasNoKey_andCannotBeEnabled()
    {
        const QByteArray der = m_lab.certificate(u"MBX01"_s, oldAuth())->facts.der;
        QVERIFY_RESULT(m_lab.run(importing(u"CAS01"_s, der, {})));
        QCOMPARE(m_lab.certificate(u"CAS01"_s, oldAuth())->hasPrivateKey.value(), false);
        QCOMPARE(errorText(Cmdlet(u"Enable-ExchangeCertificate"_s)
                               .onServer(domain::ServerId(u"CAS01"_s))
                               .withThumbprint(oldAuth())
                               .withServices(domain::Service::Pop)),
            u"A special Rpc error occurs on server CAS01: The certificate with thumbprint %1 was found but is not "
            u"valid for "
            "use with Exchange Server (reason: PrivateKeyMissing)."_s.arg(oldAuth().toString()));
    }

    void fileName_worksWithin2013()
    {
        const QString share = u"\\\\MBX01\\c$\\auth.pfx"_s;
        QVERIFY_RESULT(m_lab.run(exporting(u"MBX01"_s, oldAuth()).with(u"FileName"_s, share)));
        const auto output = m_lab.run(Cmdlet(u"Import-ExchangeCertificate"_s)
                                          .onServer(domain::ServerId(u"CAS01"_s))
                                          .with(u"FileName"_s, share)
                                          .with(u"Password"_s, m_password));
        QVERIFY_RESULT(output);
        QVERIFY(!output->hasErrors());
        QVERIFY(m_lab.certificate(u"CAS01"_s, oldAuth()));
    }

    void importedAuthCertificate_spreadsWithinTheSite()
    {
        // EXCAS1 loses the current one, MBX02 of the same site gets it by hand first
        const domain::Thumbprint current = m_lab.authConfig().current;
        const QByteArray pfx = exported(u"MBX01"_s, current);
        for (const QString &server : {u"EXCAS1"_s, u"MBX02"_s, u"CAS01"_s}) {
            QVERIFY_RESULT(m_lab.run(Cmdlet(u"Remove-ExchangeCertificate"_s)
                                         .onServer(domain::ServerId(server))
                                         .withThumbprint(current)
                                         .with(u"Confirm"_s, shell::Switch{false})));
        }
        QVERIFY_RESULT(m_lab.run(importing(u"MBX02"_s, pfx, m_password)));
        QVERIFY_RESULT(testkit::await(m_lab.shell->advanceClock(std::chrono::hours(1))));
        QVERIFY(m_lab.certificate(u"EXCAS1"_s, current));
        QVERIFY(!m_lab.certificate(u"CAS01"_s, current)); // another site
    }
};

KAKUIN_TEST(tst_LabTransfer)

} // namespace tests::tst_labtransfer

#include "tst_labtransfer.moc"

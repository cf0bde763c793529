// SPDX-License-Identifier: MIT
#include "tests/core/lab/labfixture.h"
#include "tests/testkit/testrunner.h"

namespace tests::tst_labremoval {

using namespace kakuin;
using namespace Qt::StringLiterals;
using domain::Service;
using domain::ServiceSet;
using shell::Cmdlet;
using shell::Confirmation;
using shell::PromptKind;

/// Remove- and Enable-ExchangeCertificate.
class tst_LabRemoval : public QObject {
    Q_OBJECT
private:
    testkit::LabFixture m_lab;

    domain::Certificate own(const QString &server) { return m_lab.bySubject(server, u"CN="_s + server); }
    static Cmdlet remove(const QString &server, const domain::Thumbprint &thumbprint)
    {
        return Cmdlet(u"Remove-ExchangeCertificate"_s).onServer(domain::ServerId(server)).withThumbprint(thumbprint);
    }
    static Cmdlet removeSilently(const QString &server, const domain::Thumbprint &thumbprint)
    {
        return remove(server, thumbprint).with(u"Confirm"_s, shell::Switch{false});
    }
    static Cmdlet enable(const QString &server, const domain::Thumbprint &thumbprint, ServiceSet services)
    {
        return Cmdlet(u"Enable-ExchangeCertificate"_s)
            .onServer(domain::ServerId(server))
            .withThumbprint(thumbprint)
            .withServices(services);
    }
    /// The only error of a run, or an empty record.
    shell::ErrorRecord errorOf(const shell::Pipeline &pipeline)
    {
        const auto output = m_lab.run(pipeline);
        return output && output->errors().size() == 1 ? output->errors().first() : shell::ErrorRecord();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_lab.make()); }
    void init() { QVERIFY_RESULT(m_lab.open()); }
    void cleanup() { m_lab.shell.reset(); }

    void question_isTheServers_data()
    {
        QTest::addColumn<QString>("culture");
        QTest::addColumn<QString>("message");
        QTest::newRow("English")
            << u"en-US"_s
            << u"Are you sure you want to perform this action?\nRemove certificate with thumbprint "
               "%1 from the computer's certificate store?"_s;
        QTest::newRow("Japanese") << u"ja-JP"_s
                                  << u"この操作を実行しますか?\nコンピューターの証明書ストアから拇印 \"%1\" "
                                     "を含む証明書を削除しますか?"_s;
    }
    void question_isTheServers()
    {
        QFETCH(QString, culture);
        QFETCH(QString, message);
        m_lab.shell->setCulture(culture);
        const domain::Certificate wmsvc = m_lab.bySubject(u"MBX02"_s, u"CN=WMSvc"_s);
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expect(PromptKind::RemoveCertificate, Confirmation::No);
        QVERIFY_RESULT(m_lab.run(remove(u"MBX02"_s, wmsvc.facts.thumbprint), prompts));
        QCOMPARE(prompts->asked().first().message, message.arg(wmsvc.facts.thumbprint.toString()));
        QVERIFY(m_lab.certificate(u"MBX02"_s, wmsvc.facts.thumbprint));
        prompts->expect(PromptKind::RemoveCertificate, Confirmation::Yes);
        QVERIFY_RESULT(m_lab.run(remove(u"MBX02"_s, wmsvc.facts.thumbprint), prompts));
        QVERIFY(!m_lab.certificate(u"MBX02"_s, wmsvc.facts.thumbprint));
    }

    void internalTransport_isProtected_data()
    {
        QTest::addColumn<QString>("culture");
        QTest::addColumn<QString>("message");
        QTest::newRow("English")
            << u"en-US"_s
            << u"A special Rpc error occurs on server MBX01: The internal transport certificate cannot be removed "
               u"because "
               "that would cause the Microsoft Exchange Transport service to stop. To replace the internal transport "
               "certificate, create a new certificate. The new certificate will automatically become the internal "
               "transport certificate. You can then remove the existing certificate."_s;
        QTest::newRow("Japanese")
            << u"ja-JP"_s
            << u"サーバー MBX01 上で特別な RPC エラーが発生しました: Microsoft Exchange Transport "
               "サービスを停止させる原因になる可能性があるため、内部トランスポート証明書は削除できません。"
               "内部トランスポート証明書を置き換えるには、新しい証明書を作成してください。"
               "新しい証明書は、自動的に内部トランスポート証明書になります。"
               "その後で、既存の証明書を削除することができます。"_s;
    }
    void internalTransport_isProtected()
    {
        QFETCH(QString, culture);
        m_lab.shell->setCulture(culture);
        const domain::Thumbprint thumbprint = own(u"MBX01"_s).facts.thumbprint;
        const shell::ErrorRecord error = errorOf(removeSilently(u"MBX01"_s, thumbprint));
        QTEST(error.message, "message");
        QCOMPARE(error.category, u"InvalidArgument"_s);
        QCOMPARE(error.exceptionType, u"InvalidOperationException"_s);
        QVERIFY(error.fullyQualifiedErrorId.startsWith(u"[Server=MBX01,RequestId="_s));
        QVERIFY(error.fullyQualifiedErrorId.endsWith(
            u" [FailureCategory=Cmdlet-InvalidOperationException] DCA528C3,"
            "Microsoft.Exchange.Management.SystemConfigurationTasks.RemoveExchangeCertificate"_s));
        QVERIFY(m_lab.certificate(u"MBX01"_s, thumbprint));
    }

    void internalTransport_isNotProtected_onAClientAccessServer()
    {
        const domain::Thumbprint thumbprint = own(u"EXCAS1"_s).facts.thumbprint;
        QCOMPARE(m_lab.internalTransport(u"EXCAS1"_s), thumbprint);
        const auto output = m_lab.run(removeSilently(u"EXCAS1"_s, thumbprint));
        QVERIFY_RESULT(output);
        QVERIFY(!output->hasErrors());
        QVERIFY(!m_lab.certificate(u"EXCAS1"_s, thumbprint));
        QCOMPARE(m_lab.internalTransport(u"EXCAS1"_s), thumbprint); // the directory keeps it
    }

    void sendConnector_protectsWhatItNames_onItsServersOnly()
    {
        const domain::Thumbprint mail = m_lab.bySubject(u"Exchange01"_s, u"CN=mail.contoso.com"_s).facts.thumbprint;
        QCOMPARE(errorOf(removeSilently(u"Exchange01"_s, mail)).message,
            u"A special Rpc error occurs on server Exchange01: These certificates are tagged with following Send "
            "Connectors : Internet mail. Removing and replacing certificates from Send Connector would break the mail "
            "flow. If you still want to proceed then replace or remove these certificates from Send Connector and then "
            "try this command."_s);
        const auto onCas = m_lab.run(removeSilently(u"CAS01"_s, mail));
        QVERIFY_RESULT(onCas);
        QVERIFY(!onCas->hasErrors());
    }

    void unknownThumbprint_isReported_data()
    {
        QTest::addColumn<Cmdlet>("cmdlet");
        const domain::Thumbprint unknown = *domain::Thumbprint::parse(QString(40, u'A'));
        QTest::newRow("Get") << testkit::getCertificate(u"MBX01"_s, unknown);
        QTest::newRow("Enable") << enable(u"MBX01"_s, unknown, Service::Pop);
        QTest::newRow("Remove") << removeSilently(u"MBX01"_s, unknown);
        QTest::newRow("Export")
            << Cmdlet(u"Export-ExchangeCertificate"_s).onServer(domain::ServerId(u"MBX01"_s)).withThumbprint(unknown);
    }
    void unknownThumbprint_isReported()
    {
        QFETCH(Cmdlet, cmdlet);
        const shell::ErrorRecord error = errorOf(cmdlet);
        QCOMPARE(error.message,
            u"A special Rpc error occurs on server MBX01: The certificate with thumbprint %1 was not found."_s.arg(
                QString(40, u'A')));
        QCOMPARE(error.category, u"NotSpecified"_s);
        QVERIFY(!error.isTerminating);
    }

    void article_wayToRemoveTheOldOne()
    {
        // renew with Yes, then the old one can go; on a Mailbox server 444 still needs it
        const domain::Thumbprint old = own(u"Exchange01"_s).facts.thumbprint;
        QVERIFY_RESULT(m_lab.run(shell::Pipeline({testkit::getCertificate(u"Exchange01"_s, old),
            testkit::newCertificate(u"Exchange01"_s).withServices(Service::Smtp).withSwitch(u"Force"_s)})));
        QVERIFY(m_lab.certificate(u"Exchange01"_s, old)->isBoundToSite(domain::IisBinding::backEndSite));
        const auto removed = m_lab.run(removeSilently(u"Exchange01"_s, old));
        QVERIFY_RESULT(removed);
        QVERIFY(!removed->hasErrors());
        // nothing is bound to *:444 now: no session gets in
        const auto later = m_lab.run(Cmdlet(u"Get-ExchangeCertificate"_s).onServer(domain::ServerId(u"Exchange01"_s)));
        QVERIFY_RESULT(later);
        QCOMPARE(later->errors().size(), 1);
        QVERIFY(later->errors().first().message.contains(u"500"_s));
        // an administrator binds it again
        QVERIFY_RESULT(testkit::await(m_lab.shell->setFault(domain::ServerId(u"Exchange01"_s), {})));
        QVERIFY(own(u"Exchange01"_s).isBoundToSite(domain::IisBinding::backEndSite));
    }

    void enabling_isAdditiveAndTakesOver_data()
    {
        QTest::addColumn<ServiceSet>("services");
        QTest::addColumn<ServiceSet>("ofNew");
        QTest::addColumn<ServiceSet>("ofOld");
        QTest::newRow("POP is taken over") << ServiceSet(Service::Pop) << ServiceSet(Service::Pop | Service::Smtp)
                                           << ServiceSet(Service::Imap | Service::Iis | Service::Smtp);
        QTest::newRow("nothing is nothing") << ServiceSet() << ServiceSet(Service::Smtp)
                                            << ServiceSet(Service::Imap | Service::Pop | Service::Iis | Service::Smtp);
    }
    void enabling_isAdditiveAndTakesOver()
    {
        QFETCH(ServiceSet, services);
        const domain::Thumbprint auth = m_lab.authConfig().current;
        const domain::Thumbprint old = own(u"MBX02"_s).facts.thumbprint;
        const auto output = m_lab.run(enable(u"MBX02"_s, auth, services));
        QVERIFY_RESULT(output);
        QVERIFY(!output->hasErrors());
        QVERIFY(output->items.isEmpty());
        QTEST(m_lab.certificate(u"MBX02"_s, auth)->services.value(), "ofNew");
        QTEST(m_lab.certificate(u"MBX02"_s, old)->services.value(), "ofOld");
    }

    void enablingIis_movesTheFrontEndOnly()
    {
        const domain::Thumbprint mail = m_lab.bySubject(u"Exchange01"_s, u"CN=mail.contoso.com"_s).facts.thumbprint;
        const domain::Thumbprint ownOne = own(u"Exchange01"_s).facts.thumbprint;
        QVERIFY(m_lab.certificate(u"Exchange01"_s, mail)->isBoundToSite(1));
        const auto output = m_lab.run(enable(u"Exchange01"_s, ownOne, Service::Iis).withSwitch(u"DoNotRequireSsl"_s));
        QVERIFY_RESULT(output);
        QVERIFY(!output->hasErrors());
        QVERIFY(m_lab.certificate(u"Exchange01"_s, ownOne)->isBoundToSite(1));
        QVERIFY(m_lab.certificate(u"Exchange01"_s, ownOne)->isBoundToSite(2));
        QVERIFY(!m_lab.certificate(u"Exchange01"_s, mail)->isBoundToSite(1));
        QVERIFY(!m_lab.certificate(u"Exchange01"_s, mail)->hasService(Service::Iis));
    }

    void enablingSmtp_asksUnlessItIsTheDefault()
    {
        const domain::Thumbprint current = own(u"MBX01"_s).facts.thumbprint;
        QVERIFY_RESULT(m_lab.run(enable(u"MBX01"_s, current, Service::Smtp))); // nobody is asked
        const domain::Thumbprint auth = m_lab.authConfig().current;
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
        QVERIFY_RESULT(m_lab.run(enable(u"MBX01"_s, auth, Service::Smtp), prompts));
        QVERIFY(prompts->isExhausted());
        QCOMPARE(m_lab.internalTransport(u"MBX01"_s), auth);
        QVERIFY_RESULT(m_lab.run(enable(u"MBX01"_s, current, Service::Smtp).withSwitch(u"Force"_s)));
        QCOMPARE(m_lab.internalTransport(u"MBX01"_s), current);
    }

    void allAnswers_holdForThePipeline_data()
    {
        QTest::addColumn<QList<Confirmation>>("answers");
        QTest::addColumn<int>("left");
        QTest::newRow("each is asked") << QList{Confirmation::Yes, Confirmation::No, Confirmation::Yes} << 1;
        QTest::newRow("yes to all") << QList{Confirmation::YesToAll} << 0;
        QTest::newRow("no to all") << QList{Confirmation::NoToAll} << 3;
        QTest::newRow("no to all after a yes") << QList{Confirmation::Yes, Confirmation::NoToAll} << 2;
    }
    void allAnswers_holdForThePipeline()
    {
        QFETCH(QList<Confirmation>, answers);
        QFETCH(int, left);
        for (int i = 0; i < 3; ++i) {
            QVERIFY_RESULT(m_lab.run(testkit::newCertificate(u"CAS01"_s)
                                         .withServices({})
                                         .with(u"SubjectName"_s, u"CN=test%1.contoso.com"_s.arg(i))));
        }
        auto prompts = std::make_shared<testkit::FakePrompts>();
        for (const Confirmation answer : answers)
            prompts->expect(PromptKind::RemoveCertificate, answer);
        QList<domain::Certificate> before = m_lab.certificates(u"CAS01"_s);
        const auto isTest = [](const domain::Certificate &c) { return c.facts.subject.startsWith(u"CN=test"_s); };
        // Get-ExchangeCertificate -DomainName gives exactly the three
        const auto output = m_lab.run(
            shell::Pipeline(
                {Cmdlet(u"Get-ExchangeCertificate"_s)
                        .onServer(domain::ServerId(u"CAS01"_s))
                        .with(u"DomainName"_s,
                            QStringList{u"test0.contoso.com"_s, u"test1.contoso.com"_s, u"test2.contoso.com"_s}),
                    Cmdlet(u"Remove-ExchangeCertificate"_s)}),
            prompts);
        QVERIFY_RESULT(output);
        QVERIFY(!output->hasErrors());
        QVERIFY(prompts->isExhausted());
        QCOMPARE(prompts->unexpectedCount(), 0);
        const auto after = m_lab.certificates(u"CAS01"_s);
        QCOMPARE(std::count_if(before.begin(), before.end(), isTest), 3);
        QCOMPARE(std::count_if(after.begin(), after.end(), isTest), left);
    }
};

KAKUIN_TEST(tst_LabRemoval)

} // namespace tests::tst_labremoval

#include "tst_labremoval.moc"

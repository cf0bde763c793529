// SPDX-License-Identifier: MIT
#include "tests/core/lab/labfixture.h"
#include "tests/testkit/testrunner.h"

namespace tests::tst_labrenewal {

using namespace kakuin;
using namespace Qt::StringLiterals;
using domain::Service;
using domain::ServiceSet;
using shell::Confirmation;
using shell::PromptKind;

/// New-ExchangeCertificate and the question about the default SMTP certificate (P1).
class tst_LabRenewal : public QObject {
    Q_OBJECT
private:
    testkit::LabFixture m_lab;

    domain::Certificate own(const QString &server) { return m_lab.bySubject(server, u"CN="_s + server); }
    static shell::Pipeline renewal(const QString &server, const domain::Thumbprint &old, ServiceSet services)
    {
        return shell::Pipeline(
            {testkit::getCertificate(server, old), testkit::newCertificate(server).withServices(services)});
    }
    Result<domain::Certificate> renew(
        const shell::Pipeline &pipeline, const QString &server, const std::shared_ptr<shell::PromptHandler> &prompts)
    {
        return m_lab.run(pipeline, prompts).and_then([&](const shell::PipelineOutput &output) {
            if (output.hasErrors())
                return Result<domain::Certificate>(fail(ErrorCode::ServerError, {}, output.errors().first().message));
            if (output.objects().size() != 1)
                return Result<domain::Certificate>(fail(ErrorCode::UnexpectedOutput));
            return shell::decode::exchangeCertificate(output.objects().first(), domain::ServerId(server));
        });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_lab.make()); }
    void init() { QVERIFY_RESULT(m_lab.open()); }
    void cleanup() { m_lab.shell.reset(); }

    void preset_isTheArticlesOrganisation()
    {
        const auto output = m_lab.run(shell::Cmdlet(u"Get-ExchangeServer"_s));
        QVERIFY_RESULT(output);
        QStringList names;
        for (const clixml::Value &value : output->objects())
            names.append(value.object()->property(u"Name").text());
        names.sort();
        QCOMPARE(names, (QStringList{u"CAS01"_s, u"EXCAS1"_s, u"Exchange01"_s, u"MBX01"_s, u"MBX02"_s}));
        QCOMPARE(m_lab.shell->description().name, u"Contoso 2013"_s);
        QCOMPARE(own(u"MBX01"_s).facts.signatureAlgorithm, u"sha1RSA"_s);
        QCOMPARE(m_lab.internalTransport(u"MBX01"_s), own(u"MBX01"_s).facts.thumbprint);
    }

    void renewal_inheritsAndMakesNew_withANewKeyForFiveYears()
    {
        const domain::Certificate old = own(u"MBX01"_s);
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
        const auto made = renew(renewal(u"MBX01"_s, old.facts.thumbprint, Service::Imap | Service::Pop | Service::Smtp),
            u"MBX01"_s, prompts);
        QVERIFY_RESULT(made);
        QCOMPARE(made->facts.subject, old.facts.subject);
        QCOMPARE(made->facts.dnsNames, old.facts.dnsNames);
        QCOMPARE(made->facts.notAfterUtc, made->facts.notBeforeUtc.addYears(5));
        QVERIFY(made->facts.thumbprint != old.facts.thumbprint);
        QVERIFY(made->facts.serialNumber != old.facts.serialNumber);
        QCOMPARE(made->services.value(), ServiceSet(Service::Imap | Service::Pop | Service::Smtp));
        QCOMPARE(made->privateKeyExportable.value(), false);
        QCOMPARE(made->hasPrivateKey.value(), true);
        QCOMPARE(made->rootCaType.value(), domain::RootCaType::None);
        QCOMPARE(made->friendlyName, u"Microsoft Exchange"_s);
        QCOMPARE(made->identity, u"MBX01.contoso.com\\"_s + made->facts.thumbprint.toString());
        // the old one stays, keeps its web site and its SMTP, and loses what only one can have
        const auto left = m_lab.certificate(u"MBX01"_s, old.facts.thumbprint);
        QVERIFY(left);
        QCOMPARE(left->services.value(), ServiceSet(Service::Iis | Service::Smtp));
        QVERIFY(left->isBoundToSite(domain::IisBinding::backEndSite));
    }

    void overwrite_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<Confirmation>("answer");
        QTest::addColumn<bool>("isReplaced");
        QTest::newRow("yes replaces") << u"MBX01"_s << Confirmation::Yes << true;
        QTest::newRow("yes to all replaces") << u"MBX01"_s << Confirmation::YesToAll << true;
        QTest::newRow("no leaves the default") << u"MBX01"_s << Confirmation::No << false;
        QTest::newRow("no to all leaves the default") << u"MBX01"_s << Confirmation::NoToAll << false;
        QTest::newRow("a Client Access server is asked, too") << u"EXCAS1"_s << Confirmation::Yes << true;
    }
    void overwrite()
    {
        QFETCH(QString, server);
        QFETCH(Confirmation, answer);
        QFETCH(bool, isReplaced);
        const domain::Certificate old = own(server);
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expect(PromptKind::OverwriteDefaultSmtp, answer);
        const auto made = renew(renewal(server, old.facts.thumbprint, Service::Smtp), server, prompts);
        QVERIFY_RESULT(made);
        QVERIFY(prompts->isExhausted());
        QVERIFY(made->hasService(Service::Smtp)); // whatever the answer
        QCOMPARE(m_lab.internalTransport(server), isReplaced ? made->facts.thumbprint : old.facts.thumbprint);
    }

    void overwriteText_isTheServers_data()
    {
        QTest::addColumn<QString>("culture");
        QTest::addColumn<QString>("caption");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("currentLine");
        QTest::addColumn<QString>("nextLine");
        QTest::addColumn<QStringList>("labels");
        QTest::addColumn<QString>("timeFormat");
        QTest::newRow("English") << u"en-US"_s << u"Confirm"_s
                                 << u"Overwrite the existing default SMTP certificate?\n\n"_s
                                 << u"Current certificate: '%1' (expires %2)\n"_s
                                 << u"Replace it with certificate: '%1' (expires %2)"_s
                                 << QStringList{u"Yes"_s, u"Yes to All"_s, u"No"_s, u"No to All"_s}
                                 << u"M/d/yyyy h:mm:ss AP"_s;
        QTest::newRow("Japanese") << u"ja-JP"_s << u"確認"_s << u"既存の既定の SMTP 証明書を上書きしますか?\n\n"_s
                                  << u"現在の証明書 : \"%1\" (有効期限:%2)\n"_s
                                  << u"証明書を証明書 \"%1\" (有効期限:%2) で置き換えます。"_s
                                  << QStringList{u"はい(Y)"_s, u"すべて続行(A)"_s, u"いいえ(N)"_s, u"すべて無視(L)"_s}
                                  << u"yyyy/MM/dd H:mm:ss"_s;
    }
    void overwriteText_isTheServers()
    {
        QFETCH(QString, culture);
        QFETCH(QString, timeFormat);
        const domain::Certificate old = own(u"MBX01"_s);
        m_lab.shell->setCulture(culture);
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::No);
        const auto made = renew(renewal(u"MBX01"_s, old.facts.thumbprint, Service::Smtp), u"MBX01"_s, prompts);
        QVERIFY_RESULT(made);
        const shell::Prompt prompt = prompts->asked().first();
        const auto local = [&](const QDateTime &utc) {
            return QLocale::c().toString(utc.toTimeZone(QTimeZone("Asia/Tokyo")), timeFormat);
        };
        QTEST(prompt.caption, "caption");
        QFETCH(QString, start);
        QFETCH(QString, currentLine);
        QFETCH(QString, nextLine);
        QCOMPARE(prompt.message,
            start + currentLine.arg(old.facts.thumbprint.toString(), local(old.facts.notAfterUtc))
                + nextLine.arg(made->facts.thumbprint.toString(), local(made->facts.notAfterUtc)));
        QStringList labels;
        for (const shell::PromptChoice &choice : prompt.choices)
            labels.append(choice.label);
        QTEST(labels, "labels");
        QCOMPARE(prompt.defaultChoice, 0);
        QCOMPARE(prompt.server, domain::ServerId(u"MBX01"_s));
    }

    void question_isNotAsked_data()
    {
        QTest::addColumn<shell::Cmdlet>("create");
        QTest::addColumn<bool>("isReplaced");
        const shell::Cmdlet create = testkit::newCertificate(u"MBX01"_s);
        QTest::newRow("-Force means yes")
            << shell::Cmdlet(create).withServices(Service::Smtp).withSwitch(u"Force"_s) << true;
        QTest::newRow("no SMTP, no question") << shell::Cmdlet(create).withServices(Service::Imap) << false;
        QTest::newRow("-Services None") << shell::Cmdlet(create).withServices({}) << false;
    }
    void question_isNotAsked()
    {
        QFETCH(shell::Cmdlet, create);
        QFETCH(bool, isReplaced);
        const domain::Thumbprint before = m_lab.internalTransport(u"MBX01"_s);
        const auto made = renew(create, u"MBX01"_s, nullptr);
        QVERIFY_RESULT(made);
        QCOMPARE(m_lab.internalTransport(u"MBX01"_s), isReplaced ? made->facts.thumbprint : before);
    }

    void unanswered_leavesTheCertificate_data()
    {
        QTest::addColumn<bool>("hasHandler");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no handler: refused") << false << ErrorCode::PromptRefused;
        QTest::newRow("stop: stopped") << true << ErrorCode::PromptStopped;
    }
    void unanswered_leavesTheCertificate()
    {
        QFETCH(bool, hasHandler);
        QFETCH(ErrorCode, code);
        const domain::Certificate old = own(u"MBX01"_s);
        const qsizetype before = m_lab.certificates(u"MBX01"_s).size();
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expect(PromptKind::OverwriteDefaultSmtp, shell::PromptAnswer::stop());
        const auto output
            = m_lab.run(renewal(u"MBX01"_s, old.facts.thumbprint, Service::Smtp), hasHandler ? prompts : nullptr);
        QVERIFY(!output);
        QCOMPARE(output.error().code, code);
        QCOMPARE(m_lab.certificates(u"MBX01"_s).size(), before + 1);
        QCOMPARE(m_lab.internalTransport(u"MBX01"_s), old.facts.thumbprint);
    }

    void handler_neverMeansYes_whenItFails()
    {
        const domain::Certificate old = own(u"MBX01"_s);
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expectThenFail(Error{ErrorCode::Internal, {}, {}});
        prompts->expectThenAbandon();
        for (int i = 0; i < 2; ++i) {
            const auto output = m_lab.run(renewal(u"MBX01"_s, old.facts.thumbprint, Service::Smtp), prompts);
            QVERIFY(!output);
            QCOMPARE(output.error().code, ErrorCode::PromptStopped);
            QCOMPARE(m_lab.internalTransport(u"MBX01"_s), old.facts.thumbprint);
        }
    }

    void names_follow_theParameters_data()
    {
        QTest::addColumn<shell::Cmdlet>("create");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QStringList>("names");
        const shell::Cmdlet create = testkit::newCertificate(u"CAS01"_s).withServices({});
        QTest::newRow("by default server and FQDN")
            << create << u"CN=CAS01"_s << QStringList{u"CAS01"_s, u"CAS01.contoso.com"_s};
        QTest::newRow("the documented Auth certificate has no names")
            << shell::Cmdlet(create)
                   .with(u"SubjectName"_s, u"cn=Microsoft Exchange Server Auth Certificate"_s)
                   .with(u"DomainName"_s, QStringList())
            << u"CN=Microsoft Exchange Server Auth Certificate"_s << QStringList();
        QTest::newRow("the article's Auth certificate names the servers")
            << shell::Cmdlet(create)
                   .with(u"SubjectName"_s, u"cn=Microsoft Exchange Server Auth Certificate"_s)
                   .with(u"DomainName"_s, QStringList{u"CAS01"_s, u"CAS01.contoso.com"_s, u"cas01"_s})
            << u"CN=Microsoft Exchange Server Auth Certificate"_s << QStringList{u"CAS01"_s, u"CAS01.contoso.com"_s};
        QTest::newRow("a host name as CN joins the names")
            << shell::Cmdlet(create)
                   .with(u"SubjectName"_s, u"C=JP, O=Contoso, CN=mail.contoso.com"_s)
                   .with(u"DomainName"_s, u"autodiscover.contoso.com"_s)
            << u"C=JP, O=Contoso, CN=mail.contoso.com"_s
            << QStringList{u"mail.contoso.com"_s, u"autodiscover.contoso.com"_s};
        QTest::newRow("Include switches add names")
            << shell::Cmdlet(create)
                   .withSwitch(u"IncludeServerFQDN"_s)
                   .withSwitch(u"IncludeAcceptedDomains"_s)
                   .withSwitch(u"IncludeAutoDiscover"_s)
            << u"CN=CAS01"_s
            << QStringList{u"CAS01"_s, u"CAS01.contoso.com"_s, u"contoso.com"_s, u"autodiscover.contoso.com"_s};
    }
    void names_follow_theParameters()
    {
        QFETCH(shell::Cmdlet, create);
        const auto made = renew(create, u"CAS01"_s, nullptr);
        QVERIFY_RESULT(made);
        QTEST(made->facts.subject, "subject");
        QTEST(made->facts.dnsNames, "names");
    }

    void state_isOnDisk_afterTheCmdlet()
    {
        const auto made = renew(testkit::newCertificate(u"MBX02"_s)
                                    .withServices(Service::Smtp)
                                    .withSwitch(u"Force"_s)
                                    .with(u"PrivateKeyExportable"_s, true)
                                    .with(u"FriendlyName"_s, u"new one"_s),
            u"MBX02"_s, nullptr);
        QVERIFY_RESULT(made);
        QVERIFY_RESULT(m_lab.reopen());
        const auto read = m_lab.certificate(u"MBX02"_s, made->facts.thumbprint);
        QVERIFY(read);
        QCOMPARE(*read, *made);
        QCOMPARE(read->friendlyName, u"new one"_s);
        QCOMPARE(m_lab.internalTransport(u"MBX02"_s), made->facts.thumbprint);
    }

    void wmsvc_isRenewedWithoutServices()
    {
        const domain::Certificate old = m_lab.bySubject(u"MBX01"_s, u"CN=WMSvc-"_s);
        const auto made = renew(renewal(u"MBX01"_s, old.facts.thumbprint, {}), u"MBX01"_s, nullptr);
        QVERIFY_RESULT(made);
        QCOMPARE(made->facts.subject, old.facts.subject);
        QCOMPARE(made->services.value(), ServiceSet());
        QCOMPARE(made->facts.notAfterUtc, made->facts.notBeforeUtc.addYears(5));
        QVERIFY(made->keyContainer != old.keyContainer);
    }
};

KAKUIN_TEST(tst_LabRenewal)

} // namespace tests::tst_labrenewal

#include "tst_labrenewal.moc"

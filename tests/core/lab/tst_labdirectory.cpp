// SPDX-License-Identifier: MIT
#include "core/shell/decode/connectors.h"
#include "core/shell/decode/exchangeserver.h"
#include "tests/core/lab/labfixture.h"
#include "tests/testkit/testrunner.h"

namespace tests::tst_labdirectory {

using namespace kakuin;
using namespace Qt::StringLiterals;
using shell::Cmdlet;

/// The cmdlets that read: what they list, and that what they write is what the decoders of real servers' objects read.
class tst_LabDirectory : public QObject {
    Q_OBJECT
private:
    testkit::LabFixture m_lab;

    QList<clixml::Value> objects(const shell::Pipeline &pipeline)
    {
        return m_lab.run(pipeline).value_or(shell::PipelineOutput()).objects();
    }
    static Cmdlet query(const QString &filter) { return Cmdlet(u"Get-ADObject"_s).with(u"Filter"_s, filter); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY_RESULT(m_lab.make());
        QVERIFY_RESULT(m_lab.open());
    }
    void cleanupTestCase() { m_lab.shell.reset(); }

    void servers_decode()
    {
        QHash<QString, domain::Server> servers;
        for (const clixml::Value &value : objects(Cmdlet(u"Get-ExchangeServer"_s))) {
            const auto decoded = shell::decode::exchangeServer(value);
            QVERIFY_RESULT(decoded);
            servers.insert(decoded->id.name(), *decoded);
        }
        QCOMPARE(servers.size(), 5);
        QCOMPARE(servers.value(u"MBX01"_s).version.displayText(), u"2013 CU23"_s);
        QCOMPARE(servers.value(u"MBX02"_s).version.displayText(), u"2013 CU21"_s);
        QCOMPARE(servers.value(u"MBX02"_s).site, u"Osaka"_s);
        QCOMPARE(servers.value(u"MBX02"_s).fqdn, u"MBX02.contoso.com"_s);
        QVERIFY(servers.value(u"CAS01"_s).isClientAccessOnly());
        QVERIFY(!servers.value(u"Exchange01"_s).isClientAccessOnly());
        QVERIFY(!servers.value(u"MBX01"_s).isClientAccessOnly());
    }

    void identity_findsOne_orIsReported()
    {
        for (const QString &identity : {u"mbx01"_s, u"MBX01.contoso.com"_s})
            QCOMPARE(objects(Cmdlet(u"Get-ExchangeServer"_s).with(u"Identity"_s, identity)).size(), 1);
        const auto output = m_lab.run(Cmdlet(u"Get-ExchangeServer"_s).with(u"Identity"_s, u"NOBODY"_s));
        QVERIFY_RESULT(output);
        QCOMPARE(output->errors().value(0).exceptionType, u"ManagementObjectNotFoundException"_s);
        QCOMPARE(output->errors().value(0).message,
            u"The operation couldn't be performed because object 'NOBODY' couldn't be found on 'DC01.contoso.com'."_s);
    }

    void clientAccessServers_areNotTransportServers()
    {
        QStringList names;
        for (const clixml::Value &value : objects(Cmdlet(u"Get-TransportService"_s))) {
            const auto decoded = shell::decode::transportService(value);
            QVERIFY_RESULT(decoded);
            QCOMPARE(decoded->thumbprint, m_lab.internalTransport(decoded->server.name()));
            names.append(decoded->server.name());
        }
        names.sort();
        QCOMPARE(names, (QStringList{u"Exchange01"_s, u"MBX01"_s, u"MBX02"_s}));
        QCOMPARE(objects(Cmdlet(u"Get-MailboxServer"_s)).size(), 3);
    }

    void article_directoryQuery_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("base");
        QTest::addColumn<int>("found");
        const QString base = u"CN=Configuration,DC=contoso,DC=com"_s;
        QTest::newRow("one server") << u"ObjectClass -eq 'msExchExchangeServer' -and name -eq 'EXCAS1'"_s << base << 1;
        QTest::newRow("with the typographic quote that the article has")
            << u"ObjectClass -eq 'msExchExchangeServer' -and name -eq 'EXCAS1\u2019"_s << base << 1;
        QTest::newRow("all servers") << u"ObjectClass -eq 'msExchExchangeServer'"_s << base << 5;
        QTest::newRow("another class") << u"ObjectClass -eq 'user'"_s << base << 0;
        QTest::newRow("no search base") << u"name -eq 'excas1'"_s << QString() << 1;
        QTest::newRow("a base that does not exist")
            << u"name -eq 'EXCAS1'"_s << u"CN=Configuration,DC=example,DC=org"_s << -1;
        QTest::newRow("a filter that cannot be read") << u"name -eq"_s << base << -1;
    }
    void article_directoryQuery()
    {
        QFETCH(QString, filter);
        QFETCH(QString, base);
        QFETCH(int, found);
        Cmdlet cmdlet = query(filter).with(u"Properties"_s, u"*"_s);
        if (!base.isEmpty())
            cmdlet.with(u"SearchBase"_s, base);
        const auto output = m_lab.run(cmdlet);
        QVERIFY_RESULT(output);
        QCOMPARE(output->hasErrors(), found < 0);
        QCOMPARE(output->objects().size(), std::max(0, found));
        for (const clixml::Value &value : output->objects())
            QVERIFY_RESULT(shell::decode::directoryServer(value));
    }

    void directoryQuery_keepsTheCertificateBack_withoutProperties()
    {
        const auto found = objects(query(u"name -eq 'CAS01'"_s));
        QCOMPARE(found.size(), 1);
        QVERIFY(!found.first().object()->hasProperty(u"msExchServerInternalTLSCert"));
        QVERIFY(found.first().object()->hasProperty(u"DistinguishedName"));
    }

    void connectors_decode()
    {
        const auto send = objects(Cmdlet(u"Get-SendConnector"_s));
        QCOMPARE(send.size(), 2);
        const auto internet = shell::decode::sendConnector(send.first());
        QVERIFY_RESULT(internet);
        QCOMPARE(internet->servers, QList{domain::ServerId(u"Exchange01"_s)});
        QVERIFY(internet->tlsCertificateName);
        QVERIFY(
            internet->tlsCertificateName->matches(m_lab.bySubject(u"Exchange01"_s, u"CN=mail.contoso.com"_s).facts));
        const auto receive = objects(Cmdlet(u"Get-ReceiveConnector"_s).onServer(domain::ServerId(u"CAS01"_s)));
        QCOMPARE(receive.size(), 1);
        const auto frontEnd = shell::decode::receiveConnector(receive.first());
        QVERIFY_RESULT(frontEnd);
        QCOMPARE(frontEnd->name, u"CAS01\\Default Frontend CAS01"_s);
        QCOMPARE(frontEnd->servers, QList{domain::ServerId(u"CAS01"_s)});
        QVERIFY(objects(Cmdlet(u"Get-HybridConfiguration"_s)).isEmpty());
    }

    void certificates_filterByDomain_bestFirst()
    {
        const auto found = objects(Cmdlet(u"Get-ExchangeCertificate"_s)
                                       .onServer(domain::ServerId(u"Exchange01"_s))
                                       .with(u"DomainName"_s, u"Exchange01"_s));
        QCOMPARE(found.size(), 2); // two generations
        const auto best = shell::decode::exchangeCertificate(found.first());
        QVERIFY_RESULT(best);
        QVERIFY(best->facts.notAfterUtc > m_lab.shell->clock()->nowUtc());
    }

    void certificates_ofTheSessionsServer_byDefault()
    {
        const auto found = objects(Cmdlet(u"Get-ExchangeCertificate"_s));
        QVERIFY(!found.isEmpty());
        const auto first = shell::decode::exchangeCertificate(found.first());
        QVERIFY_RESULT(first);
        QCOMPARE(first->server, domain::ServerId(u"MBX01"_s));
    }

    void identity_namesServerAndThumbprint()
    {
        const domain::Thumbprint own = m_lab.internalTransport(u"MBX02"_s);
        for (const QString &server : {u"MBX02"_s, u"MBX02.contoso.com"_s}) {
            QCOMPARE(
                objects(
                    Cmdlet(u"Get-ExchangeCertificate"_s).with(u"Identity"_s, QString(server + u'\\' + own.toString())))
                    .size(),
                1);
        }
    }

    void pipelineInput_thatFitsNothing_isReported()
    {
        const auto output
            = m_lab.run(shell::Pipeline({Cmdlet(u"Get-AuthConfig"_s), Cmdlet(u"Get-ExchangeCertificate"_s)}));
        QVERIFY_RESULT(output);
        QCOMPARE(output->errors().size(), 1);
        QVERIFY(output->errors().first().fullyQualifiedErrorId.startsWith(u"InputObjectNotBound,"_s));
    }

    void confirmAndWhatIf_holdForEveryChangingCmdlet()
    {
        const auto before = m_lab.certificates(u"MBX02"_s).size();
        const Cmdlet create = testkit::newCertificate(u"MBX02"_s).withServices({});
        QVERIFY_RESULT(m_lab.run(Cmdlet(create).withSwitch(u"WhatIf"_s)));
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expect([](const shell::Prompt &prompt) { return prompt.message.contains(u"MBX02"_s); },
            shell::PromptAnswer::choose(2));
        QVERIFY_RESULT(m_lab.run(Cmdlet(create).withSwitch(u"Confirm"_s), prompts));
        QVERIFY(prompts->isExhausted());
        QCOMPARE(m_lab.certificates(u"MBX02"_s).size(), before);
    }

    void errorAction_isObeyed()
    {
        const Cmdlet get = testkit::getCertificate(u"MBX01"_s, *domain::Thumbprint::parse(QString(40, u'C')));
        const auto stopped = m_lab.run(Cmdlet(get).with(u"ErrorAction"_s, u"Stop"_s));
        QVERIFY_RESULT(stopped);
        QVERIFY(stopped->errors().value(0).isTerminating);
        const auto silent = m_lab.run(Cmdlet(get).with(u"ErrorAction"_s, u"SilentlyContinue"_s));
        QVERIFY_RESULT(silent);
        QVERIFY(!silent->hasErrors());
    }
};

KAKUIN_TEST(tst_LabDirectory)

} // namespace tests::tst_labdirectory

#include "tst_labdirectory.moc"

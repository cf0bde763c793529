// SPDX-License-Identifier: MIT
#include "core/lab/parameterbinder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_labbinding {

using namespace kakuin;
using namespace Qt::StringLiterals;
using lab::LabTexts;
using shell::Cmdlet;

class tst_LabBinding : public QObject {
    Q_OBJECT
private:
    /// The refusal, or an empty record when it was bound.
    static shell::ErrorRecord refusal(
        const Cmdlet &cmdlet, bool isOlderServer, bool hasInput, const LabTexts &texts = LabTexts())
    {
        const auto bound = lab::bind(cmdlet, isOlderServer, hasInput, texts);
        const auto *record = std::get_if<shell::ErrorRecord>(&bound);
        return record ? *record : shell::ErrorRecord();
    }

private Q_SLOTS:
    void binding_isRefused_data()
    {
        QTest::addColumn<Cmdlet>("cmdlet");
        QTest::addColumn<bool>("isOlderServer");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("exceptionType");
        const QString thumbprint(40, u'A');
        const QString binding = u"ParameterBindingException"_s;
        const auto get = [] { return Cmdlet(u"Get-ExchangeCertificate"_s); };
        const auto enable = [&] { return Cmdlet(u"Enable-ExchangeCertificate"_s).with(u"Thumbprint"_s, thumbprint); };
        const auto unknown = [](const QString &name) {
            return u"A parameter cannot be found that matches parameter name '%1'."_s.arg(name);
        };
        const QString unresolved = u"Parameter set cannot be resolved using the specified named parameters."_s;
        QTest::newRow("unknown cmdlet")
            << Cmdlet(u"Get-Date"_s) << true
            << u"The term 'Get-Date' is not recognized as the name of a cmdlet, function, script file, or operable "
               "program. Check the spelling of the name, or if a path was included, verify that the path is correct "
               "and try again."_s
            << u"CommandNotFoundException"_s;
        QTest::newRow("unknown parameter")
            << get().with(u"Colour"_s, u"red"_s) << true << unknown(u"Colour"_s) << binding;
        QTest::newRow("a changing cmdlet's parameter on a reading one")
            << get().withSwitch(u"WhatIf"_s) << true << unknown(u"WhatIf"_s) << binding;
        QTest::newRow("ambiguous beginning")
            << Cmdlet(u"New-ExchangeCertificate"_s).withSwitch(u"IncludeServer"_s) << true
            << u"Parameter cannot be processed because the parameter name 'IncludeServer' is ambiguous. Possible "
               "matches include: -IncludeServerFQDN -IncludeServerNetBIOSName."_s
            << binding;
        QTest::newRow("twice the same")
            << get().with(u"Server"_s, u"A"_s).with(u"server"_s, u"B"_s) << true
            << u"Cannot bind parameter because parameter 'Server' is specified more than once."_s << binding;
        QTest::newRow("-Identity excludes -Server")
            << get().with(u"Identity"_s, thumbprint).with(u"Server"_s, u"A"_s) << true << unresolved << binding;
        QTest::newRow("-Identity excludes -Thumbprint")
            << get().with(u"Identity"_s, thumbprint).with(u"Thumbprint"_s, thumbprint) << true << unresolved << binding;
        QTest::newRow("publishing and staging at once") << Cmdlet(u"Set-AuthConfig"_s)
                                                               .withSwitch(u"PublishCertificate"_s)
                                                               .with(u"NewCertificateThumbprint"_s, thumbprint)
                                                        << true << unresolved << binding;
        QTest::newRow("missing mandatory parameter")
            << enable() << true
            << u"Cannot process command because of one or more missing mandatory parameters: Services."_s << binding;
        QTest::newRow("staging without a date")
            << Cmdlet(u"Set-AuthConfig"_s).with(u"NewCertificateThumbprint"_s, thumbprint) << true
            << u"Cannot process command because of one or more missing mandatory parameters: NewCertificateEffectiveDate."_s
            << binding;
        QTest::newRow("-FileName is gone from newer servers") << Cmdlet(u"Export-ExchangeCertificate"_s)
                                                                     .with(u"Thumbprint"_s, thumbprint)
                                                                     .with(u"FileName"_s, u"\\\\a\\b"_s)
                                                              << false << unknown(u"FileName"_s) << binding;
        QTest::newRow("a service that does not exist")
            << enable().with(u"Services"_s, u"HTTP"_s) << true
            << u"Cannot bind parameter 'Services'. Cannot convert value \"HTTP\" to type "
               "\"Microsoft.Exchange.Management.SystemConfigurationTasks.AllowedServices\"."_s
            << binding;
        QTest::newRow("bytes are not text")
            << get().with(u"Server"_s, QByteArray("x")) << true
            << u"Cannot bind parameter 'Server'. Cannot convert value \"System.Byte[]\" to "
               "type \"System.String\"."_s
            << binding;
    }
    void binding_isRefused()
    {
        QFETCH(Cmdlet, cmdlet);
        QFETCH(bool, isOlderServer);
        const shell::ErrorRecord refused = refusal(cmdlet, isOlderServer, false);
        QTEST(refused.message, "message");
        QTEST(refused.exceptionType, "exceptionType");
        QVERIFY(refused.isTerminating);
    }

    void binding_speaksJapanese()
    {
        const LabTexts japanese(u"ja-JP"_s);
        const shell::ErrorRecord refused
            = refusal(Cmdlet(u"Get-AuthConfig"_s).with(u"X"_s, u"y"_s), true, false, japanese);
        QCOMPARE(refused.message, u"パラメーター名 'X' に一致するパラメーターが見つかりません。"_s);
        QVERIFY(refused.fullyQualifiedErrorId.startsWith(u"NamedParameterNotFound,"_s));
    }

    void binding_succeeds()
    {
        const auto bound = lab::bind(Cmdlet(u"new-exchangecertificate"_s)
                                         .with(u"Serv"_s.append(u"er"_s), u"MBX01"_s)
                                         .with(u"PrivateKeyE"_s, true)
                                         .with(u"Friendly"_s, u"a name"_s)
                                         .with(u"Services"_s, QStringList{u"IMAP"_s, u"smtp"_s})
                                         .with(u"Confirm"_s, shell::Switch{false}),
            false, false, LabTexts());
        const auto *binding = std::get_if<lab::BoundCmdlet>(&bound);
        QVERIFY(binding);
        QCOMPARE(binding->text(QLatin1String("FriendlyName")), u"a name"_s);
        QVERIFY(binding->isTrue(QLatin1String("PrivateKeyExportable")));
        QCOMPARE(binding->number(QLatin1String("Services"), 0), 17);
        QVERIFY(binding->isOff(QLatin1String("Confirm")));
        QVERIFY(!binding->isOn(QLatin1String("Confirm")));
    }

    void nullValue_leavesTheParameterUnbound()
    {
        const auto bound = lab::bind(
            Cmdlet(u"Get-ExchangeCertificate"_s).with(u"Thumbprint"_s, std::monostate()), true, false, LabTexts());
        const auto *binding = std::get_if<lab::BoundCmdlet>(&bound);
        QVERIFY(binding);
        QVERIFY(!binding->has(QLatin1String("Thumbprint")));
    }

    void pipelineInput_satisfiesTheMandatoryParameter()
    {
        const Cmdlet remove(u"Remove-ExchangeCertificate"_s);
        QVERIFY(!refusal(remove, true, false).message.isEmpty());
        QVERIFY(refusal(remove, true, true).message.isEmpty());
    }
};

KAKUIN_TEST(tst_LabBinding)

} // namespace tests::tst_labbinding

#include "tst_labbinding.moc"

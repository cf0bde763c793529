// SPDX-License-Identifier: MIT
#include "tests/core/lab/labfixture.h"
#include "tests/testkit/testrunner.h"

namespace tests::tst_labauth {

using namespace kakuin;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using shell::Cmdlet;
using shell::Confirmation;
using shell::PromptKind;

/// Get-/Set-AuthConfig, the distribution of the Auth certificate and the AuthAdmin servicelet.
class tst_LabAuth : public QObject {
    Q_OBJECT
private:
    testkit::LabFixture m_lab;

    domain::Thumbprint makeNext()
    {
        const auto output = m_lab.run(testkit::newCertificate(u"MBX01"_s)
                                          .with(u"PrivateKeyExportable"_s, true)
                                          .with(u"SubjectName"_s, u"cn=Microsoft Exchange Server Auth Certificate"_s)
                                          .with(u"DomainName"_s, QStringList())
                                          .withServices({}));
        return output
            .and_then([](const shell::PipelineOutput &o) {
                return shell::decode::exchangeCertificate(o.objects().value(0), domain::ServerId(u"MBX01"_s));
            })
            .transform([](const domain::Certificate &c) { return c.facts.thumbprint; })
            .value_or(domain::Thumbprint());
    }
    Cmdlet stage(const domain::Thumbprint &next, std::chrono::minutes from)
    {
        return Cmdlet(u"Set-AuthConfig"_s)
            .with(u"NewCertificateThumbprint"_s, next.toString())
            .with(u"NewCertificateEffectiveDate"_s,
                m_lab.shell->clock()->nowUtc().addSecs(std::chrono::seconds(from).count()));
    }
    Result<void> advance(std::chrono::minutes by) { return testkit::await(m_lab.shell->advanceClock(by)); }
    bool has(const QString &server, const domain::Thumbprint &thumbprint)
    {
        return m_lab.certificate(server, thumbprint).has_value();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_lab.make()); }
    void init() { QVERIFY_RESULT(m_lab.open()); }
    void cleanup() { m_lab.shell.reset(); }

    void article_immediateReplacement()
    {
        const domain::AuthConfig before = m_lab.authConfig();
        const domain::Thumbprint next = makeNext();
        QVERIFY(!next.isNull());
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expect(PromptKind::EffectiveDateWithin48Hours, Confirmation::Yes);
        const auto staged = m_lab.run(stage(next, 0min), prompts);
        QVERIFY_RESULT(staged);
        QVERIFY2(!staged->hasErrors(), qPrintable(staged->errors().value(0).message));
        QCOMPARE(m_lab.authConfig().next, next);
        QVERIFY_RESULT(m_lab.run(
            Cmdlet(u"Set-AuthConfig"_s).withSwitch(u"PublishCertificate"_s).withSwitch(u"ClearPreviousCertificate"_s)));
        const domain::AuthConfig after = m_lab.authConfig();
        QCOMPARE(after.current, next);
        QVERIFY(after.next.isNull());
        QVERIFY(!after.nextEffectiveUtc.isValid());
        QVERIFY(after.previous.isNull());
        QVERIFY(before.current != after.current);
    }

    void publishing_keepsThePreviousOne_untilItIsCleared()
    {
        const domain::Thumbprint before = m_lab.authConfig().current;
        QVERIFY_RESULT(m_lab.run(stage(makeNext(), 49h)));
        QVERIFY_RESULT(m_lab.run(Cmdlet(u"Set-AuthConfig"_s).withSwitch(u"PublishCertificate"_s)));
        QCOMPARE(m_lab.authConfig().previous, before);
        QVERIFY_RESULT(m_lab.run(Cmdlet(u"Set-AuthConfig"_s).withSwitch(u"ClearPreviousCertificate"_s)));
        QVERIFY(m_lab.authConfig().previous.isNull());
    }

    void date_data()
    {
        QTest::addColumn<std::chrono::minutes>("from");
        QTest::addColumn<bool>("isAsked");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("yesterday is refused") << std::chrono::minutes(-24h) << false << true;
        QTest::newRow("ten minutes ago is refused") << std::chrono::minutes(-10min) << false << true;
        QTest::newRow("a moment ago counts as now") << std::chrono::minutes(-1min) << true << false;
        QTest::newRow("47 hours ask") << std::chrono::minutes(47h) << true << false;
        QTest::newRow("49 hours do not") << std::chrono::minutes(49h) << false << false;
    }
    void date()
    {
        QFETCH(std::chrono::minutes, from);
        QFETCH(bool, isAsked);
        QFETCH(bool, isRefused);
        const domain::Thumbprint next = makeNext();
        auto prompts = std::make_shared<testkit::FakePrompts>();
        if (isAsked)
            prompts->expect(PromptKind::EffectiveDateWithin48Hours, Confirmation::No);
        const auto output = m_lab.run(stage(next, from), prompts);
        QVERIFY_RESULT(output);
        QVERIFY(prompts->isExhausted());
        QCOMPARE(output->hasErrors(), isRefused);
        if (isRefused) {
            QCOMPARE(output->errors().first().message,
                u"The new certificate effective date is invalid. The effective date must be greater than the current "
                "time."_s);
        }
        QCOMPARE(m_lab.authConfig().next.isNull(), isAsked || isRefused);
    }

    void question_isTheServers_data()
    {
        QTest::addColumn<QString>("culture");
        QTest::addColumn<QString>("message");
        QTest::newRow("English")
            << u"en-US"_s
            << u"The new certificate effective date is not \"48\" hours in the future and may not be "
               "deployed on all necessary servers. Do you wish to continue?"_s;
        QTest::newRow("Japanese") << u"ja-JP"_s
                                  << u"新しい証明書の有効開始日が \"48\" 時間後以降でないため、"
                                     "必要なすべてのサーバー上に展開されない可能性があります。続行しますか?"_s;
    }
    void question_isTheServers()
    {
        QFETCH(QString, culture);
        m_lab.shell->setCulture(culture);
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expect(PromptKind::EffectiveDateWithin48Hours, Confirmation::Yes);
        QVERIFY_RESULT(m_lab.run(stage(makeNext(), 1h), prompts));
        QTEST(prompts->asked().first().message, "message");
    }

    void publishing_needsANextOne()
    {
        const auto output = m_lab.run(Cmdlet(u"Set-AuthConfig"_s).withSwitch(u"PublishCertificate"_s));
        QVERIFY_RESULT(output);
        QCOMPARE(output->errors().size(), 1);
    }

    void directSetting_replacesAtOnce()
    {
        const domain::Thumbprint before = m_lab.authConfig().current;
        const domain::Thumbprint next = makeNext();
        QVERIFY_RESULT(m_lab.run(Cmdlet(u"Set-AuthConfig"_s).with(u"CertificateThumbprint"_s, next.toString())));
        QCOMPARE(m_lab.authConfig().current, next);
        QCOMPARE(m_lab.authConfig().previous, before);
    }

    void unknownCertificate_isRefused()
    {
        const auto output = m_lab.run(stage(*domain::Thumbprint::parse(QString(40, u'B')), 49h));
        QVERIFY_RESULT(output);
        QCOMPARE(output->errors().size(), 1);
        QVERIFY(m_lab.authConfig().next.isNull());
    }

    void distribution_takesMinutesInTheSiteAndHoursElsewhere()
    {
        const domain::Thumbprint next = makeNext();
        QVERIFY_RESULT(m_lab.run(stage(next, 49h)));
        QVERIFY(!has(u"CAS01"_s, next));
        QVERIFY_RESULT(advance(10min));
        QVERIFY(has(u"CAS01"_s, next));
        QVERIFY(has(u"Exchange01"_s, next));
        QVERIFY(!has(u"MBX02"_s, next));
        QVERIFY_RESULT(advance(4h));
        QVERIFY(has(u"MBX02"_s, next));
        QVERIFY(has(u"EXCAS1"_s, next));
    }

    void distribution_waitsForAServerThatIsDown()
    {
        const domain::ServerId cas(u"CAS01"_s);
        QVERIFY_RESULT(testkit::await(m_lab.shell->setFault(cas, {lab::Fault::Kind::Unreachable, 0ms})));
        const domain::Thumbprint next = makeNext();
        QVERIFY_RESULT(m_lab.run(stage(next, 49h)));
        QVERIFY_RESULT(advance(24h));
        QVERIFY_RESULT(testkit::await(m_lab.shell->setFault(cas, {})));
        QVERIFY(has(u"CAS01"_s, next));
    }

    void distribution_canBeSkipped()
    {
        const domain::Thumbprint next = makeNext();
        QVERIFY_RESULT(m_lab.run(stage(next, 49h).withSwitch(u"SkipImmediateCertificateDeployment"_s)));
        QVERIFY_RESULT(advance(24h));
        QVERIFY(!has(u"CAS01"_s, next));
    }

    void servicelet_publishesWhatIsDue_everyTwelveHours()
    {
        const domain::Thumbprint next = makeNext();
        QVERIFY_RESULT(m_lab.run(stage(next, 49h)));
        QVERIFY_RESULT(advance(48h));
        QVERIFY(m_lab.authConfig().current != next);
        QVERIFY_RESULT(advance(13h));
        QCOMPARE(m_lab.authConfig().current, next);
    }

    void clock_isKeptInTheFile_andGoesForwardOnly()
    {
        QVERIFY_RESULT(advance(72h));
        QVERIFY_RESULT(m_lab.reopen());
        QVERIFY(m_lab.shell->clock()->nowUtc() > SystemClock().nowUtc().addSecs(71 * 3600));
        QCOMPARE(advance(-1min).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(
            advance(std::chrono::minutes(std::numeric_limits<int>::max())).error().code, ErrorCode::InvalidArgument);
    }
};

KAKUIN_TEST(tst_LabAuth)

} // namespace tests::tst_labauth

#include "tst_labauth.moc"

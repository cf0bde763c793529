// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"
#include "tests/testkit/tstranslator.h"
#include "text/authadvicetext.h"
#include "text/findingtext.h"
#include "text/findingwords.h"

#include <QtTest/QTest>

namespace tests::tst_findingtext {

using namespace Qt::StringLiterals;
using namespace kakuin;
using findings::Code;
using findings::Evidence;
using findings::Fact;
using ui::FindingText;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

/// One value of every type that evidence can hold, for every fact.
QList<Evidence> everyEvidence()
{
    const domain::Thumbprint thumbprint = domain::Thumbprint::parse(QString(40, u'A')).value();
    const domain::RoleEvidence role{
        domain::Role::AuthCurrent, domain::RoleEvidence::Source::AuthConfig, u"hostile\n\u202Ename"_s, now};
    QList<Evidence> all{{Fact::ExpiresOn, now.addDays(1)}, {Fact::ExpiresOn, now.addDays(-1)},
        {Fact::ExpiresOn, QDateTime()}, {Fact::ValidFrom, now}, {Fact::EffectiveOn, now}, {Fact::ShorterFrom, now},
        {Fact::EffectiveOn, QDateTime()}, {Fact::UsedAs, role}, {Fact::UseNotKnown, {}},
        {Fact::NewerGeneration, thumbprint}, {Fact::OtherGeneration, thumbprint}, {Fact::Named, thumbprint},
        {Fact::Reason, Error{ErrorCode::ServerUnreachable, u"EX01"_s, {}}}};
    domain::LiveReading reading{domain::ServerId(u"EX01"_s), {443, domain::LiveService::FrontEnd}, {}, now, {}};
    for (const ErrorCode code : {ErrorCode::PortClosed, ErrorCode::NoAnswer, ErrorCode::HostNameUnknown,
             ErrorCode::ConnectionLost, ErrorCode::ServiceUnavailable, ErrorCode::ServiceForeign, ErrorCode::TlsFailed,
             ErrorCode::MalformedCertificate}) {
        reading.served = fail(code, u"EX01\n\u202Eevil"_s, u"hostile\n\u202Edetail"_s);
        all.append({Fact::PortAnswered, reading});
    }
    reading.served = domain::ServedCertificate();
    reading.served->facts.thumbprint = thumbprint;
    all.append({Fact::PortAnswered, reading});
    for (const Fact fact : {Fact::SignedWith, Fact::Names, Fact::IssuedBy, Fact::OnServer, Fact::LackingServer,
             Fact::NotReadServer, Fact::NameLookedFor, Fact::NameOfHybrid, Fact::KeyProvider, Fact::VersionIs})
        all.append({fact, u"EX01\n\u202Eevil"_s});
    for (const Fact fact : {Fact::DaysLeft, Fact::LimitDays, Fact::HoursLeft, Fact::StatusIs, Fact::KeyBits,
             Fact::SmallestKeyBits, Fact::Carries, Fact::RootCaTypeIs, Fact::ServersHaving, Fact::MoreServers,
             Fact::Missing, Fact::Concerned, Fact::LifeDays, Fact::LongestLife}) {
        all.append({fact, qint64(1)});
        all.append({fact, qint64(2)});
    }
    for (int i = 0; i < static_cast<int>(findings::Unseen::Count_); ++i)
        all.append({Fact::Unseen, qint64(i)});
    return all;
}

QStringList everyText()
{
    QStringList all;
    for (const Code code : findings::allCodes())
        all << FindingText::title(code) << FindingText::why(code) << FindingText::steps(code);
    for (const Evidence &evidence : everyEvidence())
        all << FindingText::evidence(evidence, now);
    for (int i = 0; i <= static_cast<int>(findings::Kind::NotKnown); ++i)
        all << FindingText::kind(static_cast<findings::Kind>(i));
    for (int i = 0; i <= static_cast<int>(findings::Severity::NotKnown); ++i)
        all << FindingText::severity(static_cast<findings::Severity>(i));
    for (int i = 1; i <= static_cast<int>(advice::Task::Kind::CheckPorts); ++i)
        all << FindingText::mendButton(static_cast<advice::Task::Kind>(i));
    return all;
}

QStringList everyAdvice()
{
    QStringList all;
    for (int i = 0; i <= static_cast<int>(plan::AuthRow::Nothing); ++i) {
        plan::AuthRecommendation recommendation;
        recommendation.row = static_cast<plan::AuthRow>(i);
        recommendation.unreachable = {domain::ServerId(u"EX01"_s)};
        recommendation.lackingCurrent = recommendation.unreachable;
        recommendation.lackingNext = recommendation.unreachable;
        recommendation.hasSeveralSites = recommendation.isHybrid = true;
        all << ui::AuthAdviceText::advice(recommendation) << ui::AuthAdviceText::row(recommendation.row)
            << ui::AuthAdviceText::evidence(recommendation);
        recommendation.currentDays = recommendation.nextDays = 3;
        recommendation.lead = std::chrono::hours(48);
        all << ui::AuthAdviceText::advice(recommendation) << ui::AuthAdviceText::evidence(recommendation);
    }
    return all;
}

} // namespace

class tst_FindingText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void words_standInTheOrderOfTheCodes()
    {
        int at = 0;
        for (const ui::FindingWords &words : ui::findingWordTable)
            QCOMPARE(static_cast<int>(words.code), at++);
        QCOMPARE(at, static_cast<int>(Code::Count_));
    }

    void everyCode_hasTitleReasonAndSteps()
    {
        for (const Code code : findings::allCodes()) {
            const char *name = findings::codeName(code).data();
            QVERIFY2(FindingText::title(code).size() > 8 && FindingText::title(code).size() < 60, name);
            QVERIFY2(!FindingText::title(code).endsWith(u'.'), name);
            QVERIFY2(FindingText::why(code).size() > 60 && FindingText::why(code).endsWith(u'.'), name);
            QVERIFY2(FindingText::steps(code).size() > 10 && FindingText::steps(code).endsWith(u'.'), name);
        }
    }

    void texts_speakOurEnglish()
    {
        for (const QString &text : everyText() + everyAdvice()) {
            QVERIFY2(!text.isEmpty(), "an empty text");
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
            for (const char *word : {"please", "successfully", "Error:", "failed to", "n't "})
                QVERIFY2(!text.contains(QLatin1String(word), Qt::CaseInsensitive), qPrintable(text));
            QVERIFY2(!text.contains(QChar(0x202E)), qPrintable(text));
        }
    }

    void texts_areTranslated_inJapanese()
    {
        const testkit::JapaneseScope japanese;
        if (!japanese.covers(u"FindingText"_s) || !japanese.covers(u"AuthAdviceText"_s))
            QSKIP("kakuin_ja.ts has no words for findings");
        for (const QString &text : everyText() + everyAdvice()) {
            QVERIFY2(testkit::hasJapanese(text), qPrintable(text));
            const QString withoutProducts = QString(text).remove(u"Outlook on the web"_s);
            QVERIFY2(!text.contains(u'%') && !withoutProducts.contains(u" the "_s), qPrintable(text));
        }
    }

    void subject_isNamed_andMadeSafe()
    {
        const domain::ServerId server(u"EX01\u202E"_s);
        QVERIFY(!FindingText::subject(findings::Subject::of(server)).contains(QChar(0x202E)));
        QCOMPARE(FindingText::subject(findings::Subject::site(u"Tokyo"_s)), u"Site Tokyo"_s);
        QCOMPARE(FindingText::subject(findings::Subject::organisation(u"input/a.xml"_s)), u"a.xml"_s);
        const findings::Subject auth
            = findings::Subject::of(domain::CertificateId{{}, domain::Thumbprint::parse(QString(40, u'A')).value()});
        QVERIFY(FindingText::subject(auth).startsWith(u"AAAAAAAA"));
    }
};

KAKUIN_TEST(tst_FindingText)

} // namespace tests::tst_findingtext

#include "tst_findingtext.moc"

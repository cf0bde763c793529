// SPDX-License-Identifier: MIT
#include "labserver/fault.h"

#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_fault {

using namespace Qt::StringLiterals;
using namespace kakuin;
using labserver::Fault;

/// Faults in words.
class tst_Fault final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_isReadAsItWasWritten_data();
    void text_isReadAsItWasWritten();
    void word_isNamed_whenItMakesNoSense_data();
    void word_isNamed_whenItMakesNoSense();
    void pipeline_isTheOne_byNameAnywhereInIt_orByNumber();
    void log_holdsNoValuesThatMayBeSecret();
};

void tst_Fault::text_isReadAsItWasWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Fault>("fault");
    using namespace std::chrono_literals;
    QTest::newRow("nothing") << u"none"_s << Fault{};
    QTest::newRow("at once") << u"drop"_s << Fault{Fault::Kind::Drop, {}, {}, 0, 0ms};
    QTest::newRow("before a cmdlet") << u"drop before Set-AuthConfig"_s
                                     << Fault{Fault::Kind::Drop, Fault::Moment::Before, u"Set-AuthConfig"_s, 0, 0ms};
    QTest::newRow("a number, for a while")
        << u"restart 5000ms after #3"_s << Fault{Fault::Kind::Restart, Fault::Moment::After, {}, 3, 5000ms};
    QTest::newRow("slow") << u"slow 200ms"_s << Fault{Fault::Kind::Slow, {}, {}, 0, 200ms};
    QTest::newRow("silent at a question")
        << u"silent asked New-ExchangeCertificate"_s
        << Fault{Fault::Kind::Silent, Fault::Moment::Asked, u"New-ExchangeCertificate"_s, 0, 0ms};
}

void tst_Fault::text_isReadAsItWasWritten()
{
    QFETCH(QString, text);
    QFETCH(Fault, fault);
    QCOMPARE(fault.text(), text);
    const auto read = Fault::parse(text);
    QVERIFY_RESULT(read);
    QCOMPARE(*read, fault);
}

void tst_Fault::word_isNamed_whenItMakesNoSense_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("subject");
    QTest::newRow("nothing at all") << QString() << QString();
    QTest::newRow("no fault") << u"explode now"_s << u"explode"_s;
    QTest::newRow("no moment") << u"drop Set-AuthConfig"_s << u"Set-AuthConfig"_s;
    QTest::newRow("a moment of nothing") << u"drop before"_s << u"before"_s;
    QTest::newRow("one word too many") << u"drop before A B"_s << u"before"_s;
    QTest::newRow("no number") << u"drop before #x"_s << u"#x"_s;
    QTest::newRow("number zero") << u"drop before #0"_s << u"#0"_s;
    QTest::newRow("slow without a time") << u"slow"_s << u"slow"_s;
    QTest::newRow("a time of what takes none") << u"drop 5s"_s << u"5s"_s;
}

void tst_Fault::word_isNamed_whenItMakesNoSense()
{
    QFETCH(QString, text);
    QFETCH(QString, subject);
    const auto read = Fault::parse(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(read.error().subject, subject);
    QVERIFY(!read.error().detail.isEmpty());
}

void tst_Fault::pipeline_isTheOne_byNameAnywhereInIt_orByNumber()
{
    const shell::Pipeline pipeline(
        {shell::Cmdlet(u"Get-ExchangeCertificate"_s), shell::Cmdlet(u"New-ExchangeCertificate"_s)});
    QVERIFY(Fault::parse(u"drop before new-exchangecertificate"_s)->concerns(pipeline, 1));
    QVERIFY(!Fault::parse(u"drop before Set-AuthConfig"_s)->concerns(pipeline, 1));
    QVERIFY(Fault::parse(u"drop before #2"_s)->concerns(pipeline, 2));
    QVERIFY(!Fault::parse(u"drop before #2"_s)->concerns(pipeline, 1));
}

void tst_Fault::log_holdsNoValuesThatMayBeSecret()
{
    const shell::Pipeline pipeline(shell::Cmdlet(u"Import-ExchangeCertificate"_s)
                                       .with(u"Server"_s, u"MBX01"_s)
                                       .with(u"FileData"_s, QByteArray("key"))
                                       .with(u"Password"_s, Secret(u"geheim"_s)));
    QCOMPARE(labserver::logLine(pipeline), u"Import-ExchangeCertificate -Server MBX01"_s);
}

KAKUIN_TEST(tst_Fault)

} // namespace tests::tst_fault

#include "tst_fault.moc"

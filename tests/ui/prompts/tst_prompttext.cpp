// SPDX-License-Identifier: MIT
#include "text/prompttext.h"

#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/ui/prompts/questions.h"

#include <QtTest/QTest>

namespace tests::tst_prompttext {

using namespace Qt::StringLiterals;
using namespace kakuin;
using ui::PromptContext;
using ui::PromptText;

/// What each answer leads to, worked out from the organisation.
class tst_PromptText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keeping_saysWhatBecomesOfTheOldCertificate_data();
    void keeping_saysWhatBecomesOfTheOldCertificate();
    void takingOver_namesTheOtherCertificate_whenItIsNotTheOneRenewed();
    void stopping_saysWhatIsLeftBehind_data();
    void stopping_saysWhatIsLeftBehind();

private:
    static PromptContext context(int daysLeft, bool isKnown = true);
};

PromptContext tst_PromptText::context(int daysLeft, bool isKnown)
{
    PromptContext out;
    out.kind = shell::PromptKind::OverwriteDefaultSmtp;
    out.nowUtc = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    testkit::InventoryBuilder inventory;
    inventory.server(u"MBX01"_s);
    if (isKnown)
        inventory.certificate(testkit::CertificateBuilder(u"MBX01"_s, u"CN=MBX01"_s)
                                  .thumbprint(QLatin1String(testkit::currentThumbprint))
                                  .friendlyName(u"Old one"_s)
                                  .valid(out.nowUtc.addYears(-5), out.nowUtc.addDays(daysLeft).addSecs(3600)));
    out.inventory = inventory.build();
    return out;
}

void tst_PromptText::keeping_saysWhatBecomesOfTheOldCertificate_data()
{
    QTest::addColumn<int>("daysLeft");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("part");
    QTest::newRow("it expires in some days") << 12 << true << u"expires in 12 day"_s;
    QTest::newRow("it expires today") << 0 << true << u"expires today"_s;
    QTest::newRow("it has expired") << -3 << true << u"expired already"_s;
    QTest::newRow("it was not there when the organisation was read") << 12 << false << u"does not know"_s;
}

void tst_PromptText::keeping_saysWhatBecomesOfTheOldCertificate()
{
    QFETCH(int, daysLeft);
    QFETCH(bool, isKnown);
    QFETCH(QString, part);
    const QString text = PromptText::consequence(testkit::overwriteQuestion(), 2, context(daysLeft, isKnown));
    QVERIFY2(text.contains(part), qPrintable(text));
    QCOMPARE(PromptText::consequence(testkit::overwriteQuestion(), 3, context(daysLeft, isKnown)), text);
}

void tst_PromptText::takingOver_namesTheOtherCertificate_whenItIsNotTheOneRenewed()
{
    PromptContext known = context(12);
    QVERIFY(PromptText::consequence(testkit::overwriteQuestion(), 0, known).contains(u"“Old one”"_s));
    known.renewed = *domain::Thumbprint::parse(QString(QLatin1String(testkit::currentThumbprint)));
    QVERIFY(PromptText::consequence(testkit::overwriteQuestion(), 0, known).contains(u"can then be removed"_s));
}

void tst_PromptText::stopping_saysWhatIsLeftBehind_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::addColumn<QString>("part");
    QTest::newRow("a certificate was created before the question")
        << u"New-ExchangeCertificate"_s << u"created already"_s;
    QTest::newRow("nothing was created before the question")
        << u"Enable-ExchangeCertificate"_s << u"leaves internal transport as it is"_s;
    QTest::newRow("nobody knows what was done before the question") << u"Set-Something"_s << u"What it did before"_s;
}

void tst_PromptText::stopping_saysWhatIsLeftBehind()
{
    QFETCH(QString, cmdlet);
    QFETCH(QString, part);
    PromptContext context;
    context.kind = cmdlet.startsWith(u"Set-"_s) ? shell::PromptKind::Unknown : shell::PromptKind::OverwriteDefaultSmtp;
    const QString text = PromptText::stopLeaves(testkit::overwriteQuestion(cmdlet), context);
    QVERIFY2(text.contains(part), qPrintable(text));
}

KAKUIN_GUI_TEST(tst_PromptText)

} // namespace tests::tst_prompttext

#include "tst_prompttext.moc"

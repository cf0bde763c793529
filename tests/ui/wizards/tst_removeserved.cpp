// SPDX-License-Identifier: MIT
#include "core/plan/removedraft.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "ui/wizards/taskwizards.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace tests::tst_removeserved {

using namespace Qt::StringLiterals;
using namespace kakuin;
using plan::RemovalCheck;
using plan::Verdict;
using testkit::RenewalJourney;

/// Removal of a certificate that a port was seen to serve: it is named and stands in the way, until the port serves
/// another one.
class tst_RemoveServed final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void port_isNamed_andBlocks_untilItShowsAnother();
    void mailPort_onlyWantsToBeRead();

private:
    static QString textOf(const QWidget &window);
    static const plan::PreflightItem *item(ui::TaskWizard &wizard);
};

QString tst_RemoveServed::textOf(const QWidget &window)
{
    QStringList all;
    for (const QLabel *label : window.findChildren<QLabel *>())
        all.append(label->text());
    return all.join(u'\n');
}

const plan::PreflightItem *tst_RemoveServed::item(ui::TaskWizard &wizard)
{
    return wizard.draftAs<plan::RemoveDraft>().targets().first().item(RemovalCheck::ServedPorts);
}

void tst_RemoveServed::port_isNamed_andBlocks_untilItShowsAnother()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY_RESULT(testkit::await(journey.session().checkPorts(journey.workspace().portProbe())));
    const domain::CertificateId old = journey.own(u"MBX01"_s);
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::Remove, {old}});
    journey.startTask(wizard);
    wizard->draftAs<plan::RemoveDraft>().setAcknowledged(true);
    QCOMPARE(item(*wizard)->verdict, Verdict::Blocks);
    const QString text = textOf(*wizard);
    QVERIFY2(
        text.contains(u"HTTPS 444 (Exchange Back End) served "_s + old.thumbprint.toGroupedString()), qPrintable(text));
    QVERIFY(text.contains(u"MBX01 shows it to everyone who connects to SMTP 25 and HTTPS 444"_s));
    QVERIFY(!wizard->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());

    // IIS Manager gives the port another certificate; that is seen where the port is asked again
    const domain::CertificateId other = journey.wmSvc(u"MBX01"_s);
    QVERIFY_RESULT(
        testkit::await(journey.lab().bindSite(old.server, domain::IisBinding::backEndSite, other.thumbprint)));
    QCOMPARE(item(*wizard)->verdict, Verdict::Blocks);
    testkit::press(wizard, u"mendButton%1"_s.arg(static_cast<int>(RemovalCheck::ServedPorts)));
    QTRY_VERIFY(item(*wizard)->verdict != Verdict::Blocks);
    QTRY_VERIFY2(!textOf(*wizard).contains(u"HTTPS 444 (Exchange Back End) served "_s), qPrintable(textOf(*wizard)));
}

void tst_RemoveServed::mailPort_onlyWantsToBeRead()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY_RESULT(testkit::await(journey.session().checkPorts(journey.workspace().portProbe())));
    const domain::ServerId server(u"EXCAS1"_s);
    const domain::LiveReading *smtp = journey.session().inventory()->find(server)->served(domain::LiveService::Smtp);
    QVERIFY(smtp != nullptr);
    const auto items = plan::removalPreflight(
        {server, smtp->served->facts.thumbprint}, *journey.session().inventory(), journey.session().nowUtc());
    for (const plan::PreflightItem &one : items) {
        if (one.check == RemovalCheck::ServedPorts)
            QVERIFY(one.verdict == Verdict::Warning || one.verdict == Verdict::Blocks);
    }
}

KAKUIN_GUI_TEST(tst_RemoveServed)

} // namespace tests::tst_removeserved

#include "tst_removeserved.moc"

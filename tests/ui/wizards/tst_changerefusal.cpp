// SPDX-License-Identifier: MIT
#include "core/plan/renewdraft.h"
#include "core/session/datafolder.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"

#include <QtCore/QFile>
#include <QtTest/QTest>
#include <QtWidgets/QPushButton>

namespace tests::tst_changerefusal {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::RenewalJourney;

/// A real organisation is changed by one window, and only with a journal; a practice organisation needs neither.
class tst_ChangeRefusal final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsChanged_withoutAJournal();
    void nothingIsChanged_whileAnotherWindowHasTheOrganisation();
    void theOrganisation_isFound_whateverTheConnectionIsCalled();

private:
    static bool isPractice() { return RenewalJourney::place() == testkit::Place::InProcess; }
    /// Goes to Review; presses the main button where it would run.
    static void tryToRenew(RenewalJourney &journey);
    static QString shownRefusal(const RenewalJourney &journey);
    /// As the servers' names in the directory tell.
    static QString organisationOf(RenewalJourney &journey);
};

void tst_ChangeRefusal::tryToRenew(RenewalJourney &journey)
{
    journey.start({journey.own(u"MBX01"_s)});
    journey.goToReview();
}

QString tst_ChangeRefusal::shownRefusal(const RenewalJourney &journey)
{
    const auto *bar = journey.wizard()->findChild<QWidget *>(u"refusalBar"_s);
    return bar != nullptr && bar->isVisible() ? bar->accessibleDescription() : QString();
}

QString tst_ChangeRefusal::organisationOf(RenewalJourney &journey)
{
    const QString name = journey.session().inventory()->servers.first().server.distinguishedName;
    const qsizetype end = name.indexOf(u",CN=Microsoft Exchange,CN=Services"_s, 0, Qt::CaseInsensitive);
    return u"organisation:"_s + name.mid(name.lastIndexOf(u",CN="_s, end - 1) + 1).toLower();
}

void tst_ChangeRefusal::nothingIsChanged_withoutAJournal()
{
    RenewalJourney journey;
    QFile journal(journey.dataFolder() + u"/journal.sqlite"_s);
    QVERIFY(journal.open(QIODevice::WriteOnly));
    const QByteArray junk = QByteArray("not a journal at all\n").repeated(200);
    QCOMPARE(journal.write(junk), junk.size());
    journal.close();
    QVERIFY_RESULT(journey.open());
    QVERIFY(journey.workspace().journal() == nullptr);
    tryToRenew(journey);
    const auto *next = journey.wizard()->findChild<QPushButton *>(u"nextButton"_s);
    QCOMPARE(next->text() == u"Save as script…"_s, !isPractice());
    QCOMPARE(shownRefusal(journey).isEmpty(), isPractice());
    if (isPractice())
        return;
    QVERIFY2(shownRefusal(journey).contains(u"could not be recorded"_s), qPrintable(shownRefusal(journey)));
    // below the windows, too
    plan::PlanRunner::Context context;
    context.shell = journey.session().shell();
    plan::RenewDraft draft(journey.session().inventory());
    draft.setTargets({journey.own(u"MBX01"_s)});
    plan::PlanRunner runner(draft.plan(), context);
    runner.start();
    QTRY_COMPARE(runner.state(), plan::OperationState::Failed);
    QCOMPARE(runner.firstError()->code, ErrorCode::JournalMissing);
    QVERIFY(journey.added(u"MBX01"_s).isEmpty());
    // the file is left as it is: it may still be repaired
    QVERIFY(journal.open(QIODevice::ReadOnly));
    QCOMPARE(journal.readAll(), junk);
}

void tst_ChangeRefusal::nothingIsChanged_whileAnotherWindowHasTheOrganisation()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    session::DataFolder other(journey.dataFolder());
    const Result<void> claimed = other.claimOrganisation(journey.workspace().organisationKey(), u"x"_s);
    QCOMPARE(claimed.has_value(), isPractice());
    if (!isPractice())
        QCOMPARE(claimed.error(), (Error{ErrorCode::OrganisationInUse, u"x"_s, {}}));
    QVERIFY_RESULT(other.claimOrganisation(u"connection:another"_s, u"y"_s));
}

void tst_ChangeRefusal::theOrganisation_isFound_whateverTheConnectionIsCalled()
{
    if (isPractice())
        return;
    QString organisation;
    {
        RenewalJourney first;
        QVERIFY_RESULT(first.open());
        organisation = organisationOf(first);
        QVERIFY(organisation.startsWith(u"organisation:cn="_s));
        QVERIFY(!first.workspace().changeRefusal());
    }
    RenewalJourney journey;
    // a window of another program, which reached the organisation through another server
    session::DataFolder other(journey.dataFolder());
    QVERIFY_RESULT(other.claimOrganisation(organisation, u"x"_s));
    QVERIFY_RESULT(journey.open());
    QVERIFY(journey.workspace().changeRefusal().has_value());
    QCOMPARE(journey.workspace().changeRefusal()->code, ErrorCode::OrganisationInUse);
    tryToRenew(journey);
    const auto *next = journey.wizard()->findChild<QPushButton *>(u"nextButton"_s);
    QCOMPARE(next->text(), u"Save as script…"_s);
    QVERIFY2(shownRefusal(journey).contains(u"another window"_s), qPrintable(shownRefusal(journey)));
    // the other one is closed, and a refresh finds that out
    other.releaseOrganisation(organisation);
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    QVERIFY(!journey.workspace().changeRefusal());
    QVERIFY(shownRefusal(journey).isEmpty());
    QVERIFY(next->text() != u"Save as script…"_s);
}

KAKUIN_GUI_TEST(tst_ChangeRefusal)

} // namespace tests::tst_changerefusal

#include "tst_changerefusal.moc"

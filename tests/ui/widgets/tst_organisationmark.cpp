// SPDX-License-Identifier: MIT
#include "ui/widgets/organisationmark.h"

#include "tests/testkit/tstranslator.h"
#include "tests/testkit/ui/guitest.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

namespace tests::tst_organisationmark {

using namespace Qt::StringLiterals;
using namespace kakuin;
using ui::OrganisationIdentity;
using ui::OrganisationMark;
using Kind = OrganisationIdentity::Kind;

/// The mark that says on what a window works.
class tst_OrganisationMark final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void realOne_saysServerAndAccount_data();
    void realOne_saysServerAndAccount();
    void kinds_differInWordsAndWithoutColour_data();
    void kinds_differInWordsAndWithoutColour();
    void longNames_neverCutTheKind();
    void hostileNames_stayInOneLine();
    void nothingOpen_showsNothing();
};

void tst_OrganisationMark::realOne_saysServerAndAccount_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<bool>("isByTicket");
    QTest::addColumn<QString>("words");
    QTest::newRow("an account") << u"CONTOSO\\admin"_s << false
                                << u"Real organisation: Contoso · ex01.contoso.com · as CONTOSO\\admin"_s;
    QTest::newRow("the ticket of this computer")
        << QString() << true
        << u"Real organisation: Contoso · ex01.contoso.com · with this computer's Kerberos ticket"_s;
    QTest::newRow("not known") << QString() << false << u"Real organisation: Contoso · ex01.contoso.com"_s;
}

void tst_OrganisationMark::realOne_saysServerAndAccount()
{
    QFETCH(QString, account);
    QFETCH(bool, isByTicket);
    QFETCH(QString, words);
    OrganisationMark mark;
    mark.setIdentity({Kind::Real, u"Contoso"_s, u"ex01.contoso.com"_s, account, isByTicket});
    QCOMPARE(mark.accessibleName(), words);
    QCOMPARE(mark.toolTip(), words);
    // a connection that is called as its server says it once
    mark.setIdentity({Kind::Real, u"ex01"_s, u"ex01"_s, u"admin"_s});
    QCOMPARE(mark.accessibleName(), u"Real organisation: ex01 · as admin"_s);
}

void tst_OrganisationMark::kinds_differInWordsAndWithoutColour_data()
{
    QTest::addColumn<bool>("isJapanese");
    QTest::newRow("English") << false;
    QTest::newRow("Japanese") << true;
}

void tst_OrganisationMark::kinds_differInWordsAndWithoutColour()
{
    QFETCH(bool, isJapanese);
    std::optional<testkit::JapaneseScope> japanese;
    if (isJapanese)
        japanese.emplace();
    QSet<QString> words;
    QList<QImage> corners;
    for (const Kind kind : {Kind::Real, Kind::Practice, Kind::Exported}) {
        OrganisationMark mark;
        mark.setIdentity({kind, {}, {}, {}});
        QCOMPARE(testkit::hasJapanese(mark.accessibleName()), isJapanese);
        words.insert(mark.accessibleName());
        mark.resize(mark.sizeHint());
        // outline and icon, without the words
        corners.append(mark.grab(QRect(0, 0, 28, mark.height())).toImage().convertToFormat(QImage::Format_Mono));
    }
    QCOMPARE(words.size(), 3);
    QVERIFY(corners.at(0) != corners.at(1) && corners.at(1) != corners.at(2) && corners.at(0) != corners.at(2));
}

void tst_OrganisationMark::longNames_neverCutTheKind()
{
    OrganisationMark mark;
    mark.setIdentity({Kind::Real, {}, {}, {}});
    const int badge = mark.sizeHint().width();
    mark.setIdentity({Kind::Real, QString(200, u'W'), u"ex01"_s, u"admin"_s});
    QVERIFY(mark.sizeHint().width() > badge);
    QCOMPARE(mark.minimumSizeHint().width(), badge);
    QVERIFY(mark.toolTip().contains(u"as admin"_s));
}

void tst_OrganisationMark::hostileNames_stayInOneLine()
{
    OrganisationMark mark;
    mark.setIdentity({Kind::Exported, u"EX01\nReal organisation\u202e"_s, {}, {}});
    QVERIFY(!mark.accessibleName().contains(u'\n'));
    QVERIFY(!mark.accessibleName().contains(QChar(0x202e)));
}

void tst_OrganisationMark::nothingOpen_showsNothing()
{
    OrganisationMark mark;
    QVERIFY(mark.isHidden());
    mark.setIdentity({Kind::Practice, u"Contoso 2013"_s, {}, {}});
    QVERIFY(!mark.isHidden());
    mark.setIdentity({});
    QVERIFY(mark.isHidden());
}

KAKUIN_GUI_TEST(tst_OrganisationMark)

} // namespace tests::tst_organisationmark

#include "tst_organisationmark.moc"

// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"
#include "text/attention.h"
#include "text/lefttext.h"

#include <QtTest/QTest>

namespace tests::tst_stripsubject {

using namespace Qt::StringLiterals;
using namespace kakuin;
using ui::Attention;
using ui::StripSubject;
using Kind = StripSubject::Kind;
using State = plan::LeftItem::State;

namespace {

std::optional<Attention> finding(const QString &key)
{
    models::FindingRow row;
    row.key = key;
    return Attention{std::make_shared<const models::FindingRow>(row), 0};
}

plan::LeftToDo left(int open, bool isAuthOpen = false)
{
    plan::LeftToDo out;
    out.open = open;
    out.servers = 2;
    out.isAuthOpen = isAuthOpen;
    return out;
}

QList<plan::LeftItem> items(const QList<State> &states)
{
    QList<plan::LeftItem> out;
    for (const State state : states) {
        plan::LeftItem item;
        item.state = state;
        out.append(item);
    }
    return out;
}

} // namespace

class tst_StripSubject final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finding_comesBeforeWhatIsLeftToDo()
    {
        QCOMPARE(ui::stripSubjectOf(finding(u"a"_s), left(3), {}), (StripSubject{Kind::Finding, u"a"_s}));
        QCOMPARE(ui::stripSubjectOf(std::nullopt, left(3), {}).kind, Kind::LeftToDo);
        QCOMPARE(ui::stripSubjectOf(std::nullopt, left(0), {}), StripSubject());
    }

    void rotation_saysWhatIsLeftInItsOwnBar()
    {
        QCOMPARE(ui::stripSubjectOf(std::nullopt, left(3, true), {}), StripSubject());
        QCOMPARE(ui::stripSubjectOf(finding(u"a"_s), left(3, true), {}).kind, Kind::Finding);
    }

    void closed_staysClosed_untilItIsAboutSomethingElse()
    {
        QCOMPARE(ui::stripSubjectOf(finding(u"a"_s), left(3), {u"a"_s}), StripSubject()); // nothing takes its place
        QCOMPARE(ui::stripSubjectOf(finding(u"b"_s), left(3), {u"a"_s}).key, u"b"_s);
        const QString three = ui::stripSubjectOf(std::nullopt, left(3), {}).key;
        QCOMPARE(ui::stripSubjectOf(std::nullopt, left(3), {three}), StripSubject());
        QCOMPARE(ui::stripSubjectOf(std::nullopt, left(2), {three}).kind, Kind::LeftToDo);
    }

    void server_saysThatAllIsTicked_andNeverThatNothingIsToBeDone()
    {
        using ui::LeftText;
        QCOMPARE(LeftText::state(items({State::Open, State::Ticked, State::Open})), u"2 to be done"_s);
        QCOMPARE(LeftText::state(items({State::Ticked, State::Ticked})), u"all ticked off"_s);
        QCOMPARE(LeftText::state(items({State::Ticked, State::Waiting})), QString());
        QCOMPARE(LeftText::state(QList<plan::LeftItem>()), QString());
    }
};

KAKUIN_TEST(tst_StripSubject)

} // namespace tests::tst_stripsubject

#include "tst_stripsubject.moc"

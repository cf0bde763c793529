// SPDX-License-Identifier: MIT
#include "models/comparisonmodel.h"
#include "models/roles.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_comparisonmodel {

using namespace kakuin;
using models::ComparisonModel;
using models::ComparisonRow;
using models::FieldGroup;

namespace {

const QList<FieldGroup> older{
    {u"certificate"_qs, u"Certificate"_qs,
        {{u"subject"_qs, u"Subject"_qs, u"CN=EX01"_qs}, {u"serial"_qs, u"Serial number"_qs, u"01"_qs}}},
    {u"extensions"_qs, u"Extensions"_qs,
        {{u"extension/2.5.29.17/1"_qs, u"Names"_qs, u"DNS: a\nDNS: b"_qs},
            {u"extension/2.5.29.15/2"_qs, u"Key usage (critical)"_qs, u"sign"_qs}}},
    {u"use"_qs, u"Use"_qs, {{u"ca"_qs, u"CA"_qs, u"no"_qs}}},
};
const QList<FieldGroup> newer{
    {u"certificate"_qs, u"Certificate"_qs,
        {{u"subject"_qs, u"Subject"_qs, u"CN=EX01"_qs}, {u"serial"_qs, u"Serial number"_qs, u"02"_qs}}},
    {u"extensions"_qs, u"Extensions"_qs,
        {{u"extension/2.5.29.15/1"_qs, u"Key usage"_qs, u"sign"_qs},
            {u"extension/2.5.29.17/2"_qs, u"Names"_qs, u"DNS: a\nDNS: b"_qs},
            {u"extension/2.5.29.14/3"_qs, u"Key id"_qs, u"AB"_qs}}},
    {u"use"_qs, u"Use"_qs, {{u"ca"_qs, u"CA"_qs, u"no"_qs}}},
};

QString printed(const ComparisonModel &model)
{
    QStringList out;
    for (int i = 0; i < model.rowCount(); ++i) {
        const ComparisonRow &row = model.row(i);
        const QString mark = row.isDifferent ? u"*"_qs : u" "_qs;
        out << (row.isHeading ? mark + row.name
                              : u"%1 %2: %3 | %4"_qs.arg(mark, row.name, row.left, row.right).replace(u'\n', u'/'));
    }
    return out.join(u'\n');
}

} // namespace

class tst_ComparisonModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fields_areJoined_extensionsByWhatTheyAre()
    {
        ComparisonModel model;
        model.setRows(models::compareFields(older, newer));
        QCOMPARE(printed(model),
            u"*Certificate\n  Subject: CN=EX01 | CN=EX01\n* Serial number: 01 | 02\n*Extensions\n"
            "  Names: DNS: a/DNS: b | DNS: a/DNS: b\n* Key usage (critical): sign | sign\n* Key id:  | AB\n"
            " Use\n  CA: no | no"_qs);
        QCOMPARE(model.differenceCount(), 3);
        QCOMPARE(model.fieldCount(), 6);
        QCOMPARE(model.row(6).presence, ComparisonRow::Presence::RightOnly);
    }

    void sameCertificate_differsNowhere()
    {
        ComparisonModel model;
        model.setRows(models::compareFields(older, older));
        QCOMPARE(model.differenceCount(), 0);
        model.setOnlyDifferences(true);
        QCOMPARE(model.rowCount(), 0);
    }

    void extensionThatOccursTwice_isComparedInOrder()
    {
        const auto with = [](const QStringList &values) {
            FieldGroup group{u"extensions"_qs, u"Extensions"_qs, {}};
            int number = 0;
            for (const QString &value : values)
                group.rows.append({u"extension/1.2/%1"_qs.arg(++number), u"X"_qs, value});
            return QList<FieldGroup>{group};
        };
        const QList<ComparisonRow> rows
            = models::compareFields(with({u"a"_qs, u"b"_qs}), with({u"a"_qs, u"c"_qs, u"d"_qs}));
        QCOMPARE(rows.size(), 4);
        QVERIFY(!rows.at(1).isDifferent);
        QVERIFY(rows.at(2).isDifferent && rows.at(2).right == u"c"_qs);
        QCOMPARE(rows.at(3).presence, ComparisonRow::Presence::RightOnly);
    }

    void groupOfOneSide_isShown()
    {
        const QList<ComparisonRow> rows = models::compareFields({}, newer);
        QCOMPARE(rows.size(), 9);
        QCOMPARE(rows.first().name, u"Certificate"_qs);
        QVERIFY(rows.at(1).isDifferent && rows.at(1).presence == ComparisonRow::Presence::RightOnly);
        QVERIFY(models::compareFields({}, {}).isEmpty());
    }

    void onlyDifferences_andRefresh_underTheTester()
    {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setRows(models::compareFields(older, newer));
        QCOMPARE(resets.count(), 1);
        model.setOnlyDifferences(true);
        QCOMPARE(printed(model),
            u"*Certificate\n* Serial number: 01 | 02\n*Extensions\n* Key usage (critical): sign | sign\n"
            "* Key id:  | AB"_qs);
        const QString id = model.index(1, 0).data(models::IdRole).toString();
        QCOMPARE(model.indexOf(id).row(), 1);
        resets.clear();
        QList<FieldGroup> renamed = older;
        renamed[0].rows[1].name = u"シリアル番号"_qs; // another language
        model.setRows(models::compareFields(renamed, newer));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        model.setOnlyDifferences(false);
        QCOMPARE(model.rowCount(), 9);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void display_isOneBoundedLine_wholeIsAll()
    {
        ComparisonModel model;
        const QString longText(5000, u'x');
        model.setRows(models::compareFields(
            {{u"g"_qs, u"G"_qs, {{u"a"_qs, u"A"_qs, longText}, {u"b"_qs, u"B"_qs, u"1\n2"_qs}}}}, {}));
        const QModelIndex longValue = model.index(1, ComparisonModel::LeftColumn);
        QCOMPARE(longValue.data().toString().size(), ComparisonModel::maxShown + 2);
        QCOMPARE(longValue.data(ComparisonModel::WholeRole).toString(), longText);
        QCOMPARE(model.index(2, ComparisonModel::LeftColumn).data(), u"1 …"_qs);
    }

    void text_isReadyForASpreadsheet()
    {
        ComparisonModel model;
        model.setRows(models::compareFields(older, newer));
        QCOMPARE(model.toText({0, 1, 2, 4}),
            u"Certificate\nSubject\tCN=EX01\tCN=EX01\n≠ Serial number\t01\t02\nNames\tDNS: a | DNS: b\tDNS: a | DNS: b"_qs);
    }
};

KAKUIN_TEST(tst_ComparisonModel)

} // namespace tests::tst_comparisonmodel

#include "tst_comparisonmodel.moc"

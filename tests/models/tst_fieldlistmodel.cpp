// SPDX-License-Identifier: MIT
#include "models/fieldlistmodel.h"
#include "models/roles.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_fieldlistmodel {

using namespace kakuin;
using models::FieldGroup;
using models::FieldListModel;

namespace {

QList<FieldGroup> twoGroups(const QString &subject)
{
    return {{QStringLiteral("certificate"), QStringLiteral("Certificate"),
                {{QStringLiteral("subject"), QStringLiteral("Subject"), subject},
                    {QStringLiteral("san"), QStringLiteral("Names"), QStringLiteral("a\nb\nc")}}},
        {QStringLiteral("empty"), QStringLiteral("Empty"), {}}};
}

} // namespace

class tst_FieldListModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fields_areATreeOfTwoLevels()
    {
        FieldListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setGroups(twoGroups(QStringLiteral("CN=EX01")));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(model.index(0, 0)), 2);
        QCOMPARE(model.rowCount(model.index(1, 0)), 0);
        const QModelIndex subject = model.indexOf(QStringLiteral("subject"));
        QCOMPARE(subject.siblingAtColumn(FieldListModel::ValueColumn).data().toString(), QStringLiteral("CN=EX01"));
        QVERIFY(!model.indexOf(QStringLiteral("nothing")).isValid());
    }

    void longValue_isOneLineInTheRow_andWholeInItsRole()
    {
        FieldListModel model;
        model.setGroups(twoGroups(QString(100'000, u'x')));
        const QModelIndex subject
            = model.indexOf(QStringLiteral("subject")).siblingAtColumn(FieldListModel::ValueColumn);
        QVERIFY(subject.data().toString().size() < 400);
        QCOMPARE(subject.data(FieldListModel::ValueRole).toString().size(), 100'000);
        const QModelIndex names = model.indexOf(QStringLiteral("san")).siblingAtColumn(FieldListModel::ValueColumn);
        QCOMPARE(names.data().toString(), QStringLiteral("a …"));
    }

    void refresh_changesDataOnly_whenTheFieldsAreTheSame()
    {
        FieldListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setGroups(twoGroups(QStringLiteral("CN=EX01")));
        const QPersistentModelIndex chosen = model.indexOf(QStringLiteral("san"));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setGroups(twoGroups(QStringLiteral("CN=EX02")));
        QCOMPARE(resets.count(), 0);
        QVERIFY(changes.count() > 0);
        QVERIFY(chosen.isValid());
        changes.clear();
        model.setGroups(twoGroups(QStringLiteral("CN=EX02")));
        QCOMPARE(changes.count(), 0);
        model.setGroups({});
        QCOMPARE(resets.count(), 1);
        QCOMPARE(model.rowCount(), 0);
    }

    void filterText_holdsNameAndValue()
    {
        FieldListModel model;
        model.setGroups(twoGroups(QStringLiteral("CN=EX01")));
        QCOMPARE(model.indexOf(QStringLiteral("subject")).data(models::FilterTextRole).toString(),
            QStringLiteral("subject\ncn=ex01"));
    }

    void text_holdsEveryField()
    {
        FieldListModel model;
        model.setGroups(twoGroups(QStringLiteral("CN=EX01")));
        QCOMPARE(model.toText(),
            QStringLiteral("Certificate\n  Subject: CN=EX01\n  Names: \n    a\n    b\n    c\n\nEmpty\n"));
    }
};

KAKUIN_TEST(tst_FieldListModel)

} // namespace tests::tst_fieldlistmodel

#include "tst_fieldlistmodel.moc"

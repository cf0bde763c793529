// SPDX-License-Identifier: MIT
#include "models/findingsmodel.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_findingsmodel {

using namespace Qt::StringLiterals;
using namespace kakuin;
using findings::Code;
using findings::Severity;
using models::FindingGrouping;
using models::FindingRowPtr;
using models::FindingsModel;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

models::FindingWordSource words()
{
    return {[](Code code) { return QString(findings::codeName(code)); },
        [](const findings::Subject &subject, const domain::Certificate *certificate) {
            return certificate == nullptr ? subject.key()
                                          : certificate->facts.subject + u" on "_s + subject.server.name();
        },
        [](Severity severity) { return QString(findings::severityName(severity)); },
        [](findings::Kind kind) { return QString::number(static_cast<int>(kind)); }};
}

/// Servers with one certificate each, which ends in so many days.
domain::InventoryPtr inventoryOf(const QList<int> &days)
{
    InventoryBuilder builder;
    for (int i = 0; i < days.size(); ++i) {
        const QString name = u"EX%1"_s.arg(i, 5, 10, QLatin1Char('0'));
        CertificateBuilder own(name, u"CN="_s + name);
        own.thumbprint(QString::number(i + 1).rightJustified(40, u'0')).services(domain::Service::Smtp);
        own.dnsNames({name}).iisSites({1, 2}).valid(now.addYears(-1), now.addDays(days.at(i)));
        builder.server(name).certificate(own).transport(own.build().facts.thumbprint);
    }
    builder.change([](domain::Inventory &inventory) {
        for (domain::ServerEntry &entry : inventory.servers)
            (*entry.certificates)[0].rootCaType = domain::RootCaType::Registry;
    });
    return builder.build();
}

QString keyOf(Code code, const QString &server, int number)
{
    return findings::codeName(code) + u":certificate/"_s + server + u'/'
        + QString::number(number).rightJustified(40, u'0');
}

QStringList groupsOf(const FindingsModel &model)
{
    QStringList out;
    for (int i = 0; i < model.rowCount(); ++i)
        out.append(u"%1:%2"_s.arg(model.groupOf(model.index(i, 0))->number).arg(model.rowCount(model.index(i, 0))));
    return out;
}

} // namespace

/// Groups, filters, mutes, and that nothing jumps.
class tst_FindingsModel final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void model_keepsTheRulesOfModels_throughEveryChange()
    {
        FindingsModel model(words());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setInventory(inventoryOf({10, 40, 400}), now);
        model.setInventory(inventoryOf({400, 40, 10, -1}), now);
        model.setFilter(u"ex00001"_s);
        model.setFilter({});
        for (const FindingGrouping grouping :
            {FindingGrouping::Server, FindingGrouping::Kind, FindingGrouping::Severity})
            model.setGrouping(grouping);
        model.setMutes({{keyOf(Code::ExpiresSoon, u"ex00001"_s, 2), {u"r"_s, now.addDays(1), now}}});
        model.setMutedShown(true);
        model.setNow(now.addDays(2));
        model.setInventory(nullptr, now);
        QCOMPARE(model.rowCount(), 0);
    }

    void groups_areThoseThatHaveRows_worstFirst()
    {
        FindingsModel model(words());
        model.setInventory(inventoryOf({10, 40, 400}), now);
        // critical: very soon, no Auth certificate is set; warning: soon; not known: beyond the inventory
        QCOMPARE(groupsOf(model), (QStringList{u"0:2"_s, u"1:1"_s, u"3:1"_s}));
        QCOMPARE(model.counts().critical, 2);
        QCOMPARE(model.counts().warning, 1);
        QCOMPARE(model.countsByServer().value(domain::ServerId(u"EX00000"_s)), 1);
        QVERIFY(!model.countsByServer().contains(domain::ServerId(u"EX00002"_s)));
        model.setGrouping(FindingGrouping::Server);
        QCOMPARE(model.rowCount(), 3); // the organisation comes first
        QVERIFY(model.groupOf(model.index(0, 0))->server.isEmpty());
    }

    void words_areThoseOfTheirSource_alsoForThoseWhoHear()
    {
        FindingsModel model(words());
        model.setInventory(inventoryOf({40}), now);
        const QModelIndex index = model.indexOf(keyOf(Code::ExpiresSoon, u"ex00000"_s, 1));
        QCOMPARE(index.data().toString(), u"expiresSoon"_s);
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"warning: expiresSoon"_s);
        QCOMPARE(index.data(Qt::ToolTipRole).toString(), u"expiresSoon\nCN=EX00000 on EX00000"_s);
        QCOMPARE(index.parent().data().toString(), u"warning  (1)"_s);
        model.setGrouping(FindingGrouping::Server);
        QCOMPARE(model.index(0, 0).data().toString(), u"organisation  (2)"_s);
        QCOMPARE(model.index(1, 0).data().toString(), u"server/ex00000  (1)"_s);
    }

    void selection_staysWithItsFinding_throughARefresh()
    {
        FindingsModel model(words());
        model.setInventory(inventoryOf({40, 41, 42}), now);
        const QPersistentModelIndex kept(model.indexOf(keyOf(Code::ExpiresSoon, u"ex00001"_s, 2)));
        QVERIFY(kept.isValid());
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setInventory(inventoryOf({400, 41, 42, 5}), now);
        QVERIFY(kept.isValid());
        QCOMPARE(model.rowOf(kept)->key, keyOf(Code::ExpiresSoon, u"ex00001"_s, 2));
        QCOMPARE(resets.count(), 0);
    }

    void sameInventory_changesNothing()
    {
        FindingsModel model(words());
        model.setInventory(inventoryOf({10, 40}), now);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        model.setInventory(inventoryOf({10, 40}), now);
        QCOMPARE(changes.count() + inserts.count(), 0);
    }

    void mute_hides_isShownOnDemand_andEndsByItself()
    {
        FindingsModel model(words());
        model.setInventory(inventoryOf({40}), now);
        const QString key = keyOf(Code::ExpiresSoon, u"ex00000"_s, 1);
        const findings::Mute mute{u"planned"_s, now.addSecs(600), now};
        model.setMutes({{key, mute}});
        QVERIFY(!model.indexOf(key).isValid());
        QCOMPARE(model.counts().muted, 1);
        QCOMPARE(model.counts().warning, 0);
        model.setMutedShown(true);
        QCOMPARE(model.muteOf(*model.rowOf(model.indexOf(key))), std::optional(mute));
        model.setMutedShown(false);
        model.setNow(now.addSecs(599));
        QVERIFY(!model.indexOf(key).isValid());
        model.setNow(now.addSecs(600));
        QVERIFY(model.indexOf(key).isValid());
        QCOMPARE(model.counts().warning, 1);
    }

    void clock_makesItLookAgain_whenAnHourHasPassed()
    {
        FindingsModel model(words());
        model.setInventory(inventoryOf({61}), now);
        QCOMPARE(model.counts().warning, 0);
        model.setNow(now.addDays(2));
        QCOMPARE(model.counts().warning, 1);
    }

    void filter_wantsEveryWord_inAnyCase()
    {
        FindingsModel model(words());
        model.setInventory(inventoryOf({10, 40}), now);
        model.setFilter(u"EXPIRES ex00001"_s);
        QCOMPARE(groupsOf(model), QStringList{u"1:1"_s});
        model.setFilter(u"expires nothing"_s);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.counts().critical, 2); // counts are of everything, filter or not
    }

    void large_isLookedAtOffTheThread_andChangesAsAWhole()
    {
        FindingsModel model(words());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<int> days(models::findingsInPlaceLimit + 4000, 40);
        const QSignalSpy updates(&model, &FindingsModel::updated);
        model.setInventory(inventoryOf(days), now);
        QVERIFY(model.isBuilding());
        QCOMPARE(model.rowCount(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(model.counts().warning, static_cast<int>(days.size()), 60'000);
        QVERIFY(!model.isBuilding());
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setFilter(u"1"_s); // leaves holes everywhere
        QCOMPARE(resets.count(), 1);
        QCOMPARE(updates.count(), 2);
    }

    void certificateOfTheOrganisation_leadsToAServerThatHasIt()
    {
        const domain::Thumbprint auth = domain::Thumbprint::parse(QString(40, u'A')).value();
        domain::AuthConfig config;
        config.current = auth;
        CertificateBuilder certificate(u"EX01"_s, u"CN=Microsoft Exchange Server Auth Certificate"_s);
        certificate.thumbprint(QString(40, u'A')).valid(now.addYears(-5), now.addDays(-1));
        FindingsModel model(words());
        model.setInventory(InventoryBuilder().auth(config).server(u"EX01"_s).certificate(certificate).build(), now);
        const QModelIndex index = model.indexOf(u"authExpired:certificate//"_s + auth.toString());
        QVERIFY(index.isValid());
        QCOMPARE(model.rowOf(index)->certificate, (domain::CertificateId{domain::ServerId(u"EX01"_s), auth}));
    }
};

KAKUIN_TEST(tst_FindingsModel)

} // namespace tests::tst_findingsmodel

#include "tst_findingsmodel.moc"

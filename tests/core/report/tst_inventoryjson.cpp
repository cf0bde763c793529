// SPDX-License-Identifier: MIT
#include "core/findings/findings.h"
#include "core/report/findingsjson.h"
#include "core/report/inventoryjson.h"
#include "core/report/inventoryrows.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QFile>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

namespace tests::tst_inventoryjson {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QString hexOne(40, u'A');

QDateTime now()
{
    return {QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};
}

domain::InventoryPtr organisation()
{
    domain::AuthConfig auth;
    auth.current = domain::Thumbprint::parse(hexOne).value();
    CertificateBuilder one(u"EX01"_s, u"CN=EX01"_s);
    one.thumbprint(hexOne).services(domain::ServiceSet(domain::Service::Smtp) | domain::Service::Iis);
    one.valid(now().addYears(-1), now().addDays(10)).exportable(false);
    CertificateBuilder raw(u"EX01"_s, u"CN=raw"_s);
    raw.rawDataOnly();
    return InventoryBuilder()
        .organisation(u"Contoso"_s)
        .server(u"EX01"_s)
        .version(u"15.2.1118.7"_s)
        .certificate(one)
        .certificate(raw)
        .transport(domain::Thumbprint::parse(hexOne).value())
        .server(u"EX02"_s)
        .unreachable(Error{ErrorCode::ServerUnreachable, u"EX02"_s, u"RPC"_s})
        .auth(auth)
        .build();
}

void collect(const QJsonValue &value, QSet<QString> &keys)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            keys.insert(it.key());
            collect(it.value(), keys);
        }
    }
    for (const QJsonValue &each : value.toArray())
        collect(each, keys);
}

} // namespace

/// What scripts rely on: the keys, their meaning, and null for what is not known.
class tst_InventoryJson final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void certificate_hasTheDocumentedKeys()
    {
        const QJsonObject json = report::inventoryJson(*organisation(), now());
        const QJsonObject one = json.value(u"certificates"_s).toArray().first().toObject();
        QCOMPARE(one.value(u"server"_s).toString(), u"EX01"_s);
        QCOMPARE(one.value(u"thumbprint"_s).toString(), hexOne);
        QCOMPARE(one.value(u"notAfter"_s).toString(), u"2026-12-02T12:00:00Z"_s);
        QCOMPARE(one.value(u"daysLeft"_s).toInt(), 10);
        QCOMPARE(one.value(u"services"_s).toArray(), QJsonArray({u"IIS"_s, u"SMTP"_s}));
        QCOMPARE(one.value(u"exportable"_s), QJsonValue(false));
        QStringList roles;
        for (const QJsonValue &role : one.value(u"roles"_s).toArray())
            roles << role.toObject().value(u"role"_s).toString() + u'/' + role.toObject().value(u"source"_s).toString();
        QVERIFY(roles.contains(u"internalTransport/Get-TransportService"_s));
        QVERIFY(roles.contains(u"authCurrent/Get-AuthConfig"_s));
    }

    void unknown_isNull_notADefault()
    {
        const QJsonObject json = report::inventoryJson(*organisation(), now());
        const QJsonObject raw = json.value(u"certificates"_s).toArray().at(1).toObject();
        for (const QString &key : {u"services"_s, u"hasPrivateKey"_s, u"exportable"_s, u"status"_s, u"iisBindings"_s})
            QVERIFY2(raw.value(key).isNull(), qPrintable(key));
        const QJsonObject unread = json.value(u"servers"_s).toArray().at(1).toObject();
        QVERIFY(unread.value(u"certificates"_s).isNull());
        QCOMPARE(unread.value(u"error"_s).toObject().value(u"code"_s).toString(), u"serverUnreachable"_s);
    }

    void everyKey_isDocumented()
    {
        QSet<QString> keys;
        collect(report::inventoryJson(*organisation(), now()), keys);
        const QList<findings::Finding> found = findings::findingsOf(*organisation(), {}, now());
        QVERIFY(!found.isEmpty());
        collect(QJsonValue(report::findingsJson(found)), keys);
        QFile file(QStringLiteral(KAKUIN_SOURCE_DIR) + u"/docs/data.md"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString page = QString::fromUtf8(file.readAll());
        for (const QString &key : std::as_const(keys))
            QVERIFY2(page.contains(u'`' + key + u'`'), qPrintable(key));
        for (const QString &column : report::inventoryColumns())
            QVERIFY2(page.contains(u'`' + column + u'`'), qPrintable(column));
    }

    void rows_haveACellForEveryColumn_andOneForWhatWasNotRead()
    {
        const QList<QStringList> rows = report::inventoryRows(*organisation(), now());
        QCOMPARE(rows.size(), 3);
        for (const QStringList &row : rows)
            QCOMPARE(row.size(), report::inventoryColumns().size());
        QCOMPARE(rows.last().first(), u"EX02"_s);
        QVERIFY(rows.last().last().startsWith(u"serverUnreachable"_s));
    }
};

KAKUIN_TEST(tst_InventoryJson)

} // namespace tests::tst_inventoryjson

#include "tst_inventoryjson.moc"

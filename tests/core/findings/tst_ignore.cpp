// SPDX-License-Identifier: MIT
#include "core/findings/ignore.h"
#include "core/findings/mutestore.h"
#include "findingcases.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_ignore {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::findingcases;
using findings::Code;
using findings::Finding;
using findings::Ignore;
using findings::Severity;
using findings::Subject;

namespace {

const domain::CertificateId certificateId{
    domain::ServerId(u"EX01"_s), domain::Thumbprint::parse(QString(40, u'A')).value()};

QList<Finding> twoFindings()
{
    return {{Code::ExpiredInUse, Severity::Critical, Subject::of(certificateId), {}, {}, {}},
        {Code::ConnectorNameNotFound, Severity::Warning, Subject::connector(u"Outbound to: Office 365"_s), {}, {}, {}}};
}

qsizetype ignoredBy(const QString &text)
{
    const auto ignore = Ignore::fromText(text);
    return ignore ? findings::sift(twoFindings(), {*ignore}, now()).ignored.size() : -1;
}

} // namespace

/// What does not count, why and until when.
class tst_Ignore final : public QObject {
    Q_OBJECT

    static Result<QList<Ignore>> readFrom(const QByteArray &json)
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"ignore.json"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.flush())
            return fail(ErrorCode::FileUnwritable, path);
        return findings::readIgnores(path, {});
    }

private Q_SLOTS:
    void text_coversAFinding_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("ignored"); // -1: it is no ignore
        QTest::newRow("a code") << u"expiredInUse"_s << 1;
        QTest::newRow("a key") << twoFindings().first().key() << 1;
        QTest::newRow("a key in capitals") << u"expiredInUse:"_s + Subject::of(certificateId).key().toUpper() << 1;
        QTest::newRow("a server") << u"expiredInUse:ex01"_s << 1;
        QTest::newRow("a thumbprint") << u"expiredInUse:"_s + QString(40, u'a') << 1;
        QTest::newRow("a connector with a colon in its name")
            << u"connectorNameNotFound:outbound to: office 365"_s << 1;
        QTest::newRow("another server") << u"expiredInUse:ex0"_s << 0;
        QTest::newRow("another code") << u"expiresSoon"_s << 0;
        QTest::newRow("the beginning of a code") << u"expired"_s << -1;
        QTest::newRow("nothing after the colon") << u"expiredInUse:"_s << -1;
        QTest::newRow("nothing") << QString() << -1;
    }
    void text_coversAFinding()
    {
        QFETCH(QString, text);
        QTEST(static_cast<int>(ignoredBy(text)), "ignored");
    }

    void file_givesReasonAndEnd()
    {
        const auto ignores = readFrom(R"({"format": 1, "ignore": [
            {"finding": "expiredInUse:ex01", "reason": " ticket 7 ", "until": "2026-11-22"},
            {"finding": "connectorNameNotFound", "reason": "x", "until": "2026-11-22T10:00:00Z"}]})");
        QVERIFY_RESULT(ignores);
        QCOMPARE(ignores->at(0).text(), u"expiredInUse:ex01"_s);
        QCOMPARE(ignores->at(0).mute.reason, u"ticket 7"_s);
        QCOMPARE(ignores->at(0).mute.untilUtc, QDateTime(QDate(2026, 11, 23), QTime(0, 0), Qt::LocalTime).toUTC());
        QCOMPARE(ignores->at(1).mute.untilUtc, QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC));
    }

    void file_isRefused_withTheEntry_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("said");
        const QByteArray good = R"({"finding": "expiresSoon", "reason": "x", "until": "2027-01-31"})";
        QTest::newRow("no JSON") << QByteArray("expiresSoon 2027-01-31") << u": "_s;
        QTest::newRow("another JSON") << QByteArray(R"({"format": 1})") << u"ignore"_s;
        QTest::newRow("a code that does not exist")
            << "{\"ignore\": [" + good + R"(, {"finding": "no", "reason": "x", "until": "2027-01-31"}]})"
            << u"ignore[1]: no"_s;
        QTest::newRow("no finding") << QByteArray(R"({"ignore": [{"reason": "x", "until": "2027-01-31"}]})")
                                    << u"ignore[0]: finding"_s;
        QTest::newRow("no reason") << QByteArray(R"({"ignore": [{"finding": "expiresSoon", "until": "2027-01-31"}]})")
                                   << u"ignore[0]: reason"_s;
        QTest::newRow("no end") << QByteArray(R"({"ignore": [{"finding": "expiresSoon", "reason": "x"}]})")
                                << u"ignore[0]: until"_s;
        QTest::newRow("a day that does not exist")
            << QByteArray(R"({"ignore": [{"finding": "expiresSoon", "reason": "x", "until": "2027-02-30"}]})")
            << u"ignore[0]: until"_s;
    }
    void file_isRefused_withTheEntry()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, said);
        const auto ignores = readFrom(json);
        QVERIFY(!ignores.has_value());
        QCOMPARE(ignores.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(ignores.error().detail.contains(said), qPrintable(ignores.error().detail));
    }

    void file_ofTheWindows_isRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mutes.sqlite"_s);
        {
            const auto store = findings::MuteStore::open(path);
            QVERIFY_RESULT(store);
            const QString key = twoFindings().first().key();
            const QDateTime before = now().addDays(-9);
            QVERIFY_RESULT((*store)->mute(u"connection:ex01"_s, key, {u"ticket 7"_s, now().addDays(1), before}));
            QVERIFY_RESULT((*store)->mute(
                u"connection:ex01"_s, twoFindings().last().key(), {u"over"_s, now().addDays(-1), before}));
        }
        const auto other = findings::readIgnores(path, u"connection:ex02"_s);
        QVERIFY_RESULT(other);
        QVERIFY(other->isEmpty());
        const auto ignores = findings::readIgnores(path, u"connection:ex01"_s);
        QVERIFY_RESULT(ignores);
        const findings::Sifted sifted = findings::sift(twoFindings(), *ignores, now());
        QCOMPARE(sifted.ignored.size(), 1);
        QCOMPARE(sifted.ignored.first().finding, twoFindings().first());
        QCOMPARE(sifted.ignored.first().mute.reason, u"ticket 7"_s);
        QCOMPARE(sifted.counted, QList<Finding>{twoFindings().last()}); // its end has passed
        QCOMPARE(sifted.ended.size(), 1);
        QCOMPARE(sifted.ended.first().text(), twoFindings().last().key());
    }

    void ended_countsAgain_evenBesideOneInForce()
    {
        Ignore ended{Code::ExpiredInUse, {}, {u"x"_s, now(), {}}};
        QVERIFY(!ended.isInForce(now()));
        QCOMPARE(findings::sift(twoFindings(), {ended}, now()).counted.size(), 2);
        const Ignore inForce{Code::ExpiredInUse, u"ex01"_s, {u"y"_s, now().addSecs(1), {}}};
        const findings::Sifted sifted = findings::sift(twoFindings(), {inForce, ended}, now());
        QCOMPARE(sifted.counted.size(), 1);
        QCOMPARE(sifted.ignored.first().mute.reason, u"y"_s);
        QCOMPARE(sifted.ended.size(), 1);
    }

    void file_thatIsNotThere_isAnError()
    {
        const auto ignores = findings::readIgnores(u"/no/such/file"_s, {});
        QCOMPARE(ignores.error().code, ErrorCode::FileNotFound);
    }

    void deviceOrFolder_isRefused_notRead()
    {
        for (const QString &path : {u"/dev/zero"_s, u"/"_s})
            QCOMPARE(findings::readIgnores(path, {}).error().code,
                QFile::exists(path) ? ErrorCode::FileUnreadable : ErrorCode::FileNotFound);
    }
};

KAKUIN_TEST(tst_Ignore)

} // namespace tests::tst_ignore

#include "tst_ignore.moc"

// SPDX-License-Identifier: MIT
#include "core/findings/mutestore.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_mutestore {

using namespace Qt::StringLiterals;
using namespace kakuin;
using findings::Mute;
using findings::MuteStore;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
const QString key = u"expiresSoon:certificate/ex01/AA"_s;

Mute muteFor(int days, const QString &reason = u"being replaced"_s)
{
    return {reason, now.addDays(days), now};
}

} // namespace

/// Mutes survive the program, belong to one organisation and end by themselves.
class tst_MuteStore final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mute_survivesTheProgram_andEndsByItself()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mutes.sqlite"_s);
        {
            auto store = MuteStore::open(path);
            QVERIFY_RESULT(store);
            QVERIFY_RESULT((*store)->mute(u"contoso"_s, key, muteFor(7, u"  because  "_s)));
        }
        auto store = MuteStore::open(path);
        QVERIFY_RESULT(store);
        const auto mutes = (*store)->mutes(u"contoso"_s, now);
        QVERIFY_RESULT(mutes);
        QCOMPARE(mutes->value(key), muteFor(7, u"because"_s));
        QVERIFY((*store)->mutes(u"contoso"_s, now.addDays(7).addSecs(-1))->contains(key));
        QVERIFY((*store)->mutes(u"contoso"_s, now.addDays(7))->isEmpty());
        QVERIFY((*store)->mutes(u"fabrikam"_s, now)->isEmpty());
    }

    void mute_isReplaced_andTakenBack()
    {
        const QTemporaryDir folder;
        auto store = MuteStore::open(folder.filePath(u"mutes.sqlite"_s));
        QVERIFY_RESULT(store);
        QVERIFY_RESULT((*store)->mute(u"contoso"_s, key, muteFor(7)));
        QVERIFY_RESULT((*store)->mute(u"contoso"_s, key, muteFor(30, u"longer"_s)));
        QCOMPARE((*store)->mutes(u"contoso"_s, now)->value(key), muteFor(30, u"longer"_s));
        QVERIFY_RESULT((*store)->unmute(u"contoso"_s, key));
        QVERIFY((*store)->mutes(u"contoso"_s, now)->isEmpty());
    }

    void mute_needsAReasonAndAnEnd()
    {
        const QTemporaryDir folder;
        auto store = MuteStore::open(folder.filePath(u"mutes.sqlite"_s));
        QVERIFY_RESULT(store);
        QCOMPARE((*store)->mute(u"contoso"_s, key, muteFor(7, u"  "_s)).error().code, ErrorCode::InvalidArgument);
        QCOMPARE((*store)->mute(u"contoso"_s, key, {u"reason"_s, {}, now}).error().code, ErrorCode::InvalidArgument);
    }

    void foreignFile_isRefusedAndLeftAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mutes.sqlite"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a database, and long enough not to be taken for an empty one ...............................");
        file.close();
        const auto store = MuteStore::open(path);
        QVERIFY(!store.has_value());
        QCOMPARE(store.error().code, ErrorCode::StorageDamaged);
    }
};

KAKUIN_TEST(tst_MuteStore)

} // namespace tests::tst_mutestore

#include "tst_mutestore.moc"

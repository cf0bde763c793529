// SPDX-License-Identifier: MIT
#include "app/keychainpasswords.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_keychainabsent {

using namespace kakuin;
using namespace kakuin::app;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

/// A computer without a session bus, as over ssh. A program of its own: libraries keep the first bus that they see.
class tst_KeychainAbsent : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
#if !defined(Q_OS_UNIX) || defined(Q_OS_MACOS)
        QSKIP("this system's keychain needs no bus");
#endif
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    }

    void everything_isUnavailable_withoutABus()
    {
        KeychainPasswords store;
        const auto read = await(store.read(u"a name"_s));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::KeychainUnavailable);
        QCOMPARE(read.error().subject, u"a name"_s);
        QVERIFY(!read.error().detail.isEmpty());
        const auto written = await(store.write(u"a name"_s, Secret(u"geheim"_s)));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::KeychainUnavailable);
        QVERIFY(!written.error().detail.contains(u"geheim"_s));
        const auto removed = await(store.remove(u"a name"_s));
        QVERIFY(!removed);
        QCOMPARE(removed.error().code, ErrorCode::KeychainUnavailable);
    }
};

KAKUIN_TEST(tst_KeychainAbsent)

} // namespace tests::tst_keychainabsent

#include "tst_keychainabsent.moc"

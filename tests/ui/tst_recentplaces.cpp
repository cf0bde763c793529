// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"
#include "ui/recentplaces.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_recentplaces {

using namespace Qt::StringLiterals;
using namespace kakuin::ui;

namespace {

RecentPlace connectionTo(const QString &name)
{
    return {RecentPlace::Kind::Connection, name, {}};
}

} // namespace

class tst_RecentPlaces final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
    }

    void newestIsFirst_andEachIsThereOnce()
    {
        RecentPlaces places(*m_settings);
        const QSignalSpy changed(&places, &RecentPlaces::changed);
        places.note(connectionTo(u"a"_s));
        places.note({});
        places.note(connectionTo(u"a"_s));
        places.note(connectionTo(u"a"_s)); // it is the newest already
        QCOMPARE(places.places(), QList<RecentPlace>({connectionTo(u"a"_s), RecentPlace()}));
        QCOMPARE(changed.size(), 3);
    }

    void everyKind_isRemembered()
    {
        const QList<RecentPlace> all{
            {RecentPlace::Kind::Exported, {}, {u"/exports/a, b"_s, u"/exports/\u672c\u793e"_s}},
            connectionTo(u"Head \"office\""_s), RecentPlace()};
        {
            RecentPlaces places(*m_settings);
            for (auto it = all.rbegin(); it != all.rend(); ++it)
                places.note(*it);
        }
        m_settings->sync();
        QSettings again(m_settings->fileName(), QSettings::IniFormat);
        QCOMPARE(RecentPlaces(again).places(), all);
    }

    void onlySoMany_areKept()
    {
        RecentPlaces places(*m_settings);
        for (int i = 0; i < 20; ++i)
            places.note(connectionTo(QString::number(i)));
        QCOMPARE(places.places().size(), RecentPlaces::most);
        QCOMPARE(places.places().first(), connectionTo(u"19"_s));
        places.clear();
        QVERIFY(RecentPlaces(*m_settings).places().isEmpty());
    }

    void whatCannotBeRead_isLeftOut()
    {
        m_settings->setValue(u"recent/0"_s, QStringList{u"fax"_s, u"a"_s});
        m_settings->setValue(u"recent/1"_s, 7);
        m_settings->setValue(u"recent/2"_s, QStringList{u"connection"_s});
        m_settings->setValue(u"recent/3"_s, QStringList{u"exported"_s});
        m_settings->setValue(u"recent/4"_s, QStringList{u"connection"_s, u"a"_s});
        QCOMPARE(RecentPlaces(*m_settings).places(), QList<RecentPlace>{connectionTo(u"a"_s)});
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
};

KAKUIN_TEST(tst_RecentPlaces)

} // namespace tests::tst_recentplaces

#include "tst_recentplaces.moc"

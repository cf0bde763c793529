// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/guitest.h"
#include "ui/help/guide.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtGui/QImage>
#include <QtTest/QTest>

namespace tests::tst_guide {

using namespace kakuin;
using namespace Qt::StringLiterals;

class tst_Guide final : public QObject {
    Q_OBJECT

    static QStringList shapeOf(const ui::Guide &guide)
    {
        QStringList out;
        for (const ui::GuideSection &section : guide.sections())
            out.append(u"%1#%2 %3"_s.arg(section.page, section.anchor).arg(section.level));
        return out;
    }
    static bool hasPlace(const ui::Guide &guide, const QString &page, const QString &anchor)
    {
        const QList<ui::GuideSection> sections = guide.sectionsOf(page);
        if (anchor.isEmpty())
            return !sections.isEmpty();
        return std::any_of(sections.begin(), sections.end(), [&](const auto &each) { return each.anchor == anchor; });
    }
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Japanese") << u"ja"_s;
    }

private Q_SLOTS:
    void languages_haveTheSamePagesAndSections()
    {
        const QStringList english = shapeOf(ui::Guide(u"en"_s));
        QVERIFY(english.size() > 40);
        QCOMPARE(shapeOf(ui::Guide(u"ja"_s)), english);
    }

    void pages_areAllThere_data() { addLanguages(); }
    void pages_areAllThere()
    {
        QFETCH(QString, language);
        const ui::Guide guide(language);
        QSet<QString> anchors;
        for (const QString &page : ui::Guide::pages()) {
            QVERIFY2(guide.sectionsOf(page).size() > 0, qPrintable(page));
            QCOMPARE(guide.sectionsOf(page).first().level, 1);
            anchors.clear();
            for (const ui::GuideSection &section : guide.sectionsOf(page)) {
                QVERIFY2(section.anchor.isEmpty() || !anchors.contains(section.anchor), qPrintable(section.title));
                anchors.insert(section.anchor);
            }
        }
        // what lies in the folder and is no page would be read by nobody
        const QDir folder(QStringLiteral(KAKUIN_SOURCE_DIR "/docs/guide/") + language);
        QCOMPARE(folder.entryList({u"*.md"_s}).size(), ui::Guide::pages().size());
    }

    void links_leadSomewhere_data() { addLanguages(); }
    void links_leadSomewhere()
    {
        QFETCH(QString, language);
        const ui::Guide guide(language);
        static const QRegularExpression link(u"(?<!!)\\[[^\\]]+\\]\\(([^)]+)\\)"_s);
        int seen = 0;
        for (const QString &page : ui::Guide::pages()) {
            auto matches = link.globalMatch(guide.markdown(page));
            while (matches.hasNext()) {
                const QUrl url = guide.url(page).resolved(QUrl(matches.next().captured(1)));
                const QString target = ui::Guide::pageOf(url);
                const QString said = page + u" -> "_s + url.toString();
                QVERIFY2(url.scheme() == u"https" || hasPlace(guide, target, url.fragment()), qPrintable(said));
                ++seen;
            }
        }
        QVERIFY(seen > 20);
    }

    void pictures_areThereAndUsed()
    {
        static const QRegularExpression picture(u"!\\[([^\\]]*)\\]\\(([^)]+)\\)"_s);
        QSet<QString> used;
        for (const QString &language : {u"en"_s, u"ja"_s}) {
            const ui::Guide guide(language);
            for (const QString &page : ui::Guide::pages()) {
                auto matches = picture.globalMatch(guide.markdown(page));
                while (matches.hasNext()) {
                    const QRegularExpressionMatch match = matches.next();
                    const QUrl url = guide.url(page).resolved(QUrl(match.captured(2)));
                    QVERIFY2(!QImage(u':' + url.path()).isNull(), qPrintable(url.toString()));
                    QVERIFY2(!match.captured(1).isEmpty(), qPrintable(url.toString())); // for who cannot see it
                    QVERIFY2(url.path().endsWith(u'-' + language + u".png"_s), qPrintable(url.toString()));
                    used.insert(url.fileName());
                }
            }
        }
        const QStringList carried = QDir(u":/kakuin/docs/pictures"_s).entryList();
        QCOMPARE(QSet<QString>(carried.begin(), carried.end()), used);
    }

    void whatTheProgramCarries_staysSmall()
    {
        constexpr qint64 most = 3 * 1024 * 1024;
        qint64 bytes = 0;
        const QFileInfoList files = QDir(u":/kakuin/docs/pictures"_s).entryInfoList();
        for (const QFileInfo &file : files)
            bytes += file.size();
        QVERIFY2(bytes > 0 && bytes < most, qPrintable(QString::number(bytes)));
    }

    void find_givesPlacesInTheOrderOfReading()
    {
        const ui::Guide guide(u"en"_s);
        const QList<ui::Guide::Hit> hits = guide.find(u"  kinit "_s);
        QVERIFY(hits.size() >= 2);
        QCOMPARE(hits.first().section.page, u"connect"_s);
        QVERIFY(hits.first().excerpt.contains(u"kinit"_s));
        QVERIFY(hits.first().excerpt.size() <= 92);
        QVERIFY(guide.find(u"KINIT"_s).size() == hits.size());
        QVERIFY(guide.find(u"no such words"_s).isEmpty());
        QVERIFY(guide.find(u"   "_s).isEmpty());
    }

    void find_seesThroughMarkdown()
    {
        const ui::Guide guide(u"en"_s);
        // in the source a link stands in the middle, or a line ends
        QVERIFY(!guide.find(u"See Ways to sign in."_s).isEmpty());
        QVERIFY(guide.find(u"](connect"_s).isEmpty());
        QVERIFY(guide.find(u"| ---"_s).isEmpty());
    }

    void pageOf_takesOnlyTheGuide()
    {
        const ui::Guide guide(u"ja"_s);
        QCOMPARE(ui::Guide::pageOf(guide.url(u"renew"_s, u"run"_s)), u"renew"_s);
        for (const char *foreign : {"https://example.org/kakuin/docs/guide/en/renew.md", "file:///etc/passwd",
                 "qrc:/kakuin/docs/guide/en/other.md", "qrc:/kakuin/icons/key.svg"})
            QVERIFY2(ui::Guide::pageOf(QUrl(QLatin1String(foreign))).isEmpty(), foreign);
    }

    void japanese_followsItsRules()
    {
        // a space between Latin words and Japanese, as Microsoft writes, and whole sentences in です・ます
        static const QRegularExpression tight(
            u"[A-Za-z0-9`][\\x{3041}-\\x{30fa}\\x{4e00}-\\x{9fff}]|[\\x{3041}-\\x{30fa}\\x{30fc}\\x{4e00}-\\x{9fff}][A-Za-z0-9`]"_s);
        static const QRegularExpression plainEnd(u"(?:である|だった|[^ん]だ)。"_s);
        const ui::Guide guide(u"ja"_s);
        for (const ui::GuideSection &section : guide.sections()) {
            const auto found = tight.match(section.text);
            QVERIFY2(!found.hasMatch(),
                qPrintable(section.page + u": "_s + section.text.mid(found.capturedStart() - 10, 30)));
            QVERIFY2(!plainEnd.match(section.text).hasMatch(), qPrintable(section.page + section.title));
        }
    }
};

KAKUIN_GUI_TEST(tst_Guide)

} // namespace tests::tst_guide

#include "tst_guide.moc"

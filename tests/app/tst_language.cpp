// SPDX-License-Identifier: MIT
#include "app/language.h"
#include "core/base/result.h"
#include "tests/testkit/ui/guitest.h"
#include "text/errortext.h"
#include "text/expirytext.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

namespace tests::tst_language {

using namespace kakuin;

class tst_Language final : public QObject {
    Q_OBJECT

    static bool hasJapanese(const QString &text)
    {
        return std::any_of(text.begin(), text.end(),
            [](QChar c) { return c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana; });
    }
    static QString sentence() { return ui::ErrorText::sentence({ErrorCode::DiskFull, QStringLiteral("x"), {}}); }

private Q_SLOTS:
    void use_speaksJapanese_andEnglishAgain()
    {
        app::Language language;
        QSignalSpy changed(&language, &app::Language::changed);
        language.use(QStringLiteral("en"));
        const QString english = sentence();
        QVERIFY(!hasJapanese(english));
        QCOMPARE(language.culture(), QStringLiteral("en-US"));

        language.use(QStringLiteral("ja"));
        QVERIFY2(hasJapanese(sentence()), qPrintable(sentence()));
        QCOMPARE(language.culture(), QStringLiteral("ja-JP"));
        QCOMPARE(QLocale().language(), QLocale::Japanese);

        language.use(QStringLiteral("en"));
        QCOMPARE(sentence(), english);
        QCOMPARE(changed.size(), 3);
    }

    void use_fallsBackToEnglish_whenTheSystemSpeaksAnotherLanguage()
    {
        app::Language language;
        language.use(QString());
        QCOMPARE(language.current(), QStringLiteral("en")); // the tests run in the C locale
        QCOMPARE(language.choice(), QString());
    }

    void use_countsInTheSingular()
    {
        app::Language language;
        language.use(QStringLiteral("en"));
        const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
        const auto remaining = [&](int days) {
            const QDateTime end = now.addDays(days).addSecs(60);
            return ui::ExpiryText::remaining(domain::expiryOf(end, now), end);
        };
        QCOMPARE(remaining(1), QStringLiteral("in 1 day"));
        QCOMPARE(remaining(12), QStringLiteral("in 12 days"));
    }

    void missing_neverNamesOurOwnTexts()
    {
        // they are compiled in; Qt's own may be missing on a machine
        app::Language language;
        for (const QString &choice : {QStringLiteral("en"), QStringLiteral("ja")}) {
            language.use(choice);
            QVERIFY(!language.missing().contains(QStringLiteral("kakuin_") + choice));
        }
    }
};

KAKUIN_GUI_TEST(tst_Language)

} // namespace tests::tst_language

#include "tst_language.moc"

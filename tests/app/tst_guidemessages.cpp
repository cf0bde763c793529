// SPDX-License-Identifier: MIT
#include "app/language.h"
#include "tests/testkit/ui/guitest.h"
#include "text/errortext.h"
#include "ui/help/guide.h"

#include <QtTest/QTest>

namespace tests::tst_guidemessages {

using namespace kakuin;
using namespace Qt::StringLiterals;

/// The guide's page of messages quotes what the program says: word for word, and all of it, in both languages.
class tst_GuideMessages final : public QObject {
    Q_OBJECT

    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Japanese") << u"ja"_s;
    }
    /// What the first column of the page's tables quotes.
    static QStringList quotesOf(const QString &language)
    {
        QStringList out;
        bool isInTable = false; // after the line beneath the heads of its columns
        const QStringList lines = ui::Guide(language).markdown(u"messages"_s).split(u'\n');
        for (const QString &line : lines) {
            if (line.startsWith(u"| ---"_s))
                isInTable = true;
            else if (!line.startsWith(u'|'))
                isInTable = false;
            else if (isInTable)
                out += line.section(u'|', 1, 1).trimmed().split(u" / "_s);
        }
        return out;
    }

    /// Whether the sentence begins as quoted; "…" stands for the subject.
    static bool isQuotedBy(const QString &sentence, const QString &quote)
    {
        qsizetype at = 0;
        const QStringList parts = quote.split(u'…');
        for (const QString &part : parts) {
            const QString words = part.trimmed();
            const qsizetype found = words.isEmpty() ? at : sentence.indexOf(words, at);
            if (found < 0)
                return false;
            at = found + words.size();
        }
        return parts.first().trimmed().isEmpty() || sentence.startsWith(parts.first().trimmed());
    }
    static QStringList sentences()
    {
        QStringList out;
        for (int code = 0; code < static_cast<int>(ErrorCode::Count_); ++code)
            out.append(ui::ErrorText::sentence({static_cast<ErrorCode>(code), u"EX01"_s, {}}));
        for (const char *cause : {"1722", "1753", "Access is denied"})
            out.append(ui::ErrorText::sentence({ErrorCode::ServerUnreachable, u"EX01"_s, QLatin1String(cause)}));
        return out;
    }

private Q_SLOTS:
    void quotes_areWhatTheProgramSays_data() { addLanguages(); }
    void quotes_areWhatTheProgramSays()
    {
        QFETCH(QString, language);
        app::Language speaker;
        speaker.use(language);
        const QStringList said = sentences();
        const QStringList quotes = quotesOf(language);
        QVERIFY(quotes.size() > 60);
        for (const QString &quote : quotes) {
            const bool isSaid = std::any_of(
                said.begin(), said.end(), [&](const QString &sentence) { return isQuotedBy(sentence, quote); });
            QVERIFY2(isSaid, qPrintable(quote));
        }
    }

    void sentences_areAllInTheGuide_data() { addLanguages(); }
    void sentences_areAllInTheGuide()
    {
        QFETCH(QString, language);
        app::Language speaker;
        speaker.use(language);
        const QStringList quotes = quotesOf(language);
        const QStringList said = sentences();
        for (const QString &sentence : said) {
            const bool isQuoted = std::any_of(
                quotes.begin(), quotes.end(), [&](const QString &quote) { return isQuotedBy(sentence, quote); });
            QVERIFY2(isQuoted, qPrintable(sentence));
        }
    }
};

KAKUIN_GUI_TEST(tst_GuideMessages)

} // namespace tests::tst_guidemessages

#include "tst_guidemessages.moc"

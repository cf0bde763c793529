// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"
#include "tests/testkit/hostiletexts.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_untrustedtext {

using namespace kakuin;

class tst_UntrustedText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_isMadeSafe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("single");
        QTest::addColumn<QString>("multi");
        const auto row = [](const char *tag, const QString &text, const char *single, const char *multi = nullptr) {
            QTest::newRow(tag) << text << QString::fromUtf8(single) << QString::fromUtf8(multi ? multi : single);
        };
        row("nothing", QString(), "");
        row("plain", QStringLiteral("CN=mail, O=Contoso"), "CN=mail, O=Contoso");
        row("Japanese and beyond", QStringLiteral("角印 🔑"), "角印 🔑");
        row("HTML stays text", QStringLiteral("<b>&amp;"), "<b>&amp;");
        row("line breaks", QStringLiteral("a\nb\r\nc\rd"), "a\\u{000A}b\\u{000D}\\u{000A}c\\u{000D}d", "a\nb\nc\nd");
        row("a carriage return at the end", QStringLiteral("a\r"), "a\\u{000D}", "a\n");
        row("two carriage returns", QStringLiteral("a\r\r\nb"), "a\\u{000D}\\u{000D}\\u{000A}b", "a\n\nb");
        row("a tab", QStringLiteral("a\tb"), "a\\u{0009}b", "a\tb");
        row("a zero", QString(QStringLiteral("a") + QChar(u'\0')), "a\\u{0000}");
        row("escape and bell", QStringLiteral("\x1b[31m\x07"), "\\u{001B}[31m\\u{0007}");
        row("C1 controls", QString(QChar(0x9b)), "\\u{009B}");
        row("direction override", QStringLiteral("a\u202eb\u2066c"), "a\\u{202E}b\\u{2066}c");
        row("invisible marks", QStringLiteral("\u200e\u200b\ufeff\u00ad"), "\\u{200E}\\u{200B}\\u{FEFF}\\u{00AD}");
        row("line and paragraph separators", QStringLiteral("a\u2028b\u2029c"), "a\\u{2028}b\\u{2029}c");
        row("tag characters beyond the plane", QStringLiteral("a\U000e0041"), "a\\u{E0041}");
        row("half a surrogate pair", QString(QStringLiteral("a") + QChar(0xd83d) + QStringLiteral("b")), "a\\u{D83D}b");
        row("the other half at the end", QString(QStringLiteral("a") + QChar(0xdd11)), "a\\u{DD11}");
        row("combining characters stay", QStringLiteral("e\u0301"), "e\u0301");
    }
    void text_isMadeSafe()
    {
        QFETCH(QString, text);
        QFETCH(QString, single);
        QFETCH(QString, multi);
        QCOMPARE(singleLine(text), single);
        QCOMPARE(multiLine(text), multi);
    }

    void length_isBounded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("expected");
        QTest::newRow("just fits") << QStringLiteral("abc") << 3 << QStringLiteral("abc");
        QTest::newRow("one too long") << QStringLiteral("abcd") << 3 << QStringLiteral("abc…");
        QTest::newRow("no room at all") << QStringLiteral("a") << 0 << QStringLiteral("…");
        QTest::newRow("nothing in no room") << QString() << 0 << QString();
        QTest::newRow("a pair is not cut") << QStringLiteral("ab🔑") << 3 << QStringLiteral("ab…");
        QTest::newRow("an escape is not cut") << QStringLiteral("ab\u202e") << 6 << QStringLiteral("ab…");
    }
    void length_isBounded()
    {
        QFETCH(QString, text);
        QFETCH(int, limit);
        QFETCH(QString, expected);
        QCOMPARE(singleLine(text, limit), expected);
        QCOMPARE(multiLine(text, limit), expected);
    }

    void name_isRefused_notCleaned_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name"); // null: refused
        QTest::newRow("plain") << QStringLiteral("EX01") << QStringLiteral("EX01");
        QTest::newRow("nothing") << QString() << QStringLiteral("");
        QTest::newRow("blanks around it") << QStringLiteral("  EX 01 ") << QStringLiteral("EX 01");
        QTest::newRow("Japanese and beyond") << QStringLiteral("角印 🔑") << QStringLiteral("角印 🔑");
        QTest::newRow("combining characters") << QStringLiteral("e\u0301") << QStringLiteral("e\u0301");
        QTest::newRow("what only quoting is for")
            << QStringLiteral("a'b‘c\"`$(x)#>") << QStringLiteral("a'b‘c\"`$(x)#>");
        for (const QString &c : testkit::unsafeCharacters()) {
            for (const QString &text : {QStringLiteral("EX01") + c, c + QStringLiteral("EX01"), c})
                QTest::addRow("%s", qPrintable(singleLine(text))) << text << QString();
        }
        QTest::newRow("a no-break space at its end") << QStringLiteral("EX01\u00a0") << QString();
        QTest::newRow("an ideographic space in front") << QStringLiteral("\u3000EX01") << QString();
    }
    void name_isRefused_notCleaned()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        const auto checked = safeName(text);
        QCOMPARE(checked.has_value(), !name.isNull());
        if (checked) {
            QCOMPARE(*checked, name);
            return;
        }
        QCOMPARE(checked.error().code, ErrorCode::UnsafeName);
        QCOMPARE(checked.error().subject, QString());
        QCOMPARE(checked.error().detail, singleLine(text));
    }

    void hugeText_isCutByDefault()
    {
        QCOMPARE(singleLine(QString(1'000'000, u'x')).size(), 4097);
        QCOMPARE(multiLine(QString(1'000'000, u'\x01')).size() <= 65537, true);
    }
};

KAKUIN_TEST(tst_UntrustedText)

} // namespace tests::tst_untrustedtext

#include "tst_untrustedtext.moc"

// SPDX-License-Identifier: MIT
#include "core/report/csvwriter.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_csvwriter {

using namespace Qt::StringLiterals;
using namespace kakuin;

class tst_CsvWriter final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cell_isWritten_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *tag, const QString &cell, const QString &written) {
            QTest::newRow(tag) << cell << written;
        };
        row("plain", u"MBX01"_s, u"MBX01"_s);
        row("empty", {}, {});
        row("comma", u"CN=a, O=b"_s, u"\"CN=a, O=b\""_s);
        row("quotes", u"say \"hi\""_s, u"\"say \"\"hi\"\"\""_s);
        row("line break", u"a\nb"_s, u"\"a\nb\""_s);
        row("Japanese", u"証明書、拇印"_s, u"証明書、拇印"_s);
        row("formula", u"=cmd|' /C calc'!A0"_s, u"'=cmd|' /C calc'!A0"_s);
        row("formula after blanks", u"  =1+1"_s, u"'  =1+1"_s);
        row("formula in full-width letters", u"\uff1d1+1"_s, u"'\uff1d1+1"_s);
        row("plus", u"+1-2"_s, u"'+1-2"_s);
        row("at", u"@SUM(A1)"_s, u"'@SUM(A1)"_s);
        row("minus", u"-1+cmd"_s, u"'-1+cmd"_s);
        row("negative number", u"-12"_s, u"-12"_s);
        row("tab", u"\t=1"_s, u"\"'\t=1\""_s);
        row("nul", u"a"_s + QChar(0) + u"b"_s, u"ab"_s);
    }
    void cell_isWritten()
    {
        QFETCH(QString, cell);
        QFETCH(QString, written);
        report::CsvWriter csv;
        csv.add({cell, u"x"_s});
        QCOMPARE(csv.bytes(), "\xef\xbb\xbf" + written.toUtf8() + ",x\r\n");
    }
};

KAKUIN_TEST(tst_CsvWriter)

} // namespace tests::tst_csvwriter

#include "tst_csvwriter.moc"

// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"
#include "tests/testkit/tstranslator.h"
#include "text/errortext.h"

#include <QtTest/QTest>

namespace tests::tst_errortext {

using namespace kakuin;
using ui::ErrorText;

namespace {

QList<ErrorCode> allCodes()
{
    QList<ErrorCode> codes;
    for (int code = 0; code < static_cast<int>(ErrorCode::Count_); ++code)
        codes.append(static_cast<ErrorCode>(code));
    return codes;
}

void checkSentences(const QString &subject)
{
    for (const ErrorCode code : allCodes()) {
        const QString sentence = ErrorText::sentence({code, subject, {}});
        const QByteArray at = QByteArray::number(static_cast<int>(code)) + ": " + sentence.toUtf8();
        QVERIFY2(sentence.size() > 15, at.constData());
        QVERIFY2(!sentence.contains(u'%'), at.constData());
        QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u'。'), at.constData());
        QVERIFY2(!ErrorText::brief({code, subject, {}}).isEmpty(), at.constData());
    }
}

} // namespace

class tst_ErrorText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCode_hasWholeSentences_inEnglish()
    {
        checkSentences(QStringLiteral("EX01"));
        checkSentences(QString());
    }

    void everyCode_speaksOurEnglish()
    {
        for (const ErrorCode code : allCodes()) {
            const QString sentence = ErrorText::sentence({code, {}, {}});
            for (const char *word : {"please", "successfully", "Error:", "failed to", "n't"})
                QVERIFY2(!sentence.contains(QLatin1String(word), Qt::CaseInsensitive), qPrintable(sentence));
        }
    }

    void everyCode_isTranslated_inJapanese()
    {
        const testkit::JapaneseScope japanese;
        if (!japanese.covers(QStringLiteral("ErrorText")))
            QSKIP("kakuin_ja.ts has no words for errors");
        checkSentences(QStringLiteral("EX01"));
        checkSentences(QString());
        for (const ErrorCode code : allCodes()) {
            const Error error{code, QStringLiteral("EX01"), QStringLiteral("detail")};
            for (const QString &text :
                {ErrorText::sentence(error), ErrorText::brief(error), ErrorText::sentence({code, {}, {}})}) {
                QVERIFY2(testkit::hasJapanese(text), qPrintable(text));
                QVERIFY2(
                    !text.contains(QLatin1String(" the ")) && !text.contains(QLatin1String("this ")), qPrintable(text));
            }
        }
    }

    void subject_isInTheSentence()
    {
        QVERIFY(ErrorText::sentence(
            {ErrorCode::ServerUnreachable, QStringLiteral("EXCAS1"),
                {}}).contains(QLatin1String("EXCAS1")));
    }

    void subject_isMadeSafe_whenItIsHostile()
    {
        const Error error{ErrorCode::FileNotFound, QString(5000, u'a') + QStringLiteral("\n\u202Eevil"), {}};
        const QString sentence = ErrorText::sentence(error);
        QVERIFY(sentence.size() < 500);
        QVERIFY(!sentence.contains(u'\n'));
        QVERIFY(!sentence.contains(QChar(0x202E)));
    }

    void unreachable_namesTheCause_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("brief");
        QTest::newRow("RPC, in English") << QStringLiteral("The RPC server is unavailable.")
                                         << QStringLiteral("not reachable: RPC server unavailable");
        QTest::newRow("RPC, in Japanese") << QStringLiteral("RPC サーバーを利用できません。")
                                          << QStringLiteral("not reachable: RPC server unavailable");
        QTest::newRow("RPC, by number") << QStringLiteral("error 0x6ba")
                                        << QStringLiteral("not reachable: RPC server unavailable");
        QTest::newRow("no endpoint") << QStringLiteral(
            "There are no more endpoints available from the endpoint mapper.")
                                     << QStringLiteral("not reachable: Exchange Service Host does not answer");
        QTest::newRow("access denied") << QStringLiteral("アクセスが拒否されました。")
                                       << QStringLiteral("not readable: access denied");
        QTest::newRow("anything else") << QStringLiteral("something") << QStringLiteral("not reachable");
    }
    void unreachable_namesTheCause()
    {
        QFETCH(QString, detail);
        QFETCH(QString, brief);
        QCOMPARE(ErrorText::brief({ErrorCode::ServerUnreachable, QStringLiteral("EX01"), detail}), brief);
    }

    void full_setsTheServersWordsApart()
    {
        const QString full
            = ErrorText::full({ErrorCode::ServerError, QStringLiteral("EX01"), QStringLiteral("It is <b>no</b>.")});
        QVERIFY(full.endsWith(QLatin1String("\n\nThe server said: It is <b>no</b>.")));
        QVERIFY(ErrorText::full({ErrorCode::MalformedPem, {}, QStringLiteral("bad base64")})
                    .endsWith(QLatin1String("Detail: bad base64")));
        QVERIFY(!ErrorText::full({ErrorCode::ServerError, {}, {}}).contains(QLatin1String("said")));
    }
};

KAKUIN_TEST(tst_ErrorText)

} // namespace tests::tst_errortext

#include "tst_errortext.moc"

// SPDX-License-Identifier: MIT
#include "models/calendarfile.h"
#include "tests/testkit/evaluated.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QStringDecoder>
#include <QtTest/QTest>

namespace tests::tst_calendarfile {

using namespace kakuin;
using models::TimelineLine;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
const QString hex = QStringLiteral("9A0B4C2D7E11F0A355C8D9E21B6F4470AC3D92E8");

class PlainWords final : public models::CalendarWords {
public:
    QString title = QStringLiteral("EX01 expires");
    QString body = QStringLiteral("body");
    QString calendarName() const override { return QStringLiteral("Contoso"); }
    QString summary(const TimelineLine &) const override { return title; }
    QString description(const TimelineLine &) const override { return body; }
    QString reminder(const TimelineLine &, int days) const override { return QStringLiteral("%1 days").arg(days); }
};

TimelineLine line(const QDateTime &notAfterUtc)
{
    TimelineLine made;
    made.thumbprint = domain::Thumbprint::parse(hex).value();
    made.name = QStringLiteral("EX01");
    made.notAfterUtc = notAfterUtc;
    return made;
}

QByteArray fileWith(const PlainWords &words)
{
    return models::calendarFile({line(now.addDays(12))}, words, now);
}

// The logical lines of RFC 5545: 3.1 undone.
QStringList unfolded(QByteArray bytes)
{
    return QString::fromUtf8(bytes.replace("\r\n ", "")).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
}

} // namespace

class tst_CalendarFile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void file_isByteForByte()
    {
        QCOMPARE(fileWith(PlainWords()),
            QByteArray("BEGIN:VCALENDAR\r\n"
                       "VERSION:2.0\r\n"
                       "PRODID:-//Kakuin//Certificate expiry//EN\r\n"
                       "CALSCALE:GREGORIAN\r\n"
                       "METHOD:PUBLISH\r\n"
                       "X-WR-CALNAME:Contoso\r\n"
                       "BEGIN:VEVENT\r\n"
                       "UID:9A0B4C2D7E11F0A355C8D9E21B6F4470AC3D92E8-expiry@kakuin.invalid\r\n"
                       "DTSTAMP:20261122T090000Z\r\n"
                       "DTSTART:20261204T090000Z\r\n"
                       "DTEND:20261204T093000Z\r\n"
                       "SUMMARY:EX01 expires\r\n"
                       "DESCRIPTION:body\r\n"
                       "TRANSP:TRANSPARENT\r\n"
                       "BEGIN:VALARM\r\n"
                       "ACTION:DISPLAY\r\n"
                       "DESCRIPTION:60 days\r\n"
                       "TRIGGER:-P60D\r\n"
                       "END:VALARM\r\n"
                       "BEGIN:VALARM\r\n"
                       "ACTION:DISPLAY\r\n"
                       "DESCRIPTION:30 days\r\n"
                       "TRIGGER:-P30D\r\n"
                       "END:VALARM\r\n"
                       "BEGIN:VALARM\r\n"
                       "ACTION:DISPLAY\r\n"
                       "DESCRIPTION:7 days\r\n"
                       "TRIGGER:-P7D\r\n"
                       "END:VALARM\r\n"
                       "END:VEVENT\r\n"
                       "END:VCALENDAR\r\n"));
    }

    void specialCharacters_areEscaped_andControlCharactersDropped()
    {
        PlainWords words;
        words.title = QStringLiteral("a\\b;c,d:\"e\"\nf\r\u0007\u007fg");
        QVERIFY(fileWith(words).contains("\r\nSUMMARY:a\\\\b\\;c\\,d:\"e\"\\nfg\r\n"));
        words.title = QStringLiteral("x\nEND:VEVENT\nBEGIN:VEVENT");
        QCOMPARE(fileWith(words).count("\r\nBEGIN:VEVENT\r\n"), 1);
    }

    void longLine_isFoldedAtSeventyFiveOctets()
    {
        PlainWords words;
        words.title = QString(200, u'x'); // "SUMMARY:" takes eight
        QVERIFY(fileWith(words).contains("\r\nSUMMARY:" + QByteArray(67, 'x') + "\r\n " + QByteArray(74, 'x') + "\r\n "
            + QByteArray(59, 'x') + "\r\nDESCRIPTION"));
        words.title = QString(67, u'x');
        QVERIFY(fileWith(words).contains("\r\nSUMMARY:" + QByteArray(67, 'x') + "\r\nDESCRIPTION"));
    }

    void folding_neverSplitsACharacter_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::newRow("two octets") << QStringLiteral("é");
        QTest::newRow("three octets") << QStringLiteral("証");
        QTest::newRow("four octets") << QStringLiteral("𠮷");
        QTest::newRow("mixed") << QStringLiteral("a証b𠮷é");
    }
    void folding_neverSplitsACharacter()
    {
        QFETCH(QString, unit);
        PlainWords words;
        for (int shift = 0; shift < 8; ++shift) {
            words.title = QString(shift, u'x') + unit.repeated(120);
            const QByteArray bytes = fileWith(words);
            for (const QByteArray &raw : bytes.split('\n')) {
                QVERIFY(raw.isEmpty() || raw.endsWith('\r'));
                QVERIFY2(raw.size() <= 76, raw.constData());
                QStringDecoder decoder(QStringDecoder::Utf8);
                const QString text = decoder(raw);
                QVERIFY2(!decoder.hasError() && !text.contains(QChar::ReplacementCharacter), raw.constData());
            }
            QVERIFY(unfolded(bytes).contains(QStringLiteral("SUMMARY:") + words.title));
        }
    }

    void japaneseTitle_isFoldedByteForByte()
    {
        PlainWords words;
        words.title = QStringLiteral("証").repeated(30); // 90 octets; 22 of them fit behind "SUMMARY:"
        const QByteArray one = QStringLiteral("証").toUtf8();
        QVERIFY(fileWith(words).contains(
            "\r\nSUMMARY:" + one.repeated(22) + "\r\n " + one.repeated(8) + "\r\nDESCRIPTION"));
    }

    void events_areOneACertificate_ofThoseThatExpireLater()
    {
        InventoryBuilder builder;
        const auto add = [&](const QString &server, const QString &name, const QDateTime &notAfterUtc) {
            return CertificateBuilder(server, u"CN="_qs + name).valid(now.addYears(-1), notAfterUtc);
        };
        builder.server(u"EX01"_qs)
            .certificate(add(u"EX01"_qs, u"later"_qs, now.addDays(40)))
            .certificate(add(u"EX01"_qs, u"gone"_qs, now.addSecs(-1)))
            .certificate(add(u"EX01"_qs, u"never"_qs, QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC)))
            .certificate(add(u"EX01"_qs, u"unknown"_qs, {}))
            .certificate(add(u"EX01"_qs, u"shared"_qs, now.addDays(9)).thumbprint(hex));
        builder.server(u"EX02"_qs).certificate(add(u"EX02"_qs, u"shared"_qs, now.addDays(9)).thumbprint(hex));
        for (const auto groupBy : {models::TimelineGroupBy::Server, models::TimelineGroupBy::Role}) {
            const QList<TimelineLine> events = models::calendarEvents(
                models::buildTimeline(*testkit::evaluated(builder.build(), now), groupBy, now), now);
            QCOMPARE(events.size(), 2);
            QCOMPARE(events.first().copies.size(), 2);
            QCOMPARE(events.last().name, u"later"_qs);
        }
    }
};

KAKUIN_TEST(tst_CalendarFile)

} // namespace tests::tst_calendarfile

#include "tst_calendarfile.moc"

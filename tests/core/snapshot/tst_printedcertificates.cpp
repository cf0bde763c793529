// SPDX-License-Identifier: MIT
#include "core/clixml/object.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/snapshot/foreigntext.h"
#include "core/snapshot/printedcertificates.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringEncoder>
#include <QtTest/QTest>

namespace tests::tst_printedcertificates {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::snapshot;
using domain::Service;
using domain::ServiceSet;

namespace {

const QString first = u"9A0B1C2D3E4F5061728394A5B6C7D8E9F0A1B2C3"_s;
const QString second = u"0123456789ABCDEF0123456789ABCDEF01234567"_s;

QList<Result<domain::Certificate>> decoded(const QString &text, const PrintedLimits &limits = {})
{
    QList<Result<domain::Certificate>> out;
    for (const clixml::Value &value : printedCertificates(text, limits).objects)
        out.append(shell::decode::exchangeCertificate(value));
    return out;
}

// As Windows in English prints it, 80 cells wide: wrapped between words
const QString english = uR"(
[PS] C:\Windows\system32>Get-ExchangeCertificate -Server EX01.contoso.local | fl


AccessRules        : {System.Security.AccessControl.CryptoKeyAccessRule,
                     System.Security.AccessControl.CryptoKeyAccessRule}
CertificateDomains : {mail.contoso.com, autodiscover.contoso.com,
                     EX01.contoso.local}
HasPrivateKey      : True
IsSelfSigned       : False
Issuer             : CN=Contoso Issuing CA 1, DC=contoso, DC=local
NotAfter           : 12/4/2027 9:00:00 AM
NotBefore          : 12/4/2025 9:00:00 AM
PublicKeySize      : 2048
RootCAType         : Enterprise
SerialNumber       : 4A000000031B
Services           : IMAP, POP, IIS, SMTP
Status             : Valid
Subject            : CN=mail.contoso.com, OU=Messaging and Collaboration,
                     O=Contoso Ltd, C=JP
Thumbprint         : 9A0B1C2D3E4F5061728394A5B6C7D8E9F0A1B2C3

AccessRules        :
CertificateDomains : {}
HasPrivateKey      : False
IsSelfSigned       : True
Issuer             : CN=Microsoft Exchange Server Auth Certificate
Services           : None
Status             : Invalid
Subject            : CN=Microsoft Exchange Server Auth Certificate
Thumbprint         : 0123456789ABCDEF0123456789ABCDEF01234567
)"_s;

// As Windows in Japanese prints it, 64 cells wide: wrapped within words
const QString japanese = uR"(Services           : SMTP
Status             : Valid
Subject            : CN=mail.contoso.co.jp, O=コントソ株式会社情
                     報システム部, L=Chiyoda-ku, S=Tokyo-Metropo
                     litan, C=JP
Thumbprint         : 9A0B1C2D3E4F5061728394A5B6C7D8E9F0A1B2C3
NotAfter           : 2027/12/04 9:00:00
)"_s;

const QString table = uR"(Thumbprint                                Services   Subject
----------                                --------   -------
9A0B1C2D3E4F5061728394A5B6C7D8E9F0A1B2C3  IP.WS..    CN=mail.contoso.com, O=Con...
0123456789ABCDEF0123456789ABCDEF01234567  .......    CN=EX01
)"_s;

} // namespace

/// What people paste, and no more than it says.
class tst_PrintedCertificates final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void list_ofEnglishWindows_isRead()
    {
        const auto read = decoded(english);
        QCOMPARE(read.size(), 2);
        QVERIFY_RESULT(read.at(0));
        const domain::Certificate &one = *read.at(0);
        QCOMPARE(one.server, domain::ServerId(u"EX01"_s));
        QCOMPARE(one.facts.thumbprint.toString(), first);
        QCOMPARE(one.facts.subject, u"CN=mail.contoso.com, OU=Messaging and Collaboration, O=Contoso Ltd, C=JP"_s);
        QCOMPARE(one.facts.subjectCommonName, u"mail.contoso.com"_s);
        QCOMPARE(one.facts.issuer, u"CN=Contoso Issuing CA 1, DC=contoso, DC=local"_s);
        QCOMPARE(one.facts.dnsNames,
            QStringList({u"mail.contoso.com"_s, u"autodiscover.contoso.com"_s, u"EX01.contoso.local"_s}));
        QCOMPARE(one.facts.dnsNameCount, 3);
        QCOMPARE(one.services, std::optional<ServiceSet>(Service::Imap | Service::Pop | Service::Iis | Service::Smtp));
        QCOMPARE(one.status, std::optional(domain::CertificateStatus::Valid));
        QCOMPARE(one.rootCaType, std::optional(domain::RootCaType::Enterprise));
        QCOMPARE(one.hasPrivateKey, std::optional(true));
        QCOMPARE(one.isSelfSigned, std::optional(false));
        QCOMPARE(one.source, domain::CertificateSource::PrintedText);
        // its order depends on the server, and it has no time zone
        QVERIFY(!one.facts.notAfterUtc.isValid() && !one.facts.notBeforeUtc.isValid());
        QVERIFY(!one.iisBindings && !one.privateKeyExportable && one.facts.der.isEmpty());
        QVERIFY_RESULT(read.at(1));
        QCOMPARE(read.at(1)->services, std::optional(ServiceSet()));
        QVERIFY(read.at(1)->facts.isSelfIssued);
    }

    void list_ofJapaneseWindows_isJoinedWithinWords()
    {
        const auto read = decoded(japanese);
        QCOMPARE(read.size(), 1);
        QVERIFY_RESULT(read.at(0));
        QCOMPARE(read.at(0)->facts.subject,
            u"CN=mail.contoso.co.jp, O=コントソ株式会社情報システム部, L=Chiyoda-ku, S=Tokyo-Metropolitan, C=JP"_s);
        QCOMPARE(read.at(0)->services, std::optional<ServiceSet>(Service::Smtp));
        QVERIFY(read.at(0)->server.isEmpty());
    }

    void encodingOfTheFile_isFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto encoded = [](QStringConverter::Encoding encoding, bool withMark) {
            QStringEncoder encoder(
                encoding, withMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            return QByteArray(encoder(japanese));
        };
        QTest::newRow("UTF-8") << japanese.toUtf8();
        QTest::newRow("UTF-8 with a mark") << encoded(QStringConverter::Utf8, true);
        QTest::newRow("UTF-16 of Out-File") << encoded(QStringConverter::Utf16LE, true);
        QTest::newRow("UTF-16 without a mark") << encoded(QStringConverter::Utf16LE, false);
        if (QStringEncoder shiftJis("Shift_JIS"); shiftJis.isValid())
            QTest::newRow("Shift_JIS") << QByteArray(shiftJis(japanese));
    }
    void encodingOfTheFile_isFound()
    {
        QFETCH(const QByteArray, bytes);
        QString text = textOfBytes(bytes);
        text.remove(QChar::ByteOrderMark);
        QCOMPARE(text, japanese);
        QCOMPARE(decoded(textOfBytes(bytes)).size(), 1);
    }

    void table_ofTheDefaultView_isRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("as printed") << table;
        QTest::newRow("quoted in a mail") << u"> "_s + QString(table).replace(u'\n', u"\n> "_s);
        QTest::newRow("blanks were lost") << QString(table).replace(QRegularExpression(u" +"_s), u" "_s);
        QTest::newRow("without its header") << table.section(u'\n', 2);
        QTest::newRow("with carriage returns") << QString(table).replace(u'\n', u"\r\n"_s);
        QTest::newRow("a real ellipsis") << QString(table).replace(u"Con..."_s, u"Con…"_s);
        QTest::newRow("among other text")
            << u"Dear colleagues,\n\nsee below.\n\n"_s + table + u"\nKind regards\nA: B\n"_s;
    }
    void table_ofTheDefaultView_isRead()
    {
        QFETCH(const QString, text);
        const auto read = decoded(text);
        QCOMPARE(read.size(), 2);
        QVERIFY_RESULT(read.at(0));
        QCOMPARE(read.at(0)->facts.thumbprint.toString(), first);
        QCOMPARE(read.at(0)->services,
            std::optional<ServiceSet>(Service::Imap | Service::Pop | Service::Iis | Service::Smtp));
        QVERIFY(read.at(0)->facts.subject.startsWith(u"CN=mail.contoso.com, O=Con"));
        QCOMPARE(read.at(0)->facts.subjectCommonName, u"mail.contoso.com"_s);
        QVERIFY(read.at(0)->facts.dnsNameCount > read.at(0)->facts.dnsNames.size()); // its names are not known
        QVERIFY(!read.at(0)->status && !read.at(0)->hasPrivateKey && !read.at(0)->isSelfSigned);
        QVERIFY_RESULT(read.at(1));
        QCOMPARE(read.at(1)->services, std::optional(ServiceSet()));
        QCOMPARE(read.at(1)->facts.subject, u"CN=EX01"_s);
    }

    void valueThatIsCutOff_isNotKnown()
    {
        const auto read = decoded(uR"(Thumbprint                               Services          Subject         Status
----------                               --------          -------         ------
9A0B1C2D3E4F5061728394A5B6C7D8E9F0A1B2C3 IMAP, POP, IIS... CN=mail.cont... Valid
0123456789ABCDEF01234567...              SMTP              CN=EX01         Valid
)"_s);
        QCOMPARE(read.size(), 2);
        QVERIFY_RESULT(read.at(0));
        QVERIFY(!read.at(0)->services.has_value()); // half a list would be taken for the truth
        QCOMPARE(read.at(0)->facts.subjectCommonName, QString());
        QCOMPARE(read.at(0)->status, std::optional(domain::CertificateStatus::Valid));
        QVERIFY(!read.at(1)); // there is a certificate, and which one is not legible
        QCOMPARE(read.at(1).error().code, ErrorCode::RawDataMissing);
    }

    void list_thatIsCutOff_saysThatThereAreMoreNames()
    {
        const auto read = decoded(
            u"CertificateDomains : {a.contoso.com, b.contoso.com...}\nServices : SMTP\nThumbprint : "_s + first);
        QCOMPARE(read.size(), 1);
        QVERIFY_RESULT(read.at(0));
        QCOMPARE(read.at(0)->facts.dnsNames.size(), 1); // the second may be cut off itself
        QVERIFY(read.at(0)->facts.dnsNameCount > 1);
    }

    void rowThatIsWrapped_isJoined()
    {
        const auto read = decoded(uR"(Thumbprint           Services Subject
----------           -------- -------
9A0B1C2D3E4F50617283 IP.WS..  CN=mail.contoso.com,
94A5B6C7D8E9F0A1B2C3          O=Contoso Ltd
)"_s);
        QCOMPARE(read.size(), 1);
        QVERIFY_RESULT(read.at(0));
        QCOMPARE(read.at(0)->facts.thumbprint.toString(), first);
        QCOMPARE(read.at(0)->facts.subject, u"CN=mail.contoso.com, O=Contoso Ltd"_s);
    }

    void otherTexts_holdNoCertificates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a mail") << u"Subject: Certificates\nStatus: open\nDate: today\n\nHello"_s;
        QTest::newRow("a log of git") << u"commit "_s + first.toLower() + u"\nAuthor: A <a@b>\n\n    area: fix\n"_s;
        QTest::newRow("a list of hashes") << first + u"  kakuin.tar.gz\n"_s + second + u"  README\n"_s;
        QTest::newRow("a service") << u"Name : MSExchangeTransport\nStatus : Running\nServices : x\n"_s;
        QTest::newRow("a table of other things") << u"Thumbprint of Bob\n-----------------\nnone\n"_s;
    }
    void otherTexts_holdNoCertificates()
    {
        QFETCH(const QString, text);
        QVERIFY(printedCertificates(text).objects.isEmpty());
    }

    void limits_hold()
    {
        PrintedLimits limits;
        limits.certificates = 3;
        const QString row = table.section(u'\n', 2, 2) + u'\n';
        const auto many = printedCertificates(row.repeated(10), limits);
        QCOMPARE(many.objects.size(), 3);
        QVERIFY(many.isCut);
        limits = {};
        limits.lines = 2;
        QVERIFY(printedCertificates(row.repeated(10), limits).isCut);
        limits = {};
        limits.characters = row.size();
        QCOMPARE(printedCertificates(row.repeated(2), limits).objects.size(), 1);
        // one line without an end, a value that never ends, columns without number
        QVERIFY(printedCertificates(QString(5'000'000, u'9')).objects.isEmpty());
        QVERIFY(printedCertificates(u"Services : a\n"_s + u"      b\n"_s.repeated(100'000)).objects.isEmpty());
        QVERIFY(printedCertificates(u"Thumbprint\n"_s + u"- "_s.repeated(9'000) + u"---\n"_s + u"x "_s.repeated(9'000))
                    .objects.isEmpty());
    }
};

KAKUIN_TEST(tst_PrintedCertificates)

} // namespace tests::tst_printedcertificates

#include "tst_printedcertificates.moc"

// SPDX-License-Identifier: MIT
#include "text/reporttext.h"

#include "text/expirytext.h"

#include <QtCore/QHash>

namespace kakuin::ui {

QString ReportText::language()
{
    //: the code of the language of these texts: en, ja. It tells browsers and screen readers how to show the page.
    return tr("en", "language code");
}

QString ReportText::title(const QString &organisation)
{
    //: title of a report; %1: name of the organisation
    return organisation.isEmpty() ? tr("Certificates of the organisation") : tr("Certificates of %1").arg(organisation);
}

QString ReportText::made(const QDateTime &takenUtc, const QDateTime &nowUtc)
{
    const QString taken = takenUtc.isValid() ? ExpiryText::dayAndTime(takenUtc) : tr("at a time that is not known");
    //: %1: when the organisation was read, %2: when the report was made
    return tr("Read %1, report made %2 by Kakuin. Times are local to this computer.")
        .arg(taken, ExpiryText::dayAndTime(nowUtc));
}

QString ReportText::summaryHeading()
{
    return tr("Summary");
}

QString ReportText::findingsHeading()
{
    return tr("Findings");
}

QString ReportText::nothingFound()
{
    return tr("Nothing was found.");
}

QString ReportText::countsHeader(int column)
{
    return column == 0 ? tr("Severity") : tr("Number");
}

QString ReportText::whatToDo()
{
    return tr("What to do");
}

QString ReportText::concerned()
{
    //: column: what a finding is about
    return tr("Concerns");
}

QString ReportText::evidence()
{
    return tr("Evidence");
}

QString ReportText::inventoryHeading()
{
    return tr("Servers and certificates");
}

QString ReportText::serverHeading(const QString &name, const QString &version)
{
    //: %1: server, %2: version of Exchange
    return version.isEmpty() ? name : tr("%1 (%2)").arg(name, version);
}

QString ReportText::notRead(const QString &why)
{
    //: %1: a sentence that says why
    return tr("Not known: %1").arg(why);
}

QStringList ReportText::certificateColumns()
{
    return {tr("Name"), tr("Thumbprint"), tr("Expires"), tr("Remaining"), tr("Services"), tr("Roles")};
}

QString ReportText::column(const QString &key)
{
    const QHash<QString, QString> words{{QStringLiteral("server"), tr("Server")},
        {QStringLiteral("thumbprint"), tr("Thumbprint")}, {QStringLiteral("subject"), tr("Subject")},
        {QStringLiteral("issuer"), tr("Issuer")}, {QStringLiteral("serial"), tr("Serial number")},
        {QStringLiteral("notBefore"), tr("Valid from (UTC)")}, {QStringLiteral("notAfter"), tr("Expires (UTC)")},
        {QStringLiteral("daysLeft"), tr("Days left")}, {QStringLiteral("friendlyName"), tr("Friendly name")},
        {QStringLiteral("services"), tr("Services")}, {QStringLiteral("roles"), tr("Roles")},
        {QStringLiteral("selfSigned"), tr("Self-signed")}, {QStringLiteral("hasPrivateKey"), tr("Private key")},
        {QStringLiteral("exportable"), tr("Key exportable")}, {QStringLiteral("status"), tr("Status")},
        {QStringLiteral("rootCaType"), tr("Root CA type")}, {QStringLiteral("keyAlgorithm"), tr("Key algorithm")},
        {QStringLiteral("keyBits"), tr("Key size (bits)")},
        {QStringLiteral("signatureAlgorithm"), tr("Signature algorithm")},
        {QStringLiteral("dnsNames"), tr("DNS names")}, {QStringLiteral("error"), tr("Error")}};
    return words.value(key, key);
}

QString ReportText::timelineHeading()
{
    return tr("Expiry timeline");
}

QString ReportText::timelineTooLarge()
{
    return tr(
        "There are too many certificates for one picture. The window shows them; the calendar export holds them all.");
}

QString ReportText::runbookHeading()
{
    return tr("Change plan");
}

QString ReportText::stepHeading(int number, const QString &words)
{
    //: heading of a step; %1: its number, %2: what it does
    return tr("Step %1: %2").arg(number).arg(words);
}

QString ReportText::expectedQuestions()
{
    return tr("Questions to expect");
}

QString ReportText::checks()
{
    return tr("Check before the next step");
}

QString ReportText::beforeYouStart()
{
    return tr("Before you start");
}

QString ReportText::lateValues()
{
    return tr("In the commands, <1> stands for the thumbprint of the certificate that step 1 makes.");
}

QString ReportText::planHash(const QByteArray &hash)
{
    //: %1 is a SHA-256 of the plan, 64 hexadecimal digits
    return tr("Hash of this plan (SHA-256): %1. Kakuin shows it on the Review page, before anything runs.")
        .arg(QString::fromLatin1(hash));
}

QString ReportText::goesBack()
{
    return tr(
        "If a check fails, stop there. What the earlier steps did stays done: compare with the organisation before you "
        "repeat anything.");
}

QStringList ReportText::signatureColumns()
{
    return {tr("Step"), tr("Done by"), tr("Date and time"), tr("Result")};
}

} // namespace kakuin::ui

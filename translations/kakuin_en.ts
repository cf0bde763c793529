<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AuthAdviceText</name>
    <message numerus="yes">
        <source>In use: %n days left</source>
        <translation>
            <numerusform>In use: %n day left</numerusform>
            <numerusform>In use: %n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Staged: %n days left</source>
        <translation>
            <numerusform>Staged: %n day left</numerusform>
            <numerusform>Staged: %n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarText</name>
    <message numerus="yes">
        <source>%1 (%2) expires in %n days</source>
        <extracomment>reminder of a calendar entry; %1: a certificate, %2: servers</extracomment>
        <translation>
            <numerusform>%1 (%2) expires in %n day</numerusform>
            <numerusform>%1 (%2) expires in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateSheet</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n servers</source>
        <translation>
            <numerusform>On %n server</numerusform>
            <numerusform>On %n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missing on %n servers</source>
        <translation>
            <numerusform>Missing on %n server</numerusform>
            <numerusform>Missing on %n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not known for %n servers</source>
        <translation>
            <numerusform>Not known for %n server</numerusform>
            <numerusform>Not known for %n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n servers</source>
        <translation>
            <numerusform>on %n server</numerusform>
            <numerusform>on %n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of those selected are no longer there.</source>
        <translation>
            <numerusform>%n of those selected is no longer there.</numerusform>
            <numerusform>%n of those selected are no longer there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandText</name>
    <message numerus="yes">
        <source>%1 after %2; %n objects returned.</source>
        <extracomment>%1: &quot;done&quot;, &quot;failed&quot; …, %2: a duration</extracomment>
        <translation>
            <numerusform>%1 after %2; %n object returned.</numerusform>
            <numerusform>%1 after %2; %n objects returned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsoleText</name>
    <message numerus="yes">
        <source>The %n entries of %1 are as they were written.</source>
        <extracomment>%1 is a path, %n a number of entries</extracomment>
        <translation>
            <numerusform>The %n entry of %1 is as it was written.</numerusform>
            <numerusform>The %n entries of %1 are as they were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is not as it was written, in %n places.</source>
        <extracomment>%1 is a path, %n a number of places</extracomment>
        <translation>
            <numerusform>%1 is not as it was written, in %n place.</numerusform>
            <numerusform>%1 is not as it was written, in %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpiryText</name>
    <message numerus="yes">
        <source>expired %n days ago</source>
        <translation>
            <numerusform>expired %n day ago</numerusform>
            <numerusform>expired %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>expired %n years ago</source>
        <translation>
            <numerusform>expired %n year ago</numerusform>
            <numerusform>expired %n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n years</source>
        <translation>
            <numerusform>in %n year</numerusform>
            <numerusform>in %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <comment>length of a certificate&apos;s life</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <comment>length of a certificate&apos;s life</comment>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days left of %1</source>
        <translation>
            <numerusform>%n day left of %1</numerusform>
            <numerusform>%n days left of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years left of %1</source>
        <translation>
            <numerusform>%n year left of %1</numerusform>
            <numerusform>%n years left of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>short form of days</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y</source>
        <comment>short form of years</comment>
        <translation>
            <numerusform>%n y</numerusform>
            <numerusform>%n y</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingText</name>
    <message numerus="yes">
        <source>Expired %n days ago</source>
        <translation>
            <numerusform>Expired %n day ago</numerusform>
            <numerusform>Expired %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Threshold: %n days</source>
        <translation>
            <numerusform>Threshold: %n day</numerusform>
            <numerusform>Threshold: %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issued for %n days</source>
        <translation>
            <numerusform>Issued for %n day</numerusform>
            <numerusform>Issued for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Public authorities now issue for at most %n days</source>
        <translation>
            <numerusform>Public authorities now issue for at most %n day</numerusform>
            <numerusform>Public authorities now issue for at most %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n hours</source>
        <translation>
            <numerusform>In %n hour</numerusform>
            <numerusform>In %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers have it</source>
        <translation>
            <numerusform>%n server has it</numerusform>
            <numerusform>%n servers have it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more servers</source>
        <translation>
            <numerusform>and %n more server</numerusform>
            <numerusform>and %n more servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftText</name>
    <message numerus="yes">
        <source>%n to be done</source>
        <extracomment>beside a server: how many things can be done there now</extracomment>
        <translation>
            <numerusform>%n to be done</numerusform>
            <numerusform>%n to be done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are left to do.</source>
        <translation>
            <numerusform>%n thing is left to do.</numerusform>
            <numerusform>%n things are left to do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are left to do</source>
        <extracomment>the beginning of a sentence; %n: how many things</extracomment>
        <translation>
            <numerusform>%n thing is left to do</numerusform>
            <numerusform>%n things are left to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n servers.</source>
        <extracomment>%1: &quot;9 things are left to do&quot;; %n: a number of servers</extracomment>
        <translation>
            <numerusform>%1 on %n server.</numerusform>
            <numerusform>%1 on %n servers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixText</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <extracomment>for screen readers; %1: the first certificate of a cell with several</extracomment>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationText</name>
    <message numerus="yes">
        <source>%n steps can still be done. Those of the servers that are marked are left out.</source>
        <translation>
            <numerusform>%n step can still be done. Those of the servers that are marked are left out.</numerusform>
            <numerusform>%n steps can still be done. Those of the servers that are marked are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps are left. The next page shows exactly what will be sent.</source>
        <translation>
            <numerusform>%n step is left. The next page shows exactly what will be sent.</numerusform>
            <numerusform>%n steps are left. The next page shows exactly what will be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganisationSheet</name>
    <message numerus="yes">
        <source>It is missing on %n servers.</source>
        <translation>
            <numerusform>It is missing on %n server.</numerusform>
            <numerusform>It is missing on %n servers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whether it is on %n more servers is not known.</source>
        <translation>
            <numerusform>Whether it is on %n more server is not known.</numerusform>
            <numerusform>Whether it is on %n more servers is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates match %1</source>
        <extracomment>%n certificates match; %1: issuer and subject</extracomment>
        <translation>
            <numerusform>%n certificate matches %1</numerusform>
            <numerusform>%n certificates match %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message numerus="yes">
        <source>All %n servers have their new certificates, and every check agrees.</source>
        <translation>
            <numerusform>%n server has its new certificate, and every check agrees.</numerusform>
            <numerusform>All %n servers have their new certificates, and every check agrees.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renew %n certificates on %1</source>
        <translation>
            <numerusform>Renew %n certificate on %1</numerusform>
            <numerusform>Renew %n certificates on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renew certificates on %n servers</source>
        <translation>
            <numerusform>Renew certificates on %n server</numerusform>
            <numerusform>Renew certificates on %n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n servers have their new certificates. For the others, see below what happened.</source>
        <extracomment>%1 and %n are numbers of servers</extracomment>
        <translation>
            <numerusform>%1 of %n server has its new certificate. For the others, see below what happened.</numerusform>
            <numerusform>%1 of %n servers have their new certificates. For the others, see below what happened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n certificates</source>
        <translation>
            <numerusform>Remove %n certificate</numerusform>
            <numerusform>Remove %n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import a certificate on %n servers</source>
        <translation>
            <numerusform>Import a certificate on %n server</numerusform>
            <numerusform>Import a certificate on %n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates were removed, and every check agrees.</source>
        <translation>
            <numerusform>%n certificate was removed, and every check agrees.</numerusform>
            <numerusform>%n certificates were removed, and every check agrees.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers have the certificate with its key.</source>
        <translation>
            <numerusform>%n server has the certificate with its key.</numerusform>
            <numerusform>%n servers have the certificate with its key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromptText</name>
    <message numerus="yes">
        <source>That one expires in %n days, and it cannot be removed while it has this role.</source>
        <translation>
            <numerusform>That one expires in %n day, and it cannot be removed while it has this role.</numerusform>
            <numerusform>That one expires in %n days, and it cannot be removed while it has this role.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingText</name>
    <message numerus="yes">
        <source>%n servers could not be read again. What is shown of them is older than the rest.</source>
        <translation>
            <numerusform>%n server could not be read again. What is shown of it is older than the rest.</numerusform>
            <numerusform>%n servers could not be read again. What is shown of them is older than the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The reading was cancelled before %n servers had answered.</source>
        <translation>
            <numerusform>The reading was cancelled before %n server had answered.</numerusform>
            <numerusform>The reading was cancelled before %n servers had answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RotationText</name>
    <message numerus="yes">
        <source>%1 of %n servers have it</source>
        <extracomment>%1 and %n are numbers of servers</extracomment>
        <translation>
            <numerusform>%1 of %n server has it</numerusform>
            <numerusform>%1 of %n servers have it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerSheet</name>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates cannot be read</source>
        <translation>
            <numerusform>%n certificate cannot be read</numerusform>
            <numerusform>%n certificates cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineText</name>
    <message numerus="yes">
        <source>%n servers</source>
        <comment>behind the name of a certificate</comment>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1: names of servers</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n d</source>
        <comment>end of the next days on a time axis</comment>
        <translation>
            <numerusform>+%n d</numerusform>
            <numerusform>+%n d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::AttentionStrip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>on a button behind the worst thing: how many more need attention</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The Auth certificate of the organisation expires in %n days. Every server uses it; rotate it at least 48 hours before.</source>
        <translation>
            <numerusform>The Auth certificate of the organisation expires in %n day. Every server uses it; rotate it at least 48 hours before.</numerusform>
            <numerusform>The Auth certificate of the organisation expires in %n days. Every server uses it; rotate it at least 48 hours before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The internal transport certificate of %1 expires in %n days. Mail between the servers depends on it.</source>
        <translation>
            <numerusform>The internal transport certificate of %1 expires in %n day. Mail between the servers depends on it.</numerusform>
            <numerusform>The internal transport certificate of %1 expires in %n days. Mail between the servers depends on it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” on %2 expires in %n days.</source>
        <extracomment>%1: name of a certificate, %2: server</extracomment>
        <translation>
            <numerusform>“%1” on %2 expires in %n day.</numerusform>
            <numerusform>“%1” on %2 expires in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::BannerStack</name>
    <message numerus="yes">
        <source>%n operations were interrupted: the program ended in the middle.</source>
        <translation>
            <numerusform>%n operation was interrupted: the program ended in the middle.</numerusform>
            <numerusform>%n operations were interrupted: the program ended in the middle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records of the journal are not as they were written, so an operation may be unfinished that is not listed here. Keep a copy of %1, and compare the certificates of your servers with what you know.</source>
        <extracomment>%1 is a path, %n a number of records</extracomment>
        <translation>
            <numerusform>%n record of the journal is not as it was written, so an operation may be unfinished that is not listed here. Keep a copy of %1, and compare the certificates of your servers with what you know.</numerusform>
            <numerusform>%n records of the journal are not as they were written, so an operation may be unfinished that is not listed here. Keep a copy of %1, and compare the certificates of your servers with what you know.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n servers have it.</source>
        <extracomment>%1 and %n are numbers of servers</extracomment>
        <translation>
            <numerusform>%1 of %n server has it.</numerusform>
            <numerusform>%1 of %n servers have it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::CompareDialog</name>
    <message numerus="yes">
        <source>%n of %1 fields differ.</source>
        <extracomment>%n: fields that differ, %1: how many fields there are</extracomment>
        <translation>
            <numerusform>%n of %1 fields differs.</numerusform>
            <numerusform>%n of %1 fields differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::FindingsView</name>
    <message numerus="yes">
        <source>Nothing was found. %n things are not known.</source>
        <translation>
            <numerusform>Nothing was found. %n thing is not known.</numerusform>
            <numerusform>Nothing was found. %n things are not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::HelpWindow</name>
    <message numerus="yes">
        <source>%n on this page</source>
        <extracomment>how often the words that are searched for stand on the page that is shown</extracomment>
        <translation>
            <numerusform>%n on this page</numerusform>
            <numerusform>%n on this page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::LabClockDialog</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::LeftToDoPanel</name>
    <message numerus="yes">
        <source>%n operations were carried out with an earlier version, which did not record work by hand. What has to be done by hand after them is listed here only where it can be read from the servers.</source>
        <translation>
            <numerusform>%n operation was carried out with an earlier version, which did not record work by hand. What has to be done by hand after it is listed here only where it can be read from the servers.</numerusform>
            <numerusform>%n operations were carried out with an earlier version, which did not record work by hand. What has to be done by hand after them is listed here only where it can be read from the servers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::LiveCheckDialog</name>
    <message numerus="yes">
        <source>%n ports</source>
        <translation>
            <numerusform>%n port</numerusform>
            <numerusform>%n ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers</source>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::NextStepBox</name>
    <message numerus="yes">
        <source>Renew %n certificates</source>
        <translation>
            <numerusform>Renew %n certificate</numerusform>
            <numerusform>Renew %n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::OptionsPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>after a list of servers with their services</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::OrganisationRows</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <extracomment>in the row of a server or group</extracomment>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <extracomment>in the row of a server</extracomment>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::PracticeDialog</name>
    <message numerus="yes">
        <source>%n Exchange 2013 servers, Mailbox and Client Access. Every procedure has something to do.</source>
        <translation>
            <numerusform>%n Exchange 2013 server, Mailbox and Client Access. Every procedure has something to do.</numerusform>
            <numerusform>%n Exchange 2013 servers, Mailbox and Client Access. Every procedure has something to do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers, one site.</source>
        <translation>
            <numerusform>%n server, one site.</numerusform>
            <numerusform>%n servers, one site.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers, two sites, a database availability group, Edge, hybrid.</source>
        <translation>
            <numerusform>%n server, two sites, a database availability group, Edge, hybrid.</numerusform>
            <numerusform>%n servers, two sites, a database availability group, Edge, hybrid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers, several versions and sites; some are not reachable.</source>
        <translation>
            <numerusform>%n server, several versions and sites; some are not reachable.</numerusform>
            <numerusform>%n servers, several versions and sites; some are not reachable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers, some two thousand certificates.</source>
        <translation>
            <numerusform>%n server, some two thousand certificates.</numerusform>
            <numerusform>%n servers, some two thousand certificates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::QuickFilterBar</name>
    <message numerus="yes">
        <source>%1: %n rows</source>
        <extracomment>for screen readers; %1: a quick filter</extracomment>
        <translation>
            <numerusform>%1: %n row</numerusform>
            <numerusform>%1: %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ResultPage</name>
    <message numerus="yes">
        <source>%n more are in the list of certificates.</source>
        <translation>
            <numerusform>%n more is in the list of certificates.</numerusform>
            <numerusform>%n more are in the list of certificates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ReviewPage</name>
    <message numerus="yes">
        <source>%n questions will be answered as recommended. Every other question comes to you.</source>
        <translation>
            <numerusform>%n question will be answered as recommended. Every other question comes to you.</numerusform>
            <numerusform>%n questions will be answered as recommended. Every other question comes to you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange will ask %n questions, one after the other. You can look at all of them now and agree to the recommended answers.</source>
        <translation>
            <numerusform>Exchange will ask %n question. You can look at it now and agree to the recommended answer.</numerusform>
            <numerusform>Exchange will ask %n questions, one after the other. You can look at all of them now and agree to the recommended answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::RunRow</name>
    <message numerus="yes">
        <source>%1, %n s</source>
        <extracomment>%1 is a state (&quot;running&quot;), %n a number of seconds</extracomment>
        <translation>
            <numerusform>%1, %n s</numerusform>
            <numerusform>%1, %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::SaveSnapshotDialog</name>
    <message numerus="yes">
        <source>Saved: %n server(s).</source>
        <translation>
            <numerusform>Saved: %n server.</numerusform>
            <numerusform>Saved: %n servers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::SnapshotComparisonDialog</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%n servers, %1</source>
        <extracomment>%1: &quot;23 certificates&quot;</extracomment>
        <translation>
            <numerusform>%n server, %1</numerusform>
            <numerusform>%n servers, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::TimelineView</name>
    <message numerus="yes">
        <source>%1 %n certificates are not in it, because they have expired or their expiry is not known.</source>
        <translation>
            <numerusform>%1 %n certificate is not in it, because it has expired or its expiry is not known.</numerusform>
            <numerusform>%1 %n certificates are not in it, because they have expired or their expiry is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers could not be read: their certificates are not shown.</source>
        <translation>
            <numerusform>%n server could not be read: its certificates are not shown.</numerusform>
            <numerusform>%n servers could not be read: their certificates are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The timeline has %n lines, more than a picture can hold (%1). The calendar has room for all of them.</source>
        <translation>
            <numerusform>The timeline has %n line, more than a picture can hold (%1). The calendar has room for all of them.</numerusform>
            <numerusform>The timeline has %n lines, more than a picture can hold (%1). The calendar has room for all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::Watch</name>
    <message numerus="yes">
        <source>%n further new findings</source>
        <translation>
            <numerusform>%n further new finding</numerusform>
            <numerusform>%n further new findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read again every %n minutes</source>
        <translation>
            <numerusform>Read again every minute</numerusform>
            <numerusform>Read again every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read again every %n hours</source>
        <translation>
            <numerusform>Read again every hour</numerusform>
            <numerusform>Read again every %n hours</numerusform>
        </translation>
    </message>
</context>
</TS>

// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"
#include "tests/testkit/tstranslator.h"
#include "text/servertext.h"
#include "text/severitytext.h"

#include <QtTest/QTest>

namespace tests::tst_servertext {

using namespace kakuin;
using ui::ServerText;

namespace {

QStringList everything()
{
    QStringList texts;
    using Role = domain::ServerRole;
    for (const Role role : {Role::Mailbox, Role::ClientAccess, Role::UnifiedMessaging, Role::HubTransport, Role::Edge,
             Role::FrontendTransport})
        texts << ServerText::role(role) << ServerText::roles(role);
    texts << ServerText::roles({});
    for (int status = 0; status <= static_cast<int>(domain::CertificateStatus::PendingRequest); ++status)
        texts << ServerText::status(static_cast<domain::CertificateStatus>(status));
    for (int type = 0; type <= static_cast<int>(domain::RootCaType::Unknown); ++type)
        texts << ServerText::rootCaType(static_cast<domain::RootCaType>(type));
    for (const std::optional<bool> value : {std::optional<bool>(), std::optional(true), std::optional(false)})
        texts << ServerText::yesNo(value);
    using Kind = shell::ShellDescription::Kind;
    for (const Kind kind : {Kind::Lab, Kind::Snapshot, Kind::Remote, Kind::Process})
        texts << ServerText::connection({kind, {}, false, {}});
    using Source = domain::CertificateSource;
    for (const Source source : {Source::SerializedObject, Source::FlatProperties, Source::RawDataOnly})
        texts << ServerText::source(source);
    for (int severity = 0; severity <= static_cast<int>(models::Severity::Expired); ++severity)
        texts << ui::SeverityText::word(static_cast<models::Severity>(severity));
    return texts;
}

} // namespace

class tst_ServerText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyValue_hasWords()
    {
        for (const QString &text : everything())
            QVERIFY(!text.isEmpty());
    }

    void everyValue_isTranslated_inJapanese()
    {
        const testkit::JapaneseScope scope;
        if (!scope.covers(QStringLiteral("ServerText")))
            QSKIP("kakuin_ja.ts has no words for servers");
        for (const QString &text : everything())
            QVERIFY2(testkit::hasJapanese(text), qPrintable(text));
    }

    void services_tellNoneFromNotKnown()
    {
        QCOMPARE(ServerText::services(std::nullopt), QStringLiteral("not known"));
        QCOMPARE(ServerText::services(domain::ServiceSet()), QStringLiteral("–"));
        QCOMPARE(ServerText::services(domain::Service::Imap | domain::Service::Smtp), QStringLiteral("IMAP SMTP"));
    }

    void roles_areListed()
    {
        QCOMPARE(ServerText::roles(domain::ServerRole::Mailbox | domain::ServerRole::ClientAccess),
            QStringLiteral("Mailbox server, Client Access server"));
    }
};

KAKUIN_TEST(tst_ServerText)

} // namespace tests::tst_servertext

#include "tst_servertext.moc"

// SPDX-License-Identifier: MIT
#include "core/shell/refusal.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_refusal {

using namespace Qt::StringLiterals;
using namespace kakuin;

/// Exchange's refusals are told apart, in both languages, and nothing else is taken for one.
class tst_Refusal final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void record_isTold_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("code");
        const auto row = [](const char *tag, const QString &id, const QString &message, ErrorCode code) {
            QTest::newRow(tag) << id << message << static_cast<int>(code);
        };
        const QString remove
            = u"[Server=EX01,RequestId=1,TimeStamp=2] [FailureCategory=Cmdlet-InvalidOperationException] "
              "%1,Microsoft.Exchange.Management.SystemConfigurationTasks.RemoveExchangeCertificate"_s;
        row("E1 by its identifier, in a language that nobody knows", remove.arg(u"DCA528C3"_s), u"Nein."_s,
            ErrorCode::RefusedInternalTransport);
        row("E1 by its English words", {},
            u"A special Rpc error occurs on server EX01: The internal transport certificate cannot be removed because "
            "that would cause the Microsoft Exchange Transport service to stop."_s,
            ErrorCode::RefusedInternalTransport);
        row("E1 by its Japanese words", {},
            u"Microsoft Exchange Transport サービスを停止させる原因になる可能性があるため、内部トランスポート証明書は削除できません。"_s,
            ErrorCode::RefusedInternalTransport);
        row("E2", remove.arg(u"23FA4F48"_s), {}, ErrorCode::RefusedSendConnectors);
        row("E2 by its words", {}, u"These certificates are tagged with following Send Connectors : Internet."_s,
            ErrorCode::RefusedSendConnectors);
        row("E3", remove.arg(u"71D7F7B0"_s), {}, ErrorCode::RefusedNotFound);
        row("E4", remove.arg(u"FE3EAF97"_s), {}, ErrorCode::RefusedUnusable);
        row("E5", {}, u"The private key couldn't be exported as PKCS-12. It either couldn't be accessed …"_s,
            ErrorCode::RefusedNotExportable);
        row("E6", remove.arg(u"a39cf339"_s), {}, ErrorCode::RefusedImport);
        row("E7", {}, u"Cannot import certificate. A certificate with the thumbprint AA already exists."_s,
            ErrorCode::RefusedDuplicate);
        row("E8", {}, u"The new certificate effective date is invalid. The effective date must be greater …"_s,
            ErrorCode::RefusedDate);
        const QString send = QString(remove).replace(u"RemoveExchange"_s, u"ExportExchange"_s).arg(u"12345678"_s);
        // the real words are not known: whatever an export says of the Auth certificate
        for (const QString &words : {u"The Exchange Server Auth Certificate can't be exported."_s,
                 u"Exporting the OAuth certificate is no longer supported."_s,
                 u"Auth 証明書をエクスポートできません。"_s,
                 u"A special Rpc error occurs on server EX01: Microsoft Exchange Server Auth Certificate: blocked."_s})
            row(qPrintable(u"Auth certificate: "_s + words), send, words, ErrorCode::RefusedAuthExport);
        row("Auth certificate, another cmdlet", remove.arg(u"12345678"_s), u"The Auth certificate is in use."_s,
            ErrorCode::ServerError);
        row("Auth certificate, server not reached", send,
            u"Auth certificate: the RPC server is unavailable. (1722, 0x6BA)"_s, ErrorCode::ServerError);
        row("a certificate that authenticates", send, u"The authenticated certificate is gone."_s,
            ErrorCode::ServerError);
        row("anything else", remove.arg(u"12345678"_s), u"The internal transport certificate is fine."_s,
            ErrorCode::ServerError);
        row("nothing", {}, {}, ErrorCode::ServerError);
    }

    void record_isTold()
    {
        QFETCH(QString, identifier);
        QFETCH(QString, message);
        QFETCH(int, code);
        shell::ErrorRecord record;
        record.fullyQualifiedErrorId = identifier;
        record.message = message;
        QCOMPARE(static_cast<int>(shell::refusalOf(record)), code);
    }
};

KAKUIN_TEST(tst_Refusal)

} // namespace tests::tst_refusal

#include "tst_refusal.moc"

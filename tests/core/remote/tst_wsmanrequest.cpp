// SPDX-License-Identifier: MIT
#include "core/remote/wsmanrequest.h"
#include "tests/testkit/recordedsessions.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QXmlStreamReader>

#include <QtTest/QTest>

namespace tests::tst_wsmanrequest {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

const QUuid message(u"583D0C21-19C7-4FA8-8C86-4C65500E4FA3"_s);
const QString shellId = u"49EE5C41-E806-4A44-B192-DAD4B3AEECB5"_s;
const QString commandId = u"24E6F3FF-24A4-4B86-9545-49C5285D0A91"_s;

/// Every element and attribute as "{namespace}name", with texts that are not ids, sizes or data; sorted, because the
/// order of a header means nothing.
QStringList shapeOf(const QString &envelope)
{
    QStringList shape;
    QXmlStreamReader xml(envelope);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.qualifiedName().toString().section(u':', -1);
        QString item = u'{' + xml.namespaceUri().toString() + u'}' + name;
        QStringList attributes;
        for (const auto &attribute : xml.attributes()) {
            const bool isId = attribute.name() == u"ShellId" || attribute.name() == u"CommandId";
            attributes += attribute.name().toString() + u'=' + (isId ? u"id"_s : attribute.value().toString());
        }
        attributes.sort();
        shape += item + u' ' + attributes.join(u' ');
    }
    shape.sort();
    return shape;
}

WsmanRequest requests()
{
    WsmanSessionFacts facts;
    facts.url = u"https://ex01.contoso.com/PowerShell/"_s;
    facts.resourceUri = u"http://schemas.microsoft.com/powershell/Microsoft.PowerShell"_s;
    facts.sessionId = QUuid(u"E24C68E5-2DFD-4A82-8D6D-A36DDCA272C4"_s);
    return WsmanRequest(facts);
}

} // namespace

class tst_WsmanRequest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void request_hasTheShapeOfARecordedOne_data();
    void request_hasTheShapeOfARecordedOne();
    void stop_isMisspelt();
    void header_saysWhatItShould();
    void payload_fits();
};

void tst_WsmanRequest::request_hasTheShapeOfARecordedOne_data()
{
    if (recordedWinrmFiles().isEmpty())
        QSKIP("no recordings of Windows servers (KAKUIN_CAPTURED_DATA/winrm)");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("ours");
    const WsmanRequest r = requests();
    const auto row = [](const char *action, const QByteArray &ours) {
        QTest::newRow(action) << QString::fromLatin1(action) << ours;
    };
    row("Create", r.create(message, QUuid(shellId), "x"));
    row("Command", r.command(message, shellId, QUuid(commandId), "x"));
    row("Send", r.send(message, shellId, {}, true, "x"));
    row("Receive", r.receive(message, shellId, commandId));
    row("Delete", r.remove(message, shellId));
}

void tst_WsmanRequest::request_hasTheShapeOfARecordedOne()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, ours);
    const auto exchanges = recordedExchanges(capturedPath("winrm/test_psrp_pshost_ui_mocked_methods.yml"));
    const auto recorded = std::find_if(exchanges.begin(), exchanges.end(), [&](const RecordedExchange &exchange) {
        return exchange.request.contains(u'/' + action + u"</"_s)
            && (action != u"Receive" || exchange.request.contains(u"DesiredStream CommandId"_s))
            && (action != u"Send" || exchange.request.contains(u"Name=\"pr\""_s));
    });
    QVERIFY(recorded != exchanges.end());
    QStringList theirs = shapeOf(recorded->request);
    // an option for Windows' plain shell, which PowerShell ignores
    theirs.removeIf([&](const QString &item) {
        return action == u"Command" && (item.contains(u"WINRS_SKIP_CMD_SHELL"_s) || item.contains(u"}OptionSet"_s));
    });
    QCOMPARE(shapeOf(QString::fromUtf8(ours)), theirs);
}

void tst_WsmanRequest::stop_isMisspelt()
{
    const WsmanRequest r = requests();
    QVERIFY(r.signal(message, shellId, commandId, WsmanSignal::StopPipeline).contains(">powershell/signal/crtl_c</"));
    QVERIFY(r.signal(message, shellId, commandId, WsmanSignal::Terminate)
                .contains(">http://schemas.microsoft.com/wbem/wsman/1/windows/shell/signal/Terminate</"));
}

void tst_WsmanRequest::header_saysWhatItShould()
{
    const QByteArray text = requests().receive(message, shellId, {});
    QVERIFY(text.contains(">uuid:583D0C21-19C7-4FA8-8C86-4C65500E4FA3</"));
    QVERIFY(text.contains(">PT20S</"));
    QVERIFY(text.contains(">https://ex01.contoso.com/PowerShell/</"));
    QVERIFY(!text.contains("CommandId"));
}

void tst_WsmanRequest::payload_fits()
{
    WsmanRequest r = requests();
    r.setMaxEnvelopeBytes(32768);
    const qsizetype empty = r.send(message, shellId, commandId, false, {}).size();
    const QByteArray full = r.send(message, shellId, commandId, false, QByteArray(r.payloadBytes(empty), 'x'));
    QVERIFY(full.size() <= 32768);
    QVERIFY(full.size() > 32768 - 8);
    QCOMPARE(r.payloadBytes(40000), 0);
}

KAKUIN_TEST(tst_WsmanRequest)

} // namespace tests::tst_wsmanrequest

#include "tst_wsmanrequest.moc"

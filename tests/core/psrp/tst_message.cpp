// SPDX-License-Identifier: MIT
#include "core/psrp/message.h"
#include "tests/testkit/recordedsessions.h"
#include "tests/testkit/verifyresult.h"

#include "core/clixml/object.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_message {

using namespace kakuin;
using namespace kakuin::psrp;

class tst_Message : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void header_isThatOfARecordedSession();
    void message_isRefused_whenItsHeaderIsWrong_data();
    void message_isRefused_whenItsHeaderIsWrong();
    void unknownType_keepsItsNumber();
    void value_isReadWithAndWithoutMark();
    void value_isRefused_whenThereAreTwo();
    void names_areThoseOfTheProtocol();
};

void tst_Message::header_isThatOfARecordedSession()
{
    const QByteArray recorded = QByteArray::fromHex("0200000002000100"
                                                    "7605 6A84 51DC 4F24 9262 CA2A55464B2B"
                                                    "00000000000000000000000000000000")
        + "<S />";
    const auto message = decodeMessage(recorded);
    QVERIFY_RESULT(message);
    QCOMPARE(message->destination, Destination::Server);
    QCOMPARE(message->type, MessageType::SessionCapability);
    QCOMPARE(message->pool, QUuid(QStringLiteral("846a0576-dc51-244f-9262-ca2a55464b2b")));
    QVERIFY(message->pipeline.isNull());
    QCOMPARE(message->data, QByteArray("<S />"));
    QCOMPARE(encodeMessage(*message), recorded);
}

void tst_Message::message_isRefused_whenItsHeaderIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing at all") << QByteArray();
    QTest::newRow("a byte too short") << QByteArray::fromHex("01000000") + QByteArray(35, '\0');
    QTest::newRow("for nobody") << QByteArray(40, '\0');
    QTest::newRow("for somebody else") << QByteArray::fromHex("03000000") + QByteArray(36, '\0');
}

void tst_Message::message_isRefused_whenItsHeaderIsWrong()
{
    QFETCH(QByteArray, bytes);
    const auto message = decodeMessage(bytes);
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::UnexpectedOutput);
}

void tst_Message::unknownType_keepsItsNumber()
{
    Message message;
    message.type = static_cast<MessageType>(0x00041012);
    const auto decoded = decodeMessage(encodeMessage(message));
    QVERIFY_RESULT(decoded);
    QCOMPARE(*decoded, message);
    QCOMPARE(nameOf(decoded->type), QStringLiteral("0x00041012"));
}

void tst_Message::value_isReadWithAndWithoutMark()
{
    Message message;
    QVERIFY(valueOf(message).value().isNull());
    message.data = "<S>a_x000A_b</S>";
    QCOMPARE(valueOf(message).value().text(), QStringLiteral("a\nb"));
    message.data.prepend("\xEF\xBB\xBF");
    QCOMPARE(valueOf(message).value().text(), QStringLiteral("a\nb"));
}

void tst_Message::value_isRefused_whenThereAreTwo()
{
    Message message;
    message.data = "<S>a</S><S>b</S>";
    QVERIFY(!valueOf(message));
    message.data = "<Obj><MS><S N='a'>";
    const auto cut = valueOf(message);
    QVERIFY(!cut);
    QVERIFY(cut.error().detail.startsWith(QLatin1String("SESSION_CAPABILITY: ")));
}

void tst_Message::names_areThoseOfTheProtocol()
{
    QCOMPARE(nameOf(MessageType::PipelineHostCall), QStringLiteral("PIPELINE_HOST_CALL"));
    QCOMPARE(nameOf(MessageType::EndOfPipelineInput), QStringLiteral("END_OF_PIPELINE_INPUT"));
}

KAKUIN_TEST(tst_Message)

} // namespace tests::tst_message

#include "tst_message.moc"

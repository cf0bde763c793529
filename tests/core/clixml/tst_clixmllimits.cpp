// SPDX-License-Identifier: MIT
#include "core/clixml/reader.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"
#include "valuedescription.h"

#include <QtCore/QBuffer>
#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>

namespace tests::tst_clixmllimits {

using namespace kakuin;
using namespace kakuin::clixml;
using namespace Qt::StringLiterals;

class tst_ClixmlLimits final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void limit_holds_data();
    void limit_holds();
    void forbidden_isRefused_data();
    void forbidden_isRefused();
    void token_isNotCollected_whenItNeverEnds();
    void chainOfReferences_isRefused_whenItIsTooDeep();
    void typeChain_costsNothing_whenAMillionObjectsReferToIt();
    void mutated_neverCrashes();
};

namespace {

QByteArray repeated(const QByteArray &part, int times)
{
    return part.repeated(times);
}

Limits tight()
{
    Limits limits;
    limits.xmlDepth = 20;
    limits.objectDepth = 5;
    limits.graphDepth = 8;
    limits.nodes = 100;
    limits.propertiesPerObject = 10;
    limits.typeNamesPerObject = 10;
    limits.textBytes = 100;
    limits.documentBytes = 4000;
    return limits;
}

// A device of endless text that counts what was taken from it.
class EndlessText final : public QIODevice {
public:
    explicit EndlessText(const QByteArray &start)
        : m_start(start)
    {
        open(QIODevice::ReadOnly);
    }
    qint64 taken = 0;
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        for (qint64 i = 0; i < maxSize; ++i, ++taken)
            data[i] = taken < m_start.size() ? m_start.at(taken) : 'x';
        return maxSize;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_start;
};

} // namespace

void tst_ClixmlLimits::limit_holds_data()
{
    QTest::addColumn<QByteArray>("within");
    QTest::addColumn<QByteArray>("beyond");
    const auto nested = [](int depth) { return repeated("<Obj>", depth) + repeated("</Obj>", depth); };
    QTest::newRow("objects") << nested(5) << nested(6);
    const auto sets = [](int depth) {
        return "<Obj><MS>" + repeated("<MS N='a'>", depth) + repeated("</MS>", depth) + "</MS></Obj>";
    };
    QTest::newRow("member sets") << sets(4) << sets(5);
    const auto unknown
        = [](int depth) { return "<Obj><MS>" + repeated("<u>", depth) + repeated("</u>", depth) + "</MS></Obj>"; };
    QTest::newRow("elements that are passed over") << unknown(18) << unknown(19);
    const auto list = [](int size) { return "<Obj><LST>" + repeated("<Nil/>", size) + "</LST></Obj>"; };
    QTest::newRow("elements") << list(98) << list(99);
    const auto comments = [](int size) { return repeated("<!---->", size) + "<Nil/>"; };
    QTest::newRow("comments") << comments(99) << comments(100);
    const auto properties = [](int adapted, int extended) {
        return "<Obj><Props>" + repeated("<Nil N='a'/>", adapted) + "</Props><MS>" + repeated("<Nil N='a'/>", extended)
            + "</MS></Obj>";
    };
    QTest::newRow("properties") << properties(5, 5) << properties(5, 6);
    const auto types = [](int size) { return "<Obj><TN>" + repeated("<T>a</T>", size) + "</TN></Obj>"; };
    QTest::newRow("type names") << types(10) << types(11);
    const auto text = [](int size) { return "<S>" + QByteArray(size, 'a') + "</S>"; };
    QTest::newRow("text") << text(50) << text(51);
    const auto toString = [](int size) { return "<Obj><ToString>" + QByteArray(size, 'a') + "</ToString></Obj>"; };
    QTest::newRow("ToString") << toString(50) << toString(51);
    const auto document = [](int size) { return "<Nil/>" + QByteArray(size - 6, ' '); };
    QTest::newRow("document") << document(4000) << document(4001);
}

void tst_ClixmlLimits::limit_holds()
{
    QFETCH(QByteArray, within);
    QFETCH(QByteArray, beyond);
    QVERIFY_RESULT(Reader(tight()).readAll(within));
    const auto refused = Reader(tight()).readAll(beyond);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ClixmlLimitExceeded);
    QVERIFY(refused.error().detail.startsWith(u"line "));
}

void tst_ClixmlLimits::forbidden_isRefused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("a document type") << QByteArray("<!DOCTYPE Objs><Objs/>");
    QTest::newRow("a billion laughs") << QByteArray(
        "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]><S>&c;</S>");
    QTest::newRow("an external entity") << QByteArray(
        "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><S>&a;</S>");
    QTest::newRow("an external subset") << QByteArray("<!DOCTYPE a SYSTEM 'http://localhost/a.dtd'><S/>");
    QTest::newRow("an entity that nobody declared") << QByteArray("<S>&nbsp;</S>");
    QTest::newRow("an entity in a name") << QByteArray("<S N='&nbsp;'/>");
    QTest::newRow("a processing instruction before") << QByteArray("<?php x?><S/>");
    QTest::newRow("a processing instruction inside") << QByteArray("<Obj><?x y?></Obj>");
    QTest::newRow("a processing instruction in a text") << QByteArray("<S>a<?x y?>b</S>");
}

void tst_ClixmlLimits::forbidden_isRefused()
{
    QFETCH(QByteArray, xml);
    const auto values = Reader().readAll(xml);
    QVERIFY(!values);
    QCOMPARE(values.error().code, ErrorCode::ClixmlForbiddenConstruct);
}

void tst_ClixmlLimits::token_isNotCollected_whenItNeverEnds()
{
    Limits limits;
    limits.textBytes = 1'000'000;
    for (const char *start :
        {"<S>", "<S N='", "<!--", "<", "<S>&#x", "<!DOCTYPE a [<!ENTITY a '", "<S ", "<![CDATA["}) {
        EndlessText device(start);
        const auto read = Reader(limits).readEach(device, [](const Value &) { return true; });
        QVERIFY2(!read, start);
        QVERIFY2(device.taken < 8'000'000, start);
    }
    EndlessText text("<S>");
    const auto read = Reader(limits).readEach(text, [](const Value &) { return true; });
    QCOMPARE(read.error().code, ErrorCode::ClixmlLimitExceeded);
}

// Each object lies beside the one before and only refers to it, so no element is deep; their destructors would be.
void tst_ClixmlLimits::chainOfReferences_isRefused_whenItIsTooDeep()
{
    const auto chain = [](int length) {
        QByteArray xml = "<Objs><Obj RefId='0'/>";
        for (int i = 1; i < length; ++i)
            xml += "<Obj RefId='" + QByteArray::number(i) + "'><LST><Ref RefId='" + QByteArray::number(i - 1)
                + "'/></LST></Obj>";
        return xml + "</Objs>";
    };
    const auto fine = Reader().readAll(chain(1'000));
    QVERIFY_RESULT(fine);
    QVERIFY(fine->last() == fine->last());
    QVERIFY(Reader().readAll(chain(1'000)).value_or(QList<Value>()) == *fine);
    const auto refused = Reader().readAll(chain(1'001));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ClixmlLimitExceeded);
}

void tst_ClixmlLimits::typeChain_costsNothing_whenAMillionObjectsReferToIt()
{
    const int objects = 200'000;
    const QByteArray xml = "<Objs><Obj><TN RefId='0'>" + repeated("<T>" + QByteArray(1000, 'T') + "</T>", 1000)
        + "</TN></Obj>" + repeated("<Obj><TNRef RefId='0'/></Obj>", objects) + "</Objs>";
    const auto values = Reader().readAll(xml); // 400 GB if it were copied
    QVERIFY_RESULT(values);
    QCOMPARE(values->size(), objects + 1);
    QCOMPARE(values->first().object()->typeNames.use_count(), long(objects + 1));
}

void tst_ClixmlLimits::mutated_neverCrashes()
{
    const QByteArray original
        = "<Objs Version=\"1.1.0.1\"><Obj RefId=\"0\"><TN "
          "RefId=\"0\"><T>A</T><T>B</T></TN><ToString>t_x000A_</ToString>"
          "<Props><BA N=\"b\">AAEC</BA><Ref N=\"s\" RefId=\"0\"/><DT N=\"d\">2023-01-01T00:00:00Z</DT><TS "
          "N=\"t\">PT1S</TS>"
          "</Props><MS><Obj N=\"o\" RefId=\"1\"><TNRef RefId=\"0\"/><DCT><En><S N=\"Key\">k</S><I32 N=\"Value\">1</I32>"
          "</En></DCT></Obj><MS N=\"p\"><Nil N=\"n\"/></MS></MS></Obj><Obj RefId=\"2\"><I32>1</I32></Obj>"
          "<Ref RefId=\"1\"/><S>&#xFFFE;&amp;</S></Objs>";
    QVERIFY_RESULT(Reader().readAll(original));
    static constexpr char alphabet[] = "<>/&;#x\"= RefIdNTObjS0129_-\xef\xbf\xbe\xff";
    QRandomGenerator random(20230203);
    QElapsedTimer timer;
    timer.start();
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray mutated = original;
        for (int i = random.bounded(1, 4); i > 0; --i) {
            const auto at = random.bounded(static_cast<int>(mutated.size()));
            switch (random.bounded(3)) {
            case 0:
                mutated[at] = alphabet[random.bounded(static_cast<int>(sizeof(alphabet) - 1))];
                break;
            case 1:
                mutated.remove(at, random.bounded(1, 20));
                break;
            default:
                mutated.insert(at, original.mid(random.bounded(static_cast<int>(original.size())), random.bounded(40)));
            }
        }
        const auto values = Reader().readAll(mutated);
        refused += values ? 0 : 1;
        if (values)
            QVERIFY(!describe(*values).isNull());
    }
    QVERIFY(refused > 1000);
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
}

KAKUIN_TEST(tst_ClixmlLimits)

} // namespace tests::tst_clixmllimits

#include "tst_clixmllimits.moc"

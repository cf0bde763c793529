// SPDX-License-Identifier: MIT
#include "captureddata.h"
#include "core/clixml/reader.h"
#include "foreigndecoding.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtCore/QtEndian>

namespace tests::tst_capturedclixml {

using namespace kakuin::clixml;
using namespace Qt::StringLiterals;

class tst_CapturedClixml final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void exchangeFile_readsCompletely_data();
    void exchangeFile_readsCompletely();
    void document_equalsTheForeignDecoding_data();
    void document_equalsTheForeignDecoding();
    void exchangeObject_equalsTheForeignDecoding_data();
    void exchangeObject_equalsTheForeignDecoding();
    void engineLine_reads_data();
    void engineLine_reads();
};

namespace {

QStringList exchangeFiles()
{
    return captured::folder(u"exchange"_s).entryList({u"*.xml"_s}, QDir::Files);
}

QList<Value> valuesOf(const QString &file)
{
    return Reader().readAll(captured::content(captured::folder(u"exchange"_s).filePath(file))).value_or(QList<Value>());
}

// values and objects of a document as its own text counts them
qsizetype elements(const Value &value, QSet<const Object *> &seen)
{
    const auto *object = std::get_if<ObjectPtr>(&value.data());
    if (!object || seen.contains(object->get()))
        return 1; // a primitive, or the reference to an object
    seen.insert(object->get());
    qsizetype count = 1;
    if (!(*object)->baseValue.isNull())
        count += elements((*object)->baseValue, seen);
    for (const Value &item : (*object)->items)
        count += elements(item, seen);
    for (const auto &entry : (*object)->entries)
        count += elements(entry.first, seen) + elements(entry.second, seen);
    for (const auto *properties : {&(*object)->adapted, &(*object)->extended}) {
        for (const Property &property : *properties)
            count += elements(property.value, seen);
    }
    return count;
}

QList<QJsonObject> foreignDocuments()
{
    QList<QJsonObject> documents;
    const QByteArray lines = captured::content(captured::folder(u"decoded"_s).filePath(u"clixml-expected.jsonl"_s));
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            documents.append(QJsonDocument::fromJson(line).object());
    }
    return documents;
}

} // namespace

void tst_CapturedClixml::exchangeFile_readsCompletely_data()
{
    SKIP_WITHOUT_CAPTURED(u"exchange"_s);
    QTest::addColumn<QByteArray>("xml");
    const QStringList files = exchangeFiles();
    QVERIFY(files.size() > 20);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << captured::content(captured::folder(u"exchange"_s).filePath(file));
}

void tst_CapturedClixml::exchangeFile_readsCompletely()
{
    QFETCH(QByteArray, xml);
    const auto values = Reader().readAll(xml);
    QVERIFY_RESULT(values);
    QSet<const Object *> seen;
    qsizetype count = 0;
    for (const Value &value : *values)
        count += elements(value, seen);
    static const QRegularExpression opening(
        u"<(S|C|B|DT|TS|By|SB|[UI](16|32|64)|Sg|Db|D|BA|G|URI|Version|XD|SBK|SS|Nil|Obj|Ref)[ />]"_s);
    QCOMPARE(count, QString::fromUtf8(xml).count(opening));
}

void tst_CapturedClixml::document_equalsTheForeignDecoding_data()
{
    SKIP_WITHOUT_CAPTURED(u"decoded"_s);
    QTest::addColumn<QString>("xml");
    QTest::addColumn<QJsonValue>("expected");
    int count = 0;
    for (const QJsonObject &document : foreignDocuments()) {
        if (document.contains(u"xml"_s)) {
            const QString name = QStringLiteral("%1 %2 %3")
                                     .arg(++count)
                                     .arg(document[u"file"_s].toString(), document[u"type"_s].toString());
            QTest::newRow(qPrintable(name)) << document[u"xml"_s].toString() << document[u"value"_s];
        }
    }
    QVERIFY(count > 150);
}

void tst_CapturedClixml::document_equalsTheForeignDecoding()
{
    QFETCH(QString, xml);
    QFETCH(QJsonValue, expected);
    const auto values = Reader().readAll(xml.toUtf8());
    QVERIFY_RESULT(values);
    QCOMPARE(values->size(), 1);
    const QString difference = ForeignDecoding().difference(values->first(), expected);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

// The foreign decoding of Exchange's files names them as their origin does, and holds more files than were captured
// here. The same connector occurs in two of them, with and without a certificate: one of the two must agree in
// everything.
void tst_CapturedClixml::exchangeObject_equalsTheForeignDecoding_data()
{
    SKIP_WITHOUT_CAPTURED(u"decoded"_s);
    QTest::addColumn<QStringList>("differences"); // of every candidate; empty text: agrees
    QList<Value> candidates;
    for (const QString &file : exchangeFiles())
        candidates += valuesOf(file);
    int count = 0;
    for (const QJsonObject &document : foreignDocuments()) {
        if (document.contains(u"xml"_s))
            continue;
        QStringList differences;
        for (const Value &candidate : candidates) {
            if (ForeignDecoding::isSameObject(candidate, document[u"value"_s]))
                differences.append(ForeignDecoding().difference(candidate, document[u"value"_s]));
        }
        const QString name = QStringLiteral("%1 %2").arg(++count).arg(document[u"file"_s].toString());
        if (!differences.isEmpty())
            QTest::newRow(qPrintable(name)) << differences;
    }
    QVERIFY(count > 0);
}

void tst_CapturedClixml::exchangeObject_equalsTheForeignDecoding()
{
    QFETCH(QStringList, differences);
    QVERIFY2(differences.contains(QString()), qPrintable(differences.join(u'\n')));
}

void tst_CapturedClixml::engineLine_reads_data()
{
    SKIP_WITHOUT_CAPTURED(u"engine"_s);
    QTest::addColumn<QByteArray>("xml");
    // one fragment a line: 21 bytes of fragment header, 40 of message header, then CLIXML; only whole messages
    static const QRegularExpression data(u"^S> <Data [^>]*>([^<]+)</Data>"_s);
    const auto folder = captured::folder(u"engine"_s);
    for (const QString &file : folder.entryList({u"*.txt"_s}, QDir::Files)) {
        int number = 0;
        for (const QByteArray &line : captured::content(folder.filePath(file)).split('\n')) {
            ++number;
            const auto match = data.match(QString::fromUtf8(line));
            QByteArray rest = QByteArray::fromBase64(match.captured(1).toLatin1());
            for (int part = 0; rest.size() > 21; ++part) {
                const auto size = qFromBigEndian<qint32>(rest.constData() + 17);
                const bool isWhole = (rest.at(16) & 3) == 3;
                const QByteArray xml = rest.mid(21 + 40, size - 40);
                if (isWhole && !xml.isEmpty())
                    QTest::newRow(qPrintable(QStringLiteral("%1:%2.%3").arg(file).arg(number).arg(part))) << xml;
                rest = rest.mid(21 + size);
            }
        }
    }
}

void tst_CapturedClixml::engineLine_reads()
{
    QFETCH(QByteArray, xml);
    const auto values = Reader().readAll(xml);
    QVERIFY_RESULT(values);
    QCOMPARE(values->size(), 1);
}

KAKUIN_TEST(tst_CapturedClixml)

} // namespace tests::tst_capturedclixml

#include "tst_capturedclixml.moc"

// SPDX-License-Identifier: MIT
#include "core/clixml/reader.h"
#include "core/clixml/writer.h"
#include "tests/engine/enginedecoding.h"
#include "tests/testkit/capturedfiles.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/randomvalues.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

namespace tests::tst_engine_clixml {

using namespace kakuin;
using namespace kakuin::clixml;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

/// PSSerializer reads what we write, and we read what it writes.
class tst_EngineClixml : public QObject {
    Q_OBJECT

    EngineJudge m_judge;
    QJsonArray m_samples;

    Result<QJsonArray> engineReads(const QByteArray &xml)
    {
        return m_judge.ask({{u"op"_s, u"clixml"_s}, {u"xml"_s, QString::fromUtf8(xml)}})
            .transform([](const auto &answer) { return answer.value(u"values"_s).toArray(); });
    }

    void compare(const QByteArray &xml, const QJsonArray &engineValues)
    {
        const auto values = Reader().readAll(xml);
        QVERIFY_RESULT(values);
        const QString read = EngineDecoding::difference(*values, engineValues);
        QVERIFY2(read.isEmpty(), qPrintable(u"reading: "_s + read));
        const auto written = writeDocument(*values);
        QVERIFY_RESULT(written);
        const auto back = engineReads(*written);
        QVERIFY_RESULT(back);
        const QString difference = EngineDecoding::difference(*values, *back);
        QVERIFY2(difference.isEmpty(), qPrintable(u"writing: "_s + difference));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto answer = m_judge.ask({{u"op"_s, u"samples"_s}});
        QVERIFY_RESULT(answer);
        m_samples = answer->value(u"samples"_s).toArray();
        QVERIFY(m_samples.size() > 100);
    }

    void netType_isReadAndWritten_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QJsonArray>("engineValues");
        for (const QJsonValue &sample : std::as_const(m_samples))
            QTest::newRow(qPrintable(sample[u"name"].toString()))
                << sample[u"xml"].toString().toUtf8() << sample[u"values"].toArray();
    }
    void netType_isReadAndWritten()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QJsonArray, engineValues);
        compare(xml, engineValues);
    }

    void capturedDocument_isReadAndWritten_data()
    {
        if (capturedDocuments().isEmpty())
            QSKIP("no captured documents (KAKUIN_CAPTURED_DATA)");
        QTest::addColumn<QByteArray>("xml");
        static const QRegularExpression sealed(u"<SS[^>]*>[^<]*[^0-9a-f<]"_s);
        for (const auto &[name, xml] : capturedDocuments()) {
            if (!QString::fromUtf8(xml).contains(sealed)) // by the key of a session, which the engine has not got
                QTest::newRow(qPrintable(name)) << xml;
        }
    }
    void capturedDocument_isReadAndWritten()
    {
        QFETCH(QByteArray, xml);
        const auto engineValues = engineReads(xml);
        QVERIFY_RESULT(engineValues);
        compare(xml, *engineValues);
    }

    void whatWeWrite_isReadAsMeant_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(seed))) << seed;
    }
    void whatWeWrite_isReadAsMeant()
    {
        QFETCH(quint32, seed);
        RandomValues random(seed);
        QList<Value> values;
        while (values.size() < 100) {
            const Value value = random.primitive();
            const auto *typed = std::get_if<TypedText>(&value.data());
            // the engine would parse them: text that is no document, no address or no protected secret is refused
            const bool isParsed = typed
                && (typed->kind == TextKind::XmlDocument || typed->kind == TextKind::Uri
                    || typed->kind == TextKind::SecureString);
            if (!isParsed)
                values.append(value);
        }
        const auto written = writeDocument(values);
        QVERIFY_RESULT(written);
        const auto back = engineReads(*written);
        QVERIFY_RESULT(back);
        const QString difference = EngineDecoding::difference(values, *back);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
};

KAKUIN_TEST(tst_EngineClixml, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_clixml

#include "tst_engine_clixml.moc"

// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"
#include "tests/testkit/hostiletexts.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/verifyresult.h"
#include "writtenscripts.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

namespace tests::tst_scriptlines {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;

namespace {

bool isSingleQuote(QChar c)
{
    return c == u'\'' || (c.unicode() >= 0x2018 && c.unicode() <= 0x201b);
}

/// A line of code without the contents of its literals: every one is "Q", however it is written.
QString withoutLiterals(const QString &line)
{
    QString out;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!isSingleQuote(line.at(i))) {
            out += line.at(i);
            continue;
        }
        for (++i; i < line.size(); ++i) {
            if (!isSingleQuote(line.at(i)))
                continue;
            if (i + 1 < line.size() && isSingleQuote(line.at(i + 1)))
                ++i; // a doubled one is text
            else
                break;
        }
        if (i == line.size())
            return u"a literal that does not end: "_s + line;
        out += u'Q';
    }
    static const QRegularExpression sum(u"\\(Q(?: \\+ (?:Q|\\[char\\]\\d+))+\\)"_s);
    return out.replace(sum, u"Q"_s);
}

/// What a script does, without its comments and values.
QStringList codeLines(const QString &script)
{
    QStringList code;
    for (const QString &line : physicalLines(script)) {
        if (!line.trimmed().isEmpty() && !line.trimmed().startsWith(u'#'))
            code.append(withoutLiterals(line));
    }
    return code;
}

} // namespace

/// Whatever the names are, the scripts have the same code. Without an engine: every physical line is a comment, or is
/// equal to that of a harmless name but for what its literals hold. tst_engine_hostilescripts asks Microsoft's parser.
class tst_ScriptLines final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void code_isTheSame_whateverTheNames_data();
    void code_isTheSame_whateverTheNames();

private:
    WrittenScripts m_scripts;
    QList<WrittenScript> m_plain;
};

void tst_ScriptLines::initTestCase()
{
    QVERIFY_RESULT(m_scripts.prepare());
    m_plain = m_scripts.all(u" plain "_s);
    // every wizard is there, and the steps that depend on an answer, which are comments
    QSet<plan::PlanKind> kinds;
    bool isAnyConditional = false;
    for (const plan::Plan &plan : m_scripts.plans(u" plain "_s)) {
        kinds.insert(plan.kind);
        isAnyConditional = isAnyConditional
            || std::any_of(plan.steps.begin(), plan.steps.end(),
                [](const plan::Step &step) { return step.condition.has_value(); });
    }
    for (const auto kind : {plan::PlanKind::RenewCertificate, plan::PlanKind::RotateAuthCertificate,
             plan::PlanKind::AssignServices, plan::PlanKind::RemoveCertificates, plan::PlanKind::SpreadAuthCertificate})
        QVERIFY2(kinds.contains(kind), QByteArray::number(static_cast<int>(kind)).constData());
    QVERIFY(isAnyConditional);
}

void tst_ScriptLines::code_isTheSame_whateverTheNames_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = hostileTexts(20261130, 60);
    for (qsizetype i = 0; i < names.size(); ++i)
        QTest::addRow("%d %s", int(i), qPrintable(singleLine(names.at(i), 60))) << names.at(i);
}

void tst_ScriptLines::code_isTheSame_whateverTheNames()
{
    QFETCH(QString, name);
    const QList<WrittenScript> scripts = m_scripts.all(name);
    QCOMPARE(scripts.size(), m_plain.size());
    for (qsizetype i = 0; i < scripts.size(); ++i) {
        QCOMPARE(scripts.at(i).tag, m_plain.at(i).tag);
        const QStringList code = codeLines(scripts.at(i).text);
        const QStringList expected = codeLines(m_plain.at(i).text);
        for (qsizetype line = 0; line < std::max(code.size(), expected.size()); ++line) {
            if (code.value(line) != expected.value(line))
                QFAIL(qPrintable(u"%1\n     is %2\nnot %3"_s.arg(
                    scripts.at(i).tag, singleLine(code.value(line)), expected.value(line))));
        }
        for (const QString &line : physicalLines(scripts.at(i).text)) {
            // what is not shown cannot mislead; tabs are in the collector's template
            QVERIFY2(!isUnsafeInName(QString(line).remove(u'\t')), qPrintable(singleLine(line)));
            QVERIFY2(!line.trimmed().startsWith(u"#requires"_s, Qt::CaseInsensitive), qPrintable(line));
        }
    }
}

KAKUIN_GUI_TEST(tst_ScriptLines)

} // namespace tests::tst_scriptlines

#include "tst_scriptlines.moc"

// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/hostiletexts.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/scripts/writtenscripts.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

namespace tests::tst_engine_hostilescripts {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;

namespace {

QStringList texts(const QJsonValue &array)
{
    QStringList all;
    for (const QJsonValue &value : array.toArray())
        all.append(value.toString());
    return all;
}

/// The names of the cmdlets that only Exchange and the directory have: what changes or reads the organisation.
QStringList organisationCommands(const QStringList &acts)
{
    static const QStringList nouns{u"ExchangeCertificate"_s, u"ExchangeServer"_s, u"AuthConfig"_s,
        u"TransportService"_s, u"MailboxServer"_s, u"SendConnector"_s, u"ReceiveConnector"_s, u"HybridConfiguration"_s,
        u"ADObject"_s};
    QStringList names;
    for (const QString &act : acts) {
        const QString name = act.section(u' ', 0, 0);
        if (nouns.contains(name.section(u'-', 1)))
            names.append(name);
    }
    return names;
}

bool isSubsequence(const QStringList &part, const QStringList &whole)
{
    qsizetype at = 0;
    for (const QString &name : whole)
        at += at < part.size() && part.at(at) == name ? 1 : 0;
    return at == part.size();
}

} // namespace

/// Microsoft's parser finds the plan's commands in every script that Kakuin writes, and nothing else, whatever the names
/// of the organisation are.
class tst_EngineHostileScripts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void scripts_holdThePlansCommands_whateverTheNames_data();
    void scripts_holdThePlansCommands_whateverTheNames();

private:
    struct Parsed final {
        QStringList acts; ///< commands with their parameters, assignments, calls, throws
        QStringList problems; ///< errors, and what is newer than 3.0 or a requirement
    };
    [[nodiscard]] Result<Parsed> parse(const QString &script)
    {
        return m_judge.ask({{u"op"_s, u"parse"_s}, {u"script"_s, script}}).transform([](const QJsonObject &answer) {
            return Parsed{texts(answer["acts"_L1]), texts(answer["errors"_L1]) + texts(answer["newer"_L1])};
        });
    }

    EngineJudge m_judge;
    WrittenScripts m_scripts;
    QHash<QString, QStringList> m_plainActs; ///< by tag
};

void tst_EngineHostileScripts::initTestCase()
{
    QVERIFY_RESULT(m_scripts.prepare());
    for (const WrittenScript &script : m_scripts.all(u" plain "_s)) {
        const auto parsed = parse(script.text);
        QVERIFY_RESULT(parsed);
        QCOMPARE(parsed->problems, QStringList());
        QVERIFY2(!parsed->acts.isEmpty(), qPrintable(script.tag));
        m_plainActs.insert(script.tag, parsed->acts);
    }
}

void tst_EngineHostileScripts::scripts_holdThePlansCommands_whateverTheNames_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = hostileTexts(20261130, 40);
    for (qsizetype i = 0; i < names.size(); ++i)
        QTest::addRow("%d %s", int(i), qPrintable(singleLine(names.at(i), 60))) << names.at(i);
}

void tst_EngineHostileScripts::scripts_holdThePlansCommands_whateverTheNames()
{
    QFETCH(QString, name);
    for (const WrittenScript &script : m_scripts.all(name)) {
        const auto parsed = parse(script.text);
        QVERIFY_RESULT(parsed);
        QVERIFY2(parsed->problems.isEmpty(), qPrintable(script.tag + u": "_s + parsed->problems.join(u'\n')));
        if (parsed->acts != m_plainActs.value(script.tag))
            QFAIL(qPrintable(u"%1\n     is %2\n    not %3"_s.arg(
                script.tag, singleLine(parsed->acts.join(u" | "_s)), m_plainActs.value(script.tag).join(u" | "_s))));
        QVERIFY2(isSubsequence(script.commands, organisationCommands(parsed->acts)), qPrintable(script.tag));
    }
}

KAKUIN_GUI_TEST(tst_EngineHostileScripts, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_hostilescripts

#include "tst_engine_hostilescripts.moc"

// SPDX-License-Identifier: MIT
#include "core/base/whendone.h"
#include "core/directory/directoryshell.h"
#include "core/session/inventoryreader.h"
#include "core/shell/decode/transportservice.h"
#include "core/x509/reader.h"
#include "tests/core/session/scriptedorganisation.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_directoryshell {

using namespace kakuin;
using namespace kakuin::directory;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using shell::PipelineOutput;
using Servers = Result<QList<DirectoryServer>>;
using Output = Result<PipelineOutput>;

class tst_DirectoryShell : public QObject {
    Q_OBJECT

    QByteArray m_der = certificateDer(u"CN=EXCAS1"_s);
    QList<DirectoryServer> m_servers;
    QList<QPromise<Servers> *> m_searches; ///< begun and not answered yet
    int m_searchCount = 0;
    std::shared_ptr<ScriptedShell> m_inner;
    std::unique_ptr<DirectoryShell> m_shell;

    [[nodiscard]] static QString dn(const QString &name, const QString &domain = u"DC=contoso,DC=local"_s)
    {
        return u"CN=%1,CN=Servers,CN=First Organization,CN=Microsoft Exchange,CN=Services,CN=Configuration,%2"_s.arg(
            name, domain);
    }
    [[nodiscard]] static DirectoryServer entry(const QString &name, const Result<QByteArray> &der)
    {
        DirectoryServer server;
        server.server = domain::ServerId(name);
        server.distinguishedName = dn(name);
        if (!der) {
            server.transport = tl::unexpected<Error>(der.error());
            return server;
        }
        server.certificate = *der;
        server.transport = domain::TransportAssignment{
            server.server, x509::readDer(*der)->thumbprint, domain::TransportAssignment::Origin::Directory};
        return server;
    }
    [[nodiscard]] static shell::Pipeline question(const QString &name, const QString &serverDn = {})
    {
        domain::Server server;
        server.id = domain::ServerId(name);
        server.distinguishedName = serverDn.isEmpty() ? dn(name) : serverDn;
        return shell::directoryQuery(server).value_or(shell::Pipeline());
    }
    [[nodiscard]] Output ask(const shell::Pipeline &pipeline) { return await(m_shell->invoke(pipeline)); }

    void answerSearches(const Servers &servers)
    {
        for (QPromise<Servers> *promise : std::exchange(m_searches, {})) {
            promise->addResult(servers);
            promise->finish();
            delete promise;
        }
    }

private Q_SLOTS:
    void init()
    {
        m_searchCount = 0;
        m_servers = {entry(u"EXCAS1"_s, m_der), entry(u"EXCAS2"_s, fail(ErrorCode::DirectoryValueMissing, u"EXCAS2"_s)),
            entry(u"EXCAS3"_s, fail(ErrorCode::MalformedCertificate, u"EXCAS3"_s))};
        m_inner = std::make_shared<ScriptedShell>();
        m_shell = std::make_unique<DirectoryShell>(m_inner, [this] {
            ++m_searchCount;
            return readyFuture<QList<DirectoryServer>>(m_servers);
        });
    }
    void cleanup()
    {
        m_shell.reset();
        answerSearches(fail(ErrorCode::Cancelled));
    }

    void theArticlesQuestion_isAnsweredByTheDirectory()
    {
        QVERIFY(m_shell->offers(u"get-adobject"_s));
        const Output output = ask(question(u"excas1"_s));
        QVERIFY_RESULT(output);
        const QList<clixml::Value> objects = output->objects();
        QCOMPARE(objects.size(), 1);
        QVERIFY(shell::decode::isDirectoryServer(objects.first()));
        const auto assignment = shell::decode::directoryServer(objects.first());
        QVERIFY_RESULT(assignment);
        QCOMPARE(assignment->thumbprint, x509::readDer(m_der)->thumbprint);
        QCOMPARE(assignment->origin, domain::TransportAssignment::Origin::Directory);
        QVERIFY(m_inner->invocations().isEmpty());
    }

    void everythingElse_goesToTheShellInside()
    {
        m_inner->on(u"Get-ExchangeServer"_s, ScriptedReply::objects({exchangeServerObject(u"EX01"_s, u"Mailbox"_s)}));
        QVERIFY_RESULT(ask(shell::Cmdlet(u"Get-ExchangeServer"_s)));
        QVERIFY_RESULT(ask(shell::Cmdlet(u"Get-ADObject"_s).with(u"Filter"_s, u"name -eq 'EX01'"_s)));
        QCOMPARE(m_inner->invocations().size(), 2);
        QCOMPARE(m_searchCount, 0);
        QVERIFY(!m_shell->offers(u"Get-AuthConfig"_s));
    }

    void whatIsNotKnown_isAnError_neverNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("serverDn");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("not shown") << u"EXCAS2"_s << dn(u"EXCAS2"_s) << ErrorCode::DirectoryValueMissing;
        QTest::newRow("no certificate") << u"EXCAS3"_s << dn(u"EXCAS3"_s) << ErrorCode::MalformedCertificate;
        QTest::newRow("not there") << u"EXCAS9"_s << dn(u"EXCAS9"_s) << ErrorCode::ServerNotFound;
        QTest::newRow("the same name in another forest")
            << u"EXCAS1"_s << dn(u"EXCAS1"_s, u"DC=fabrikam,DC=local"_s) << ErrorCode::ServerNotFound;
        QTest::newRow("a longer domain") << u"EXCAS1"_s << dn(u"EXCAS1"_s, u"DC=x,DC=contoso,DC=local"_s)
                                         << ErrorCode::ServerNotFound;
    }
    void whatIsNotKnown_isAnError_neverNone()
    {
        QFETCH(QString, name);
        QFETCH(QString, serverDn);
        QFETCH(ErrorCode, code);
        const Output output = ask(question(name, serverDn));
        QCOMPARE(codeOf(output), code);
        QCOMPARE(output.error().subject, name);
    }

    void theDomain_isTheSame_inAnyCase()
    {
        QVERIFY_RESULT(ask(question(u"EXCAS1"_s, dn(u"EXCAS1"_s, u"dc=CONTOSO, dc=Local"_s))));
    }

    void twoEntriesOfOneName_areNoAnswer()
    {
        m_servers.append(m_servers.constFirst());
        QCOMPARE(codeOf(ask(question(u"EXCAS1"_s))), ErrorCode::UnexpectedOutput);
    }

    void questionsAskedTogether_shareOneSearch()
    {
        const auto one = m_shell->invoke(question(u"EXCAS1"_s));
        const auto other = m_shell->invoke(question(u"EXCAS2"_s));
        QVERIFY_RESULT(await(one));
        QCOMPARE(codeOf(await(other)), ErrorCode::DirectoryValueMissing);
        QCOMPARE(m_searchCount, 1);
    }

    // A change may lie between: what was being read then is no proof of it
    void aQuestionAskedDuringASearch_getsOneOfItsOwn()
    {
        holdSearches();
        const auto early = m_shell->invoke(question(u"EXCAS1"_s));
        QTRY_COMPARE(m_searchCount, 1);
        const auto late = m_shell->invoke(question(u"EXCAS1"_s));
        const auto later = m_shell->invoke(question(u"EXCAS1"_s));
        answerSearches(QList<DirectoryServer>());
        QCOMPARE(codeOf(await(early)), ErrorCode::ServerNotFound);
        QTRY_COMPARE(m_searchCount, 2);
        answerSearches(m_servers);
        QVERIFY_RESULT(await(late));
        QVERIFY_RESULT(await(later));
        QCOMPARE(m_searchCount, 2);
    }

    void aDirectoryThatCannotBeRead_answersEveryQuestionWithItsReason()
    {
        holdSearches();
        const auto one = m_shell->invoke(question(u"EXCAS1"_s));
        const auto other = m_shell->invoke(question(u"EXCAS2"_s));
        QTRY_COMPARE(m_searchCount, 1);
        answerSearches(fail(ErrorCode::NoAnswer, u"dc1"_s));
        QCOMPARE(codeOf(await(one)), ErrorCode::NoAnswer);
        QCOMPARE(codeOf(await(other)), ErrorCode::NoAnswer);
    }

    void aShellThatHasTheCmdlet_isAskedFirst()
    {
        m_inner->on(u"Get-ADObject"_s, ScriptedReply::objects({directoryServerObject(u"EXCAS1"_s, m_der)}));
        QVERIFY_RESULT(ask(question(u"EXCAS1"_s)));
        QCOMPARE(m_searchCount, 0);
        m_inner->on(u"Get-ADObject"_s,
            ScriptedReply::error({u"not recognized"_s, u"CommandNotFoundException"_s, u"ObjectNotFound"_s,
                u"CommandNotFoundException"_s, u"Get-ADObject"_s, true}));
        QVERIFY_RESULT(ask(question(u"EXCAS1"_s)));
        QCOMPARE(m_searchCount, 1);
    }

    void aShellThatGoes_answersCancelled()
    {
        holdSearches();
        const auto running = m_shell->invoke(question(u"EXCAS1"_s));
        QTRY_COMPARE(m_searchCount, 1);
        const auto waiting = m_shell->invoke(question(u"EXCAS1"_s));
        m_shell.reset();
        QCOMPARE(codeOf(await(running)), ErrorCode::Cancelled);
        QCOMPARE(codeOf(await(waiting)), ErrorCode::Cancelled);
    }

    void aCancelledQuestion_isNotSearchedFor()
    {
        auto future = m_shell->invoke(question(u"EXCAS1"_s));
        future.cancel();
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(m_searchCount, 0);
    }

    void aSearchThatNobodyWaitsFor_isBrokenOff()
    {
        holdSearches();
        auto one = m_shell->invoke(question(u"EXCAS1"_s));
        auto other = m_shell->invoke(question(u"EXCAS2"_s));
        QTRY_COMPARE(m_searchCount, 1);
        one.cancel();
        QTRY_VERIFY(one.isFinished());
        QVERIFY(!m_searches.constFirst()->isCanceled());
        other.cancel();
        QTRY_VERIFY(m_searches.constFirst()->isCanceled());
        answerSearches(m_servers);
        const auto next = m_shell->invoke(question(u"EXCAS1"_s));
        QTRY_COMPARE(m_searchCount, 2);
        answerSearches(m_servers);
        QVERIFY_RESULT(await(next));
    }

    void aCancelledQuestion_isTakenBackFromTheShellInside()
    {
        m_inner->on(u"Get-ADObject"_s, ScriptedReply::objects({directoryServerObject(u"EXCAS1"_s, m_der)}));
        m_inner->hold();
        auto future = m_shell->invoke(question(u"EXCAS1"_s));
        QTRY_COMPARE(m_inner->heldCount(), 1);
        future.cancel();
        QTRY_VERIFY(future.isFinished());
        QTRY_COMPARE(m_inner->runningCount(), 0);
        QCOMPARE(m_searchCount, 0);
    }

    // The reader needs to know nothing of it
    void aReading_findsWhatAnAccessServerUses()
    {
        ScriptedOrganisation organisation;
        organisation.addMailboxServer(u"EX01"_s);
        const QByteArray first = organisation.addServer(u"EXCAS1"_s, u"ClientAccess"_s);
        organisation.addServer(u"EXCAS2"_s, u"ClientAccess"_s);
        auto inner = std::make_shared<ScriptedShell>();
        organisation.answerFrom(*inner);
        m_servers[0] = entry(u"EXCAS1"_s, first);
        m_inner = inner;
        m_inner->on(u"Get-ADObject"_s, // as Exchange's endpoint answers
            ScriptedReply::error({u"not recognized"_s, u"CommandNotFoundException"_s, u"ObjectNotFound"_s,
                u"CommandNotFoundException"_s, u"Get-ADObject"_s, true}));
        const auto shell = std::make_shared<DirectoryShell>(
            inner, [this] { return readyFuture<QList<DirectoryServer>>(m_servers); });
        session::InventoryReader reader(shell, 8);
        domain::InventoryPtr inventory;
        connect(&reader, &session::InventoryReader::finished, this,
            [&](const Result<domain::InventoryPtr> &result) { inventory = result.value_or(nullptr); });
        reader.readAll();
        QTRY_VERIFY(inventory);
        const domain::ServerEntry *access = inventory->find(domain::ServerId(u"EXCAS1"_s));
        QVERIFY(access);
        QVERIFY_RESULT(access->transport);
        QCOMPARE(access->transport->thumbprint.toString(), ScriptedOrganisation::thumbprintOf(first));
        QCOMPARE(access->transport->origin, domain::TransportAssignment::Origin::Directory);
        QCOMPARE(codeOf(inventory->find(domain::ServerId(u"EXCAS2"_s))->transport), ErrorCode::DirectoryValueMissing);
    }

private:
    void holdSearches()
    {
        m_shell = std::make_unique<DirectoryShell>(m_inner, [this] {
            ++m_searchCount;
            auto *promise = new QPromise<Servers>;
            promise->start();
            m_searches.append(promise);
            return promise->future();
        });
    }
};

KAKUIN_TEST(tst_DirectoryShell)

} // namespace tests::tst_directoryshell

#include "tst_directoryshell.moc"

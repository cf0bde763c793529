// SPDX-License-Identifier: MIT
#include "core/base/whendone.h"
#include "core/session/inventoryreader.h"
#include "tests/testkit/await.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/fakeclock.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

#include <ctime>

namespace tests::tst_manyservers {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::session;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

/// Lists servers, and has nothing else to say; each answer is there at once.
class ListingShell final : public shell::Shell {
public:
    ListingShell(int servers, shell::ShellDescription::Kind kind)
        : m_kind(kind)
    {
        for (int i = 0; i < servers; ++i) {
            const QString name = u"MBX%1"_s.arg((i * 7919) % servers, 5, 10, QChar(u'0')); // in no order
            m_lists[u"Get-ExchangeServer"_s].items.append(exchangeServerObject(name));
            m_lists[u"Get-MailboxServer"_s].items.append(mailboxServerObject(name, u"DAG1"_s));
            m_lists[u"Get-TransportService"_s].items.append(transportServiceObject(name, QString(40, u'A')));
        }
    }
    [[nodiscard]] shell::ShellDescription description() const override { return {m_kind, u"many"_s, false, {}}; }
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override { return std::make_shared<FakeClock>(); }
    [[nodiscard]] bool offers(const QString &) const override { return true; }
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &) override
    {
        return readyFuture<shell::PipelineOutput>(m_lists.value(pipeline.cmdlets.constFirst().name()));
    }

private:
    shell::ShellDescription::Kind m_kind;
    QHash<QString, shell::PipelineOutput> m_lists;
};

double processMilliseconds()
{
    return double(std::clock()) * 1000.0 / CLOCKS_PER_SEC; // of all threads; other programs do not add to it
}

/// The processor time that it takes to read so many servers; -1 when they are not read.
double costOf(int servers, shell::ShellDescription::Kind kind)
{
    const auto shell = std::make_shared<ListingShell>(servers, kind);
    InventoryReader reader(shell, 16);
    InventoryPtr read;
    QObject::connect(&reader, &InventoryReader::finished, &reader,
        [&](const Result<InventoryPtr> &result) { read = result.value_or(nullptr); });
    const double begun = processMilliseconds();
    reader.readAll();
    if (!waitUntil([&] { return read != nullptr; }) || read->servers.size() != servers)
        return -1;
    for (const ServerEntry &entry : read->servers) {
        if (read->find(entry.server.id) != &entry)
            return -1;
    }
    return processMilliseconds() - begun;
}

} // namespace

/// Eight times as many servers take about eight times as long, not sixty-four times.
class tst_ManyServers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reading_isLinear_data();
    void reading_isLinear();
};

void tst_ManyServers::reading_isLinear_data()
{
    QTest::addColumn<shell::ShellDescription::Kind>("kind");
    QTest::newRow("lists only") << shell::ShellDescription::Kind::Snapshot;
    QTest::newRow("a command for each server") << shell::ShellDescription::Kind::Remote;
}

void tst_ManyServers::reading_isLinear()
{
    QFETCH(shell::ShellDescription::Kind, kind);
    (void)costOf(100, kind); // what is made once
    const double few = costOf(2000, kind);
    const double many = costOf(16'000, kind);
    QVERIFY(few > 0 && many > 0);
    qInfo("2,000 servers: %.0f ms, 16,000 servers: %.0f ms of processor time", few, many);
    QVERIFY2(many < 24 * few, qPrintable(u"%1 times as long"_s.arg(many / few)));
}

KAKUIN_TEST(tst_ManyServers)

} // namespace tests::tst_manyservers

#include "tst_manyservers.moc"

// SPDX-License-Identifier: MIT
#include "core/domain/roles.h"
#include "core/lab/labshell.h"
#include "core/plan/assigndraft.h"
#include "core/plan/removedraft.h"
#include "core/plan/renewdraft.h"
#include "core/plan/rotatedraft.h"
#include "core/session/session.h"
#include "core/shell/powershelltext.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_article {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;

/// The commands on the pages about the article are those that the plans send on Contoso 2013, and all of them.
class tst_Article final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyCommand_standsOnThePage_data();
    void everyCommand_standsOnThePage();

private:
    static QStringList commandsOf(const Plan &plan);
    [[nodiscard]] domain::CertificateId transportOf(const QString &server) const;
    [[nodiscard]] domain::CertificateId wmSvcOf(const QString &server) const;

    QTemporaryDir m_folder;
    domain::InventoryPtr m_inventory;
    QDateTime m_nowUtc;
    QStringList m_sent; ///< thumbprints replaced
};

QStringList tst_Article::commandsOf(const Plan &plan)
{
    static const QRegularExpression digits(u"'?\\b[0-9A-F]{40}\\b'?"_s);
    QStringList out;
    for (const Step &step : plan.steps) {
        QList<shell::Pipeline> pipelines{step.command};
        for (const Check &check : step.checks)
            pipelines.append(check.command);
        for (const shell::Pipeline &pipeline : std::as_const(pipelines)) {
            if (!pipeline.isEmpty())
                out.append(shell::toPowerShell(pipeline).replace(digits, u"<thumbprint>"_s));
        }
    }
    return out;
}

domain::CertificateId tst_Article::transportOf(const QString &server) const
{
    const domain::ServerEntry *entry = m_inventory->find(domain::ServerId(server));
    return {entry->server.id, entry->transport->thumbprint};
}

domain::CertificateId tst_Article::wmSvcOf(const QString &server) const
{
    const domain::ServerEntry *entry = m_inventory->find(domain::ServerId(server));
    for (const domain::Certificate &certificate : *entry->certificates) {
        if (domain::hasRole(domain::rolesOf(certificate, *m_inventory), domain::Role::WmSvc))
            return certificate.id();
    }
    return {};
}

void tst_Article::initTestCase()
{
    const auto made
        = testkit::await(lab::LabShell::create(m_folder.filePath(u"a.kakuinlab"_s), lab::Preset::Contoso2013));
    QVERIFY_RESULT(made);
    session::Session session(*made);
    const auto read = testkit::await(session.refresh());
    QVERIFY_RESULT(read);
    m_inventory = *read;
    m_nowUtc = session.nowUtc();

    RenewDraft renewal(m_inventory);
    renewal.setTargets({transportOf(u"Exchange01"_s)});
    renewal.setServices(domain::Service::Imap | domain::Service::Pop | domain::Service::Smtp);
    m_sent += commandsOf(renewal.plan());
    renewal.setServices(std::nullopt);
    renewal.setTargets({wmSvcOf(u"Exchange01"_s)});
    m_sent += commandsOf(renewal.plan());

    RotateDraft rotation(m_inventory, m_nowUtc);
    rotation.setMode(RotateDraft::Mode::Immediate);
    rotation.setServer(domain::ServerId(u"MBX01"_s));
    rotation.setClearsPrevious(true);
    rotation.setNames(RotateDraft::Names::AllServers);
    rotation.setNameList({u"CAS01"_s, u"CAS01.contoso.com"_s, u"MBX01"_s, u"MBX01.contoso.com"_s});
    m_sent += commandsOf(rotation.plan());

    for (const QString &server : {u"MBX01"_s, u"EXCAS1"_s}) {
        AssignDraft handOver(m_inventory, m_nowUtc, wmSvcOf(server));
        handOver.setServices(domain::Service::Smtp);
        handOver.setTakesTransport(true);
        m_sent += commandsOf(handOver.plan());
    }
    // a certificate that nothing depends on: a forgotten generation
    for (const domain::Certificate &certificate : *m_inventory->find(domain::ServerId(u"MBX01"_s))->certificates) {
        RemoveDraft removal(m_inventory, m_nowUtc);
        removal.setTargets({certificate.id()});
        removal.setAcknowledged(true);
        m_sent += commandsOf(removal.plan());
    }
}

void tst_Article::everyCommand_standsOnThePage_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("English") << u"docs/article.md"_s;
    QTest::newRow("Japanese") << u"docs/article.ja.md"_s;
}

void tst_Article::everyCommand_standsOnThePage()
{
    QFETCH(QString, page);
    QFile file(QStringLiteral(KAKUIN_SOURCE_DIR) + u'/' + page);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList onPage;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(u"    "_s))
            onPage.append(line.trimmed());
    }
    QCOMPARE(onPage.size(), 10);
    for (const QString &command : std::as_const(onPage))
        QVERIFY2(m_sent.contains(command), qPrintable(command + u"\nnot among\n"_s + m_sent.join(u'\n')));
}

KAKUIN_TEST(tst_Article)

} // namespace tests::tst_article

#include "tst_article.moc"

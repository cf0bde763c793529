// SPDX-License-Identifier: MIT
#include "app/language.h"
#include "core/lab/labshell.h"
#include "core/plan/renewdraft.h"
#include "core/session/session.h"
#include "tests/testkit/await.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/verifyresult.h"
#include "text/runbooktext.h"
#include "ui/report/organisationreport.h"
#include "ui/report/pagewriter.h"
#include "ui/report/pdf.h"
#include "ui/report/reportsaver.h"
#include "ui/report/runbookpage.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QWidget>

namespace tests::tst_organisationreport {

using namespace Qt::StringLiterals;
using namespace kakuin;
using ui::OrganisationReport;

/// Reports by their content, in both languages.
class tst_OrganisationReport final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void page_saysEverything_data();
    void page_saysEverything();
    void page_obeysNoMarkup();
    void pdf_hasPages();
    void table_hasTitlesInTheLanguage_andEveryCertificate();
    void data_holdsFindings();
    void plan_becomesAPage_withCommandsQuestionsAndChecks();
    void saver_writesByTheEnding_orSaysWhyNot();

private:
    [[nodiscard]] OrganisationReport report() const;
    void keep(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    std::unique_ptr<app::Language> m_language;
    domain::InventoryPtr m_inventory;
    QDateTime m_nowUtc;
};

void tst_OrganisationReport::initTestCase()
{
    m_language = std::make_unique<app::Language>();
    const auto made
        = testkit::await(lab::LabShell::create(m_folder.filePath(u"a.kakuinlab"_s), lab::Preset::Contoso2013));
    QVERIFY_RESULT(made);
    session::Session session(*made);
    const auto read = testkit::await(session.refresh());
    QVERIFY_RESULT(read);
    m_inventory = *read;
    m_nowUtc = session.nowUtc();
}

OrganisationReport tst_OrganisationReport::report() const
{
    return {m_inventory, {}, m_nowUtc, QGuiApplication::font()};
}

void tst_OrganisationReport::keep(const QString &name, const QByteArray &bytes) const
{
    const QString folder = qEnvironmentVariable("KAKUIN_KEEP_REPORTS");
    QFile file(folder + u'/' + name);
    if (!folder.isEmpty() && (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()))
        qWarning("not kept");
}

void tst_OrganisationReport::page_saysEverything_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("English") << u"en"_s
                             << QStringList{u"<html lang=\"en\">"_s, u"Findings"_s, u"Servers and certificates"_s,
                                    u"Expiry timeline"_s, u"Internal transport"_s};
    QTest::newRow("Japanese") << u"ja"_s
                              << QStringList{u"<html lang=\"ja\">"_s, u"検出項目"_s, u"サーバーと証明書"_s,
                                     u"有効期限のタイムライン"_s, u"内部トランスポート"_s};
}

void tst_OrganisationReport::page_saysEverything()
{
    QFETCH(QString, language);
    QFETCH(QStringList, words);
    m_language->use(language);
    const QString html = report().html();
    keep(u"report-%1.html"_s.arg(language), html.toUtf8());
    for (const QString &word : words)
        QVERIFY2(html.contains(word, Qt::CaseInsensitive), qPrintable(word));
    for (const domain::ServerEntry &entry : m_inventory->servers) {
        QVERIFY(html.contains(entry.server.id.name()));
        for (const domain::Certificate &certificate : *entry.certificates)
            QVERIFY(html.contains(certificate.facts.thumbprint.toString()));
    }
    // it needs nothing beside it, and runs nothing
    QVERIFY(!html.contains(u"<script"_s, Qt::CaseInsensitive));
    QVERIFY(!html.contains(u"src=\"http"_s));
    QVERIFY(html.contains(u"data:image/svg+xml;base64,"_s));
}

void tst_OrganisationReport::page_obeysNoMarkup()
{
    m_language->use(u"en"_s);
    const QString hostile = u"<img src=x onerror=alert(1)>\"'</td>\x01"_s;
    const auto inventory
        = testkit::InventoryBuilder()
              .organisation(hostile)
              .server(hostile)
              .certificate(testkit::CertificateBuilder(hostile, u"CN="_s + hostile).friendlyName(hostile))
              .server(u"EX02"_s)
              .unreachable(Error{ErrorCode::ServerError, u"EX02"_s, hostile})
              .build();
    const QString html = OrganisationReport(inventory, {}, m_nowUtc, QGuiApplication::font()).html();
    QVERIFY(!html.contains(u"<img src=x"_s));
    QVERIFY(html.contains(u"&lt;img src=x"_s));
    QVERIFY(!html.contains(QChar(1)));
}

void tst_OrganisationReport::pdf_hasPages()
{
    m_language->use(u"ja"_s);
    const QByteArray pdf = report().bytes(OrganisationReport::Form::Pdf);
    keep(u"report-ja.pdf"_s, pdf);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.size() > 10'000);
    QVERIFY(pdf.count("/Type /Page\n") + pdf.count("/Type /Page ") + pdf.count("/Type /Page\r") >= 2
        || pdf.contains("/Count "));
}

void tst_OrganisationReport::table_hasTitlesInTheLanguage_andEveryCertificate()
{
    m_language->use(u"ja"_s);
    const QByteArray csv = report().bytes(OrganisationReport::Form::Csv);
    keep(u"report-ja.csv"_s, csv);
    QVERIFY(csv.startsWith("\xef\xbb\xbf"));
    QVERIFY(QString::fromUtf8(csv.left(400)).contains(u"サーバー,拇印,サブジェクト"_s));
    QCOMPARE(csv.count("\r\n"), m_inventory->certificateCount() + 1);
}

void tst_OrganisationReport::data_holdsFindings()
{
    const QJsonObject json = QJsonDocument::fromJson(report().bytes(OrganisationReport::Form::Json)).object();
    QCOMPARE(json.value(u"certificates"_s).toArray().size(), m_inventory->certificateCount());
    QVERIFY(!json.value(u"findings"_s).toArray().isEmpty());
}

void tst_OrganisationReport::plan_becomesAPage_withCommandsQuestionsAndChecks()
{
    m_language->use(u"ja"_s);
    plan::RenewDraft draft(m_inventory);
    const domain::ServerEntry *entry = m_inventory->find(domain::ServerId(u"MBX01"_s));
    draft.setTargets({{entry->server.id, entry->transport->thumbprint}});
    const plan::Plan plan = draft.plan();
    const ui::RunbookTextWriter text(m_nowUtc, m_inventory);
    const QString html = ui::runbookPage(plan, text);
    keep(u"plan-ja.html"_s, html.toUtf8());
    keep(u"plan-ja.pdf"_s, ui::pdfOf(html, text.title(plan), false));
    QVERIFY(html.contains(u"New-ExchangeCertificate -Server MBX01"_s));
    QVERIFY(html.contains(u"想定される確認"_s));
    QVERIFY(html.contains(u"次の手順に進む前の確認"_s));
    QVERIFY(html.contains(u"Get-TransportService -Identity MBX01"_s));
    QVERIFY(html.contains(u"実施者"_s));
}

void tst_OrganisationReport::saver_writesByTheEnding_orSaysWhyNot()
{
    QWidget window;
    ui::ReportSaver saver(&window);
    QSignalSpy saved(&saver, &ui::ReportSaver::saved);
    QSignalSpy failed(&saver, &ui::ReportSaver::failed);
    const auto make = [this] { return report(); };
    const QString path = m_folder.filePath(u"r.json"_s);
    saver.save(make, path);
    QTRY_COMPARE(saved.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!QJsonDocument::fromJson(file.readAll()).isNull());
    saver.save(make, m_folder.filePath(u"no/such/folder/r.html"_s));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::FileUnwritable);
}

KAKUIN_GUI_TEST(tst_OrganisationReport)

} // namespace tests::tst_organisationreport

#include "tst_organisationreport.moc"

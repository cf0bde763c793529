// SPDX-License-Identifier: MIT
#include "core/findings/guidance.h"
#include "core/x509/maker.h"
#include "core/x509/reader.h"
#include "tests/testkit/evaluated.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/tstranslator.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "text/findingtext.h"
#include "ui/views/details/detailspanel.h"
#include "ui/views/details/factsheet.h"
#include "ui/views/details/sheetpage.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTreeView>

namespace tests::tst_detailspanel {

using namespace kakuin;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using ui::DetailsPanel;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 41), Qt::UTC);
const QString server = QStringLiteral("MBX01");

CertificateBuilder own(int daysLeft = 12)
{
    return CertificateBuilder(server, QStringLiteral("CN=MBX01"))
        .friendlyName(QStringLiteral("Microsoft Exchange"))
        .valid(now.addDays(daysLeft - 1826), now.addDays(daysLeft).addSecs(60))
        .services(domain::Service::Smtp);
}

domain::InventoryPtr with(const QList<CertificateBuilder> &builders)
{
    InventoryBuilder builder;
    builder.taken(now).server(server);
    for (const CertificateBuilder &one : builders)
        builder.certificate(one);
    return builder.build();
}

QString sheetText(DetailsPanel &panel)
{
    return panel.findChild<ui::SheetPage *>(QStringLiteral("sheetPage"))->sheet()->toText();
}

QTabWidget *tabs(DetailsPanel &panel)
{
    return panel.findChild<QTabWidget *>(QStringLiteral("certificateTabs"));
}

QString labelText(DetailsPanel &panel, const char *name)
{
    return panel.findChild<QLabel *>(QLatin1String(name))->text();
}

/// Every text that the panel shows, in the order of its widgets.
QStringList visibleTexts(const DetailsPanel &panel)
{
    QStringList texts;
    // a page that is hidden is filled anew when it is shown
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&panel))
            texts.append(label->text());
    }
    for (const QAbstractButton *button : panel.findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(&panel))
            texts.append(button->text());
    }
    const auto *tab = panel.findChild<QTabWidget *>(QStringLiteral("certificateTabs"));
    for (int i = 0; i < tab->count(); ++i)
        texts.append(tab->tabText(i));
    return texts;
}

} // namespace

class tst_DetailsPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_saysWhatToDo()
    {
        DetailsPanel panel;
        QVERIFY(sheetText(panel).contains(QLatin1String("Choose a server or a certificate")));
        panel.showCertificate(own().build().id());
        QVERIFY(sheetText(panel).contains(QLatin1String("Nothing read yet")));
    }

    void certificate_isShown_withItsNextStep()
    {
        DetailsPanel panel;
        const CertificateBuilder builder = own();
        panel.setEvaluation(testkit::evaluated(with({builder}), now), now);
        panel.showCertificate(builder.build().id());
        QCOMPARE(labelText(panel, "certificateName"), QStringLiteral("Microsoft Exchange"));
        QCOMPARE(labelText(panel, "nextStepTitle"), QStringLiteral("Renew it now"));
        QSignalSpy spy(&panel, &DetailsPanel::taskRequested);
        testkit::press(&panel, QStringLiteral("nextStepButton"));
        QCOMPARE(spy.count(), 1);
        const auto task = spy.first().first().value<advice::Task>();
        QCOMPARE(task.kind, advice::Task::Kind::Renew);
        QCOMPARE(task.certificates, QList<domain::CertificateId>{builder.build().id()});
    }

    void refresh_keepsTabAndContentInPlace()
    {
        DetailsPanel panel;
        const CertificateBuilder builder = own();
        panel.setEvaluation(testkit::evaluated(with({builder}), now), now);
        panel.showCertificate(builder.build().id());
        tabs(panel)->setCurrentIndex(2);
        panel.setEvaluation(testkit::evaluated(with({builder}), now.addDays(6)), now.addDays(6));
        QCOMPARE(tabs(panel)->currentIndex(), 2);
        QCOMPARE(panel.currentWidget(), tabs(panel));
        const CertificateBuilder other = own(400);
        panel.setEvaluation(testkit::evaluated(with({builder, other}), now), now);
        panel.showCertificate(other.build().id());
        QCOMPARE(tabs(panel)->currentIndex(), 2);
    }

    void refresh_keepsTheScrollPosition()
    {
        InventoryBuilder builder;
        builder.taken(now).server(server);
        for (int i = 0; i < 60; ++i)
            builder.certificate(own());
        const auto inventory = builder.build();
        DetailsPanel panel;
        panel.resize(400, 300);
        panel.show();
        panel.setEvaluation(testkit::evaluated(inventory, now), now);
        panel.showServer(domain::ServerId(server));
        auto *bar = panel.findChild<QScrollArea *>(QStringLiteral("sheetPage"))->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 200);
        bar->setValue(150);
        panel.setEvaluation(
            testkit::evaluated(builder.taken(now.addSecs(60)).build(), now.addSecs(60)), now.addSecs(60));
        QCoreApplication::processEvents();
        QCOMPARE(bar->value(), 150);
        panel.showOrganisation();
        QCOMPARE(bar->value(), 0);
    }

    void vanished_saysSo()
    {
        DetailsPanel panel;
        const CertificateBuilder builder = own();
        panel.setEvaluation(testkit::evaluated(with({builder}), now), now);
        panel.showCertificate(builder.build().id());
        panel.setEvaluation(testkit::evaluated(with({}), now), now);
        QVERIFY(sheetText(panel).contains(QLatin1String("This certificate is no longer on MBX01.")));
        panel.setEvaluation(
            testkit::evaluated(
                InventoryBuilder().server(server).unreachable({ErrorCode::ServerUnreachable, server, {}}).build(), now),
            now);
        QVERIFY(sheetText(panel).contains(QLatin1String("Whether MBX01 still has it is not known.")));
        panel.setEvaluation(testkit::evaluated(with({builder}), now), now);
        QCOMPARE(panel.currentWidget(), tabs(panel));
        panel.showServer(domain::ServerId(QStringLiteral("GONE")));
        QVERIFY(sheetText(panel).contains(QLatin1String("no longer part")));
    }

    // The first finding about the server or one of its certificates; what was not read is named, not called in order
    void server_isShown_withItsNextStep()
    {
        DetailsPanel panel;
        const CertificateBuilder builder = own(-3);
        panel.setEvaluation(testkit::evaluated(with({builder}), now), now);
        panel.showServer(domain::ServerId(server));
        const findings::Guidance guidance = findings::adviceFor(domain::ServerId(server), *with({builder}), {}, now);
        QVERIFY(guidance.finding);
        QCOMPARE(labelText(panel, "serverNextStepTitle"), ui::FindingText::title(guidance.finding->code));
        const auto *button = panel.findChild<QPushButton *>(QStringLiteral("serverNextStepButton"));
        QCOMPARE(button->isHidden(), guidance.task.kind == advice::Task::Kind::Instructions);
        const auto without = [](ErrorCode code) {
            const Error why{code, server, {}};
            return InventoryBuilder()
                .server(server)
                .unreachable(why)
                .change([&](domain::Inventory &inventory) {
                    inventory.servers.first().transport = tl::unexpected<Error>(why);
                })
                .build();
        };
        panel.setEvaluation(testkit::evaluated(without(ErrorCode::ServerUnreachable), now), now);
        QSignalSpy spy(&panel, &DetailsPanel::taskRequested);
        testkit::press(&panel, QStringLiteral("serverNextStepButton"));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.first().first().value<advice::Task>().kind, advice::Task::Kind::ReadAgain);
        panel.setEvaluation(testkit::evaluated(without(ErrorCode::NotRead), now), now);
        QCOMPARE(labelText(panel, "serverNextStepTitle"), QStringLiteral("Nothing is known that needs doing"));
        QVERIFY(button->isHidden());
        panel.showOrganisation();
        QVERIFY(!panel.findChild<QWidget *>(QStringLiteral("serverNextStepBox"))->isVisibleTo(&panel));
    }

    void selection_offersWhatCanBeRenewed()
    {
        DetailsPanel panel;
        const CertificateBuilder first = own();
        const CertificateBuilder second = own().issuer(QStringLiteral("CN=CA"));
        panel.setEvaluation(testkit::evaluated(with({first, second}), now), now);
        panel.showCertificates({first.build().id(), second.build().id()});
        QSignalSpy spy(&panel, &DetailsPanel::taskRequested);
        testkit::press(&panel, QStringLiteral("selectionNextStepButton"));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.first().first().value<advice::Task>().certificates.size(), 1);
    }

    void fields_areDescribed_whenTheTabIsLookedAt()
    {
        const auto key = x509::PrivateKey::generateRsa(2048);
        QVERIFY_RESULT(key);
        x509::CertificateRequest request;
        request.subject = {{QStringLiteral("2.5.4.3"), QStringLiteral("MBX01"), false}};
        request.notBeforeUtc = now.addDays(-10);
        request.notAfterUtc = now.addDays(500);
        request.dnsNames = {QStringLiteral("MBX01"), QStringLiteral("mbx01.contoso.com")};
        const auto der = x509::makeSelfSigned(request, *key);
        QVERIFY_RESULT(der);
        const auto facts = x509::readDer(*der);
        QVERIFY_RESULT(facts);
        const auto inventory
            = InventoryBuilder()
                  .server(server)
                  .certificate(own())
                  .change([&](domain::Inventory &i) { i.servers.first().certificates->first().facts = *facts; })
                  .build();
        DetailsPanel panel;
        panel.resize(600, 700);
        panel.show();
        panel.setEvaluation(testkit::evaluated(inventory, now), now);
        panel.showCertificate({domain::ServerId(server), facts->thumbprint});
        tabs(panel)->setCurrentIndex(1);
        auto *tree = panel.findChild<QTreeView *>(QStringLiteral("fieldsTree"));
        QTRY_VERIFY(tree->model()->rowCount() >= 4);
        testkit::type(&panel, QStringLiteral("fieldFilterEdit"), QStringLiteral("mbx01.CONTOSO"));
        QVERIFY(tree->model()->rowCount() >= 1);
        const QModelIndex first = tree->model()->index(0, 0, tree->model()->index(0, 0));
        tree->setCurrentIndex(first);
        const auto *value = panel.findChild<QPlainTextEdit *>(QStringLiteral("fieldValueText"));
        QVERIFY(value->toPlainText().contains(QLatin1String("mbx01.contoso.com")));
        testkit::press(&panel, QStringLiteral("copyValueButton"));
        QCOMPARE(QGuiApplication::clipboard()->text(), value->toPlainText());
    }

    void pem_isTheCertificate()
    {
        DetailsPanel panel;
        const CertificateBuilder builder = own();
        panel.setEvaluation(testkit::evaluated(with({builder}), now), now);
        panel.showCertificate(builder.build().id());
        const auto *text = panel.findChild<QPlainTextEdit *>(QStringLiteral("pemText"));
        QVERIFY(text->toPlainText().startsWith(QLatin1String("-----BEGIN CERTIFICATE-----")));
        testkit::press(&panel, QStringLiteral("copyPemButton"));
        QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
    }

    void brokenCertificate_isSaidInPlace()
    {
        DetailsPanel panel; // the builder's bytes are not X.509
        panel.resize(500, 500);
        const CertificateBuilder builder = own();
        panel.setEvaluation(testkit::evaluated(with({builder}), now), now);
        panel.showCertificate(builder.build().id());
        panel.show();
        tabs(panel)->setCurrentIndex(1);
        const auto *message = panel.findChild<QWidget *>(QStringLiteral("fieldsTab"))
                                  ->findChild<QLabel *>(QStringLiteral("messageText"));
        QTRY_VERIFY(message->isVisible());
        QVERIFY(message->text().contains(QLatin1String("cannot be read")));
        const auto *tree = panel.findChild<QTreeView *>(QStringLiteral("fieldsTree"));
        QVERIFY(tree->model()->rowCount() >= 2); // what needs no parsing is there all the same
    }

    void language_changesLive()
    {
        const CertificateBuilder builder = own();
        const auto inventory = with({builder});
        DetailsPanel panel;
        panel.setEvaluation(testkit::evaluated(inventory, now), now);
        panel.showCertificate(builder.build().id());
        const QStringList before = visibleTexts(panel);
        {
            const testkit::JapaneseScope japanese;
            QCoreApplication::processEvents();
            DetailsPanel fresh;
            fresh.setEvaluation(testkit::evaluated(inventory, now), now);
            fresh.showCertificate(builder.build().id());
            QCOMPARE(visibleTexts(panel), visibleTexts(fresh));
            if (japanese.covers(QStringLiteral("CertificateDetails")))
                QCOMPARE(tabs(panel)->tabText(0), QStringLiteral("概要"));
        }
        QCoreApplication::processEvents();
        QCOMPARE(visibleTexts(panel), before);
    }
};

KAKUIN_GUI_TEST(tst_DetailsPanel)

} // namespace tests::tst_detailspanel

#include "tst_detailspanel.moc"

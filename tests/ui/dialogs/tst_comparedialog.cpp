// SPDX-License-Identifier: MIT
#include "ui/dialogs/comparedialog.h"

#include "core/x509/maker.h"
#include "core/x509/reader.h"
#include "models/comparisonmodel.h"
#include "models/roles.h"
#include "tests/testkit/evaluated.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/dialogs/dialogchecks.h"
#include "ui/dialogs/certificatepicker.h"
#include "ui/widgets/messagebar.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTreeView>

namespace tests::tst_comparedialog {

using namespace kakuin;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

} // namespace

class tst_CompareDialog final : public QObject {
    Q_OBJECT

private:
    domain::InventoryPtr m_inventory;
    domain::CertificateId m_older;
    domain::CertificateId m_newer;
    domain::CertificateId m_mail;
    domain::CertificateId m_broken; ///< bytes that are no certificate

    static domain::Certificate real(const x509::PrivateKey &key, int year, const QStringList &dnsNames)
    {
        x509::CertificateRequest request;
        request.subject = {{QStringLiteral("2.5.4.3"), dnsNames.first()}};
        request.notBeforeUtc = QDateTime(QDate(year, 4, 1), QTime(0, 0), Qt::UTC);
        request.notAfterUtc = request.notBeforeUtc.addYears(5);
        request.dnsNames = dnsNames;
        domain::Certificate certificate = CertificateBuilder(u"EX01"_qs, u"CN=x"_qs).build();
        certificate.facts = x509::makeSelfSigned(request, key)
                                .and_then([](const QByteArray &der) { return x509::readDer(der); })
                                .value_or(domain::CertificateFacts());
        return certificate;
    }
    [[nodiscard]] static QStringList differing(const ui::CompareDialog &dialog)
    {
        QStringList names;
        for (int row = 0; row < dialog.model().rowCount(); ++row) {
            if (!dialog.model().row(row).isHeading && dialog.model().row(row).isDifferent)
                names.append(dialog.model().row(row).name);
        }
        return names;
    }
    [[nodiscard]] static ui::CertificatePicker *picker(const ui::CompareDialog &dialog, const QString &side)
    {
        return dialog.findChild<ui::CertificatePicker *>(side + u"CertificateCombo"_qs);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<x509::PrivateKey> key = x509::PrivateKey::generateRsa(2048);
        const Result<x509::PrivateKey> otherKey = x509::PrivateKey::generateRsa(2048);
        QVERIFY_RESULT(key);
        QVERIFY_RESULT(otherKey);
        const QList<domain::Certificate> certificates{real(*key, 2019, {u"EX01"_qs, u"EX01.contoso.com"_qs}),
            real(*otherKey, 2024, {u"EX01"_qs, u"EX01.contoso.com"_qs}), real(*key, 2024, {u"mail.contoso.com"_qs})};
        InventoryBuilder builder;
        const CertificateBuilder broken(u"EX01"_qs, u"CN=broken"_qs);
        builder.server(u"EX01"_qs).certificate(broken).change([&](domain::Inventory &inventory) {
            inventory.servers.first().certificates->append(certificates);
        });
        m_inventory = builder.build();
        m_older = certificates.at(0).id();
        m_newer = certificates.at(1).id();
        m_mail = certificates.at(2).id();
        m_broken = broken.build().id();
        QVERIFY(!m_older.thumbprint.isNull() && !m_newer.thumbprint.isNull() && !m_mail.thumbprint.isNull());
    }

    void withoutARightOne_theGenerationsAreCompared()
    {
        const ui::CompareDialog dialog(testkit::evaluated(m_inventory, now), m_newer, {}, now);
        QCOMPARE(picker(dialog, u"left"_qs)->id(), m_older);
        QCOMPARE(picker(dialog, u"right"_qs)->id(), m_newer);
        QTRY_VERIFY(differing(dialog).contains(u"Public key bits"_qs));
        QVERIFY(differing(dialog).contains(u"Valid until"_qs));
        QVERIFY(!differing(dialog).contains(u"Subject"_qs));
        QVERIFY(!differing(dialog).contains(u"Subject Alternative Name"_qs));
        const auto *left = dialog.findChild<QPlainTextEdit *>(u"leftValueText"_qs);
        const auto *right = dialog.findChild<QPlainTextEdit *>(u"rightValueText"_qs);
        QVERIFY(!left->toPlainText().isEmpty() && left->toPlainText() != right->toPlainText());
    }

    void difference_isMarkedByMoreThanColour()
    {
        const ui::CompareDialog dialog(testkit::evaluated(m_inventory, now), m_older, m_newer, now);
        const QAbstractItemModel *rows = dialog.findChild<QTreeView *>(u"comparisonTable"_qs)->model();
        for (int row = 0; row < rows->rowCount(); ++row) {
            const models::ComparisonRow &one = dialog.model().row(row);
            const QModelIndex field = rows->index(row, 0);
            const bool isMarked = one.isDifferent && !one.isHeading;
            QCOMPARE(field.data(Qt::AccessibleTextRole).toString().endsWith(u"differs"_qs), isMarked);
            QCOMPARE(field.data(Qt::FontRole).value<QFont>().bold(), isMarked || one.isHeading);
            if (isMarked)
                QVERIFY(!field.data(Qt::DecorationRole).value<QIcon>().isNull());
        }
    }

    void onlyDifferences_keepsTheChosenField()
    {
        ui::CompareDialog dialog(testkit::evaluated(m_inventory, now), m_older, m_mail, now);
        QTRY_VERIFY(differing(dialog).contains(u"Fingerprint (SHA-256)"_qs));
        auto *table = dialog.findChild<QTreeView *>(u"comparisonTable"_qs);
        const int all = dialog.model().rowCount();
        for (int row = 0; row < all; ++row) {
            if (dialog.model().row(row).name == u"Valid until"_qs)
                table->setCurrentIndex(table->model()->index(row, 0));
        }
        const QString chosen = table->currentIndex().data(models::IdRole).toString();
        dialog.findChild<QCheckBox *>(u"onlyDifferencesCheck"_qs)->click();
        QVERIFY(dialog.model().rowCount() < all);
        QCOMPARE(table->currentIndex().data(models::IdRole).toString(), chosen);
        QVERIFY(table->isFirstColumnSpanned(0, {}));
    }

    void picker_findsByPartOfAThumbprint_andTakesNonsenseBack()
    {
        ui::CompareDialog dialog(testkit::evaluated(m_inventory, now), m_older, m_newer, now);
        ui::CertificatePicker *right = picker(dialog, u"right"_qs);
        right->completer()->setCompletionPrefix(m_mail.thumbprint.toString().mid(10, 12).toLower());
        QCOMPARE(right->completer()->completionCount(), 1);
        Q_EMIT right->completer()->activated(right->completer()->currentIndex());
        right->setCurrentIndex(right->findData(QVariant::fromValue(m_mail), models::IdRole));
        QVERIFY(right->currentText().contains(u"mail.contoso.com"_qs));
        const QString text = right->currentText();
        right->setEditText(u"no such certificate"_qs);
        Q_EMIT right->lineEdit()->editingFinished();
        QTRY_COMPARE(right->currentText(), text);
    }

    void swap_turnsTheSidesRound()
    {
        ui::CompareDialog dialog(testkit::evaluated(m_inventory, now), m_older, m_newer, now);
        testkit::press(&dialog, u"swapButton"_qs);
        QCOMPARE(picker(dialog, u"left"_qs)->id(), m_newer);
        QCOMPARE(picker(dialog, u"right"_qs)->id(), m_older);
    }

    void copy_isReadyForASpreadsheet()
    {
        ui::CompareDialog dialog(testkit::evaluated(m_inventory, now), m_older, m_newer, now);
        dialog.show();
        auto *table = dialog.findChild<QTreeView *>(u"comparisonTable"_qs);
        table->selectionModel()->clearSelection();
        table->setCurrentIndex(table->model()->index(1, 0));
        table->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&dialog)); // shortcuts are the active window's
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.last(), u"Subject\tCN=EX01\tCN=EX01"_qs);
        testkit::press(&dialog, u"copyAllButton"_qs);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"≠ Serial number\t"_qs));
    }

    void bytesThatAreNoCertificate_areSaid_theRestIsCompared()
    {
        const ui::CompareDialog dialog(testkit::evaluated(m_inventory, now), m_older, m_broken, now);
        const auto *message = dialog.findChild<ui::MessageBar *>(u"compareMessage"_qs);
        QTRY_VERIFY(!message->message().isEmpty());
        QVERIFY(differing(dialog).contains(u"Subject"_qs));
        QVERIFY(!differing(dialog).contains(u"Public key bits"_qs));
    }

    void nothingToCompareWith_asksForACertificate()
    {
        ui::CompareDialog dialog(testkit::evaluated(m_inventory, now), m_mail, {}, now);
        QCOMPARE(dialog.model().rowCount(), 0);
        picker(dialog, u"right"_qs)->choose(m_mail);
        QVERIFY(differing(dialog).isEmpty());
        QVERIFY(dialog.model().rowCount() > 0);
        const ui::CompareDialog empty(nullptr, {}, {}, now);
        QCOMPARE(empty.model().rowCount(), 0);
    }

    void closed_whileItIsRead_isFine()
    {
        for (int i = 0; i < 5; ++i)
            ui::CompareDialog(testkit::evaluated(m_inventory, now), m_older, m_newer, now).close();
        QCoreApplication::processEvents();
    }

    void dialog_isNamedAndTranslated()
    {
        ui::CompareDialog dialog(testkit::evaluated(m_inventory, now), m_older, m_newer, now);
        QTRY_VERIFY(differing(dialog).contains(u"Public key bits"_qs));
        testkit::checkNames(dialog);
        testkit::checkLanguageSwitch(dialog);
    }
};

KAKUIN_GUI_TEST(tst_CompareDialog)

} // namespace tests::tst_comparedialog

#include "tst_comparedialog.moc"

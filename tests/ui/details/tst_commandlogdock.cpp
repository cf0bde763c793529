// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "text/commandtext.h"
#include "ui/views/details/commandlogdock.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTreeView>

namespace tests::tst_commandlogdock {

using namespace kakuin;
using session::CommandLog;
using session::CommandRecord;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 41, 7), Qt::UTC);

/// A renewal that asked, was answered No, warned and ended with an error.
quint64 addRenewal(CommandLog &log)
{
    shell::Cmdlet cmdlet(QStringLiteral("New-ExchangeCertificate"));
    cmdlet.with(QStringLiteral("FriendlyName"), QStringLiteral("it's"));
    const quint64 number = log.begin(shell::Pipeline(cmdlet), now);
    log.update(number, [](CommandRecord &record) {
        shell::AskedPrompt question;
        question.prompt.message = QStringLiteral("Overwrite?\nthrow 'x'");
        question.prompt.choices = {shell::PromptChoice::fromLabel(QStringLiteral("&Yes"), {}),
            shell::PromptChoice::fromLabel(QStringLiteral("&No"), {})};
        question.answer = 1;
        question.isAnswered = true;
        record.questions = {question};
        record.warnings = {QStringLiteral("careful")};
        shell::ErrorRecord error;
        error.message = QStringLiteral("refused\r\nRemove-Everything");
        record.errors = {error};
        record.outcome = CommandRecord::Outcome::ErrorRecords;
        record.duration = std::chrono::milliseconds(1250);
    });
    return number;
}

QTreeView *table(QWidget &dock)
{
    return dock.findChild<QTreeView *>(QStringLiteral("commandsTable"));
}

QString detail(QWidget &dock)
{
    return dock.findChild<QPlainTextEdit *>(QStringLiteral("commandDetailText"))->toPlainText();
}

} // namespace

class tst_CommandLogDock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newestCommand_isInView_alsoWhenItCameWhileTheDockWasHidden()
    {
        CommandLog log;
        ui::CommandLogDock dock;
        dock.show();
        dock.resize(700, 300);
        dock.setLog(&log);
        const auto newestIsInView = [&] {
            const QAbstractItemModel *model = table(dock)->model();
            const QRect row = table(dock)->visualRect(model->index(model->rowCount() - 1, 0));
            return table(dock)->viewport()->rect().intersects(row);
        };
        for (const int count : {200, 100}) {
            dock.hide();
            for (int i = 0; i < count; ++i) {
                log.begin(shell::Pipeline(shell::Cmdlet(QStringLiteral("Get-ExchangeServer"))), now);
                QCoreApplication::processEvents(); // a delayed layout must not be taken for scrolling away
            }
            dock.show();
            QTRY_VERIFY(newestIsInView());
        }
        table(dock)->scrollToTop();
        addRenewal(log);
        QVERIFY(!newestIsInView());
    }

    void rows_followTheLog_inWords()
    {
        CommandLog log;
        ui::CommandLogDock dock;
        dock.show();
        dock.setLog(&log);
        QCOMPARE(table(dock)->model()->rowCount(), 0);
        addRenewal(log);
        const QAbstractItemModel *model = table(dock)->model();
        QCOMPARE(model->rowCount(), 1);
        QStringList row;
        for (int column = 0; column < model->columnCount(); ++column)
            row.append(model->index(0, column).data().toString());
        QVERIFY(row.contains(QStringLiteral("09:41:07")));
        QVERIFY(row.contains(QStringLiteral("ended with errors")));
        QVERIFY(row.contains(QStringLiteral("1.2 s")) || row.contains(QStringLiteral("1.3 s")));
    }

    void detail_holdsQuestionsAndErrors()
    {
        CommandLog log;
        ui::CommandLogDock dock;
        dock.show();
        dock.setLog(&log);
        addRenewal(log);
        table(dock)->setCurrentIndex(table(dock)->model()->index(0, 0));
        QVERIFY(detail(dock).contains(QLatin1String("New-ExchangeCertificate -FriendlyName 'it''s'")));
        QVERIFY(detail(dock).contains(QLatin1String("Overwrite?")));
        QVERIFY(detail(dock).contains(QLatin1String("Answer: No")));
        QVERIFY(detail(dock).contains(QLatin1String("careful")));
        testkit::press(&dock, QStringLiteral("copyCommandButton"));
        QCOMPARE(QGuiApplication::clipboard()->text(), detail(dock));
    }

    void runningCommand_isUpdatedInPlace()
    {
        CommandLog log;
        ui::CommandLogDock dock;
        dock.show();
        dock.setLog(&log);
        const quint64 number = log.begin(shell::Pipeline(shell::Cmdlet(QStringLiteral("Get-AuthConfig"))), now);
        table(dock)->setCurrentIndex(table(dock)->model()->index(0, 0));
        QVERIFY(!detail(dock).contains(QLatin1String("done")));
        log.update(number, [](CommandRecord &record) { record.outcome = CommandRecord::Outcome::Succeeded; });
        QVERIFY(detail(dock).contains(QLatin1String("done")));
        QVERIFY(table(dock)->currentIndex().isValid());
    }

    void filter_decidesWhatIsSaved()
    {
        CommandLog log;
        ui::CommandLogDock dock;
        dock.show();
        dock.setLog(&log);
        log.begin(shell::Pipeline(shell::Cmdlet(QStringLiteral("Get-AuthConfig"))), now);
        addRenewal(log);
        testkit::type(&dock, QStringLiteral("commandFilterEdit"), QStringLiteral("CERTIFICATE new"));
        QCOMPARE(table(dock)->model()->rowCount(), 1);
        QVERIFY(!dock.contentFor(QStringLiteral("a.txt")).contains("Get-AuthConfig"));
        QVERIFY(dock.contentFor(QStringLiteral("a.txt")).contains("New-ExchangeCertificate"));
    }

    void script_holdsOnlyCommandsOutsideComments()
    {
        CommandLog log;
        addRenewal(log);
        const QByteArray script = ui::CommandText::script(log.records());
        QVERIFY(script.startsWith("\xEF\xBB\xBF"));
        const QString text = QString::fromUtf8(script.mid(3));
        for (const QString &line : text.split(QStringLiteral("\r\n"))) {
            QVERIFY2(line.isEmpty() || line.startsWith(u'#')
                    || line == QLatin1String("New-ExchangeCertificate -FriendlyName 'it''s'"),
                qPrintable(line));
            QVERIFY(!line.contains(u'\r') && !line.contains(u'\n'));
        }
    }

    void clear_emptiesTheList()
    {
        CommandLog log;
        ui::CommandLogDock dock;
        dock.show();
        dock.setLog(&log);
        addRenewal(log);
        testkit::press(&dock, QStringLiteral("clearCommandsButton"));
        QCOMPARE(table(dock)->model()->rowCount(), 0);
        QVERIFY(detail(dock).isEmpty());
    }

    void log_mayDieFirst()
    {
        ui::CommandLogDock dock;
        dock.show();
        {
            CommandLog log;
            dock.setLog(&log);
            addRenewal(log);
        }
        QCOMPARE(table(dock)->model()->rowCount(), 0);
        QVERIFY(dock.contentFor(QStringLiteral("a.txt")).isEmpty());
        dock.setLog(nullptr);
    }

    void durations_areReadable()
    {
        using std::chrono::milliseconds;
        QCOMPARE(ui::CommandText::duration(milliseconds(400)), QStringLiteral("0.4 s"));
        QCOMPARE(ui::CommandText::duration(milliseconds(12'400)), QStringLiteral("12 s"));
        QCOMPARE(ui::CommandText::duration(milliseconds(125'000)), QStringLiteral("2 min 5 s"));
    }
};

KAKUIN_GUI_TEST(tst_CommandLogDock)

} // namespace tests::tst_commandlogdock

#include "tst_commandlogdock.moc"

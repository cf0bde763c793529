// SPDX-License-Identifier: MIT
#include "ui/help/helptopics.h"

#include "tests/testkit/ui/guitest.h"
#include "ui/help/guide.h"

#include <QtCore/QDirIterator>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QTest>
#include <QtWidgets/QDialog>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

namespace tests::tst_helptopics {

using namespace kakuin;
using namespace Qt::StringLiterals;
using ui::HelpTopic;

class tst_HelpTopics final : public QObject {
    Q_OBJECT

    /// Object names in ui/ that sound like a window, a page or a view.
    static QSet<QString> namesInSources()
    {
        static const QRegularExpression name(u"\"([a-z][A-Za-z]*(?:Wizard|Dialog|Page|View|Dock))\""_s);
        QSet<QString> names;
        QDirIterator files(
            QStringLiteral(KAKUIN_SOURCE_DIR "/ui"), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (files.next().contains(u"/ui/help/"_s))
                continue;
            QFile file(files.filePath());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            auto matches = name.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext())
                names.insert(matches.next().captured(1));
        }
        return names;
    }

private Q_SLOTS:
    void places_areInTheGuide_inBothLanguages()
    {
        for (const QString &language : {u"en"_s, u"ja"_s}) {
            const ui::Guide guide(language);
            for (const ui::HelpEntry &entry : ui::helpEntries()) {
                const QList<ui::GuideSection> sections = guide.sectionsOf(QLatin1String(entry.page));
                const QString anchor = QLatin1String(entry.anchor);
                const bool isThere = anchor.isEmpty() ? !sections.isEmpty()
                                                      : std::any_of(sections.begin(), sections.end(),
                                                          [&](const auto &each) { return each.anchor == anchor; });
                QVERIFY2(isThere, entry.part);
            }
        }
    }

    void windows_areInTheTable()
    {
        // Qt's own file dialogs, and leaves of parts that are in the table
        const QSet<QString> others{u"saveFileDialog"_s, u"saveSnapshotFileDialog"_s, u"exportedFolderDialog"_s,
            u"exportedFilesDialog"_s, u"saveScriptDialog"_s, u"exportFileDialog"_s, u"importFileDialog"_s,
            u"backupFileDialog"_s, u"serverListDialog"_s, u"chooseSnapshotDialog"_s, u"sheetPage"_s,
            u"selectionPage"_s};
        QSet<QString> known = others;
        for (const ui::HelpEntry &entry : ui::helpEntries())
            known.insert(QLatin1String(entry.part));
        const QSet<QString> names = namesInSources();
        QVERIFY(names.size() > 25);
        for (const QString &name : names)
            QVERIFY2(known.contains(name), qPrintable(name + u" leads nowhere: add it to ui/help/helptopics.cpp"_s));
        for (const QString &name : others)
            QVERIFY2(names.contains(name), qPrintable(name + u" is no more"_s));
    }

    void topic_isThatOfTheInnermostPart_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("place");
        QTest::newRow("a page of a wizard")
            << QStringList{u"certificateList"_s, u"certificatesPage"_s, u"renewWizard"_s} << u"renew#certificates"_s;
        QTest::newRow("a page that all wizards share, where one has words of its own")
            << QStringList{u"reviewPage"_s, u"rotateWizard"_s} << u"rotate#review"_s;
        QTest::newRow("the same page elsewhere")
            << QStringList{u"reviewPage"_s, u"assignWizard"_s} << u"renew#review"_s;
        QTest::newRow("the window, where its part is not known")
            << QStringList{u"cancelButton"_s, u"exportWizard"_s} << u"transfer#export"_s;
        QTest::newRow("a field that has a place of its own")
            << QStringList{u"pinEdit"_s, u"connectDialog"_s} << u"connect#pin"_s;
        QTest::newRow("nothing known") << QStringList{u"somethingElse"_s} << u"index#"_s;
        QTest::newRow("nothing") << QStringList() << u"index#"_s;
    }
    void topic_isThatOfTheInnermostPart()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, place);
        const HelpTopic topic = ui::helpTopicFor(names);
        QCOMPARE(topic.page + u'#' + topic.anchor, place);
    }

    void names_holdTheShownPage_whenAButtonOutsideHasTheFocus()
    {
        QDialog dialog;
        dialog.setObjectName(u"removeWizard"_s);
        auto *stack = new QStackedWidget(&dialog);
        stack->setObjectName(u"wizardStack"_s);
        auto *page = new QWidget(stack);
        page->setObjectName(u"preflightPage"_s);
        stack->addWidget(page);
        QPushButton next(&dialog);
        next.setObjectName(u"nextButton"_s);
        QCOMPARE(ui::helpNamesOf(&next), (QStringList{u"nextButton"_s, u"preflightPage"_s, u"removeWizard"_s}));
        QPushButton inside(page);
        inside.setObjectName(u"insideButton"_s);
        QCOMPARE(ui::helpTopicFor(ui::helpNamesOf(&inside)), (HelpTopic{u"remove"_s, u"preflight"_s}));
        QVERIFY(ui::helpNamesOf(nullptr).isEmpty());
    }
};

KAKUIN_GUI_TEST(tst_HelpTopics)

} // namespace tests::tst_helptopics

#include "tst_helptopics.moc"

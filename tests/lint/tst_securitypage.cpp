// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

namespace tests::tst_securitypage {

using namespace Qt::StringLiterals;

/// What SECURITY.md promises is held by tests that exist.
class tst_SecurityPage final : public QObject {
    Q_OBJECT

    static QString textOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    static QString page() { return textOf(QStringLiteral(KAKUIN_SOURCE_DIR "/SECURITY.md")); }

    /// The tests of a text that do not exist: "tst_x" (no such test in ctest) or "tst_x::y" (no such function in it).
    [[nodiscard]] QStringList missingIn(const QString &text) const
    {
        static const QRegularExpression name(u"`(tst_[a-z0-9_]+)(?:::([A-Za-z0-9_]+))?`"_s);
        QStringList missing;
        for (auto it = name.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const QString source = m_sources.value(match.captured(1));
            const QRegularExpression function(u"\\bvoid (?:tst_\\w+::)?%1\\("_s.arg(match.captured(2)));
            if (source.isEmpty() || !m_registered.contains(match.captured(1))
                || (!match.captured(2).isEmpty() && !source.contains(function)))
                missing.append(match.captured(0));
        }
        return missing;
    }
    /// Rows of the table of promises whose last cell names neither a test nor a command.
    static QStringList unheldIn(const QString &text)
    {
        QStringList unheld;
        const QStringList rows = text.section(u"## Promises"_s, 1).section(u"\n## "_s, 0, 0).split(u'\n');
        for (const QString &row : rows) {
            if (row.startsWith(u"| "_s) && !row.startsWith(u"| promise |"_s) && !row.startsWith(u"| --- "_s)
                && !row.section(u'|', 2).contains(QRegularExpression(u"`(tst_|\\./dev )"_s)))
                unheld.append(row);
        }
        return unheld;
    }

    QHash<QString, QString> m_sources; ///< name of a test, its source
    QSet<QString> m_registered; ///< names that a CMakeLists.txt gives to kakuin_tests()

private Q_SLOTS:
    void initTestCase()
    {
        static const QRegularExpression name(u"\\btst_[a-z0-9_]+"_s);
        QDirIterator files(QStringLiteral(KAKUIN_SOURCE_DIR "/tests"), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo info(files.next());
            if (info.suffix() == u"cpp" && info.fileName().startsWith(u"tst_"_s))
                m_sources.insert(info.completeBaseName(), textOf(info.filePath()));
            else if (info.fileName() == u"CMakeLists.txt")
                for (auto it = name.globalMatch(textOf(info.filePath())); it.hasNext();)
                    m_registered.insert(it.next().captured(0));
        }
        QVERIFY(m_sources.size() > 100);
    }

    void everyNamedTest_exists() { QCOMPARE(missingIn(page()), QStringList()); }

    void everyPromise_isHeld()
    {
        QVERIFY(page().section(u"## Promises"_s, 1).count(u"\n| "_s) > 20);
        QCOMPARE(unheldIn(page()), QStringList());
    }

    void check_findsWhatIsMissing()
    {
        QCOMPARE(missingIn(u"`tst_journal`, `tst_none`, `tst_journal::none`, `tst_securitypage::initTestCase`"_s),
            (QStringList{u"`tst_none`"_s, u"`tst_journal::none`"_s}));
        QCOMPARE(unheldIn(u"## Promises\n\n| promise | held by |\n| --- | --- |\n| a | `tst_b` |\n| c | hope |\n"_s),
            QStringList{u"| c | hope |"_s});
    }
};

KAKUIN_TEST(tst_SecurityPage)

} // namespace tests::tst_securitypage

#include "tst_securitypage.moc"

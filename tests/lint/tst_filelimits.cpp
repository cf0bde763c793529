// SPDX-License-Identifier: MIT
#include "sourcetree.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

namespace tests::tst_filelimits {

using namespace kakuin::lint;

namespace {

constexpr int headerLines = 150;
constexpr int sourceLines = 400;
constexpr int cmakeLines = 150;
constexpr int readmeLines = 40;
constexpr int functionLines = 60;

/// A file that may be longer, how long, and why. Keep this list short: every entry is a debt or a table.
struct Exception final {
    const char *path;
    int lines;
    const char *why;
};
const QList<Exception> longerFiles;

int lineLimit(const QString &path)
{
    if (path.endsWith(QLatin1String(".h")))
        return headerLines;
    if (path.endsWith(QLatin1String(".cpp")) || path.endsWith(QLatin1String(".cs")))
        return sourceLines;
    if (path.endsWith(QLatin1String("CMakeLists.txt")) || path.endsWith(QLatin1String(".cmake")))
        return cmakeLines;
    return path.endsWith(QLatin1String("README.md")) ? readmeLines : 0;
}

int lineCount(const QString &text)
{
    return static_cast<int>(text.count(u'\n')) + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
}

/// A function body: where it opens and how many lines stand between its braces.
struct Body final {
    qsizetype offset;
    int lines;
    QString heading; ///< the text before the brace, up to the previous statement
};

// A brace that follows "name(…)" with nothing but specifiers or an initialiser list between is a body; "= {" and
// "class X {" are not. Braces inside bodies are not looked at: a lambda counts as part of its function.
bool opensBody(const QString &heading)
{
    static const QRegularExpression container(
        QStringLiteral("^\\s*(\\S+\\s+)*?(namespace|class|struct|enum|union|extern)\\b"));
    static const QRegularExpression callable(
        QStringLiteral("\\)\\s*(const|noexcept|override|final|mutable|&|->.*|:.*)*\\s*$"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression initialiser(QStringLiteral("(?<!operator)(?<![=!<>])=(?!=)\\s*$"));
    return heading.contains(u'(') && !heading.contains(container) && !heading.contains(initialiser)
        && heading.contains(callable);
}

qsizetype closingBrace(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        depth += code.at(i) == u'{' ? 1 : code.at(i) == u'}' ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return code.size();
}

QList<Body> bodies(const QString &code)
{
    QList<Body> found;
    qsizetype statement = 0;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (c == u';' || c == u'}') {
            statement = i + 1;
        } else if (c == u'{') {
            const QString heading = code.mid(statement, i - statement);
            if (opensBody(heading)) {
                const qsizetype end = closingBrace(code, i);
                const auto breaks = QStringView(code).sliced(i, end - i).count(u'\n');
                found.append({i, static_cast<int>(qMax<qsizetype>(breaks - 1, 0)), heading.simplified()});
                i = end;
            }
            statement = i + 1;
        }
    }
    return found;
}

// The rows of a test are a table, whatever their number.
bool isTable(const SourceFile &file, const Body &body)
{
    return file.isIn(QStringLiteral("tests")) && body.heading.contains(QLatin1String("_data("));
}

} // namespace

class tst_FileLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void limit_dependsOnTheKindOfFile()
    {
        QCOMPARE(lineLimit(QStringLiteral("core/a/b.h")), headerLines);
        QCOMPARE(lineLimit(QStringLiteral("tests/a/tst_b.cpp")), sourceLines);
        QCOMPARE(lineLimit(QStringLiteral("core/CMakeLists.txt")), cmakeLines);
        QCOMPARE(lineLimit(QStringLiteral("core/README.md")), readmeLines);
        QCOMPARE(lineCount(QStringLiteral("a\nb\n")), 2);
        QCOMPARE(lineCount(QStringLiteral("a\nb")), 2);
    }

    void files_areShortEnough()
    {
        QStringList found;
        for (const SourceFile &file : sourceTree()) {
            int limit = lineLimit(file.path);
            for (const Exception &exception : longerFiles)
                limit = file.path == QLatin1String(exception.path) ? exception.lines : limit;
            if (limit > 0 && lineCount(file.text) > limit)
                found += QStringLiteral("%1: %2 lines, at most %3").arg(file.path).arg(lineCount(file.text)).arg(limit);
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void exceptions_areStillNeeded()
    {
        for (const Exception &exception : longerFiles) {
            const auto it = std::find_if(sourceTree().begin(), sourceTree().end(),
                [&](const SourceFile &file) { return file.path == QLatin1String(exception.path); });
            QVERIFY2(it != sourceTree().end(), exception.path);
            QVERIFY2(lineCount(it->text) > lineLimit(it->path), exception.path);
        }
    }

    void body_isMeasured_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("lines");
        const QString three = QStringLiteral("{\n  a;\n  if (b) {\n  }\n}\n");
        QTest::newRow("a function") << QStringLiteral("namespace n {\nint f(int x) ") + three << 3;
        QTest::newRow("a const member") << QStringLiteral("Result<int> A::f() const\n") + three << 3;
        QTest::newRow("a constructor with initialisers")
            << QStringLiteral("A::A(int x)\n    : B(x)\n    , m_c(x)\n") + three << 3;
        QTest::newRow("a trailing return type") << QStringLiteral("auto f() -> int ") + three << 3;
        QTest::newRow("a member in a class") << QStringLiteral("class A : public B<C> {\nvoid f() ") + three << 3;
        const QString table = QStringLiteral("{\n  {1, f(2)},\n  {2, g(3)},\n};\n");
        QTest::newRow("a table is no function") << QStringLiteral("const QList<int> x = ") + table << -1;
        QTest::newRow("a table made by a call is none")
            << QStringLiteral("const auto x = f() + QList<int> ") + table << -1;
        QTest::newRow("an enum is none") << QStringLiteral("enum class E : quint32 ") + table << -1;
    }
    void body_isMeasured()
    {
        QFETCH(QString, code);
        QFETCH(int, lines);
        const QList<Body> found = bodies(code);
        QCOMPARE(static_cast<int>(found.size()), lines < 0 ? 0 : 1);
        if (lines >= 0)
            QCOMPARE(found.first().lines, lines);
    }

    void functions_areShortEnough()
    {
        QStringList found;
        for (const SourceFile &file : sourceTree()) {
            if (!file.isCpp())
                continue;
            for (const Body &body : bodies(file.blanked)) {
                if (body.lines > functionLines && !isTable(file, body))
                    found += QStringLiteral("%1: %2 lines, at most %3: %4")
                                 .arg(place(file, body.offset))
                                 .arg(body.lines)
                                 .arg(functionLines)
                                 .arg(body.heading.right(80));
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

KAKUIN_TEST(tst_FileLimits)

} // namespace tests::tst_filelimits

#include "tst_filelimits.moc"

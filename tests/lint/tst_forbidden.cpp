// SPDX-License-Identifier: MIT
#include "sourcetree.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

namespace tests::tst_forbidden {

using namespace kakuin::lint;

namespace {

/// Something that no file may hold: a pattern over the code (comments and literals blanked), where, and why.
struct Rule final {
    const char *tag;
    QStringList folders;
    QStringList exceptPaths; ///< files or folders where the rule does not hold
    const char *pattern;
    const char *bad; ///< must be found
    const char *good; ///< must not
    const char *why;
};

const QStringList product{QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("models"),
    QStringLiteral("text"), QStringLiteral("ui")};
const QStringList everywhere = product
    + QStringList{
        QStringLiteral("bench"), QStringLiteral("labserver"), QStringLiteral("tests"), QStringLiteral("tools")};
const QStringList core{QStringLiteral("core")};

QList<Rule> rules()
{
    return {
        {"no coroutines", everywhere, {}, "\\bco_(await|return|yield)\\b", "auto x = co_await f();", "// co_await",
            "D2"},
        {"no nested event loop", product, {}, "\\bQEventLoop\\b|\\bprocessEvents\\s*\\(", "QEventLoop loop;",
            "QEventLoopLocker l;", "whatever runs inside it may destroy its caller"},
        {"no exec of a dialog", product, {QStringLiteral("core/base/sqlitefile.cpp")},
            "(\\.|->)\\s*exec\\s*\\(|\\bQ(Dialog|Menu|MessageBox)::exec\\b", "dialog.exec();",
            "dialog.open(); QApplication::exec();", "use open() and its signals"},
        {"no static modal question", product, {},
            "\\bQMessageBox::(about|aboutQt|critical|information|question|warning)\\s*\\(|\\bQ(Font|Color|Input|File)"
            "Dialog::get\\w+",
            "QMessageBox::warning(this, a, b);", "QMessageBox box; box.setIcon(QMessageBox::Warning);",
            "these run a nested event loop"},
        {"no waiting", product, {},
            "\\bwaitFor(Finished|ReadyRead|Started|BytesWritten|Connected|Disconnected|Done)\\s*\\(",
            "future.waitForFinished();", "whenDone(future, this, f);", "whoever waits blocks the window"},
        {"no continuation on a receiver", product, {}, "(\\.|->)\\s*then\\s*\\(\\s*\\w+\\s*,", "f.then(this, [] {});",
            "f.then([] {}); f.then(QtFuture::Launch::Async, g);",
            "aborts when the receiver has died; use whenDone (D2)"},
        {"no sleep", everywhere, {}, "\\b(sleep|msleep|usleep|nanosleep|sleep_for|sleep_until|qSleep|qWait)\\s*\\(",
            "QThread::msleep(5);", "QTest::qWaitFor(f); sleeper(3);", "wait for what happens, not for a while"},
        {"no tr without a context", everywhere, {}, "\\bQObject::tr\\b", "QObject::tr(\"x\")", "tr(\"x\")",
            "a translator needs the class"},
        {"no words for people in core", core, {}, "\\b(tr|QT_TR_NOOP|QT_TRANSLATE_NOOP|translate)\\s*\\(", "tr(\"x\")",
            "str(3)", "core returns codes; text has the words"},
        {"no style sheet on the application", product, {},
            "(qApp|\\bapp|\\bapplication)\\s*(\\.|->)\\s*setStyleSheet|QApplication::setStyleSheet",
            "qApp->setStyleSheet(s);", "strip->setStyleSheet(s);", "the desktop's style stays"},
        {"no string connections", everywhere, {}, "\\b(SIGNAL|SLOT)\\s*\\(", "connect(a, SIGNAL(b()), c, SLOT(d()));",
            "connect(a, &A::b, c, &C::d);", "the compiler must check them"},
        {"no vague class name", everywhere, {},
            "\\b(class|struct)\\s+(?!Q[A-Z])\\w*(Utils?|Helpers?|Common|Misc|Manager)\\b", "class CertUtils {",
            "class QNetworkAccessManager; struct CommonName {};", "a name says what is in it"},
        {"no exceptions across our interfaces", product, {}, "\\bthrow\\b", "throw 1;", "rethrown();",
            "errors are Result values"},
        {"no console that could change something", {QStringLiteral("app/console")}, {},
            "\\bSession>\\s*\\((?!std::make_shared<shell::ReadOnlyShell>)", "std::make_unique<session::Session>(shell)",
            "std::make_unique<session::Session>(std::make_shared<shell::ReadOnlyShell>(shell))",
            "its commands only read, whatever they are given"},
        {"no bare expected", product,
            // the binder's error is the record that the practice server would write, not one of ours
            {QStringLiteral("core/base/result.h"), QStringLiteral("core/lab/parameterbinder.h"),
                QStringLiteral("core/lab/parameterbinder.cpp")},
            "\\btl::expected\\b", "tl::expected<int, Error> f();", "Result<int> f(); tl::unexpected<Error>(e);",
            "result.h is the one place that names it"},
    };
}

bool isExcepted(const SourceFile &file, const QStringList &paths)
{
    return std::any_of(paths.begin(), paths.end(), [&](const QString &p) { return file.path == p || file.isIn(p); });
}

bool isIn(const SourceFile &file, const QStringList &folders)
{
    return std::any_of(folders.begin(), folders.end(), [&](const QString &name) { return file.isIn(name); });
}

// Offset behind the '>' that closes the '<' at `open`; -1 when it is not a template argument list.
qsizetype behindAngles(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        const QChar c = code.at(i);
        depth += c == u'<' ? 1 : c == u'>' ? -1 : 0;
        if (depth == 0)
            return i + 1;
        if (c == u';' || c == u'{')
            return -1;
    }
    return -1;
}

// Offsets of declarations in a header that return Result or QFuture and lack [[nodiscard]].
QList<qsizetype> droppable(const QString &header)
{
    static const QRegularExpression returned(QStringLiteral("\\b(Result|QFuture)\\s*<"));
    static const QRegularExpression named(QStringLiteral("^\\s+[\\w:]+\\s*\\("));
    static const QRegularExpression boundary(QStringLiteral("[;{}]|\\b(public|private|protected|Q_SIGNALS)\\s*:"));
    const QString code = codeOnly(header);
    QList<qsizetype> found;
    auto it = returned.globalMatch(code);
    while (it.hasNext()) {
        const auto match = it.next();
        const qsizetype behind = behindAngles(code, match.capturedEnd() - 1);
        if (behind < 0 || !named.match(code.mid(behind, 200)).hasMatch())
            continue;
        qsizetype begin = code.left(match.capturedStart()).lastIndexOf(boundary);
        const QStringView before = QStringView(code).sliced(begin + 1, match.capturedStart() - begin - 1);
        if (!before.contains(u"[[nodiscard]]") && !before.contains(u"return") && !before.contains(u"using"))
            found += match.capturedStart();
    }
    return found;
}

} // namespace

class tst_Forbidden : public QObject {
    Q_OBJECT

private:
    static void addRows()
    {
        QTest::addColumn<int>("index");
        const QList<Rule> all = rules();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(all.at(i).tag) << i;
    }

private Q_SLOTS:
    void rule_tellsBadFromGood_data() { addRows(); }
    void rule_tellsBadFromGood()
    {
        QFETCH(int, index);
        const Rule rule = rules().at(index);
        const QRegularExpression pattern(QString::fromLatin1(rule.pattern));
        QVERIFY2(pattern.isValid(), qPrintable(pattern.errorString()));
        QVERIFY(codeOnly(QString::fromLatin1(rule.bad)).contains(pattern));
        QVERIFY(!codeOnly(QString::fromLatin1(rule.good)).contains(pattern));
    }

    void sources_obeyTheRule_data() { addRows(); }
    void sources_obeyTheRule()
    {
        QFETCH(int, index);
        const Rule rule = rules().at(index);
        const QRegularExpression pattern(QString::fromLatin1(rule.pattern));
        QStringList found;
        for (const SourceFile &file : sourceTree()) {
            if (!file.isCpp() || !isIn(file, rule.folders) || isExcepted(file, rule.exceptPaths))
                continue;
            auto it = pattern.globalMatch(file.blanked);
            while (it.hasNext())
                found += place(file, it.next().capturedStart());
        }
        QVERIFY2(found.isEmpty(), qPrintable(QString::fromLatin1(rule.why) + u'\n' + found.join(u'\n')));
    }

    void codeOnly_blanksCommentsAndLiteralsInPlace()
    {
        const QString text = QStringLiteral("a(\"x\\\"y\"); // b\n/* c\nd */ e('\"'); R\"(f\ng)\" h 1'000 'i'\n");
        const QString code = codeOnly(text);
        QCOMPARE(code.size(), text.size());
        QCOMPARE(code.count(u'\n'), text.count(u'\n'));
        QCOMPARE(code.simplified(), QStringLiteral("a(\" \"); e(' '); h 1'000 ' '"));
    }

    void droppableResult_isFound_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<int>("count");
        QTest::newRow("a plain function") << QStringLiteral("Result<int> f();") << 1;
        QTest::newRow("a member behind an access specifier")
            << QStringLiteral("class A { public: virtual QFuture<Result<QList<int>>> g(int x) = 0; };") << 1;
        QTest::newRow("one of two") << QStringLiteral("[[nodiscard]] Result<> f(); static Result<void> g();") << 1;
        QTest::newRow("all marked") << QStringLiteral("[[nodiscard]] static QFuture<Result<int>> f();") << 0;
        QTest::newRow("parameters and members")
            << QStringLiteral("void f(Result<int> x, QFuture<Result<int>> y); Result<int> m = fail(E);") << 0;
    }
    void droppableResult_isFound()
    {
        QFETCH(QString, header);
        QFETCH(int, count);
        QCOMPARE(static_cast<int>(droppable(header).size()), count);
    }

    void headers_letNobodyDropAResult()
    {
        QStringList found;
        for (const SourceFile &file : sourceTree()) {
            if (!file.isHeader() || !isIn(file, product))
                continue;
            for (const qsizetype offset : droppable(file.text))
                found += place(file, offset);
        }
        QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("[[nodiscard]] is missing:\n") + found.join(u'\n')));
    }

    void files_haveTellingNames()
    {
        const QRegularExpression vague(
            QStringLiteral("(^|_)(utils?|helpers?|common|misc|manager)$|(utils?|helpers?|manager)$"));
        QVERIFY(QStringLiteral("certutils").contains(vague));
        QVERIFY(!QStringLiteral("commonname").contains(vague));
        QStringList found;
        for (const SourceFile &file : sourceTree()) {
            const QString name = QFileInfo(file.path).completeBaseName();
            if (name.contains(vague) || (file.isCpp() && name != name.toLower()))
                found += file.path;
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    // A class that is not registered, or that is in no list, would be a test that never runs.
    void tests_areRegistered()
    {
        QStringList found;
        for (const SourceFile &file : sourceTree()) {
            const QFileInfo info(file.path);
            const QString name = info.completeBaseName();
            if (!file.isIn(QStringLiteral("tests")) || info.suffix() != QLatin1String("cpp")
                || !name.startsWith(QLatin1String("tst_")))
                continue;
            const QString list = info.path() + QLatin1String("/CMakeLists.txt");
            const auto it = std::find_if(
                sourceTree().begin(), sourceTree().end(), [&](const SourceFile &other) { return other.path == list; });
            const QRegularExpression word(QStringLiteral("\\b%1\\b").arg(name));
            if (it == sourceTree().end() || !it->text.contains(word))
                found += file.path + QLatin1String(" is not in ") + list;
            if (!file.text.contains(
                    QRegularExpression(QStringLiteral("^KAKUIN_(GUI_)?TEST\\("), QRegularExpression::MultilineOption)))
                found += file.path + QLatin1String(" does not register its class");
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void files_beginWithTheLicence_andHoldNoPostponedWork()
    {
        const QRegularExpression postponed(
            QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX") + QStringLiteral("ME)\\b"));
        QStringList found;
        for (const SourceFile &file : sourceTree()) {
            if (file.isCpp() && !file.text.startsWith(QLatin1String("// SPDX-License-Identifier: MIT\n")))
                found += file.path + QLatin1String(": the licence line is missing");
            if (file.isHeader() && !file.text.contains(QLatin1String("\n#pragma once\n")))
                found += file.path + QLatin1String(": #pragma once is missing");
            if (file.text.contains(postponed))
                found += file.path + QLatin1String(": holds postponed work");
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

KAKUIN_TEST(tst_Forbidden)

} // namespace tests::tst_forbidden

#include "tst_forbidden.moc"

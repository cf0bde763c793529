// SPDX-License-Identifier: MIT
#include "sourcetree.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

namespace tests::tst_layering {

using namespace kakuin::lint;

namespace {

/// A folder, what its files may not include (the text between the quotes or angle brackets), and why.
struct Wall final {
    const char *tag;
    QStringList folders;
    QStringList exceptPaths; ///< folders, or the beginning of file names
    const char *forbidden; ///< regular expression, anchored at both ends
    const char *sample; ///< an include that the wall must stop
    const char *why;
};

const QStringList product{QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("models"),
    QStringLiteral("text"), QStringLiteral("ui")};
const QStringList withoutTests
    = product + QStringList{QStringLiteral("bench"), QStringLiteral("labserver"), QStringLiteral("tools")};

QStringList folder(const char *name)
{
    return {QString::fromLatin1(name)};
}

// Between our own folders and Qt's modules
QList<Wall> layers()
{
    return {
        // bench may include what it compares with, OpenSSL among it; nothing may stand on bench
        {"nothing shipped stands on bench", product, {}, "bench/.*", "bench/figure.h", "measurements are not shipped"},
        {"bench needs no tests", folder("bench"), {}, "tests/.*|QtTest/.*", "QtTest/QTest",
            "a benchmark is built without the tests"},
        {"nothing shipped stands on the server's end", product, {}, "labserver/.*", "labserver/httpfront.h",
            "who administers a server is none"},
        {"the server's end knows no windows", folder("labserver"), {}, "Qt(Gui|Widgets|Svg)/.*|(app|models|text|ui)/.*",
            "ui/mainwindow.h", "it runs without a display"},
        {"the server's end needs no tests", folder("labserver"), {}, "(tests|bench)/.*|QtTest/.*", "QtTest/QTest",
            "tests and tool are built on it"},
        {"nothing includes a tool", product + folder("labserver") + folder("bench"), {}, "tools/.*",
            "tools/tour/tour.h", "tools are for developers, and link the program"},
        {"tools need no tests", folder("tools"), {}, "(tests|bench|labserver)/.*|QtTest/.*", "QtTest/QTest",
            "a tool uses the program as it is, and its servers as programs"},
        {"core knows no windows", folder("core"), {}, "Qt(Gui|Widgets|Svg|SvgWidgets|PrintSupport)/.*", "QtGui/QColor",
            "core must be usable and testable without a display"},
        {"core stands at the bottom", folder("core"), {}, "(models|text|ui|app|tests)/.*", "models/roles.h",
            "layers: app -> ui -> text -> models -> core"},
        {"models know no windows", folder("models"), {}, "Qt(Gui|Widgets|Svg|SvgWidgets|PrintSupport)/.*",
            "QtGui/QIcon", "ui/decoration adds icons, colours and fonts"},
        {"models stand on core", folder("models"), {}, "(text|ui|app|tests)/.*", "ui/mainwindow.h",
            "layers: app -> ui -> text -> models -> core"},
        {"text knows no windows", folder("text"), {}, "Qt(Gui|Widgets|Svg|SvgWidgets|PrintSupport)/.*", "QtGui/QFont",
            "the console and the tests of the sentences run without a display"},
        {"text stands on models", folder("text"), {}, "(ui|app|tests)/.*", "ui/mainwindow.h",
            "layers: app -> ui -> text -> models -> core"},
        {"ui stands below app", folder("ui"), {}, "(app|tests)/.*", "app/settings.h",
            "layers: app -> ui -> text -> models -> core"},
        {"app needs no tests", folder("app"), {}, "tests/.*|QtTest/.*", "QtTest/QTest", "tests are not shipped"},
        {"core/base stands alone", folder("core/base"), {}, "core/(?!base/).*", "core/domain/server.h",
            "everything stands on it"},
        {"core/domain stands on base", folder("core/domain"), {}, "core/(?!base/|domain/).*", "core/x509/reader.h",
            "values know no format and no shell"},
        {"core/x509 and core/clixml know no shell", {QStringLiteral("core/x509"), QStringLiteral("core/clixml")}, {},
            "core/(shell|plan|lab|snapshot|session|remote|psrp|directory)/.*", "core/shell/shell.h",
            "formats know no commands"},
        {"core/psrp stands on clixml", folder("core/psrp"), {}, "core/(?!base/|clixml/|psrp/).*", "core/shell/shell.h",
            "a protocol knows no commands"},
        {"only core/remote speaks the protocol", product, {QStringLiteral("core/remote"), QStringLiteral("core/psrp")},
            "core/psrp/.*", "core/psrp/event.h", "everybody else sees a shell"},
        {"core/shell knows no particular shell", folder("core/shell"), {},
            "core/(plan|lab|snapshot|session|remote|directory)/.*", "core/lab/labshell.h",
            "the interface stands below"},
        {"core/plan knows no particular shell", folder("core/plan"), {},
            "core/(lab|snapshot|session|remote|directory)/.*", "core/lab/labshell.h", "a plan runs on any shell"},
        {"core/directory knows no organisation", folder("core/directory"), {}, "core/(plan|lab|snapshot|session)/.*",
            "core/session/session.h", "it answers one question"},
        {"core/session knows no particular shell", folder("core/session"),
            {QStringLiteral("core/session/workspace."), QStringLiteral("core/session/snapshotsaver.")},
            "core/(lab|snapshot|remote|directory|connection)/.*", "core/snapshot/snapshotshell.h",
            "a session holds any shell; the workspace alone opens them, the saver writes their form"},
        {"core/snapshot knows no practice organisation", folder("core/snapshot"), {}, "core/(lab|remote)/.*",
            "core/lab/labstate.h", "what a real server wrote has nothing to do with the lab"},
        {"models know no particular shell", folder("models"), {}, "core/(lab|snapshot|remote|directory|connection)/.*",
            "core/lab/labshell.h", "a model shows any organisation"},
        {"Qt's headers carry their module", withoutTests, {}, "Q(?!t[A-Z])[A-Z]\\w*", "QString",
            "the module in the path shows the layer"},
        {"no relative path", withoutTests, {}, "\\.\\.?/.*", "../base/result.h",
            "includes are written from the top folder"},
        // except headers of others that have no folder, and those that uic makes of forms
        {"our headers are named from the top", withoutTests, {},
            "(?!.*\\.moc$|ui_\\w+\\.h$|(archive(_entry)?|krb5|(open)?ldap|lber|fcntl|malloc|netdb|poll|strings|unistd|"
            "aclapi|windows|security|sspi)\\.h$)[^/<]+\\.h",
            "certificate.h", "includes are written from the top folder"},
    };
}

// Around what others have written: one place each
QList<Wall> libraries()
{
    return {
        {"only core/x509 and the session key know OpenSSL", product,
            {QStringLiteral("core/x509"), QStringLiteral("core/psrp/sessionkey.")}, "openssl/.*", "openssl/x509.h",
            "one place to review for memory and parsing errors"},
        {"only the archive classes know libarchive", product,
            {QStringLiteral("core/snapshot/archiveentrydevice."), QStringLiteral("core/snapshot/archivereader."),
                QStringLiteral("core/snapshot/archivewriter.")},
            "archive(_entry)?\\.h", "archive.h", "one place to review for what hostile archives do"},
        {"only storage knows SQL", product, folder("core/base"), "QtSql/.*", "QtSql/QSqlQuery",
            "core/base/sqlitefile.h is the way to a database"},
        {"only core/remote has sockets", product, folder("core/remote"), "QtNetwork/.*", "QtNetwork/QTcpSocket",
            "one place that talks to a network"},
        {"only two classes know libcurl", product,
            {QStringLiteral("core/remote/curlconnection."), QStringLiteral("core/remote/cookiejar.")}, "curl/.*",
            "curl/curl.h", "one place that talks HTTP"},
        {"only the classes of signing in know GSSAPI", product,
            {QStringLiteral("core/remote/kerberosticket."), QStringLiteral("core/remote/kerberosticket_p."),
                QStringLiteral("core/remote/securitycontextgss.")},
            "gssapi.*|krb5.*", "krb5.h", "behind SecurityContext there may be SSPI"},
        {"only core/directory knows LDAP", product, folder("core/directory"), "(open)?ldap.*|lber.*", "ldap.h",
            "one place that talks to a directory"},
        {"only app knows the keychain", product, folder("app"), "qt6keychain/.*", "qt6keychain/keychain.h",
            "core sees an interface"},
        {"only one class knows D-Bus", product, {QStringLiteral("app/secretservice.")}, "QtDBus/.*",
            "QtDBus/QDBusConnection", "systems without it build without it"},
    };
}

QList<Wall> walls()
{
    return layers() + libraries();
}

QStringList includes(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"), QRegularExpression::MultilineOption);
    QStringList found;
    auto it = form.globalMatch(text);
    while (it.hasNext())
        found += it.next().captured(1);
    return found;
}

QStringList breaches(const Wall &wall, const QString &text)
{
    const QRegularExpression forbidden(QRegularExpression::anchoredPattern(QString::fromLatin1(wall.forbidden)));
    return includes(text).filter(forbidden);
}

bool isIn(const SourceFile &file, const QStringList &paths)
{
    return std::any_of(paths.begin(), paths.end(),
        [&](const QString &path) { return file.isIn(path) || (path.endsWith(u'.') && file.path.startsWith(path)); });
}

} // namespace

class tst_Layering : public QObject {
    Q_OBJECT

private:
    static void addRows()
    {
        QTest::addColumn<int>("index");
        const QList<Wall> all = walls();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(all.at(i).tag) << i;
    }

private Q_SLOTS:
    void wall_stopsItsSample_data() { addRows(); }
    void wall_stopsItsSample()
    {
        QFETCH(int, index);
        const Wall wall = walls().at(index);
        const QString sample
            = QStringLiteral("#pragma once\n #  include <%1>\nint x;\n").arg(QLatin1String(wall.sample));
        QCOMPARE(breaches(wall, sample), QStringList(QString::fromLatin1(wall.sample)));
        QCOMPARE(breaches(wall, QStringLiteral("#include <QtCore/QString>\n#include \"core/base/result.h\"\n")),
            QStringList());
    }

    void sources_respectTheWall_data() { addRows(); }
    void sources_respectTheWall()
    {
        QFETCH(int, index);
        const Wall wall = walls().at(index);
        QStringList found;
        for (const SourceFile &file : sourceTree()) {
            if (!file.isCpp() || !isIn(file, wall.folders) || isIn(file, wall.exceptPaths))
                continue;
            const QStringList bad = breaches(wall, file.text);
            for (const QString &include : bad)
                found += file.path + QLatin1String(" includes ") + include;
        }
        QVERIFY2(found.isEmpty(), qPrintable(QString::fromLatin1(wall.why) + u'\n' + found.join(u'\n')));
    }

    void sourceTree_holdsTheProductAndNoBuildOutput()
    {
        int core = 0;
        for (const SourceFile &file : sourceTree()) {
            core += file.isIn(QStringLiteral("core")) ? 1 : 0;
            QVERIFY2(!file.path.contains(QLatin1String("_autogen/")), qPrintable(file.path));
        }
        QVERIFY(core > 20);
    }
};

KAKUIN_TEST(tst_Layering)

} // namespace tests::tst_layering

#include "tst_layering.moc"

// SPDX-License-Identifier: MIT
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/connections/connectfixture.h"
#include "ui/connections/serverlistedit.h"

#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace tests::tst_connectionentry {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;
using connection::ConnectionProfile;

/// What is entered and stored, before anything is sent.
class tst_ConnectionEntry final : public ConnectFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeLab(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void nothing_isSent_whenSomethingIsMissing();
    void whatIsWrong_isSaid_whereItIs_data();
    void whatIsWrong_isSaid_whereItIs();
    void missingProgram_isToldAsSuch();
    void furtherServers_areImported();
    void rows_followKindAndSignIn();
    void removal_canBeUndone();
    void damagedFile_isNotWrittenOver();
};

void tst_ConnectionEntry::nothing_isSent_whenSomethingIsMissing()
{
    show({profile()});
    press("connectButton");
    QVERIFY(message().contains(u"password"_s));
    type("passwordEdit", u"geheim"_s);
    type("addressEdit", u"http://localhost/"_s);
    press("connectButton");
    QVERIFY(stage(0).endsWith(u"failed"_s)); // a password over http
    type("pinEdit", u"12:34"_s);
    press("connectButton");
    QVERIFY(message().contains(u"12:34"_s));
    QCOMPARE(m_http->connections(), 0);
}

void tst_ConnectionEntry::whatIsWrong_isSaid_whereItIs_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << u"addressEdit"_s << QString() << u"Enter the name of the server"_s;
    QTest::newRow("no name") << u"addressEdit"_s << u"two words"_s << u"“two words” is no name"_s;
    QTest::newRow("another scheme") << u"addressEdit"_s << u"ftp://ex01"_s << u"begins with something else"_s;
    QTest::newRow("a password over http") << u"addressEdit"_s << u"http://ex01"_s << u"unprotected"_s;
    QTest::newRow("a password inside") << u"addressEdit"_s << u"https://a:b@ex01"_s << u"in their own fields"_s;
    QTest::newRow("a pin that is none") << u"pinEdit"_s << u"12:34"_s << u"64 digits"_s;
    QTest::newRow("no directory") << u"directoryEdit"_s << u"https://dc01"_s << u"no name of an LDAP server"_s;
}

void tst_ConnectionEntry::whatIsWrong_isSaid_whereItIs()
{
    QFETCH(const QString, field);
    QFETCH(const QString, entered);
    QFETCH(const QString, said);
    show({profile()});
    type("passwordEdit", u"geheim"_s);
    auto *more = find<QToolButton>("moreButton");
    if (!more->isChecked())
        more->click();
    auto *line = m_dialog->findChild<QLineEdit *>(field);
    line->clear();
    QTest::keyClicks(line, entered);
    find<QLineEdit>("nameEdit")->setFocus();
    press("connectButton");
    QVERIFY2(message().contains(said), qPrintable(message()));
    QVERIFY2(!message().contains(u"Detail"_s), qPrintable(message()));
    QCOMPARE(m_dialog->focusWidget(), line);
    QVERIFY(stage(0).endsWith(u"failed"_s));
    QCOMPARE(m_http->connections(), 0);
}

void tst_ConnectionEntry::missingProgram_isToldAsSuch()
{
    ConnectionProfile missing;
    missing.name = u"Other"_s;
    missing.kind = ConnectionProfile::Kind::Program;
    missing.command = u"/no/such/pwsh -s"_s;
    show({missing});
    press("connectButton");
    QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"/no/such/pwsh cannot be started"_s), patienceMs);
    QVERIFY(stage(0).endsWith(u"failed"_s));
    QVERIFY(m_workspace->session() == nullptr);
}

void tst_ConnectionEntry::furtherServers_areImported()
{
    show({profile()});
    QFile list(m_folder->filePath(u"servers.csv"_s));
    QVERIFY(list.open(QIODevice::WriteOnly) && list.write("Name,Site\nex02,a\nex03,b\n") > 0);
    list.close();
    auto *servers = m_dialog->findChild<ui::ServerListEdit *>();
    servers->importFrom(list.fileName());
    servers->importFrom(list.fileName());
    QCOMPARE(servers->servers(), QStringList({u"ex02"_s, u"ex03"_s}));
    QVERIFY(list.open(QIODevice::WriteOnly) && list.write("<Objs>") > 0);
    list.close();
    servers->importFrom(list.fileName());
    QVERIFY2(message().contains(u"<Objs>"_s), qPrintable(message()));
    QCOMPARE(servers->servers().size(), 2);
    m_dialog->close();
    QCOMPARE(connection::ConnectionFile(path()).load()->first().furtherAddresses, QStringList({u"ex02"_s, u"ex03"_s}));
}

void tst_ConnectionEntry::rows_followKindAndSignIn()
{
    show({});
    const auto isShown = [this](const char *name) { return find<QWidget>(name)->isVisible(); };
    QVERIFY(isShown("addressEdit") && isShown("signInCombo") && isShown("userEdit"));
    QVERIFY(!isShown("passwordEdit")); // the ticket that there is
    type("userEdit", u"admin@CONTOSO.COM"_s);
    QVERIFY(isShown("passwordEdit") && isShown("keepPasswordCheck"));
    find<QComboBox>("signInCombo")->setCurrentIndex(2);
    QVERIFY(isShown("clientCertificateEdit") && !isShown("passwordEdit") && !isShown("userEdit"));
    find<QComboBox>("kindCombo")->setCurrentIndex(2);
    QVERIFY(isShown("addressEdit") && isShown("userEdit") && !isShown("signInCombo"));
    find<QToolButton>("moreButton")->setChecked(true);
    QVERIFY(isShown("directoryEdit") && !isShown("pinEdit") && !isShown("directorySecurityCombo"));
    type("directoryEdit", u"dc01"_s);
    QVERIFY(isShown("directorySecurityCombo"));
    find<QComboBox>("kindCombo")->setCurrentIndex(3);
    QVERIFY(isShown("commandEdit") && !isShown("addressEdit"));
}

void tst_ConnectionEntry::removal_canBeUndone()
{
    ConnectionProfile other = profile();
    other.name = u"Branch"_s;
    show({profile(), other});
    press("removeButton");
    QCOMPARE(connection::ConnectionFile(path()).load().value_or(QList<ConnectionProfile>()),
        QList<ConnectionProfile>{other});
    find<QPushButton>("undoButton")->click();
    QCOMPARE(connection::ConnectionFile(path()).load()->size(), 2);
}

void tst_ConnectionEntry::damagedFile_isNotWrittenOver()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("damaged") == 7);
    file.close();
    m_dialog = std::make_unique<ui::ConnectDialog>(*m_workspace, connection::ConnectionFile(path()), m_passwords);
    m_dialog->open();
    QVERIFY(message().contains(u"damaged"_s));
    type("nameEdit", u"x"_s);
    m_dialog->close();
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("damaged"));
}

KAKUIN_GUI_TEST(tst_ConnectionEntry)

} // namespace tests::tst_connectionentry

#include "tst_connectionentry.moc"

// SPDX-License-Identifier: MIT
#include "core/connection/connectionstage.h"
#include "tests/testkit/await.h"
#include "tests/testkit/memorysearch.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/connections/connectfixture.h"
#include "ui/connections/servercertificatedialog.h"

#include <QtCore/QCryptographicHash>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace tests::tst_connectdialog {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;
using connection::ConnectionProfile;

/// Connecting and trying, against a server.
class tst_ConnectDialog final : public ConnectFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { begin(); }
    void cleanup() { end(); }
    void connecting_opensTheOrganisation_andKeepsWhatItShould();
    void password_isOnlyKept_whenThePersonWantsIt();
    void typedPassword_leavesNoCopyInMemory();
    void unknownCertificate_isLookedAt_andPinned();
    void stages_sayHowFarItCame_data();
    void stages_sayHowFarItCame();
    void withoutATicket_theServerCountsAsNotReached();
    void directory_isTried_andDoesNotKeepFromConnecting();
    void withoutAKeychain_thatIsSaid_andNothingToChoose();
    void keychainTrouble_isTold_andTheOrganisationIsOpen();
};

void tst_ConnectDialog::initTestCase()
{
    // a cache of tickets that is not there; set before there are threads
    qputenv("KRB5CCNAME", "FILE:/no/such/cache");
    makeLab();
}

void tst_ConnectDialog::connecting_opensTheOrganisation_andKeepsWhatItShould()
{
    show({});
    // as a person types it into an empty form
    find<QComboBox>("signInCombo")->setCurrentIndex(1);
    type("addressEdit", m_http->url());
    type("userEdit", u"admin"_s);
    type("passwordEdit", u"geheim"_s);
    QVERIFY(!find<QCheckBox>("readOnlyCheck")->isChecked());
    find<QCheckBox>("readOnlyCheck")->click();
    find<QCheckBox>("keepPasswordCheck")->click();
    press("testButton");
    QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"does not trust"_s), patienceMs);
    find<QToolButton>("moreButton")->click();
    type("authorityEdit", m_http->caFile());
    press("connectButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->result() == QDialog::Accepted, patienceMs);
    QVERIFY(m_workspace->session() != nullptr);
    QVERIFY(m_workspace->lab() == nullptr);
    QVERIFY(m_workspace->connection());
    QVERIFY(m_workspace->session()->shell()->description().isReadOnly);
    const auto read = await(m_workspace->session()->refresh(), patienceMs);
    QVERIFY_RESULT(read);
    QVERIFY((*read)->servers.size() > 1);
    const auto stored = connection::ConnectionFile(path()).load();
    QVERIFY_RESULT(stored);
    QCOMPARE(stored->size(), 1);
    QCOMPARE(stored->first().name, u"localhost"_s); // nobody gave it one
    QVERIFY(stored->first().isReadOnly);
    QCOMPARE(m_passwords->kept.value(u"localhost"_s), Secret(u"geheim"_s));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("geheim"));
}

void tst_ConnectDialog::typedPassword_leavesNoCopyInMemory()
{
    if (!SoughtSecret::isPossible())
        QSKIP("freed memory is not wiped in this build");
    const SoughtSecret sought;
    m_http->setAuthorization("Basic " + ("admin:" + sought.secret().text().toUtf8()).toBase64());
    show({profile()});
    type("passwordEdit", sought.secret().text());
    press("testButton");
    QTRY_VERIFY_WITH_TIMEOUT(!stage(1).isEmpty() && find<QPushButton>("connectButton")->isEnabled(), patienceMs);
    press("connectButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->result() == QDialog::Accepted, patienceMs);
    QVERIFY_RESULT(await(m_workspace->session()->refresh(), patienceMs));
    QVERIFY(!sought.copies().isEmpty()); // the session signs in again when the connection is lost
    end();
    QTRY_COMPARE_WITH_TIMEOUT(sought.copies(), QStringList(), patienceMs);
}

void tst_ConnectDialog::password_isOnlyKept_whenThePersonWantsIt()
{
    m_passwords->kept.insert(u"Head office"_s, Secret(u"geheim"_s));
    show({profile()});
    // the one that was kept is there already
    QTRY_COMPARE(find<QLineEdit>("passwordEdit")->text(), u"geheim"_s);
    QVERIFY(find<QCheckBox>("keepPasswordCheck")->isChecked());
    find<QCheckBox>("keepPasswordCheck")->click();
    press("connectButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->result() == QDialog::Accepted, patienceMs);
    QVERIFY(m_passwords->kept.isEmpty());
}

void tst_ConnectDialog::unknownCertificate_isLookedAt_andPinned()
{
    ConnectionProfile unknown = profile();
    unknown.authorityFile.clear();
    show({unknown});
    type("passwordEdit", u"geheim"_s);
    press("connectButton");
    auto *look = find<QPushButton>("certificateButton");
    QTRY_VERIFY_WITH_TIMEOUT(look->isVisible(), patienceMs);
    look->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->findChild<ui::ServerCertificateDialog *>() != nullptr, patienceMs);
    auto *shown = m_dialog->findChild<ui::ServerCertificateDialog *>();
    const QByteArray sha256 = QCryptographicHash::hash(m_http->certificate(), QCryptographicHash::Sha256);
    const QString digits = shown->findChild<QLabel *>(u"valueLabel5"_s)->text().simplified().remove(u' ');
    QCOMPARE(digits, QString::fromLatin1(sha256.toHex().toUpper()));
    // Enter must not pin
    QVERIFY(shown->findChild<QPushButton *>(u"cancelButton"_s)->isDefault());
    auto *pin = shown->findChild<QPushButton *>(u"pinButton"_s);
    pin->click(); // meant for the button that was there before
    QVERIFY(shown->isVisible());
    testkit::passQuietTime();
    pin->click();
    press("connectButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->result() == QDialog::Accepted, patienceMs);
    QCOMPARE(connection::ConnectionFile(path()).load()->first().pinnedSha256, sha256);
}

void tst_ConnectDialog::stages_sayHowFarItCame_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("failed");
    QTest::newRow("everything is well") << QString() << -1;
    QTest::newRow("nobody listens") << u"port"_s << 2;
    QTest::newRow("certificate of nobody") << u"authority"_s << 3;
    QTest::newRow("wrong password") << u"password"_s << 4;
    QTest::newRow("no PowerShell there") << u"page"_s << 5;
}

void tst_ConnectDialog::stages_sayHowFarItCame()
{
    QFETCH(const QString, change);
    QFETCH(const int, failed);
    ConnectionProfile tried = profile();
    if (change == u"port")
        tried.address = u"https://localhost:1/PowerShell/"_s;
    if (change == u"authority")
        tried.authorityFile.clear();
    if (change == u"page")
        m_wsman->fail(404, "text/html", "<html>");
    show({tried});
    type("passwordEdit", change == u"password" ? u"wrong"_s : u"geheim"_s);
    press("testButton");
    QTRY_VERIFY_WITH_TIMEOUT(!stage(0).isEmpty(), patienceMs);
    for (int number = 0; number < connection::connectionStages; ++number) {
        if (number == static_cast<int>(connection::ConnectionStage::Directory)) {
            QVERIFY(stage(number).isEmpty()); // this connection has none
            continue;
        }
        const QString expected = number == failed ? u"failed"_s
            : failed < 0 || number < failed       ? u"passed"_s
                                                  : u"not reached"_s;
        QVERIFY2(stage(number).contains(u": "_s + expected), qPrintable(stage(number)));
    }
    QCOMPARE(message().isEmpty(), failed < 0);
    QVERIFY(m_workspace->session() == nullptr); // trying opens nothing
}

void tst_ConnectDialog::withoutATicket_theServerCountsAsNotReached()
{
    // there is no cache of tickets: nothing is asked of the network
    ConnectionProfile tried = profile();
    tried.signIn = connection::SignIn::Kerberos;
    tried.user.clear();
    tried.address = u"http://ex01.invalid/PowerShell/"_s;
    show({tried});
    press("testButton");
    QTRY_VERIFY_WITH_TIMEOUT(!stage(0).isEmpty(), patienceMs);
    QVERIFY(stage(0).endsWith(u"passed"_s));
    QVERIFY2(stage(1).endsWith(u"not reached"_s) && stage(2).endsWith(u"not reached"_s), qPrintable(stage(1)));
    QVERIFY2(stage(4).endsWith(u"failed"_s), qPrintable(stage(4)));
}

void tst_ConnectDialog::directory_isTried_andDoesNotKeepFromConnecting()
{
    ConnectionProfile tried = profile();
    tried.directoryAddress = u"ldaps://127.0.0.1:1"_s;
    show({tried});
    type("passwordEdit", u"geheim"_s);
    press("testButton");
    QTRY_VERIFY_WITH_TIMEOUT(stage(7).endsWith(u"failed"_s), patienceMs);
    QVERIFY2(stage(6).contains(u": passed"_s), qPrintable(stage(6)));
    QVERIFY2(message().contains(u"LDAP port"_s), qPrintable(message()));
    press("connectButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->result() == QDialog::Accepted, patienceMs);
    QVERIFY(m_workspace->session()->shell()->offers(u"Get-ADObject"_s)); // asked for the servers that need it
}

void tst_ConnectDialog::withoutAKeychain_thatIsSaid_andNothingToChoose()
{
    m_passwords->trouble = ErrorCode::KeychainUnavailable;
    show({profile()});
    auto *keep = find<QCheckBox>("keepPasswordCheck");
    QTRY_VERIFY(!keep->isEnabled());
    QVERIFY2(keep->text().contains(u"No keychain"_s), qPrintable(keep->text()));
    type("passwordEdit", u"geheim"_s);
    press("connectButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->result() == QDialog::Accepted, patienceMs);
}

void tst_ConnectDialog::keychainTrouble_isTold_andTheOrganisationIsOpen()
{
    m_passwords->trouble = ErrorCode::KeychainRefused;
    show({profile()});
    type("passwordEdit", u"geheim"_s);
    find<QCheckBox>("keepPasswordCheck")->click();
    press("connectButton");
    QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"keychain"_s), patienceMs);
    QVERIFY(m_workspace->session() != nullptr);
}

KAKUIN_GUI_TEST(tst_ConnectDialog)

} // namespace tests::tst_connectdialog

#include "tst_connectdialog.moc"

// SPDX-License-Identifier: MIT
#include "core/base/whendone.h"
#include "core/connection/connectionstage.h"
#include "core/lab/labshell.h"
#include "labserver/httpfront.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "ui/connections/connectdialog.h"
#include "ui/connections/servercertificatedialog.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QCryptographicHash>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using connection::ConnectionProfile;

namespace {

constexpr int patienceMs = 60'000;

/// A keychain in memory.
class FakePasswords final : public connection::PasswordStore {
public:
    QHash<QString, Secret> kept;
    std::optional<ErrorCode> trouble;

    QFuture<Result<Secret>> read(const QString &connection) override
    {
        return readyFuture(
            trouble ? Result<Secret>(fail(*trouble, connection)) : Result<Secret>(kept.value(connection)));
    }
    QFuture<Result<void>> write(const QString &connection, const Secret &password) override
    {
        if (trouble)
            return readyFuture(Result<void>(fail(*trouble, connection)));
        kept.insert(connection, password);
        return readyFuture(Result<void>());
    }
    QFuture<Result<void>> remove(const QString &connection) override
    {
        kept.remove(connection);
        return readyFuture(Result<void>());
    }
};

} // namespace

/// The connections dialog: a practice organisation is behind HTTPS, as an Exchange server would be.
class tst_ConnectDialog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void connecting_opensTheOrganisation_andKeepsWhatItShould();
    void password_isOnlyKept_whenThePersonWantsIt();
    void unknownCertificate_isLookedAt_andPinned();
    void stages_sayHowFarItCame_data();
    void stages_sayHowFarItCame();
    void nothing_isSent_whenSomethingIsMissing();
    void removal_canBeUndone();
    void damagedFile_isNotWrittenOver();
    void keychainTrouble_isTold_andTheOrganisationIsOpen();
    void rows_followKindAndSignIn();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"connections.json"_s); }
    [[nodiscard]] ConnectionProfile profile() const;
    void show(const QList<ConnectionProfile> &profiles);
    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void type(const char *name, const QString &text) const
    {
        auto *line = find<QLineEdit>(name);
        line->clear();
        QTest::keyClicks(line, text);
    }
    [[nodiscard]] QString message() const { return find<ui::MessageBar>("connectMessageBar")->message(); }
    [[nodiscard]] QString stage(int number) const
    {
        const auto *label = m_dialog->findChild<QLabel *>(u"stageLabel%1"_s.arg(number));
        return label->isVisibleTo(m_dialog.get()) ? label->text() : QString();
    }

    QTemporaryDir m_labFolder;
    std::shared_ptr<lab::LabShell> m_lab;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WsmanFront> m_wsman;
    std::unique_ptr<HttpFront> m_http;
    std::shared_ptr<FakePasswords> m_passwords;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<ui::ConnectDialog> m_dialog;
};

void tst_ConnectDialog::initTestCase()
{
    const auto made
        = await(lab::LabShell::create(m_labFolder.filePath(u"a.kakuinlab"_s), lab::Preset::Contoso2013), patienceMs);
    QVERIFY_RESULT(made);
    m_lab = *made;
}

void tst_ConnectDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_wsman = std::make_unique<WsmanFront>(std::make_unique<ShellServer>(m_lab));
    m_http = std::make_unique<HttpFront>(m_wsman->connections());
    QVERIFY_RESULT(m_http->listen());
    m_http->setAuthorization("Basic " + QByteArray("admin:geheim").toBase64());
    m_passwords = std::make_shared<FakePasswords>();
    m_workspace = std::make_unique<session::Workspace>(m_folder->filePath(u"data"_s));
}

void tst_ConnectDialog::cleanup()
{
    m_dialog.reset();
    m_workspace.reset();
    m_http.reset();
    m_wsman.reset();
}

ConnectionProfile tst_ConnectDialog::profile() const
{
    ConnectionProfile profile;
    profile.name = u"Head office"_s;
    profile.address = m_http->url();
    profile.signIn = connection::SignIn::Basic;
    profile.user = u"admin"_s;
    profile.authorityFile = m_http->caFile();
    return profile;
}

void tst_ConnectDialog::show(const QList<ConnectionProfile> &profiles)
{
    QVERIFY_RESULT(connection::ConnectionFile(path()).save(profiles));
    m_dialog = std::make_unique<ui::ConnectDialog>(*m_workspace, connection::ConnectionFile(path()), m_passwords);
    m_dialog->open();
}

void tst_ConnectDialog::connecting_opensTheOrganisation_andKeepsWhatItShould()
{
    show({});
    // as a person types it into an empty form
    find<QComboBox>("signInCombo")->setCurrentIndex(1);
    type("addressEdit", m_http->url());
    type("userEdit", u"admin"_s);
    type("passwordEdit", u"geheim"_s);
    find<QCheckBox>("keepPasswordCheck")->click();
    press(m_dialog.get(), u"testButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"does not trust"_s), patienceMs);
    find<QToolButton>("moreButton")->click();
    type("authorityEdit", m_http->caFile());
    press(m_dialog.get(), u"connectButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->result() == QDialog::Accepted, patienceMs);
    QVERIFY(m_workspace->session() != nullptr);
    QVERIFY(m_workspace->lab() == nullptr);
    QVERIFY(m_workspace->connection());
    const auto read = await(m_workspace->session()->refresh(), patienceMs);
    QVERIFY_RESULT(read);
    QVERIFY((*read)->servers.size() > 1);
    const auto stored = connection::ConnectionFile(path()).load();
    QVERIFY_RESULT(stored);
    QCOMPARE(stored->size(), 1);
    QCOMPARE(stored->first().name, u"localhost"_s); // nobody gave it one
    QCOMPARE(m_passwords->kept.value(u"localhost"_s), Secret(u"geheim"_s));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("geheim"));
}

void tst_ConnectDialog::password_isOnlyKept_whenThePersonWantsIt()
{
    m_passwords->kept.insert(u"Head office"_s, Secret(u"geheim"_s));
    show({profile()});
    // the one that was kept is there already
    QTRY_COMPARE(find<QLineEdit>("passwordEdit")->text(), u"geheim"_s);
    QVERIFY(find<QCheckBox>("keepPasswordCheck")->isChecked());
    find<QCheckBox>("keepPasswordCheck")->click();
    press(m_dialog.get(), u"connectButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->result() == QDialog::Accepted, patienceMs);
    QVERIFY(m_passwords->kept.isEmpty());
}

void tst_ConnectDialog::unknownCertificate_isLookedAt_andPinned()
{
    ConnectionProfile unknown = profile();
    unknown.authorityFile.clear();
    show({unknown});
    type("passwordEdit", u"geheim"_s);
    press(m_dialog.get(), u"connectButton"_s);
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
    shown->findChild<QPushButton *>(u"pinButton"_s)->click();
    press(m_dialog.get(), u"connectButton"_s);
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
    press(m_dialog.get(), u"testButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!stage(0).isEmpty(), patienceMs);
    for (int number = 0; number < connection::connectionStages; ++number) {
        const QString expected = number == failed ? u"failed"_s
            : failed < 0 || number < failed       ? u"passed"_s
                                                  : u"not reached"_s;
        QVERIFY2(stage(number).endsWith(expected), qPrintable(stage(number)));
    }
    QCOMPARE(message().isEmpty(), failed < 0);
    QVERIFY(m_workspace->session() == nullptr); // trying opens nothing
}

void tst_ConnectDialog::nothing_isSent_whenSomethingIsMissing()
{
    show({profile()});
    press(m_dialog.get(), u"connectButton"_s);
    QVERIFY(message().contains(u"password"_s));
    type("passwordEdit", u"geheim"_s);
    type("addressEdit", u"http://localhost/"_s);
    press(m_dialog.get(), u"connectButton"_s);
    QVERIFY(stage(0).endsWith(u"failed"_s)); // a password over http
    type("pinEdit", u"12:34"_s);
    press(m_dialog.get(), u"connectButton"_s);
    QVERIFY(message().contains(u"12:34"_s));
    QCOMPARE(m_http->connections(), 0);
}

void tst_ConnectDialog::removal_canBeUndone()
{
    ConnectionProfile other = profile();
    other.name = u"Branch"_s;
    show({profile(), other});
    press(m_dialog.get(), u"removeButton"_s);
    QCOMPARE(connection::ConnectionFile(path()).load().value_or(QList<ConnectionProfile>()),
        QList<ConnectionProfile>{other});
    find<QPushButton>("undoButton")->click();
    QCOMPARE(connection::ConnectionFile(path()).load()->size(), 2);
}

void tst_ConnectDialog::damagedFile_isNotWrittenOver()
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

void tst_ConnectDialog::keychainTrouble_isTold_andTheOrganisationIsOpen()
{
    m_passwords->trouble = ErrorCode::KeychainRefused;
    show({profile()});
    type("passwordEdit", u"geheim"_s);
    find<QCheckBox>("keepPasswordCheck")->click();
    press(m_dialog.get(), u"connectButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"keychain"_s), patienceMs);
    QVERIFY(m_workspace->session() != nullptr);
}

void tst_ConnectDialog::rows_followKindAndSignIn()
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
    QVERIFY(isShown("addressEdit") && isShown("userEdit") && !isShown("signInCombo") && !isShown("moreButton"));
    find<QComboBox>("kindCombo")->setCurrentIndex(3);
    QVERIFY(isShown("commandEdit") && !isShown("addressEdit"));
}

QTEST_MAIN(tst_ConnectDialog)
#include "tst_connectdialog.moc"

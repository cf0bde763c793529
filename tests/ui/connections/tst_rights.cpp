// SPDX-License-Identifier: MIT
#include "tests/testkit/await.h"
#include "tests/testkit/narrowedshell.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/connections/connectfixture.h"
#include "ui/layoutstore.h"
#include "ui/mainwindow.h"
#include "ui/widgetuiservices.h"
#include "ui/wizards/shared/taskwizard.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QToolBar>

namespace tests::tst_rights {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;

/// What an account may not do is off, in the whole program.
class tst_Rights final : public ConnectFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeLab(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void test_namesWhatIsMissing();
    void actions_areOff_andSayWhy();
    void otherWays_sayTheSame();
    void nothing_isOff_whereEverythingIsThere();
    void readOnly_turnsEveryTaskOff_andSaysWhy();

private:
    std::shared_ptr<shell::Shell> served() override
    {
        return m_isNarrow
            ? std::make_shared<NarrowedShell>(m_lab, QStringList{u"Remove-ExchangeCertificate"_s, u"Set-AuthConfig"_s})
            : std::shared_ptr<shell::Shell>(m_lab);
    }
    void connectNow(bool isReadOnly = false);
    [[nodiscard]] QAction *action(const QString &name) const { return menuAction(m_window.get(), name); }
    [[nodiscard]] domain::CertificateId someCertificate() const;

    bool m_isNarrow = true;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::LayoutStore> m_layout;
    std::unique_ptr<ui::MainWindow> m_window;
};

void tst_Rights::connectNow(bool isReadOnly)
{
    connection::ConnectionProfile connecting = profile();
    connecting.isReadOnly = isReadOnly;
    const auto opened = await(m_workspace->openConnection(connecting, Secret(QLatin1String(password))), patienceMs);
    QVERIFY_RESULT(opened);
    QVERIFY_RESULT(await((*opened)->refresh(), patienceMs));
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
    m_layout = std::make_unique<ui::LayoutStore>(*m_settings);
    m_window = std::make_unique<ui::MainWindow>(*m_workspace, *m_layout);
    m_window->show();
    m_window->selectCertificate(someCertificate());
}

domain::CertificateId tst_Rights::someCertificate() const
{
    const domain::ServerEntry &server = m_workspace->session()->inventory()->servers.first();
    return {server.server.id, server.certificates->first().facts.thumbprint};
}

void tst_Rights::test_namesWhatIsMissing()
{
    show({profile()});
    type("passwordEdit", QLatin1String(password));
    press("testButton");
    QTRY_VERIFY_WITH_TIMEOUT(!stage(6).isEmpty(), patienceMs);
    QVERIFY2(stage(6).contains(u"Remove-ExchangeCertificate, Set-AuthConfig"_s), qPrintable(stage(6)));
}

void tst_Rights::actions_areOff_andSayWhy()
{
    connectNow();
    QCOMPARE(m_workspace->missingRights(), QStringList({u"Remove-ExchangeCertificate"_s, u"Set-AuthConfig"_s}));
    for (const QString &name : {u"removeAction"_s, u"rotateAction"_s}) {
        QVERIFY2(!action(name)->isEnabled(), qPrintable(name));
        QVERIFY2(action(name)->toolTip().contains(u"Organization Management"_s), qPrintable(action(name)->toolTip()));
    }
    for (const QString &name : {u"renewAction"_s, u"assignAction"_s, u"importAction"_s}) {
        QVERIFY2(action(name)->isEnabled(), qPrintable(name));
        QVERIFY2(!action(name)->toolTip().contains(u"Organization Management"_s), qPrintable(name));
    }
    m_window.reset();
}

void tst_Rights::otherWays_sayTheSame()
{
    connectNow();
    ui::WidgetUiServices services;
    services.openTask(*m_workspace, {advice::Task::Kind::Remove, {someCertificate()}}, m_window.get());
    auto *box = m_window->findChild<QMessageBox *>(u"rightsMissingBox"_s);
    QVERIFY(box != nullptr && box->isVisible());
    QVERIFY2(box->text().contains(u"Remove-ExchangeCertificate"_s), qPrintable(box->text()));
    QVERIFY(m_window->findChild<QDialog *>(u"removeWizard"_s) == nullptr);
    m_window.reset();
}

void tst_Rights::nothing_isOff_whereEverythingIsThere()
{
    m_isNarrow = false;
    end();
    begin();
    connectNow();
    QVERIFY(action(u"removeAction"_s)->isEnabled() && action(u"rotateAction"_s)->isEnabled());
    QVERIFY(m_workspace->missingRights().isEmpty());
    m_window.reset();
}

void tst_Rights::readOnly_turnsEveryTaskOff_andSaysWhy()
{
    m_isNarrow = false;
    end();
    begin();
    connectNow(true);
    QVERIFY(m_workspace->missingRights().isEmpty());
    QVERIFY2(m_window->windowTitle().contains(u"read-only"_s), qPrintable(m_window->windowTitle()));
    for (const QString &name : {u"renewAction"_s, u"rotateAction"_s, u"assignAction"_s, u"transportAction"_s,
             u"removeAction"_s, u"exportAction"_s, u"importAction"_s}) {
        QVERIFY2(!action(name)->isEnabled(), qPrintable(name));
        QVERIFY2(action(name)->toolTip().contains(u"marked as read-only"_s), qPrintable(action(name)->toolTip()));
    }
    // by every other way to a task
    ui::WidgetUiServices services;
    const domain::CertificateId id = someCertificate();
    const auto task = [&](advice::Task::Kind kind) {
        return [&services, &id, kind, this] {
            services.openTask(*m_workspace, {kind, {id}, {id.server}}, m_window.get());
        };
    };
    using Kind = advice::Task::Kind;
    const QList<std::function<void()>> ways{task(Kind::Renew), task(Kind::RotateAuth), task(Kind::Assign),
        task(Kind::TakeTransport), task(Kind::Remove), task(Kind::Export), task(Kind::Import),
        [&] { services.resume(*m_workspace, {}, m_window.get()); }};
    for (const auto &open : ways) {
        open();
        auto *box = m_window->findChild<QMessageBox *>(u"rightsMissingBox"_s);
        QVERIFY(box != nullptr && box->text().contains(u"marked as read-only"_s));
        delete box;
        QVERIFY(m_window->findChildren<ui::TaskWizard *>().isEmpty());
    }
    // and below the windows: the server is not asked
    const auto output = await(m_workspace->session()->shell()->invoke(
        shell::Cmdlet(u"Remove-ExchangeCertificate"_s).onServer(id.server).withThumbprint(id.thumbprint)));
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ReadOnlyShell);
    m_window.reset();
}

KAKUIN_GUI_TEST(tst_Rights)

} // namespace tests::tst_rights

#include "tst_rights.moc"

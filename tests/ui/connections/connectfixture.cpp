// SPDX-License-Identifier: MIT
#include "tests/ui/connections/connectfixture.h"

#include "labserver/shellserver.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "ui/widgets/messagebar.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;
using connection::ConnectionProfile;

void ConnectFixture::makeLab()
{
    const auto made
        = await(lab::LabShell::create(m_labFolder.filePath(u"a.kakuinlab"_s), lab::Preset::Contoso2013), patienceMs);
    QVERIFY_RESULT(made);
    m_lab = *made;
}

void ConnectFixture::begin()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_wsman = std::make_unique<labserver::WsmanFront>(std::make_unique<labserver::ShellServer>(served()));
    m_http = std::make_unique<labserver::HttpFront>(m_wsman->connections());
    QVERIFY_RESULT(m_http->listen());
    m_http->setAuthorization("Basic " + (QByteArray(user) + ':' + password).toBase64());
    m_passwords = std::make_shared<FakePasswords>();
    m_workspace = std::make_unique<session::Workspace>(m_folder->filePath(u"data"_s));
}

void ConnectFixture::end()
{
    m_dialog.reset();
    m_workspace.reset();
    m_http.reset();
    m_wsman.reset();
}

ConnectionProfile ConnectFixture::profile() const
{
    ConnectionProfile profile;
    profile.name = u"Head office"_s;
    profile.address = m_http->url();
    profile.signIn = connection::SignIn::Basic;
    profile.user = QLatin1String(user);
    profile.authorityFile = m_http->caFile();
    return profile;
}

void ConnectFixture::show(const QList<ConnectionProfile> &profiles)
{
    QVERIFY_RESULT(connection::ConnectionFile(path()).save(profiles));
    m_dialog = std::make_unique<ui::ConnectDialog>(*m_workspace, connection::ConnectionFile(path()), m_passwords);
    m_dialog->open();
}

void ConnectFixture::type(const char *name, const QString &text) const
{
    auto *line = find<QLineEdit>(name);
    line->clear();
    QTest::keyClicks(line, text);
}

void ConnectFixture::press(const char *name) const
{
    testkit::press(m_dialog.get(), QLatin1String(name));
}

QString ConnectFixture::message() const
{
    return find<ui::MessageBar>("connectMessageBar")->message();
}

QString ConnectFixture::stage(int number) const
{
    const auto *label = m_dialog->findChild<QLabel *>(u"stageLabel%1"_s.arg(number));
    return label->isVisibleTo(m_dialog.get()) ? label->text() : QString();
}

} // namespace kakuin::testkit

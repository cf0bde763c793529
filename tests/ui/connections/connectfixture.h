// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/whendone.h"
#include "core/lab/labshell.h"
#include "labserver/httpfront.h"
#include "labserver/wsmanfront.h"
#include "ui/connections/connectdialog.h"

#include <QtCore/QTemporaryDir>

namespace kakuin::testkit {

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

/// The connections dialog, and a practice organisation behind HTTPS, as an Exchange server would be.
class ConnectFixture : public QObject {
    Q_OBJECT
protected:
    static constexpr int patienceMs = 60'000;
    static constexpr const char *user = "admin";
    static constexpr const char *password = "geheim";

    void makeLab();
    /// What the server runs: the practice organisation, unless a test puts something around it.
    [[nodiscard]] virtual std::shared_ptr<shell::Shell> served() { return m_lab; }
    void begin();
    void end();
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("connections.json")); }
    /// One that works.
    [[nodiscard]] connection::ConnectionProfile profile() const;
    void show(const QList<connection::ConnectionProfile> &profiles);
    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void type(const char *name, const QString &text) const;
    void press(const char *name) const;
    [[nodiscard]] QString message() const;
    /// What the test of a connection says of a stage; empty when it is not shown.
    [[nodiscard]] QString stage(int number) const;

    QTemporaryDir m_labFolder;
    std::shared_ptr<lab::LabShell> m_lab;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<labserver::WsmanFront> m_wsman;
    std::unique_ptr<labserver::HttpFront> m_http;
    std::shared_ptr<FakePasswords> m_passwords;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<ui::ConnectDialog> m_dialog;
};

} // namespace kakuin::testkit

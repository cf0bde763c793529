// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "tests/testkit/requirement.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace kakuin::testkit {

/// A Kerberos domain of its own: MIT's KDC on the loopback, its files in a temporary folder, gone with this object.
/// Shape:   start() makes the realm KAKUIN.TEST with the user "admin" (password()), the services HTTP/localhost (its
///          key in keytab()) and HTTP/elsewhere.kakuin.test (its key nowhere), and points this process to it.
/// Needs:   Debian's krb5-kdc, krb5-admin-server (kadmin.local) and krb5-user (kinit, kvno).
class ThrowawayKdc final {
public:
    ThrowawayKdc() = default;
    ~ThrowawayKdc();
    Q_DISABLE_COPY_MOVE(ThrowawayKdc)
    [[nodiscard]] static bool isInstalled();
    /// For KAKUIN_TEST.
    [[nodiscard]] static int requirement()
    {
        return requireInstalled(isInstalled(), "KAKUIN_REQUIRE_KDC", "krb5-kdc, krb5-admin-server, krb5-user");
    }

    [[nodiscard]] Result<void> start();
    [[nodiscard]] static QString user() { return QStringLiteral("admin@KAKUIN.TEST"); }
    [[nodiscard]] static QString password() { return QStringLiteral("geheim-秘密"); }
    [[nodiscard]] QByteArray keytab() const { return m_folder.filePath(QStringLiteral("http.keytab")).toUtf8(); }
    /// What kadmin.local answers: the realm's administrator speaks.
    [[nodiscard]] Result<QByteArray> administrate(const QByteArray &commands);

    /// The computer's ticket: a file that Kerberos finds. Nothing is in it before getTicket().
    [[nodiscard]] QString ticketFile() const { return m_folder.filePath(QStringLiteral("tickets")); }
    [[nodiscard]] Result<void> getTicket(const QStringList &options = {});
    [[nodiscard]] Result<void> getServiceTicket(const QString &service);
    /// This computer's clock differs from the domain's, as Kerberos notes it beside the tickets.
    [[nodiscard]] Result<void> shiftClock(std::chrono::seconds offset);
    /// From now on nobody answers for the realm; somebody else is asked; it answers again.
    void hide();
    void replaceBy(quint16 port);
    void show();

private:
    [[nodiscard]] Result<QByteArray> run(
        const QString &program, const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] Result<void> writeConfiguration();
    [[nodiscard]] Result<void> waitUntilItListens();

    QTemporaryDir m_folder;
    QProcess m_kdc;
    quint16 m_port = 0;
};

} // namespace kakuin::testkit

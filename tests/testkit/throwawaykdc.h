// SPDX-License-Identifier: MIT
#pragma once

#include "tests/testkit/gate.h"
#include "tests/testkit/requirement.h"
#include "tests/testkit/throwawayserver.h"

#include <chrono>

namespace kakuin::testkit {

/// A Kerberos domain of its own: MIT's KDC on the loopback, its files in a temporary folder, gone with this object.
/// Shape:   start() makes the realm KAKUIN.TEST with the user "admin" (password()), the services HTTP/localhost (its
///          key in keytab()) and HTTP/elsewhere.kakuin.test (its key nowhere), and points this process to it: once a
///          process, before it uses Kerberos.
/// Needs:   Debian's krb5-kdc, krb5-admin-server (kadmin.local) and krb5-user (kinit, kvno).
class ThrowawayKdc final : private ThrowawayServer {
public:
    ThrowawayKdc() = default;
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
    [[nodiscard]] QByteArray keytab() const { return file("http.keytab").toUtf8(); }
    /// What kadmin.local answers: the realm's administrator speaks.
    [[nodiscard]] Result<QByteArray> administrate(const QByteArray &commands);

    /// The computer's ticket: a file that Kerberos finds. Nothing is in it before getTicket().
    [[nodiscard]] QString ticketFile() const { return file(ticketFileName); }
    [[nodiscard]] Result<void> getTicket(const QStringList &options = {});
    [[nodiscard]] Result<void> getServiceTicket(const QString &service);
    /// This computer's clock differs from the domain's, as Kerberos notes it beside the tickets.
    [[nodiscard]] Result<void> shiftClock(std::chrono::seconds offset);

    /// From now on the realm is not there; it takes questions and does not answer; it answers again.
    void hide() { m_gate.set(Gate::State::Shut); }
    void fallSilent() { m_gate.set(Gate::State::Silent); }
    void show() { m_gate.open(port(0)); }
    /// How many wait for an answer of a silent realm.
    [[nodiscard]] int unanswered() const { return m_gate.unanswered(); }

private:
    static constexpr char ticketFileName[] = "tickets";
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] Result<QByteArray> run(
        const QString &program, const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] Result<void> writeConfiguration();

    Gate m_gate; ///< clients ask here, so that what they are configured to ask can stay the same
};

} // namespace kakuin::testkit

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/deadlinesocket.h"
#include "core/directory/directorysettings.h"
#include "core/directory/sealedstream.h"

#include <QtCore/QHash>

#include <ldap.h>

#include <memory>

namespace kakuin::directory {

/// One connection to a directory by OpenLDAP's library: TLS, sign-in, one search after another.
/// Shape:   open(), signIn(), search() until the last page's cookie is empty. After an error nothing is asked any more.
/// Errors:  those of connecting and of signing in; the Directory… codes; UnexpectedOutput for what is no LDAP;
///          ServiceRedirected for referrals, which are never followed. Subject: the host.
/// Threads: one, but for the socket's breakOff(). Blocks.
/// Source:  RFC 4511, 4513, 4752, 2696.
class LdapConnection final {
public:
    struct Entry final {
        QString dn;
        QHash<QByteArray, QList<QByteArray>> values; ///< by attribute, as it was asked for
    };
    struct Page final {
        QList<Entry> entries;
        QByteArray cookie; ///< empty: there are no more
    };
    struct Query final {
        QString base;
        int scope = LDAP_SCOPE_SUBTREE;
        QByteArray filter;
        QList<QByteArray> attributes;
        int pageSize = 0; ///< 0: not in pages
    };

    LdapConnection(DirectorySettings settings, DeadlineSocket &socket);
    ~LdapConnection();
    Q_DISABLE_COPY_MOVE(LdapConnection)

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> signIn();
    [[nodiscard]] Result<Page> search(const Query &query, const QByteArray &cookie = {});

private:
    struct Message; ///< owns an LDAPMessage

    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> setAuthorities();
    [[nodiscard]] Result<void> startTls();
    [[nodiscard]] int shakeHands(int verification);
    [[nodiscard]] Error tlsError(int result);
    void hangUp();
    [[nodiscard]] QByteArray peerCertificate() const;
    [[nodiscard]] Result<void> signInSimply();
    [[nodiscard]] Result<void> signInByKerberos();
    /// Sends a bind and takes its answer; what the answer says is not looked at.
    [[nodiscard]] Result<void> bind(const QByteArray &name, const char *mechanism, const QByteArray &credential,
        const QString &stage, Message &answer);
    /// One step of SASL's GSSAPI; `expected` is the result that must come.
    [[nodiscard]] Result<QByteArray> exchange(const QByteArray &token, int expected);
    [[nodiscard]] Result<void> agreeOnLayer(std::unique_ptr<remote::SecurityContext> context, const QByteArray &offer);
    [[nodiscard]] Result<Page> readPage(int id, const Query &query);
    [[nodiscard]] Entry entryOf(LDAPMessage *message, const Query &query) const;
    [[nodiscard]] Result<QByteArray> endOfPage(const Message &message, const Query &query) const;
    void beginOperation();
    [[nodiscard]] bool set(int option, const void *value);
    [[nodiscard]] bool hasTls() const { return m_settings.security != DirectorySettings::Security::SaslProtected; }
    /// What the socket or the sealed stream know goes before what the library says.
    [[nodiscard]] Error errorOf(int result, const QString &stage, const QString &text = {}) const;
    [[nodiscard]] int lastResult() const;
    [[nodiscard]] QString lastText() const;

    DirectorySettings m_settings;
    DeadlineSocket &m_socket;
    std::unique_ptr<SealedStream> m_sealed; ///< outlives the handle
    LDAP *m_ldap = nullptr;
};

} // namespace kakuin::directory

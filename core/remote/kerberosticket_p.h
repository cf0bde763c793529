// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QMutex>

#include <krb5.h>

#include <optional>

namespace kakuin::remote {

/// What Kerberos calls an error, as one of our codes.
/// `stage` is ours ("ticket of the user"); subjects are chosen by what the code's sentence speaks of.
struct KerberosFailure final {
    QString stage;
    QString user;
    QString host;

    [[nodiscard]] Error operator()(krb5_context context, krb5_error_code code) const;
    /// The same without the library's text.
    [[nodiscard]] Error from(krb5_error_code code, const QString &text, const QString &realm) const;
};

/// A ticket with which services can be asked for theirs: the computer's, or one of our own from a password, which is in
/// memory and goes with this object.
/// Threads: any; they wait for each other.
class KerberosTicket final {
public:
    KerberosTicket(QString user, Secret password);
    ~KerberosTicket();
    Q_DISABLE_COPY_MOVE(KerberosTicket)

    /// A ticket for a service, left in the cache where GSSAPI finds it.
    struct ForService final {
        QByteArray cache; ///< its full name
        QByteArray service; ///< the principal, with its realm
        QByteArray client; ///< whose ticket it is, the same way
    };
    [[nodiscard]] Result<ForService> forService(const QString &host, const QString &principal);

private:
    [[nodiscard]] Result<void> ready();
    [[nodiscard]] Result<void> findCache();
    [[nodiscard]] Result<void> ask(krb5_principal client);
    [[nodiscard]] bool isFresh(krb5_principal client);
    [[nodiscard]] KerberosFailure failure(const QString &stage, const QString &host = {}) const
    {
        return {stage, m_user, host};
    }

    QMutex m_mutex;
    QString m_user;
    Secret m_password;
    krb5_context m_context = nullptr;
    krb5_ccache m_cache = nullptr;
    bool m_isOwnCache = false;
    std::optional<Error> m_refusal; // of the password: it is not tried again
};

} // namespace kakuin::remote

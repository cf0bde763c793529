// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QMutex>
#include <QtCore/QString>

namespace kakuin::remote {

/// As whom the server has let us in: a name that was sent, a ticket's principal, or a client certificate's subject.
/// Threads: any.
class SignedInAccount final {
public:
    void set(const QString &account)
    {
        const QMutexLocker lock(&m_mutex);
        m_text = account;
    }
    /// Empty until the first sign-in, and where nothing signs in.
    [[nodiscard]] QString text() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_text;
    }

private:
    mutable QMutex m_mutex;
    QString m_text;
};

} // namespace kakuin::remote

// SPDX-License-Identifier: MIT
#include "core/base/secret.h"

namespace kakuin {

Secret::Secret(const QString &text)
{
    auto *bytes = new QByteArray(text.toUtf8());
    m_utf8 = std::shared_ptr<const QByteArray>(bytes, [bytes](const QByteArray *) {
        // volatile: the compiler must not drop the wipe of memory that is freed next
        volatile char *p = bytes->data();
        for (qsizetype i = 0; i < bytes->size(); ++i)
            p[i] = 0;
        delete bytes;
    });
}

bool Secret::isEmpty() const
{
    return !m_utf8 || m_utf8->isEmpty();
}

QString Secret::text() const
{
    return m_utf8 ? QString::fromUtf8(*m_utf8) : QString();
}

} // namespace kakuin

// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace kakuin::domain {

/// An Exchange server's name in the directory (EX01), unique in the organisation. Compared without case, shown as
/// given.
class ServerId final {
public:
    ServerId() = default;
    explicit ServerId(QString name)
        : m_name(std::move(name).trimmed())
    {
    }
    /// The host part of a host name or FQDN ("ex01.contoso.com" -> "ex01").
    [[nodiscard]] static ServerId fromHostName(const QString &hostName);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] bool isEmpty() const { return m_name.isEmpty(); }

    friend bool operator==(const ServerId &a, const ServerId &b)
    {
        return a.m_name.compare(b.m_name, Qt::CaseInsensitive) == 0;
    }
    friend bool operator<(const ServerId &a, const ServerId &b)
    {
        return a.m_name.compare(b.m_name, Qt::CaseInsensitive) < 0;
    }
    friend size_t qHash(const ServerId &id, size_t seed = 0) { return qHash(id.m_name.toCaseFolded(), seed); }

private:
    QString m_name;
};

} // namespace kakuin::domain

Q_DECLARE_METATYPE(kakuin::domain::ServerId)

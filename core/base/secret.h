// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>

namespace kakuin {

/// A password. Shared by copies, wiped from memory when the last copy goes, never printed: text() is the only way out.
/// Comparison is by content. There is deliberately no QDebug or serialisation of it.
class Secret final {
public:
    Secret() = default;
    explicit Secret(const QString &text);

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString text() const;
    friend bool operator==(const Secret &a, const Secret &b) { return a.text() == b.text(); }

private:
    std::shared_ptr<const QByteArray> m_utf8; // deleter wipes the bytes
};

} // namespace kakuin

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QStringList>

namespace kakuin::testkit {

/// A password made up for one test, which can be looked for in the memory of this process: as UTF-8, as UTF-16 and in
/// base64 (as in an Authorization header, whatever stands before it). The object itself holds it masked only, so that
/// the search does not find what it searches for with.
class SoughtSecret final {
public:
    /// 24 random letters and digits.
    SoughtSecret();
    /// One that a test server knows already.
    explicit SoughtSecret(const QString &known);

    /// A copy in memory that is wiped when it is freed.
    [[nodiscard]] Secret secret() const;
    /// Copies in writable memory (heap, stacks, data) now: "UTF-8 in [heap] at 0x…". A copy whose last character is
    /// missing counts, too: a terminator may have been written over it.
    /// Source: proc(5), /proc/pid/maps and /proc/pid/mem.
    [[nodiscard]] QStringList copies() const;
    /// Whether this system and this build can be searched (Linux; freed memory is wiped).
    [[nodiscard]] static bool isPossible();

private:
    struct Form {
        const char *name;
        QByteArray masked;
    };
    void take(const QByteArray &utf8);
    void add(const char *name, const QByteArray &bytes);

    QByteArray m_masked;
    QList<Form> m_forms;
};

} // namespace kakuin::testkit

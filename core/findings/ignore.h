// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/findings/finding.h"
#include "core/findings/mute.h"

namespace kakuin::findings {

/// Findings of one code that a person does not want counted, with the record that the windows keep of a muted finding.
struct Ignore final {
    Code code = Code::ExpiredInUse;
    QString subject; ///< of which; empty: of all. As after the colon of Finding::key(), or a server, thumbprint or name
    Mute mute; ///< why and until when; without an end where none was given

    /// "expiredInUse", "expiredInUse:certificate/ex01/9A0B…", "expiredInUse:ex01"
    /// Errors: InvalidArgument, subject: the text. There is no such code, or nothing after the colon.
    [[nodiscard]] static Result<Ignore> fromText(const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isInForce(const QDateTime &nowUtc) const
    {
        return !mute.untilUtc.isValid() || mute.isInForce(nowUtc);
    }
};

/// What a file lists: JSON, or the file in which the windows keep muted findings (core/findings/mutestore.h).
/// Shape:   {"format": 1, "ignore": [{"finding": "expiredInUse:ex01", "reason": "…", "until": "2027-01-31"}]}. A day lasts
///          until it ends on this computer; a time is ISO 8601. `organisation` is the windows' key (Workspace).
/// Errors:  FileNotFound, FileUnreadable, and of the windows' file those of MuteStore; InvalidArgument for JSON that is
///          none, and for an entry without a code that exists, a reason or an end. Subject: the file, detail: which entry.
[[nodiscard]] Result<QList<Ignore>> readIgnores(const QString &path, const QString &organisation);

/// Findings after what is ignored was taken out.
struct Sifted final {
    struct Ignored final {
        Finding finding;
        Mute mute;
    };
    QList<Finding> counted;
    QList<Ignored> ignored;
    QList<Ignore> ended; ///< whose end has passed: they ignore nothing any more
};
/// Cost: linear in findings and ignores.
[[nodiscard]] Sifted sift(const QList<Finding> &found, const QList<Ignore> &ignores, const QDateTime &nowUtc);

} // namespace kakuin::findings

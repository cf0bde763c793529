// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/pipeline.h"

#include <chrono>

namespace kakuin::labserver {

/// What goes wrong between a client and a lab server, and when.
/// Shape:   in words "KIND [DURATION] [MOMENT COMMAND]", as in "drop during Enable-ExchangeCertificate" or
///          "restart 5s after #3"; parse() and text() are each other's inverse.
struct Fault final {
    enum class Kind {
        None,
        Slow, ///< every answer comes so much later
        Drop, ///< all connections break, once; in the middle of a pipeline its session goes, too
        Cut, ///< the next answer breaks off in the middle of its body, and the session goes
        Password, ///< connections break, and nobody is let in any more: the password has changed
        Restart, ///< 503 for a while; then every shell is gone
        Forget, ///< every shell is gone, the connections stay
        Silent, ///< no answer for a while, as if somebody slept; then connections and shells are gone
    };
    enum class Moment {
        Now,
        Before, ///< the command has arrived and is not run (with Slow and Cut: it is)
        Asked, ///< it asks its question, which nobody hears
        During, ///< it has run; its answer has not left
        After, ///< its answer has arrived
    };
    Kind kind = Kind::None;
    Moment moment = Moment::Now;
    QString command; ///< a cmdlet of the pipeline; empty: any
    int number = 0; ///< instead: the so-manieth pipeline from now on
    std::chrono::milliseconds lasts{0}; ///< Restart, Silent: 0 is until "none"; Slow: how much later

    /// Whether that pipeline, the so-manieth since the fault was set, is the one.
    [[nodiscard]] bool concerns(const shell::Pipeline &pipeline, int count) const;
    [[nodiscard]] QString text() const;
    /// Errors: InvalidArgument; subject: the word, detail: a sentence in English.
    [[nodiscard]] static Result<Fault> parse(const QString &text);
    friend bool operator==(const Fault &, const Fault &) = default;
};

/// One line for the log: cmdlets with server and certificate; no other values, which may be keys.
[[nodiscard]] QString logLine(const shell::Pipeline &pipeline);

} // namespace kakuin::labserver

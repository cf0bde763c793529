// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

#include <optional>

namespace kakuin::walk {

/// Everything that decides how a walk goes.
struct Script final {
    QList<quint32> making; ///< the choices of the organisation
    QList<quint32> steps; ///< one number a step: it chooses among what is offered then
};

/// What a walk found to be wrong.
struct Contradiction final {
    QString rule; ///< what kind of contradiction: without names, thumbprints and times
    QString words;
};

struct Walked final {
    QStringList organisation; ///< as it was made
    QStringList steps;
    std::optional<Contradiction> contradiction; ///< it ended the walk
};

/// The script of a seed.
[[nodiscard]] Script scriptOf(quint32 seed, int steps);
/// Walks: reads the organisation, collects what is offered, does one of it in the practice organisation as a person would
/// with the presets, and reads again. After each reading:
///  - whatever is offered can be opened, and its plan has steps;
///  - no two surfaces say what cannot both be right;
///  and after a task whose questions were answered as recommended:
///  - it has succeeded, and each question was recognised, with advice;
///  - there is no critical finding that was not there before. Two are expected: servers lack an Auth certificate, or its key, that was
///    published at once, or that was brought to one server of a site and goes on from there; and what takes over may
///    itself end soon, which is not critical while it is not used;
///  - until time passes or a person acts otherwise than advised, the same is not offered for the same reason again.
/// In the end everything that is offered is done, until nothing is: that must come.
/// Threads: needs a QCoreApplication, whose event loop it turns.
[[nodiscard]] Walked walkAlong(const Script &script);
/// The plainest script with a contradiction of the same rule that leaving out steps and plainer choices lead to.
[[nodiscard]] Script plainest(Script script, const QString &rule);
/// Organisation, steps and contradiction, as a person reads them.
[[nodiscard]] QString reportOf(quint32 seed, const Walked &walked);

} // namespace kakuin::walk

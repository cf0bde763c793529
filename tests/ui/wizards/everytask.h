// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/wizards/renewaljourney.h"

#include <functional>

namespace kakuin::testkit {

/// A wizard that changes something on MBX01, filled in so that only "Next" is left until Review.
struct EveryTask final {
    const char *name;
    const char *command; ///< the cmdlet that does it
    /// The journey owns the wizard; `folder` is for files. Null when it could not be made.
    std::function<ui::TaskWizard *(RenewalJourney &, const QString &folder)> make;
};

[[nodiscard]] QList<EveryTask> everyTask();

/// Shows the task's wizard and goes to Review. False when it does not get there.
[[nodiscard]] bool goToReview(RenewalJourney &journey, const EveryTask &task, const QString &folder);
/// Answers every question with Yes until the result is there.
[[nodiscard]] bool answerUntilResult(RenewalJourney &journey);

} // namespace kakuin::testkit

// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/lefttodo.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Sentences for what is left to do, and for what was ticked off.
class LeftText final {
    Q_DECLARE_TR_FUNCTIONS(LeftText)
public:
    [[nodiscard]] static QString title(plan::HandWorkKind kind); ///< "Restart the Microsoft Exchange Service Host"
    /// Of what is not an advice; an advice has its words in NextStep.
    [[nodiscard]] static QString title(const plan::LeftItem &item);
    /// Why, and where it is done.
    [[nodiscard]] static QString explanation(const plan::LeftItem &item);
    [[nodiscard]] static QString state(const plan::LeftItem &item); ///< "to be done", "done by anna on …"
    /// Of all that is left on a server: "3 to be done", "all ticked off"; empty where what is left has to wait.
    [[nodiscard]] static QString state(const QList<plan::LeftItem> &ofServer);
    /// "9 things are left to do on 5 servers."; empty when nothing can be done now.
    [[nodiscard]] static QString summary(const plan::LeftToDo &left);
    /// A line of the history: what was left, or who ticked what and when.
    [[nodiscard]] static QString record(const plan::HandWorkRecord &record);

private:
    [[nodiscard]] static QString explanation(const plan::HandWork &work);
    [[nodiscard]] static QString person(const plan::Origin &origin);
};

} // namespace kakuin::ui

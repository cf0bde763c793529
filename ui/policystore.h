// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/policy.h"

#include <QtCore/QSettings>

namespace kakuin::ui {

/// Keeps the person's policy as a setting of its own, under the group "policy". Earlier versions kept it as one text with
/// the layout of the findings: the constructor takes that over once, and removes it.
/// Errors:  a number that is missing or cannot be read keeps its default; numbers that do not make sense together give the
///          defaults.
/// Threads: the GUI thread. The settings must outlive the store.
class PolicyStore final {
public:
    explicit PolicyStore(QSettings &settings);

    [[nodiscard]] advice::Policy policy() const;
    void setPolicy(const advice::Policy &policy);

private:
    void takeOver();

    QSettings &m_settings;
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/resumption.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// What the journal knows of an operation, in words, and how it can go on.
class OperationText final {
    Q_DECLARE_TR_FUNCTIONS(OperationText)
public:
    [[nodiscard]] static QString state(const plan::OperationRecord &operation); ///< "interrupted"
    [[nodiscard]] static QString duration(const plan::OperationRecord &operation); ///< "12 s"; empty while it runs
    /// Every step with its state, command, questions and what came of it, what was left to be done by hand and who ticked
    /// it: plain text, to be copied.
    [[nodiscard]] static QString record(const plan::OperationRecord &operation, const domain::Inventory *inventory);
    /// Where a step stands: "Still to be done."
    [[nodiscard]] static QString standing(const plan::ResumedStep &step, const plan::StepRecord &record);
    /// Whether it can go on, in a sentence.
    [[nodiscard]] static QString summary(const plan::Resumption &resumption);

private:
    [[nodiscard]] static QString obstacle(const plan::ResumedStep &step);
    [[nodiscard]] static QString done(const plan::ResumedStep &step, const plan::StepRecord &record);
    [[nodiscard]] static QStringList questions(const plan::StepRecord &record);
    /// Who ran it, where and with what, as far as it was noted.
    [[nodiscard]] static QStringList originLines(const plan::OperationRecord &operation);
};

} // namespace kakuin::ui

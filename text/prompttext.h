// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/prompt.h"
#include "text/promptcontext.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Kakuin's own words around a question of the server: what it means, what each answer leads to.
class PromptText final {
    Q_DECLARE_TR_FUNCTIONS(PromptText)
public:
    [[nodiscard]] static QString title(const shell::Prompt &prompt); ///< "MBX01 asks for a decision"
    /// "Server 3 of 42 · Step 5 of 84 · New-…"; without the server where the plan changes only one
    [[nodiscard]] static QString position(const shell::Prompt &prompt, const PromptContext &context);
    /// The answer's name: the server's own label, in one line.
    [[nodiscard]] static QString answer(const shell::Prompt &prompt, int choice);
    /// What the answer leads to; the server's own help text for a question that Kakuin does not know.
    [[nodiscard]] static QString consequence(const shell::Prompt &prompt, int choice, const PromptContext &context);
    /// What "to All" would cover.
    [[nodiscard]] static QString coverage(const shell::Prompt &prompt);
    /// What is left behind when the person stops instead of answering.
    [[nodiscard]] static QString stopLeaves(const shell::Prompt &prompt, const PromptContext &context);
    /// One line under a certificate's card: its role today, or that it is the successor.
    [[nodiscard]] static QString cardNote(
        const shell::Prompt &prompt, const domain::Thumbprint &thumbprint, const PromptContext &context);

private:
    [[nodiscard]] static QString overwriteConsequence(
        const shell::Prompt &prompt, bool isYes, const PromptContext &context);
    [[nodiscard]] static QString together(const QString &first, const QString &second);
    [[nodiscard]] static QString keepConsequence(const shell::Prompt &prompt, const PromptContext &context);
};

} // namespace kakuin::ui

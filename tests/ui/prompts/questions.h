// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/prompt.h"

namespace kakuin::testkit {

inline constexpr char currentThumbprint[] = "9A0B4C2D7E11F0A355C8D9E21B6F4470AC3D92E8";
inline constexpr char newThumbprint[] = "31F7A0C45B9E2D6688D1F0347AB25C9E0D4417B2";

/// Questions as servers ask them.
[[nodiscard]] inline shell::Prompt confirmation(const QString &cmdlet, const QString &message)
{
    shell::Prompt prompt;
    prompt.server = domain::ServerId(QStringLiteral("MBX01"));
    prompt.cmdlet = cmdlet;
    prompt.caption = QStringLiteral("Confirm");
    prompt.message = message;
    for (const auto *label : {"&Yes", "Yes to &All", "&No", "No to A&ll"})
        prompt.choices.append(shell::PromptChoice::fromLabel(QLatin1String(label), QStringLiteral("help")));
    return prompt;
}

[[nodiscard]] inline shell::Prompt overwriteQuestion(const QString &cmdlet = QStringLiteral("New-ExchangeCertificate"))
{
    return confirmation(cmdlet,
        QStringLiteral("Overwrite the existing default SMTP certificate?\n\nCurrent certificate: '%1' (expires "
                       "12/4/2026 9:00:00 AM)\nReplace it with certificate: '%2' (expires 11/22/2031 9:43:12 AM)")
            .arg(QLatin1String(currentThumbprint), QLatin1String(newThumbprint)));
}

/// One that Kakuin has never heard of.
[[nodiscard]] inline shell::Prompt unknownQuestion()
{
    shell::Prompt prompt;
    prompt.server = domain::ServerId(QStringLiteral("MBX01"));
    prompt.cmdlet = QStringLiteral("Set-Something");
    prompt.caption = QStringLiteral("A question");
    prompt.message = QStringLiteral("Shall it be so?");
    prompt.choices = {shell::PromptChoice::fromLabel(QStringLiteral("&Perhaps"), QStringLiteral("It may be.")),
        shell::PromptChoice::fromLabel(QStringLiteral("&Never"), QStringLiteral("It must not be."))};
    prompt.defaultChoice = 1;
    return prompt;
}

} // namespace kakuin::testkit

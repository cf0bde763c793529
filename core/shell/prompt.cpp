// SPDX-License-Identifier: MIT
#include "core/shell/prompt.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace kakuin::shell {
namespace {

constexpr int confirmationChoices = 4;

bool isNamed(const Prompt &prompt, std::initializer_list<QLatin1String> names)
{
    return std::any_of(names.begin(), names.end(),
        [&](QLatin1String name) { return prompt.cmdlet.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

PromptChoice PromptChoice::fromLabel(const QString &label, const QString &help)
{
    PromptChoice choice;
    choice.help = help;
    choice.label = label;
    const qsizetype mark = label.indexOf(u'&');
    if (mark >= 0) {
        choice.label.remove(mark, 1);
        if (mark < choice.label.size())
            choice.accelerator = choice.label.at(mark).toUpper();
    }
    return choice;
}

std::optional<int> Prompt::indexOf(Confirmation confirmation) const
{
    if (choices.size() != confirmationChoices)
        return std::nullopt;
    // Order and accelerators are the same in every language of Windows: Y, A, N, L
    constexpr std::array<char16_t, confirmationChoices> accelerators{u'Y', u'A', u'N', u'L'};
    for (int i = 0; i < confirmationChoices; ++i) {
        const QChar accelerator = choices.at(i).accelerator;
        if (!accelerator.isNull() && accelerator != QChar(accelerators.at(static_cast<size_t>(i))))
            return std::nullopt;
    }
    return static_cast<int>(confirmation);
}

std::optional<Confirmation> Prompt::confirmationAt(int index) const
{
    if (index < 0 || index >= confirmationChoices || !indexOf(Confirmation::Yes))
        return std::nullopt;
    return static_cast<Confirmation>(index);
}

QList<domain::Thumbprint> Prompt::thumbprints() const
{
    static const QRegularExpression pattern(QStringLiteral("(?<![0-9A-Fa-f])[0-9A-Fa-f]{40}(?![0-9A-Fa-f])"));
    QList<domain::Thumbprint> found;
    auto matches = pattern.globalMatch(message.left(65536));
    while (matches.hasNext()) {
        const auto parsed = domain::Thumbprint::parse(matches.next().capturedView());
        if (parsed && !found.contains(*parsed))
            found.append(*parsed);
    }
    return found;
}

PromptKind kindOf(const Prompt &prompt)
{
    if (!prompt.indexOf(Confirmation::Yes))
        return PromptKind::Unknown;
    const qsizetype named = prompt.thumbprints().size();
    if (isNamed(prompt, {QLatin1String("New-ExchangeCertificate"), QLatin1String("Enable-ExchangeCertificate")}))
        return named == 2 ? PromptKind::OverwriteDefaultSmtp : PromptKind::Unknown;
    if (isNamed(prompt, {QLatin1String("Remove-ExchangeCertificate")}))
        return named == 1 ? PromptKind::RemoveCertificate : PromptKind::Unknown;
    if (isNamed(prompt, {QLatin1String("Set-AuthConfig")}))
        return prompt.message.contains(QLatin1String("48")) ? PromptKind::EffectiveDateWithin48Hours
                                                            : PromptKind::Unknown;
    return PromptKind::Unknown;
}

} // namespace kakuin::shell

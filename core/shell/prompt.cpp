// SPDX-License-Identifier: MIT
#include "core/shell/prompt.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace kakuin::shell {
namespace {

constexpr int confirmationChoices = 4;
// a question of PowerShell's is a few hundred characters long; one that hides its thumbprints behind more is not looked
// through, and not recognised either
constexpr qsizetype longestConfirmation = 16384;

// "はい(&Y)" and "Yes" without what PowerShell adds to mark the accelerator
QString wordOf(const PromptChoice &choice)
{
    QString word = choice.label.trimmed();
    if (word.endsWith(u')') && word.size() > 3 && word.at(word.size() - 3) == u'(')
        word.chop(3);
    return word.trimmed();
}

bool isOneOf(const QString &word, std::initializer_list<QStringView> words)
{
    return std::any_of(words.begin(), words.end(),
        [&word](QStringView known) { return word.compare(known, Qt::CaseInsensitive) == 0; });
}

bool contradicts(const PromptChoice &choice, int place)
{
    const bool isYesHalf = place < 2;
    if (isYesHalf ? choice.accelerator == u'N' || choice.accelerator == u'L'
                  : choice.accelerator == u'Y' || choice.accelerator == u'A')
        return true;
    const QString word = wordOf(choice);
    return place < 2 ? isOneOf(word, {u"No", u"No to All", u"いいえ", u"すべていいえ", u"すべて無視"})
                     : isOneOf(word, {u"Yes", u"Yes to All", u"はい", u"すべてはい", u"すべて続行"});
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

bool Prompt::isConfirmation() const
{
    if (choices.size() != confirmationChoices || defaultChoice != 0 || message.size() > longestConfirmation
        || caption.size() > longestConfirmation)
        return false;
    for (int place = 0; place < confirmationChoices; ++place) {
        const PromptChoice &choice = choices.at(place);
        const bool isRepeated = std::any_of(choices.begin(), choices.begin() + place,
            [&choice](const PromptChoice &earlier) { return earlier.accelerator == choice.accelerator; });
        if (choice.accelerator.isNull() || isRepeated || contradicts(choice, place))
            return false;
    }
    // English letters, which most languages of Windows use, confirm the order or contradict it
    QString letters;
    for (const PromptChoice &choice : choices)
        letters.append(choice.accelerator);
    QString sorted = letters;
    std::sort(sorted.begin(), sorted.end());
    return sorted != u"ALNY" || letters == u"YANL";
}

std::optional<int> Prompt::indexOf(Confirmation confirmation) const
{
    return isConfirmation() ? std::optional<int>(static_cast<int>(confirmation)) : std::nullopt;
}

std::optional<Confirmation> Prompt::confirmationAt(int index) const
{
    if (index < 0 || index >= confirmationChoices || !isConfirmation())
        return std::nullopt;
    return static_cast<Confirmation>(index);
}

QList<domain::Thumbprint> Prompt::thumbprints() const
{
    static const QRegularExpression pattern(QStringLiteral("(?<![0-9A-Fa-f])[0-9A-Fa-f]{40}(?![0-9A-Fa-f])"));
    QList<domain::Thumbprint> found;
    const QString text = caption.left(longestConfirmation) + u'\n' + message.left(longestConfirmation);
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto parsed = domain::Thumbprint::parse(matches.next().capturedView());
        if (parsed && !found.contains(*parsed))
            found.append(*parsed);
    }
    return found;
}

std::optional<bool> AskedPrompt::answeredYes(PromptKind asked) const
{
    const auto confirmation = kind == asked && answer ? prompt.confirmationAt(*answer) : std::nullopt;
    if (!confirmation)
        return std::nullopt;
    return *confirmation == Confirmation::Yes || *confirmation == Confirmation::YesToAll;
}

} // namespace kakuin::shell

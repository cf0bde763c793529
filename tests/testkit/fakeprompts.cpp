// SPDX-License-Identifier: MIT
#include "fakeprompts.h"

#include "core/base/whendone.h"

#include <QtTest/QTest>

namespace kakuin::testkit {

using shell::Prompt;
using shell::PromptAnswer;

bool looksLike(const Prompt &prompt, shell::PromptKind kind)
{
    const auto isAskedBy
        = [&prompt](QLatin1String name) { return prompt.cmdlet.compare(name, Qt::CaseInsensitive) == 0; };
    const qsizetype named = prompt.thumbprints().size();
    if (!prompt.isConfirmation())
        return false;
    switch (kind) {
    case shell::PromptKind::Unknown:
        return false;
    case shell::PromptKind::OverwriteDefaultSmtp:
        return named == 2
            && (isAskedBy(QLatin1String("New-ExchangeCertificate"))
                || isAskedBy(QLatin1String("Enable-ExchangeCertificate")));
    case shell::PromptKind::EffectiveDateWithin48Hours:
        return named == 0 && isAskedBy(QLatin1String("Set-AuthConfig"));
    case shell::PromptKind::RemoveCertificate:
        return named == 1 && isAskedBy(QLatin1String("Remove-ExchangeCertificate"));
    }
    return false;
}

FakePrompts &FakePrompts::expect(shell::PromptKind kind, PromptAnswer answer)
{
    return expect([kind](const Prompt &prompt) { return looksLike(prompt, kind); }, answer);
}

FakePrompts &FakePrompts::expect(shell::PromptKind kind, shell::Confirmation answer)
{
    return expect(kind, PromptAnswer::choose(static_cast<int>(answer)));
}

FakePrompts &FakePrompts::expect(Matcher matcher, PromptAnswer answer)
{
    m_expected.enqueue({std::move(matcher), answer, false});
    return *this;
}

FakePrompts &FakePrompts::expectThenFail(const Error &error)
{
    m_expected.enqueue({[](const Prompt &) { return true; }, tl::unexpected<Error>(error), false});
    return *this;
}

FakePrompts &FakePrompts::expectThenAbandon()
{
    m_expected.enqueue({[](const Prompt &) { return true; }, PromptAnswer::stop(), true});
    return *this;
}

void FakePrompts::release()
{
    m_isHeld = false;
    const QList<Held> held = std::exchange(m_held, {});
    for (const Held &one : held)
        give(one);
}

QFuture<Result<PromptAnswer>> FakePrompts::ask(const Prompt &prompt)
{
    m_asked.append(prompt);
    if (m_expected.isEmpty() || !m_expected.head().matcher(prompt)) {
        ++m_unexpected;
        QTest::qFail(qPrintable(QStringLiteral("unexpected question of %1: %2").arg(prompt.cmdlet, prompt.message)),
            __FILE__, __LINE__);
        return readyFuture<PromptAnswer>(PromptAnswer::stop());
    }
    const Held held{std::make_shared<QPromise<Result<PromptAnswer>>>(), m_expected.dequeue()};
    held.promise->start();
    if (m_isHeld)
        m_held.append(held);
    else
        give(held);
    return held.promise->future();
}

void FakePrompts::give(const Held &held)
{
    if (held.expectation.isAbandoned) // the promise goes without a result, and its future ends as cancelled
        return;
    held.promise->addResult(held.expectation.answer);
    held.promise->finish();
}

} // namespace kakuin::testkit

// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/prompt.h"

#include <QtCore/QQueue>

#include <functional>

namespace kakuin::testkit {

/// Whether a question could be one of that kind, by cmdlet and number of thumbprints only; the program itself compares more
/// (plan::recognise()).
[[nodiscard]] bool looksLike(const shell::Prompt &prompt, shell::PromptKind kind);

/// Answers a server's questions from a list made beforehand; a question that was not expected fails the test and stops
/// the pipeline.
/// Shape:   expect(kind, answer) in the order of asking; verify with asked() and isExhausted().
class FakePrompts final : public shell::PromptHandler {
public:
    using Matcher = std::function<bool(const shell::Prompt &)>;

    FakePrompts &expect(shell::PromptKind kind, shell::PromptAnswer answer);
    FakePrompts &expect(shell::PromptKind kind, shell::Confirmation answer);
    FakePrompts &expect(Matcher matcher, shell::PromptAnswer answer);
    /// The next question is answered with a failure of the handler, or never: its future is abandoned.
    FakePrompts &expectThenFail(const Error &error);
    FakePrompts &expectThenAbandon();

    /// From now on answers wait until release(): a person who thinks.
    void hold() { m_isHeld = true; }
    void release();

    [[nodiscard]] QFuture<Result<shell::PromptAnswer>> ask(const shell::Prompt &prompt) override;

    [[nodiscard]] const QList<shell::Prompt> &asked() const { return m_asked; }
    [[nodiscard]] bool isExhausted() const { return m_expected.isEmpty(); }
    [[nodiscard]] int unexpectedCount() const { return m_unexpected; }

private:
    struct Expectation {
        Matcher matcher;
        Result<shell::PromptAnswer> answer = shell::PromptAnswer::stop();
        bool isAbandoned = false;
    };
    struct Held {
        std::shared_ptr<QPromise<Result<shell::PromptAnswer>>> promise;
        Expectation expectation;
    };
    static void give(const Held &held);

    QQueue<Expectation> m_expected;
    QList<Held> m_held;
    QList<shell::Prompt> m_asked;
    int m_unexpected = 0;
    bool m_isHeld = false;
};

} // namespace kakuin::testkit

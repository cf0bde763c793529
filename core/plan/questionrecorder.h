// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/prompt.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <functional>
#include <memory>

namespace kakuin::plan {

/// Stands between a server that asks and the person who answers: what cannot be written down is not asked, and an
/// answer that cannot be written down is not sent.
/// Shape:   one recorder a command; close() when the command has ended: the person's dialog is withdrawn and nothing
///          is asked any more. A question that comes after the observer's end is stopped.
/// Errors:  those of the observer's functions, PromptRefused for an answer that is none of the choices; every shell
///          takes them for "stop".
/// Threads: that of the shell. Owned by std::shared_ptr only.
class QuestionRecorder final : public shell::PromptHandler, public std::enable_shared_from_this<QuestionRecorder> {
public:
    struct Observer final {
        QObject *lifetime = nullptr; ///< the functions are not called after its end
        /// Returns the answer where the person has given it beforehand; empty: the person is asked now.
        std::function<Result<std::optional<shell::PromptAnswer>>(const shell::Prompt &)> asked;
        std::function<Result<void>(const shell::PromptAnswer &)> answered;
    };

    QuestionRecorder(std::shared_ptr<shell::PromptHandler> person, Observer observer);
    ~QuestionRecorder() override;

    [[nodiscard]] QFuture<Result<shell::PromptAnswer>> ask(const shell::Prompt &prompt) override;
    void close();

private:
    std::shared_ptr<shell::PromptHandler> m_person;
    Observer m_observer;
    QPointer<QObject> m_lifetime;
    std::optional<QFuture<Result<shell::PromptAnswer>>> m_pending; ///< the question that is with the person
    bool m_isClosed = false;
};

} // namespace kakuin::plan

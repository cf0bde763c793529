// SPDX-License-Identifier: MIT
#include "core/plan/questionrecorder.h"

#include "core/base/whendone.h"

#include <QtCore/QPromise>

namespace kakuin::plan {

using shell::PromptAnswer;

QuestionRecorder::QuestionRecorder(std::shared_ptr<shell::PromptHandler> person, Observer observer)
    : m_person(std::move(person))
    , m_observer(std::move(observer))
    , m_lifetime(m_observer.lifetime)
{
}

QuestionRecorder::~QuestionRecorder() = default;

QFuture<Result<PromptAnswer>> QuestionRecorder::ask(const shell::Prompt &prompt)
{
    // telling the observer may end the command, and with it the last one who holds this object
    const auto self = shared_from_this();
    const auto stop = [] { return readyFuture<PromptAnswer>(PromptAnswer::stop()); };
    if (m_isClosed || !m_lifetime)
        return stop();
    const auto recorded = m_observer.asked(prompt);
    if (!recorded)
        return readyFuture<PromptAnswer>(tl::unexpected<Error>(recorded.error()));
    // being told of the question may have ended the observer, or made it close this recorder
    if (m_isClosed || !m_lifetime)
        return stop();

    const QFuture<Result<PromptAnswer>> fromPerson
        = *recorded ? readyFuture<PromptAnswer>(**recorded) : m_person->ask(prompt);
    if (m_isClosed || !m_lifetime) {
        QFuture<Result<PromptAnswer>>(fromPerson).cancel();
        return stop();
    }
    m_pending = fromPerson;
    const auto promise = std::make_shared<QPromise<Result<PromptAnswer>>>();
    promise->start();
    // when the observer ends first, the promise goes with the watcher: abandoned, which every shell takes for "stop"
    const auto answered
        = [promise, observed = m_observer.answered, choices = prompt.choices.size()](Result<PromptAnswer> answer) {
              if (answer && answer->choice && (*answer->choice < 0 || *answer->choice >= choices))
                  answer = fail(ErrorCode::PromptRefused, {}, QString::number(*answer->choice));
              if (answer) {
                  if (const auto written = observed(*answer); !written)
                      answer = tl::unexpected<Error>(written.error());
              }
              promise->addResult(std::move(answer));
              promise->finish();
          };
    whenDone(fromPerson, m_lifetime.data(), answered);
    return promise->future();
}

void QuestionRecorder::close()
{
    m_isClosed = true;
    if (m_pending)
        m_pending->cancel();
    m_pending.reset();
}

} // namespace kakuin::plan

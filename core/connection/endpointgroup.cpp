// SPDX-License-Identifier: MIT
#include "core/connection/endpointgroup.h"

#include "core/base/whendone.h"

#include <algorithm>

namespace kakuin::connection {
namespace {

using namespace Qt::StringLiterals;

// Answered from a server's own store, the same whoever asks it
bool isSharable(const shell::Pipeline &pipeline)
{
    return pipeline.cmdlets.size() >= 1 && !pipeline.isChanging()
        && pipeline.cmdlets.constFirst().name() == u"Get-ExchangeCertificate"
        && pipeline.cmdlets.constFirst().value(u"Server") != nullptr
        && pipeline.cmdlets.constFirst().value(u"Thumbprint") == nullptr; // that is a check of what was done
}

bool isSessionGone(const Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::ServerUnreachable;
}

} // namespace

struct EndpointGroup::Question final {
    shell::Pipeline pipeline;
    QPromise<Output> promise;
    QFuture<Output> asked;
    bool isGivenUp = false;
    bool hasFailed = false; ///< at one endpoint; it may be asked at one more
};

EndpointGroup::EndpointGroup(std::shared_ptr<shell::Shell> first, QObject *parent)
    : Shell(parent)
    , m_first(std::move(first))
{
}

EndpointGroup::~EndpointGroup()
{
    for (Opening &opening : m_openings)
        opening.cancel();
    for (const auto &question : std::exchange(m_questions, {})) {
        question->asked.cancel();
        question->promise.addResult(Output(kakuin::fail(ErrorCode::Cancelled)));
        question->promise.finish();
    }
}

void EndpointGroup::add(const QString &name, const Opening &opening)
{
    m_openings.append(opening);
    whenDone(opening, this, [this, name](const Result<std::shared_ptr<shell::Shell>> &opened) {
        if (opened)
            m_further.append({name, *opened});
        else if (opened.error().code != ErrorCode::Cancelled)
            m_problems.append(opened.error());
        Q_EMIT furtherChanged();
    });
}

EndpointGroup::Endpoint *EndpointGroup::idlest()
{
    const auto it = std::min_element(m_further.begin(), m_further.end(),
        [](const Endpoint &left, const Endpoint &right) { return left.running < right.running; });
    return it == m_further.end() || it->running > m_firstRunning ? nullptr : &*it;
}

QFuture<Result<shell::PipelineOutput>> EndpointGroup::invoke(
    const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts)
{
    if (m_further.isEmpty() || !isSharable(pipeline))
        return m_first->invoke(pipeline, prompts);
    auto question = std::make_shared<Question>();
    question->pipeline = pipeline;
    question->promise.start();
    m_questions.append(question);
    auto *watcher = new QFutureWatcher<Output>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, [question] {
        question->isGivenUp = true;
        question->asked.cancel();
    });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(question->promise.future());
    const Endpoint *endpoint = idlest();
    ask(question, endpoint ? endpoint->shell : m_first);
    return question->promise.future();
}

void EndpointGroup::ask(const std::shared_ptr<Question> &question, const std::shared_ptr<shell::Shell> &shell)
{
    if (shell == m_first)
        ++m_firstRunning;
    for (Endpoint &endpoint : m_further) {
        if (endpoint.shell == shell)
            ++endpoint.running;
    }
    question->asked = shell->invoke(question->pipeline);
    whenDone(question->asked, this, [this, question, shell](const Output &output) { take(question, shell, output); });
}

void EndpointGroup::take(
    const std::shared_ptr<Question> &question, const std::shared_ptr<shell::Shell> &from, const Output &output)
{
    if (from == m_first)
        --m_firstRunning;
    for (Endpoint &endpoint : m_further) {
        if (endpoint.shell == from)
            --endpoint.running;
    }
    // it only reads, so asking again does no harm
    if (!output && !question->isGivenUp && !question->hasFailed) {
        question->hasFailed = true;
        if (from != m_first) {
            leaveOut(from, output.error());
            return ask(question, m_first);
        }
        // a change may have cost the first server the session, with the certificate of its port 444
        if (isSessionGone(output.error()) && !m_further.isEmpty())
            return ask(question, m_further.constFirst().shell);
    }
    answer(question, output); // what fails at two of them is the fault of what was asked about
}

void EndpointGroup::answer(const std::shared_ptr<Question> &question, const Output &output)
{
    if (m_questions.removeOne(question)) {
        question->promise.addResult(output);
        question->promise.finish();
    }
}

void EndpointGroup::leaveOut(const std::shared_ptr<shell::Shell> &shell, const Error &error)
{
    const auto it = std::find_if(
        m_further.begin(), m_further.end(), [&shell](const Endpoint &endpoint) { return endpoint.shell == shell; });
    if (it == m_further.end())
        return; // another question found it out
    m_problems.append({error.code, it->name, error.detail});
    m_further.erase(it);
    Q_EMIT furtherChanged();
}

} // namespace kakuin::connection

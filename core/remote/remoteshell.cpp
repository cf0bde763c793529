// SPDX-License-Identifier: MIT
#include "core/remote/remoteshell.h"

#include "core/base/whendone.h"
#include "core/remote/commandrequest.h"
#include "core/remote/remoterun.h"

namespace kakuin::remote {

using namespace Qt::StringLiterals;
using shell::PipelineOutput;
using ShellResult = Result<std::shared_ptr<RemoteShell>>;

RemoteShell::RemoteShell(Connection connection)
    : m_connection(std::move(connection))
{
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(m_connection.idleTimeout);
    connect(&m_idleTimer, &QTimer::timeout, this, [this] {
        if (m_session && m_session->load() == 0)
            m_session->close();
    });
}

RemoteShell::~RemoteShell()
{
    // the runs end (as cancelled) before the session does, which would call it a lost connection
    const QList<RemoteRun *> runs = findChildren<RemoteRun *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(runs);
    delete m_session;
}

QFuture<ShellResult> RemoteShell::open(const Connection &connection)
{
    auto promise = std::make_shared<QPromise<ShellResult>>();
    promise->start();
    // kept alive by the question that it asks; when nobody waits for it any more, the answer goes nowhere
    const std::shared_ptr<RemoteShell> opening(new RemoteShell(connection));
    auto asked = opening->invoke(shell::Cmdlet(u"Get-Command"_s).with(u"Name"_s, CmdletRights::knownCmdlets()));
    auto *watcher = new QFutureWatcher<Result<PipelineOutput>>;
    connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, promise, opening] {
        QFuture<Result<PipelineOutput>> answer = watcher->future();
        watcher->deleteLater(); // and with it what it holds
        const auto output = answer.resultCount() > 0 ? answer.resultAt(0)
                                                     : Result<PipelineOutput>(kakuin::fail(ErrorCode::Cancelled));
        promise->addResult(output.and_then([&](const PipelineOutput &commands) -> ShellResult {
            opening->m_rights.learn(commands);
            const QString &required = opening->m_connection.requiredCmdlet;
            if (!required.isEmpty() && !opening->offers(required))
                return kakuin::fail(ErrorCode::ServiceForeign, opening->m_connection.name, required);
            return opening;
        }));
        promise->finish();
    });
    watcher->setFuture(asked);
    auto *cancelling = new QFutureWatcher<ShellResult>(watcher);
    connect(cancelling, &QFutureWatcherBase::canceled, watcher, [asked]() mutable { asked.cancel(); });
    cancelling->setFuture(promise->future());
    return promise->future();
}

shell::ShellDescription RemoteShell::description() const
{
    const QString account = m_connection.account ? m_connection.account->text() : QString();
    return {m_connection.kind, m_connection.name, false, {}, account};
}

std::shared_ptr<const Clock> RemoteShell::clock() const
{
    return m_connection.clock;
}

bool RemoteShell::offers(const QString &cmdlet) const
{
    return m_rights.offers(cmdlet);
}

RemoteSession &RemoteShell::session()
{
    if (m_session && !m_session->takesWork())
        dropSession(); // one that is closing does not need us
    if (!m_session) {
        m_session = new RemoteSession(
            m_connection.transport, m_connection.session, std::make_shared<psrp::SystemEntropy>(), this);
        connect(m_session, &RemoteSession::ended, this, [this](const std::optional<Error> &error) {
            rememberRefusal(error);
            dropSession();
        });
        connect(m_session, &RemoteSession::becameIdle, &m_idleTimer, qOverload<>(&QTimer::start));
        m_session->open();
    }
    return *m_session;
}

void RemoteShell::rememberRefusal(const std::optional<Error> &error)
{
    if (m_connection.hasPassword && error
        && (error->code == ErrorCode::SignInRefused || error->code == ErrorCode::KerberosPasswordWrong))
        m_refusal = error;
}

void RemoteShell::dropSession()
{
    m_idleTimer.stop();
    if (RemoteSession *old = std::exchange(m_session, nullptr)) {
        disconnect(old, nullptr, this, nullptr);
        old->deleteLater();
    }
}

QFuture<Result<PipelineOutput>> RemoteShell::invoke(
    const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts)
{
    const auto request = commandRequest(pipeline);
    if (!request)
        return readyFuture<PipelineOutput>(tl::unexpected<Error>(request.error()));
    if (m_refusal)
        return readyFuture<PipelineOutput>(tl::unexpected<Error>(*m_refusal));
    m_idleTimer.stop();
    RemoteSession &used = session();
    const auto again = [this, request = *request, old = QPointer<RemoteSession>(&used)](bool hasBegun) {
        // a session that never opened would not open a moment later either
        const bool isWorthIt = old && (old->wasForgotten() || (!hasBegun && old->hasBeenOpen()));
        return isWorthIt ? session().run(request) : nullptr;
    };
    auto *run = new RemoteRun(
        used.run(*request), pipeline, prompts, {m_connection.name, m_connection.readTimeout, again}, this);
    return run->future();
}

} // namespace kakuin::remote

// SPDX-License-Identifier: MIT
#include "core/directory/directoryshell.h"

#include "core/base/whendone.h"
#include "core/shell/decode/directoryidentity.h"

#include <QtCore/QPromise>

#include <algorithm>

namespace kakuin::directory {

using namespace Qt::StringLiterals;
using shell::PipelineOutput;

namespace {

using Output = Result<PipelineOutput>;
using NameParts = QList<std::pair<QString, QString>>;

constexpr QLatin1String cmdletName("Get-ADObject");

// Names of the same entry may differ in case and in blanks
bool isBelow(const QString &name, const QString &base)
{
    const NameParts parts = shell::decode::nameParts(name);
    const NameParts above = shell::decode::nameParts(base);
    return parts.size() >= above.size()
        && std::equal(above.begin(), above.end(), parts.end() - above.size(), [](const auto &a, const auto &b) {
               return a.first.compare(b.first, Qt::CaseInsensitive) == 0
                   && a.second.compare(b.second, Qt::CaseInsensitive) == 0;
           });
}

clixml::Value objectOf(const DirectoryServer &server)
{
    using clixml::Value;
    QList<Value> addresses;
    for (const QString &address : server.networkAddresses)
        addresses.append(Value(address));
    clixml::ObjectBuilder builder(QStringList{u"Microsoft.ActiveDirectory.Management.ADObject"_s,
        u"Microsoft.ActiveDirectory.Management.ADEntity"_s,
        u"Microsoft.ActiveDirectory.Management.ADPropertyCollection"_s, u"System.Object"_s});
    return Value(builder.toString(server.distinguishedName)
                     .extended(u"DistinguishedName"_s, Value(server.distinguishedName))
                     .extended(u"Name"_s, Value(server.server.name()))
                     .extended(u"ObjectClass"_s, Value(u"msExchExchangeServer"_s))
                     .extended(u"networkAddress"_s,
                         clixml::ObjectBuilder::list(
                             addresses, u"Microsoft.ActiveDirectory.Management.ADPropertyValueCollection"_s))
                     .extended(u"msExchServerInternalTLSCert"_s, Value(Value::Data(server.certificate)))
                     .build());
}

Output answerTo(const shell::DirectoryQuestion &asked, const QList<DirectoryServer> &servers)
{
    const DirectoryServer *found = nullptr;
    for (const DirectoryServer &server : servers) {
        if (server.server != asked.server || !isBelow(server.distinguishedName, asked.searchBase))
            continue;
        if (found)
            return fail(ErrorCode::UnexpectedOutput, asked.server.name(), server.distinguishedName);
        found = &server;
    }
    if (!found)
        return fail(ErrorCode::ServerNotFound, asked.server.name(), asked.searchBase);
    if (!found->transport)
        return tl::unexpected<Error>(found->transport.error());
    return PipelineOutput{{objectOf(*found)}};
}

bool saysThatThereIsNoSuchCmdlet(const Output &output)
{
    if (!output)
        return output.error().code == ErrorCode::CmdletNotFound;
    const QList<shell::ErrorRecord> errors = output->errors();
    return std::any_of(errors.begin(), errors.end(), [](const shell::ErrorRecord &record) {
        return record.exceptionType.endsWith("CommandNotFoundException"_L1)
            || record.fullyQualifiedErrorId.contains("CommandNotFoundException"_L1);
    });
}

void give(const std::shared_ptr<QPromise<Output>> &promise, const Output &output)
{
    promise->addResult(output);
    promise->finish();
}

} // namespace

DirectoryShell::DirectoryShell(std::shared_ptr<shell::Shell> inner, DirectorySource source, QObject *parent)
    : Shell(parent)
    , m_inner(std::move(inner))
    , m_source(std::move(source))
{
}

DirectoryShell::~DirectoryShell()
{
    m_search.cancel();
    for (const Question &question : m_inside + m_running + m_waiting)
        give(question.promise, kakuin::fail(ErrorCode::Cancelled));
}

bool DirectoryShell::offers(const QString &cmdlet) const
{
    return m_inner->offers(cmdlet) || cmdlet.compare(cmdletName, Qt::CaseInsensitive) == 0;
}

QFuture<Output> DirectoryShell::invoke(
    const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts)
{
    const auto asked = shell::directoryQuestion(pipeline);
    if (!asked)
        return m_inner->invoke(pipeline, prompts);
    const Question question{*asked, std::make_shared<QPromise<Output>>()};
    question.promise->start();
    auto *watcher = new QFutureWatcher<Output>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, [this, promise = question.promise] { drop(promise); });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(question.promise->future());
    if (m_inner->offers(cmdletName))
        askInner(pipeline, question);
    else
        ask(question);
    return question.promise->future();
}

void DirectoryShell::askInner(const shell::Pipeline &pipeline, Question question)
{
    question.inside = m_inner->invoke(pipeline);
    m_inside.append(question);
    whenDone(question.inside, this, [this, question](const Output &output) {
        const auto isIt = [&](const Question &other) { return other.promise == question.promise; };
        if (m_inside.removeIf(isIt) == 0) // nobody waits any more
            return;
        if (saysThatThereIsNoSuchCmdlet(output))
            ask(question);
        else
            give(question.promise, output);
    });
}

void DirectoryShell::ask(const Question &question)
{
    m_waiting.append(question);
    schedule();
}

void DirectoryShell::schedule()
{
    if (m_isSearching || m_isScheduled || m_waiting.isEmpty())
        return;
    m_isScheduled = true; // from the event loop: whoever asks at the same time shares the search
    QMetaObject::invokeMethod(this, &DirectoryShell::search, Qt::QueuedConnection);
}

// Nobody waits for this answer any more; when that was the last one, the search ends, too.
void DirectoryShell::drop(const Promise &promise)
{
    for (QList<Question> *questions : {&m_inside, &m_waiting, &m_running}) {
        for (Question &question : *questions) {
            if (question.promise == promise)
                question.inside.cancel();
        }
        questions->removeIf([&](const Question &question) { return question.promise == promise; });
    }
    give(promise, kakuin::fail(ErrorCode::Cancelled));
    if (m_isSearching && m_running.isEmpty())
        m_search.cancel();
}

void DirectoryShell::search()
{
    m_isScheduled = false;
    m_waiting.removeIf([](const Question &question) { return question.promise->isCanceled(); }); // drop() is on its way
    if (m_waiting.isEmpty())
        return;
    m_running = std::exchange(m_waiting, {});
    m_isSearching = true;
    m_search = m_source();
    whenDone(m_search, this, [this](const Result<QList<DirectoryServer>> &servers) { finish(servers); });
}

void DirectoryShell::finish(const Result<QList<DirectoryServer>> &servers)
{
    m_isSearching = false;
    const QList<Question> answered = std::exchange(m_running, {});
    schedule();
    for (const Question &question : answered)
        give(question.promise,
            servers ? answerTo(question.asked, *servers) : Output(tl::unexpected<Error>(servers.error())));
}

} // namespace kakuin::directory

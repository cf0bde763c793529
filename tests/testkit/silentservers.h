// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/whendone.h"
#include "core/shell/shell.h"

#include <QtCore/QHash>

namespace kakuin::testkit {

/// A shell whose servers can fall silent: what is asked of such a server waits until the server speaks again.
/// Shape:   silence("EX02"), later speak("EX02"): what waited is answered by the shell within, as late as that. Everything
///          else is answered by the shell within at once. silence(QString()) concerns what names no server.
class SilentServers final : public shell::Shell {
public:
    explicit SilentServers(std::shared_ptr<shell::Shell> within)
        : m_within(std::move(within))
    {
    }

    /// `server`: its name, empty for what is asked of no server, or the name of a cmdlet.
    void silence(const QString &server) { m_waiting[server]; }
    void speak(const QString &server)
    {
        const QList<Waiting> waiting = m_waiting.take(server);
        for (const Waiting &one : waiting)
            answer(one);
    }
    /// How many commands wait for this server.
    [[nodiscard]] qsizetype waitingFor(const QString &server) const { return m_waiting.value(server).size(); }

    [[nodiscard]] shell::ShellDescription description() const override { return m_within->description(); }
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override { return m_within->clock(); }
    [[nodiscard]] bool offers(const QString &cmdlet) const override { return m_within->offers(cmdlet); }
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts) override
    {
        auto held = m_waiting.find(serverOf(pipeline));
        if (held == m_waiting.end())
            held = m_waiting.find(pipeline.cmdlets.constFirst().name());
        if (held == m_waiting.end())
            return m_within->invoke(pipeline, prompts);
        auto promise = std::make_shared<QPromise<Result<shell::PipelineOutput>>>();
        promise->start();
        held->append({pipeline, prompts, promise});
        return promise->future();
    }

private:
    struct Waiting {
        shell::Pipeline pipeline;
        std::shared_ptr<shell::PromptHandler> prompts;
        std::shared_ptr<QPromise<Result<shell::PipelineOutput>>> promise;
    };
    static QString serverOf(const shell::Pipeline &pipeline)
    {
        const shell::ParameterValue *server = pipeline.cmdlets.constFirst().value(u"Server");
        const QString *name = server == nullptr ? nullptr : std::get_if<QString>(server);
        return name == nullptr ? QString() : *name;
    }
    void answer(const Waiting &waiting)
    {
        whenDone(m_within->invoke(waiting.pipeline, waiting.prompts), this,
            [promise = waiting.promise](const Result<shell::PipelineOutput> &output) {
                promise->addResult(output);
                promise->finish();
            });
    }

    std::shared_ptr<shell::Shell> m_within;
    QHash<QString, QList<Waiting>> m_waiting; ///< by server; an entry without commands: silent
};

} // namespace kakuin::testkit

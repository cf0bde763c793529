// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/shell.h"

namespace kakuin::connection {

/// Several servers of one organisation as one shell: they share the reading of a large one.
/// Shape:   what each server answers about its own certificates (Get-ExchangeCertificate -Server) goes to the endpoint
///          that has least to do. Everything else goes to the first: what the directory holds may be older behind
///          another one, and a change must be seen by the check that follows it.
/// Errors:  a further endpoint that cannot be opened, or fails at a question, is left out from then on and stands in
///          problems(); the first is asked instead. Where the first has lost its session, one further endpoint is asked. No
///          question is asked at three of them. Changes go to the first only and are never sent twice.
/// Threads: the thread of the object.
class EndpointGroup final : public shell::Shell {
    Q_OBJECT
public:
    using Opening = QFuture<Result<std::shared_ptr<shell::Shell>>>;

    explicit EndpointGroup(std::shared_ptr<shell::Shell> first, QObject *parent = nullptr);
    ~EndpointGroup() override;

    /// It takes part once it is open; nobody waits for it.
    void add(const QString &name, const Opening &opening);
    /// Those that take part, without the first.
    [[nodiscard]] int furtherCount() const { return static_cast<int>(m_further.size()); }

    [[nodiscard]] shell::ShellDescription description() const override { return m_first->description(); }
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override { return m_first->clock(); }
    [[nodiscard]] bool offers(const QString &cmdlet) const override { return m_first->offers(cmdlet); }
    [[nodiscard]] QList<Error> problems() const override { return m_first->problems() + m_problems; }
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr) override;

Q_SIGNALS:
    void furtherChanged();

private:
    using Output = Result<shell::PipelineOutput>;
    struct Endpoint final {
        QString name;
        std::shared_ptr<shell::Shell> shell;
        int running = 0;
    };
    struct Question;
    [[nodiscard]] Endpoint *idlest();
    void ask(const std::shared_ptr<Question> &question, const std::shared_ptr<shell::Shell> &shell);
    void take(const std::shared_ptr<Question> &question, const std::shared_ptr<shell::Shell> &from, const Output &out);
    void answer(const std::shared_ptr<Question> &question, const Output &output);
    void leaveOut(const std::shared_ptr<shell::Shell> &shell, const Error &error);

    std::shared_ptr<shell::Shell> m_first;
    int m_firstRunning = 0;
    QList<Endpoint> m_further;
    QList<Opening> m_openings;
    QList<Error> m_problems;
    QList<std::shared_ptr<Question>> m_questions;
};

} // namespace kakuin::connection

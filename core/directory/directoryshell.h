// SPDX-License-Identifier: MIT
#pragma once

#include "core/directory/directoryreader.h"
#include "core/shell/directoryquery.h"
#include "core/shell/shell.h"

namespace kakuin::directory {

/// A shell that answers the one question that Exchange's PowerShell cannot, the article's Get-ADObject about a server's
/// internal transport certificate, from a directory. Everything else goes to the shell inside.
/// Shape:   as the Active Directory module answers: one object. A shell that has Get-ADObject is asked first; only
///          where it says that there is no such cmdlet, the directory is. Questions that wait together share one
///          search; none shares one that began before it was asked, because a change may lie between.
/// Errors:  those of the source, for every question; of one server: ServerNotFound when the directory has no such
///          server below the question's -SearchBase, DirectoryValueMissing, MalformedCertificate, UnexpectedOutput.
///          Then invoke() fails: the role is not known, which no object could say.
/// Threads: the thread of the object.
class DirectoryShell final : public shell::Shell {
    Q_OBJECT
public:
    DirectoryShell(std::shared_ptr<shell::Shell> inner, DirectorySource source, QObject *parent = nullptr);
    ~DirectoryShell() override;

    [[nodiscard]] shell::ShellDescription description() const override { return m_inner->description(); }
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override { return m_inner->clock(); }
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr) override;
    [[nodiscard]] bool offers(const QString &cmdlet) const override;
    [[nodiscard]] QList<Error> problems() const override { return m_inner->problems(); }

private:
    using Promise = std::shared_ptr<QPromise<Result<shell::PipelineOutput>>>;
    struct Question final {
        shell::DirectoryQuestion asked;
        Promise promise;
        QFuture<Result<shell::PipelineOutput>> inside = {}; ///< of the shell inside, where that is asked first
    };
    void askInner(const shell::Pipeline &pipeline, Question question);
    void ask(const Question &question);
    void schedule();
    void drop(const Promise &promise);
    void search();
    void finish(const Result<QList<DirectoryServer>> &servers);

    std::shared_ptr<shell::Shell> m_inner;
    DirectorySource m_source;
    QList<Question> m_waiting;
    QList<Question> m_running;
    QList<Question> m_inside; ///< the inner shell is asked first
    QFuture<Result<QList<DirectoryServer>>> m_search;
    bool m_isSearching = false;
    bool m_isScheduled = false;
};

} // namespace kakuin::directory

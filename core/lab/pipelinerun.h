// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletcontext.h"
#include "core/shell/pipeline.h"
#include "core/shell/prompt.h"

#include <atomic>

namespace kakuin::lab {

/// One pipeline on its way through the practice organisation: goes on until it ends or asks.
/// Shape:  proceed() runs until the next question or the end; answer() continues. In between, other pipelines may run.
///         Yes to All and No to All hold for the cmdlet that asked, until this pipeline's end.
/// Source: about_Pipelines; ShouldProcess and ShouldContinue of PowerShell.
class PipelineRun final {
public:
    /// A question to bring to the person, or the end.
    using Turn = std::variant<shell::Prompt, Result<shell::PipelineOutput>>;
    /// The organisation that it runs in.
    class Host {
    public:
        Host() = default;
        virtual ~Host() = default;
        Q_DISABLE_COPY_MOVE(Host)
        [[nodiscard]] virtual const LabState &state() const = 0;
        /// Writes the draft to the file; only then it is the state.
        [[nodiscard]] virtual Result<void> commit(const LabState &draft) = 0;
        [[nodiscard]] virtual QDateTime nowUtc() const = 0;
        /// What New-ExchangeCertificate uses: a key of its own, and a random serial number.
        [[nodiscard]] virtual Result<CertificateMaterial> material(int bits);
    };

    PipelineRun(shell::Pipeline pipeline, const QString &culture, std::shared_ptr<const std::atomic_bool> isCancelled);

    [[nodiscard]] Turn proceed(Host &host);
    /// The index of the choice, or the error with which the pipeline ends (PromptStopped, PromptRefused).
    [[nodiscard]] Turn answer(Host &host, const Result<int> &choice);

private:
    struct Stage {
        BoundCmdlet bound;
        QList<Produced> input;
        qsizetype next = 0;
        std::optional<bool> toAll;
    };

    [[nodiscard]] std::optional<Turn> bindAll(const LabState &state);
    [[nodiscard]] std::optional<Turn> nextRecord(Host &host);
    [[nodiscard]] std::optional<Turn> take(Host &host, Stage &stage, const std::function<Outcome(CmdletContext &)> &f);
    [[nodiscard]] bool bindInput(CmdletContext &context, BoundCmdlet &bound) const;
    [[nodiscard]] bool keep(Stage &stage, const CmdletContext::Written &written);
    [[nodiscard]] shell::Prompt promptFor(const Stage &stage, const Question &question) const;
    [[nodiscard]] Stage &stage() { return m_stages[m_index]; }
    [[nodiscard]] bool isLast() const { return m_index + 1 == m_stages.size(); }

    shell::Pipeline m_pipeline;
    LabTexts m_texts;
    std::shared_ptr<const std::atomic_bool> m_isCancelled;
    bool m_isBound = false;
    QList<Stage> m_stages;
    qsizetype m_index = 0;
    std::optional<BoundCmdlet> m_record; ///< the parameters of the record under way, input included
    std::optional<Produced> m_input;
    std::optional<Question> m_question;
    domain::ServerId m_contacted;
    bool m_hasChanged = false; ///< a cmdlet has changed that server
    shell::PipelineOutput m_output;
};

} // namespace kakuin::lab

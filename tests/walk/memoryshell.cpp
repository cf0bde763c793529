// SPDX-License-Identifier: MIT
#include "tests/walk/memoryshell.h"

#include "core/base/whendone.h"
#include "core/lab/cmdletdefinition.h"
#include "core/lab/servicelets.h"
#include "tests/walk/walkorganisation.h"

#include <QtCore/QTimer>

namespace kakuin::walk {

using shell::PipelineOutput;

struct MemoryShell::Run final {
    lab::PipelineRun run;
    std::shared_ptr<shell::PromptHandler> prompts;
    QPromise<Result<PipelineOutput>> promise;
};

MemoryShell::MemoryShell(lab::LabState state, const QDateTime &nowUtc)
    : m_state(std::move(state))
    , m_clock(std::make_shared<testkit::FakeClock>(nowUtc))
{
}

MemoryShell::~MemoryShell() = default;

shell::ShellDescription MemoryShell::description() const
{
    return {shell::ShellDescription::Kind::Lab, m_state.organisation.name, false, {}, {}};
}

bool MemoryShell::offers(const QString &cmdlet) const
{
    return lab::findCmdlet(cmdlet) != nullptr;
}

Result<void> MemoryShell::commit(const lab::LabState &draft)
{
    m_state = draft;
    return {};
}

void MemoryShell::advance(std::chrono::seconds by)
{
    m_clock->advance(by);
    lab::catchUp(m_state, m_clock->nowUtc());
}

Result<lab::CertificateMaterial> MemoryShell::material(int)
{
    return storedKeys().transform([this](const QList<x509::PrivateKey> &keys) {
        const quint32 number = m_made++;
        return lab::CertificateMaterial{
            keys.at(number % usualKeys), QByteArray::fromHex(QByteArray::number(0x20000000 + number, 16))};
    });
}

QFuture<Result<PipelineOutput>> MemoryShell::invoke(
    const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts)
{
    const auto run = std::shared_ptr<Run>(new Run{{pipeline, QStringLiteral("en-US"), nullptr}, prompts, {}});
    run->promise.start();
    QTimer::singleShot(0, this, [this, run] { take(run, run->run.proceed(*this)); });
    return run->promise.future();
}

void MemoryShell::take(const std::shared_ptr<Run> &run, const lab::PipelineRun::Turn &turn)
{
    const auto *prompt = std::get_if<shell::Prompt>(&turn);
    if (prompt == nullptr) {
        run->promise.addResult(std::get<Result<PipelineOutput>>(turn));
        run->promise.finish();
        return;
    }
    const auto answer = [this, run](const Result<int> &choice) { take(run, run->run.answer(*this, choice)); };
    if (!run->prompts) {
        answer(fail(ErrorCode::PromptRefused, prompt->server.name()));
        return;
    }
    whenDone(run->prompts->ask(*prompt), this, [answer](const Result<shell::PromptAnswer> &given) {
        answer(given && given->choice ? Result<int>(*given->choice) : fail(ErrorCode::PromptStopped));
    });
}

} // namespace kakuin::walk

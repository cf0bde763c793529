// SPDX-License-Identifier: MIT
// What follows a command: what it returned is kept, and what must hold is read back.
#include "core/plan/checkoutcome.h"
#include "core/plan/planrunner_p.h"

namespace kakuin::plan {

using shell::PipelineOutput;

namespace {

// What is written to the directory may be read back from another domain controller a moment later
bool readsDirectory(Check::Kind kind)
{
    switch (kind) {
    case Check::Kind::InternalTransportIs:
    case Check::Kind::AuthNextIs:
    case Check::Kind::AuthCurrentIs:
    case Check::Kind::AuthPreviousIsEmpty:
        return true;
    case Check::Kind::CertificatePresent:
    case Check::Kind::CertificateAbsent:
    case Check::Kind::PfxHoldsCertificate:
        break;
    }
    return false;
}

} // namespace

void PlanRunner::Private::verify(qsizetype check, int read)
{
    const QList<Check> &checks = step().checks;
    while (check < checks.size() && !applies(checks.at(check), q->m_steps))
        ++check;
    if (check == checks.size()) {
        endStep(StepState::Succeeded, std::nullopt);
        return;
    }
    if (isAborted) {
        fail({ErrorCode::Cancelled, step().server.name(), {}});
        return;
    }
    if (checks.at(check).kind == Check::Kind::PfxHoldsCertificate) {
        verifyFile(check);
        return;
    }
    const auto command = resolved(checks.at(check).command);
    const bool isConcerned = concernsCertificate(checks.at(check).kind);
    if (!command || (isConcerned && thumbprintOf(checks.at(check).certificate).isNull())) {
        fail(command ? Error{ErrorCode::LateValueMissing, step().server.name(), {}} : command.error());
        return;
    }
    // nobody answers questions here: a check reads
    running = context.shell->invoke(*command);
    whenDone(*running, q,
        [this, check, read](Result<PipelineOutput> result) { checkEnded(check, read, std::move(result)); });
}

void PlanRunner::Private::verifyFile(qsizetype check)
{
    opening = openPfxFile(step().file, context.password);
    whenDone(*opening, q, [this, check](const Result<PfxSummary> &found) {
        opening.reset();
        const domain::Thumbprint expected = thumbprintOf(step().checks.at(check).certificate);
        if (!found)
            fail(found.error());
        else if (found->facts.thumbprint != expected || !found->hasKey)
            fail({ErrorCode::VerificationFailed, step().file,
                QStringLiteral("expected=%1 found=%2").arg(expected.toString(), found->facts.thumbprint.toString())});
        else
            verify(check + 1, 1);
    });
}

Result<void> PlanRunner::Private::keepFile(const PipelineOutput &output)
{
    if (step().kind != StepKind::ExportCertificate)
        return {};
    const QByteArray bytes = fileDataIn(output);
    if (bytes.isEmpty())
        return tl::unexpected<Error>(Error{ErrorCode::UnexpectedOutput, step().server.name(), {}});
    fileData.insert(step().number, bytes);
    if (step().file.isEmpty())
        return {};
    return writePfxFile(step().file, bytes);
}

void PlanRunner::Private::checkEnded(qsizetype check, int read, Result<PipelineOutput> result)
{
    running.reset();
    const Check &expected = step().checks.at(check);
    const Result<void> outcome = std::move(result).and_then(
        [&](const PipelineOutput &output) { return outcomeOf(expected, thumbprintOf(expected.certificate), output); });
    if (outcome) {
        verify(check + 1, 1);
        return;
    }
    const bool mayLag = readsDirectory(expected.kind) && outcome.error().code == ErrorCode::VerificationFailed
        && read < context.directoryReads;
    if (!mayLag || isAborted) {
        fail(outcome.error());
        return;
    }
    pause.disconnect();
    QObject::connect(&pause, &QTimer::timeout, q, [this, check, read] { verify(check, read + 1); });
    pause.start(context.directoryPause);
}

} // namespace kakuin::plan

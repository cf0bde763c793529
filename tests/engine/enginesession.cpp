// SPDX-License-Identifier: MIT
#include "enginesession.h"

#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"

#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

#include <QtTest/QTest>

namespace kakuin::testkit {

namespace {

QString pwsh()
{
    return QStandardPaths::findExecutable(QStringLiteral("pwsh"));
}

} // namespace

QStringList EngineOutcome::outputTexts() const
{
    QStringList all;
    for (const clixml::Value &value : outputs)
        all.append(value.text());
    return all;
}

bool EngineSession::isPwsh()
{
    return qEnvironmentVariable("KAKUIN_ENGINE_SERVER") == QLatin1String("pwsh");
}

int EngineSession::requirement()
{
    if (!isPwsh())
        return EngineJudge::requirement();
    return requireInstalled(!pwsh().isEmpty(), "KAKUIN_REQUIRE_PWSH", "pwsh");
}

// What the judge does with its scripts before it serves.
Result<void> EngineSession::define(const QString &file)
{
    QFile script(file);
    if (!script.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotFound, file);
    const psrp::Command source{QString::fromUtf8(script.readAll()), true, false, {}};
    const EngineOutcome outcome = run(psrp::PipelineRequest{{source}, false});
    if (!outcome.isCompleted() || !outcome.errors.isEmpty())
        return fail(ErrorCode::UnexpectedOutput, file, QStringLiteral("pwsh does not take it"));
    return {};
}

remote::ProcessTransport::Command EngineSession::command(const QStringList &scripts)
{
    if (isPwsh())
        return {pwsh(), {QStringLiteral("-NoLogo"), QStringLiteral("-NoProfile"), QStringLiteral("-s")}};
    return {EngineJudge::dotnet(), QStringList{EngineJudge::judgePath(), QStringLiteral("--serve")} + scripts};
}

QString EngineSession::script(const char *name)
{
    return QStringLiteral(KAKUIN_SOURCE_DIR "/tests/engine/") + QString::fromLatin1(name);
}

Result<void> EngineSession::open(remote::RemoteSession::Options options, const remote::TransportFactory &transport)
{
    const remote::TransportFactory stdio = [](psrp::RunspacePool &pool) {
        return std::make_unique<remote::ProcessTransport>(command({script("remoting.ps1")}), pool);
    };
    m_session = std::make_unique<remote::RemoteSession>(transport ? transport : stdio, options);
    std::optional<Error> error;
    QObject::connect(m_session.get(), &remote::RemoteSession::ended, m_session.get(),
        [&error](const std::optional<Error> &why) { error = why; });
    m_session->open();
    (void)QTest::qWaitFor([this] { return m_session->isOpen() || m_session->hasEnded(); }, foreignPatienceMs);
    QObject::disconnect(m_session.get(), &remote::RemoteSession::ended, m_session.get(), nullptr);
    if (error)
        return tl::unexpected<Error>(*error);
    if (!m_session->isOpen())
        return fail(ErrorCode::Internal, {}, QStringLiteral("not open in time"));
    return isPwsh() && !transport ? define(script("remoting.ps1")) : Result<void>();
}

void EngineSession::close()
{
    if (!m_session)
        return;
    m_session->close();
    (void)QTest::qWaitFor([this] { return m_session->hasEnded(); }, foreignPatienceMs);
    m_session.reset();
}

EngineRun EngineSession::start(const psrp::PipelineRequest &request, const Answers &answers)
{
    using remote::RemotePipeline;
    EngineRun run{m_session->run(request), std::make_shared<EngineOutcome>()};
    RemotePipeline *pipeline = run.pipeline.get();
    const auto outcome = run.outcome;
    const auto on = [pipeline](auto signal, auto f) { QObject::connect(pipeline, signal, pipeline, f); };
    on(&RemotePipeline::output, [outcome](const clixml::Value &value) { outcome->outputs.append(value); });
    on(&RemotePipeline::errorWritten, [outcome](const psrp::ErrorRecord &r) { outcome->errors.append(r); });
    on(&RemotePipeline::textWritten, [outcome](const psrp::TextWritten &t) { outcome->texts.append(t); });
    on(&RemotePipeline::progressed, [outcome](const psrp::ProgressRecord &r) { outcome->progress.append(r); });
    on(&RemotePipeline::informationWritten,
        [outcome](const psrp::InformationRecord &r) { outcome->information.append(r); });
    on(&RemotePipeline::outputLost, [outcome](const Error &error) { outcome->lost.append(error.detail); });
    on(&RemotePipeline::finished, [outcome](const psrp::PipelineEnded &end) { outcome->end = end; });
    on(&RemotePipeline::failed, [outcome](const Error &error, bool hasBegun) {
        outcome->failure = error;
        outcome->hadBegun = hasBegun;
    });
    on(&RemotePipeline::hostCalled, [outcome, answers, pipeline](const psrp::HostCall &call) {
        outcome->calls.append(call);
        const auto reply = answers && !call.isVoid() ? answers(call) : std::nullopt;
        if (reply && !pipeline->answer(call, *reply))
            outcome->lost.append(QStringLiteral("an answer was not taken"));
    });
    return run;
}

EngineOutcome EngineSession::run(const psrp::PipelineRequest &request, const Answers &answers)
{
    const EngineRun run = start(request, answers);
    (void)QTest::qWaitFor([&run] { return run.outcome->isOver(); }, foreignPatienceMs);
    return *run.outcome;
}

EngineOutcome EngineSession::run(const QString &cmdlet, const QList<psrp::Command::Parameter> &parameters)
{
    return run(psrp::PipelineRequest{{psrp::Command{cmdlet, false, {}, parameters}}, false});
}

psrp::PipelineRequest pipe(const QStringList &cmdlets)
{
    psrp::PipelineRequest request;
    for (const QString &cmdlet : cmdlets)
        request.commands.append(psrp::Command{cmdlet, false, {}, {}});
    return request;
}

QStringList awkwardTexts()
{
    using namespace Qt::StringLiterals;
    QString controls = u"tab\tnewline\nreturn\rnul@bell\u0007del\u007Fc1\u0085"_s;
    controls.replace(u'@', QChar(u'\0'));
    return {u"a_x000A_b"_s, controls, u"pair 𠮟 lone "_s + QChar(ushort(0xD800)) + u" end"_s,
        u"_X0041_ _x41_ _x00041_"_s, u"<&>`\""_s, QString(2, QChar::ReplacementCharacter), QString(),
        u" leading and trailing "_s, u"日本語：内部トランスポート証明書"_s};
}

psrp::PipelineRequest scriptRequest(const QString &text)
{
    return {{psrp::Command{text, true, {}, {}}}, false};
}

} // namespace kakuin::testkit

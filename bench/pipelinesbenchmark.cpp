// SPDX-License-Identifier: MIT
#include "bench/bareengine.h"
#include "bench/benchmarks.h"
#include "bench/eventturn.h"
#include "core/remote/processtransport.h"
#include "core/remote/remotesession.h"

#include <QtCore/QFileInfo>

#include <cstdio>

namespace kakuin::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int fullPipelinesSize = 500;
constexpr int pipelinesRepetitions = 5;
const QString script = u"1"_s; // the least that a pipeline can do

/// Builds Microsoft's engine for tests where it is not built yet; empty without .NET.
QString judge()
{
    const QString dotnet = QStringLiteral(KAKUIN_DOTNET);
    const QString built = QStringLiteral(KAKUIN_ENGINE_OUTPUT "/bin/KakuinJudge/release/KakuinJudge.dll");
    if (!QFileInfo(dotnet).isExecutable())
        return {};
    if (!QFileInfo::exists(built)) {
        QProcess build;
        build.start(QStringLiteral(KAKUIN_CMAKE),
            {u"-DDOTNET="_s + dotnet,
                QStringLiteral("-DPROJECT=" KAKUIN_SOURCE_DIR "/tests/engine/judge/KakuinJudge.csproj"),
                QStringLiteral("-DOUTPUT=" KAKUIN_ENGINE_OUTPUT), u"-P"_s,
                QStringLiteral(KAKUIN_SOURCE_DIR "/tests/engine/buildjudge.cmake")});
        build.waitForFinished(-1);
    }
    return QFileInfo::exists(built) ? built : QString();
}

std::unique_ptr<remote::RemoteSession> engineSession(const QString &program, const QStringList &arguments)
{
    auto session = std::make_unique<remote::RemoteSession>(
        [&](psrp::RunspacePool &pool) {
            return std::make_unique<remote::ProcessTransport>(
                remote::ProcessTransport::Command{program, arguments}, pool);
        },
        remote::RemoteSession::Options());
    session->open();
    const bool isOver = turnUntil([&session] { return session->isOpen() || session->hasEnded(); });
    return isOver && session->isOpen() ? std::move(session) : nullptr;
}

// One after the other, as a person's commands are: the next begins when the one before has ended.
Result<void> runOurs(remote::RemoteSession &session, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto pipeline = session.run({{psrp::Command{script, true, {}, {}}}, false});
        int outputs = 0;
        QObject::connect(pipeline.get(), &remote::RemotePipeline::output, pipeline.get(), [&outputs] { ++outputs; });
        if (!turnUntil([&pipeline] { return pipeline->hasEnded(); }) || outputs != 1)
            return fail(ErrorCode::UnexpectedOutput, {}, u"a pipeline gave %1 outputs"_s.arg(outputs));
    }
    return {};
}

Result<void> runBare(BareEngine &engine, int count)
{
    for (int i = 0; i < count; ++i) {
        if (const auto ran = engine.run(script); !ran)
            return ran;
    }
    return {};
}

} // namespace

Result<QList<Figure>> measurePipelines()
{
    const QString built = judge();
    if (built.isEmpty()) {
        std::puts("pipelines: skipped, there is no .NET SDK to run Microsoft's engine with");
        return QList<Figure>();
    }
    const QString dotnet = QStringLiteral(KAKUIN_DOTNET);
    const QStringList arguments{built, u"--serve"_s};
    BareEngine bare;
    if (const auto started = bare.start(dotnet, arguments); !started)
        return tl::unexpected<Error>(started.error());
    const auto session = engineSession(dotnet, arguments);
    if (!session)
        return fail(ErrorCode::Internal, dotnet, u"the engine does not open a session"_s);
    QList<Figure> figures;
    for (const int size : {fullPipelinesSize / 10, fullPipelinesSize}) {
        Figure figure{u"pipelines"_s, u"over stdio"_s, u"pipelines/s"_s, size, u"pipelines"_s, {}, Samples{},
            u"engine alone"_s, std::nullopt, {}};
        for (int i = -1; i < pipelinesRepetitions; ++i) { // the first time .NET compiles what it runs
            Result<void> ended;
            const double bareMs = timed([&] { ended = runBare(bare, size); });
            if (!ended)
                return tl::unexpected<Error>(ended.error());
            const double oursMs = timed([&] { ended = runOurs(*session, size); });
            if (!ended)
                return tl::unexpected<Error>(ended.error());
            if (i < 0)
                continue;
            figure.bare->values.append(size * 1e3 / bareMs);
            figure.ours.values.append(size * 1e3 / oursMs);
        }
        figures.append(figure);
    }
    session->close();
    if (!turnUntil([&session] { return session->hasEnded(); }))
        return fail(ErrorCode::Internal, dotnet, u"the engine does not end"_s);
    return figures;
}

} // namespace kakuin::bench

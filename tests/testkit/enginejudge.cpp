// SPDX-License-Identifier: MIT
#include "enginejudge.h"

#include "tests/testkit/await.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

#include <cstdio>

namespace kakuin::testkit {
EngineJudge::~EngineJudge()
{
    if (!m_process)
        return;
    m_process->closeWriteChannel(); // the end of its input is the end of the judge
    if (!m_process->waitForFinished(foreignPatienceMs)) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

QString EngineJudge::dotnet()
{
    return QStringLiteral(KAKUIN_DOTNET);
}

QString EngineJudge::judgePath()
{
    return QStringLiteral(KAKUIN_ENGINE_JUDGE);
}

bool EngineJudge::isBuilt()
{
    return QFileInfo(QStringLiteral(KAKUIN_DOTNET)).isExecutable() && QFileInfo::exists(judgePath());
}

Result<void> EngineJudge::start()
{
    if (!isBuilt())
        return fail(ErrorCode::NotRead, judgePath());
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(QStringLiteral(KAKUIN_DOTNET), {judgePath()});
    if (!m_process->waitForStarted(foreignPatienceMs))
        return fail(ErrorCode::UnexpectedOutput, judgePath(), m_process->errorString());
    return {};
}

Result<QJsonObject> EngineJudge::ask(const QJsonObject &request)
{
    if (!m_process) {
        if (auto started = start(); !started)
            return tl::unexpected<Error>(started.error());
    }
    m_process->write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    while (!m_process->canReadLine()) {
        if (!m_process->waitForReadyRead(foreignPatienceMs))
            return fail(ErrorCode::UnexpectedOutput, judgePath(), m_process->errorString());
    }
    QJsonParseError problem;
    const QJsonDocument answer = QJsonDocument::fromJson(m_process->readLine(), &problem);
    if (!answer.isObject())
        return fail(ErrorCode::UnexpectedOutput, judgePath(), problem.errorString());
    const QString failure = answer[QLatin1String("failure")].toString();
    if (!failure.isEmpty())
        return fail(ErrorCode::UnexpectedOutput, judgePath(), failure);
    return answer.object();
}

} // namespace kakuin::testkit

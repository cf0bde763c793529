// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "tests/testkit/requirement.h"

#include <QtCore/QJsonObject>
#include <QtCore/QProcess>

#include <memory>

namespace kakuin::testkit {

/// Microsoft's own PowerShell engine, certificate classes and NRBF reader, asked as a judge (tests/engine/judge).
/// Shape:   ask({"op": "parse", "script": …}) -> the answer; started at the first question, ended with the object.
/// Errors:  NotRead when the judge is not built; UnexpectedOutput when it does not answer or answers with a failure
///          (detail: its reason).
/// Cost:    about a second to start; it waits, which only tests may.
class EngineJudge final {
public:
    EngineJudge() = default;
    ~EngineJudge();
    Q_DISABLE_COPY_MOVE(EngineJudge)

    /// Whether there is a judge to ask: .NET was found and the test `engine_build` could build it.
    [[nodiscard]] static bool isBuilt();
    /// For KAKUIN_TEST.
    [[nodiscard]] static int requirement()
    {
        return requireInstalled(isBuilt(), "KAKUIN_REQUIRE_ENGINE", "the .NET SDK, or the test engine_build failed");
    }
    /// Where .NET and the judge are, for tests that start it as a server.
    [[nodiscard]] static QString dotnet();
    [[nodiscard]] static QString judgePath();
    [[nodiscard]] Result<QJsonObject> ask(const QJsonObject &request);

private:
    [[nodiscard]] Result<void> start();

    std::unique_ptr<QProcess> m_process;
};

} // namespace kakuin::testkit

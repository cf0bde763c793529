// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

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
    /// Where .NET and the judge are, for tests that start it as a server.
    [[nodiscard]] static QString dotnet();
    [[nodiscard]] static QString judgePath();
    [[nodiscard]] Result<QJsonObject> ask(const QJsonObject &request);

private:
    [[nodiscard]] Result<void> start();

    std::unique_ptr<QProcess> m_process;
};

/// What a test program returns instead of running when there is no judge: ctest shows it as skipped. With
/// KAKUIN_REQUIRE_ENGINE in the environment it counts as a failure.
[[nodiscard]] int missingJudgeExitCode();

} // namespace kakuin::testkit

/// QTEST_GUILESS_MAIN for tests that ask the judge.
#define KAKUIN_ENGINE_TEST_MAIN(Test)                                                                                  \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        if (!kakuin::testkit::EngineJudge::isBuilt())                                                                  \
            return kakuin::testkit::missingJudgeExitCode();                                                            \
        QCoreApplication app(argc, argv);                                                                              \
        Test test;                                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }

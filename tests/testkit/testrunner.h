// SPDX-License-Identifier: MIT
#pragma once

#include "tests/testkit/requirement.h"

#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

#include <vector>

namespace kakuin::testkit {

/// A test class that a test program can run. One program holds the classes of a folder; ctest runs each class in a
/// process of its own: `PROGRAM tst_name [arguments of Qt Test]`. Without a name the program lists what it holds.
/// Shape:  made by KAKUIN_TEST at file scope; main() of testrunner.cpp finds it.
class TestClass final {
public:
    using Main = int (*)(int argc, char **argv);
    /// `file`: __FILE__ of the test; its name without ending is the name of the test.
    TestClass(const char *file, Main main, std::vector<Requirement> requirements);
    Q_DISABLE_COPY_MOVE(TestClass)

    [[nodiscard]] QString name() const;
    /// Runs the class; argv[0] is its name. Returns 0, 1 when functions failed, or what a requirement says (77: skipped).
    [[nodiscard]] int run(int argc, char **argv) const;

    [[nodiscard]] static const std::vector<const TestClass *> &all();

private:
    const char *m_file;
    Main m_main;
    std::vector<Requirement> m_requirements;
};

template <class Application, class Test>
int runTestClass(int argc, char **argv)
{
    const Application application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv) == 0 ? 0 : 1; // the number of failures could be 77
}

} // namespace kakuin::testkit

/// Replaces QTEST_GUILESS_MAIN: KAKUIN_TEST(tst_Name, requirement...).
#define KAKUIN_TEST(Class, ...) KAKUIN_TEST_WITH(QCoreApplication, Class, __VA_ARGS__)

#define KAKUIN_TEST_WITH(Application, Class, ...)                                                                      \
    static const kakuin::testkit::TestClass registered_##Class(                                                        \
        __FILE__, kakuin::testkit::runTestClass<Application, Class>, {__VA_ARGS__});

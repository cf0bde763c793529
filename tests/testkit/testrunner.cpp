// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <cstdio>

namespace kakuin::testkit {

namespace {

constexpr int wrongUse = 2;

std::vector<const TestClass *> &registeredClasses()
{
    static std::vector<const TestClass *> classes;
    return classes;
}

} // namespace

TestClass::TestClass(const char *file, Main main, std::vector<Requirement> requirements)
    : m_file(file)
    , m_main(main)
    , m_requirements(std::move(requirements))
{
    registeredClasses().push_back(this);
}

QString TestClass::name() const
{
    return QFileInfo(QString::fromUtf8(m_file)).completeBaseName();
}

int TestClass::run(int argc, char **argv) const
{
    for (const Requirement requirement : m_requirements) {
        if (const int code = requirement(); code != 0)
            return code;
    }
    // the same on every screen, as Qt Test's own main() does it
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    return m_main(argc, argv);
}

const std::vector<const TestClass *> &TestClass::all()
{
    return registeredClasses();
}

} // namespace kakuin::testkit

int main(int argc, char **argv)
{
    using kakuin::testkit::TestClass;
    const QString wanted = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const auto &all = TestClass::all();
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const TestClass *one) { return one->name() == wanted; });
    if (found != all.end())
        return (*found)->run(argc - 1, argv + 1);
    std::fprintf(stderr, "usage: %s TEST [arguments of Qt Test]; TEST is one of:\n", argv[0]);
    for (const TestClass *one : all)
        std::fprintf(stderr, "  %s\n", qPrintable(one->name()));
    return kakuin::testkit::wrongUse;
}

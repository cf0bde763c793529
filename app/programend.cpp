// SPDX-License-Identifier: MIT
#include "app/programend.h"

#include "core/remote/farewells.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

#include <chrono>

namespace kakuin::app {
namespace {

constexpr std::chrono::seconds farewellTime{5};

} // namespace

int afterFarewells(int exitCode)
{
    using remote::Farewells;
    if (Farewells::instance().isEmpty())
        return exitCode;
    QObject::connect(&Farewells::instance(), &Farewells::allSaid, QCoreApplication::instance(), &QCoreApplication::quit,
        Qt::QueuedConnection);
    QTimer::singleShot(farewellTime, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
    return exitCode;
}

} // namespace kakuin::app

// SPDX-License-Identifier: MIT
#include "app/programend.h"

#include "core/remote/pendingshutdowns.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

#include <chrono>

namespace kakuin::app {
namespace {

constexpr std::chrono::seconds shutdownTime{5};

} // namespace

int afterShutdowns(int exitCode)
{
    using remote::PendingShutdowns;
    if (PendingShutdowns::instance().isEmpty())
        return exitCode;
    QObject::connect(&PendingShutdowns::instance(), &PendingShutdowns::allEnded, QCoreApplication::instance(),
        &QCoreApplication::quit, Qt::QueuedConnection);
    QTimer::singleShot(shutdownTime, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
    return exitCode;
}

} // namespace kakuin::app

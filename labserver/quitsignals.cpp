// SPDX-License-Identifier: MIT
#include "labserver/quitsignals.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#include <thread>
#endif

namespace kakuin::labserver {

void whenAskedToEnd([[maybe_unused]] const std::function<void()> &callback)
{
#ifdef Q_OS_UNIX
    sigset_t asked;
    sigemptyset(&asked);
    sigaddset(&asked, SIGINT);
    sigaddset(&asked, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &asked, nullptr); // the threads that come later inherit it
    std::thread([asked, callback] {
        int which = 0;
        if (sigwait(&asked, &which) == 0)
            callback();
    }).detach();
#endif
}

} // namespace kakuin::labserver

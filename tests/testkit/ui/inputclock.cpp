// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/inputclock.h"

#include "ui/widgets/inputgate.h"
#include "ui/widgets/inputtracker.h"

namespace kakuin::testkit {
namespace {

const std::shared_ptr<FakeClock> &guardClock()
{
    static const auto clock = std::make_shared<FakeClock>();
    return clock;
}

} // namespace

FakeClock &inputClock()
{
    return *guardClock();
}

void passInputTime(std::chrono::milliseconds by)
{
    inputClock().set(inputClock().nowUtc().addMSecs(by.count()));
}

void passQuietTime()
{
    passInputTime(ui::InputGate::quietTime);
}

GuiTestApplication::GuiTestApplication(int &argc, char **argv)
    : QApplication(argc, argv)
{
    ui::InputTracker::ofProgram().setClock(guardClock());
}

} // namespace kakuin::testkit

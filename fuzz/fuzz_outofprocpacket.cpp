// SPDX-License-Identifier: MIT
#include "core/remote/outofprocpacket.h"
#include "fuzz/fuzztarget.h"

using namespace kakuin;

// Whatever is understood can be written in our own way, and means the same.
void fuzzOne(const QByteArray &data)
{
    const auto packet = remote::parsePacket(data);
    if (!packet)
        return;
    const auto again = remote::parsePacket(remote::packetLine(*packet));
    if (!again)
        qFatal("what was written cannot be read: %s", qPrintable(again.error().detail));
    if (*again != *packet)
        qFatal("what was written reads differently");
}

// SPDX-License-Identifier: MIT
#include "core/remote/sealedmessage.h"
#include "fuzz/fuzztarget.h"

using namespace kakuin;

// Whatever is taken apart can be put together in our own way, and comes apart the same.
void fuzzOne(const QByteArray &data)
{
    const auto message = remote::SealedMessage::read(data);
    if (!message)
        return;
    const auto again = remote::SealedMessage::read(message->write(remote::SecurityScheme::Kerberos));
    if (!again)
        qFatal("what was written cannot be read: %s", qPrintable(again.error().detail));
    if (again->header != message->header || again->cipher != message->cipher
        || again->plainBytes != message->plainBytes)
        qFatal("what was written reads differently");
}

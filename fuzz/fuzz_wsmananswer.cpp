// SPDX-License-Identifier: MIT
#include "core/remote/wsmananswer.h"
#include "fuzz/fuzztarget.h"

using namespace kakuin;

void fuzzOne(const QByteArray &data)
{
    const auto answer = remote::parseAnswer(data);
    if (!answer) {
        if (answer.error().detail.isEmpty())
            qFatal("refused without a reason");
        return;
    }
    qsizetype bytes = 0;
    for (const auto &piece : answer->pieces) {
        if (piece.bytes.isEmpty())
            qFatal("an empty piece");
        bytes += piece.bytes.size();
    }
    if (bytes > data.size())
        qFatal("more than there was");
    if (answer->fault && answer->fault->text.size() > 65536)
        qFatal("a fault's text without a bound");
}

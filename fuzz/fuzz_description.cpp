// SPDX-License-Identifier: MIT
#include "core/x509/description.h"
#include "core/x509/reader.h"
#include "fuzz/fuzztarget.h"

using namespace kakuin;

void fuzzOne(const QByteArray &data)
{
    const auto facts = x509::readDer(data);
    const auto description = x509::describe(data);
    if (facts.has_value() && description.has_value() && description->facts.thumbprint != facts->thumbprint)
        qFatal("two readings of one certificate");
}

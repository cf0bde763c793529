// SPDX-License-Identifier: MIT
#include "core/clixml/reader.h"
#include "core/clixml/writer.h"
#include "fuzz/fuzztarget.h"

using namespace kakuin;
using namespace kakuin::clixml;

// What is read can be looked at, written, and is the same when it is read again.
void fuzzOne(const QByteArray &data)
{
    const auto values = Reader().readAll(data);
    if (!values)
        return;
    for (const Value &value : *values) {
        if (value.text().size() < 0 || (value.object() && value.object()->typeName().size() < 0))
            qFatal("a negative size");
    }
    const auto written = writeDocument(*values);
    if (!written)
        return; // deeper through references than a document may be
    const auto back = Reader().readAll(*written);
    if (!back)
        qFatal("what was written cannot be read: %s", qPrintable(back.error().detail));
    if (*back != *values)
        qFatal("what was written reads differently");
}

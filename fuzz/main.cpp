// SPDX-License-Identifier: MIT
#include "fuzz/fuzztarget.h"

#include <cstddef>
#include <cstdint>

// The door that libFuzzer knocks at.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzzOne(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}

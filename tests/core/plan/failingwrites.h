// SPDX-License-Identifier: MIT
#pragma once

namespace kakuin::testkit {

/// What happens at the n-th call by which SQLite changes a file (pwrite, ftruncate, fdatasync) in this process.
enum class WriteFault {
    None,
    Kill, ///< half of the bytes are written, then the process ends as by kill -9
    Full, ///< the disk is full from then on: nothing is written any more
};
/// Counts from 1; takes the place of libc's functions for the whole program (Linux).
void failWrite(WriteFault fault, int n);
/// How many such calls have failed.
[[nodiscard]] int failedWrites();

} // namespace kakuin::testkit

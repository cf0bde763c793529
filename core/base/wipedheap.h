// SPDX-License-Identifier: MIT
#pragma once

namespace kakuin {

/// Whether this build overwrites heap memory when it is freed: malloc, free and their relatives are then replaced for the
/// whole process, so that copies made by Qt, libcurl, OpenSSL, Kerberos or LDAP are wiped as well as our own.
/// Only with glibc, and not under sanitizers or fuzzers, which replace the same functions.
/// Source: The GNU C Library manual, 3.2.5 "Replacing malloc".
[[nodiscard]] bool wipesFreedMemory();

} // namespace kakuin

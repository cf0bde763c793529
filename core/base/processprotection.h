// SPDX-License-Identifier: MIT
#pragma once

namespace kakuin {

/// Keeps the memory of this process from files and from other processes of the same user: no core dump is written, and
/// no debugger may attach. Programs that this one starts inherit that they write no core dumps. To be called before anything secret is read. A process with the system's debugging
/// privilege (root, Administrator) is not stopped.
/// Errors: false where the system refuses.
/// Source: setrlimit(2) RLIMIT_CORE, prctl(2) PR_SET_DUMPABLE; as KeePassXC does.
[[nodiscard]] bool protectProcess();

/// Removes from the environment what makes TLS libraries write the keys of connections to a file or to the terminal:
/// SSLKEYLOGFILE (libcurl, GnuTLS, programs that are started), GNUTLS_DEBUG_LEVEL. To be called before there are threads
/// and before the first connection.
void ignoreTlsKeyLogs();

} // namespace kakuin

// SPDX-License-Identifier: MIT
#pragma once

#include <lber.h>

#include "core/base/deadlinesocket.h"
#include "core/directory/sealedstream.h"

namespace kakuin::directory {

/// The two layers that we put below the library's messages: the socket at the bottom, TLS (the library's) above it, and
/// on top what Kerberos protects. The objects outlive the library's handle.
[[nodiscard]] bool addSocketLayer(Sockbuf *buffer, DeadlineSocket *socket);
[[nodiscard]] bool addSealingLayer(Sockbuf *buffer, SealedStream *stream);

} // namespace kakuin::directory

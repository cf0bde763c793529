// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace kakuin::fuzz {

/// Inputs for the targets that read what servers say, made by the test kit's server.
[[nodiscard]] QList<QByteArray> fragmentSeeds();
[[nodiscard]] QList<QByteArray> messageSeeds();
[[nodiscard]] QList<QByteArray> packetSeeds();
[[nodiscard]] QList<QByteArray> answerSeeds();
/// Encrypted bodies, in our spelling and in Exchange's.
[[nodiscard]] QList<QByteArray> sealedSeeds();

} // namespace kakuin::fuzz

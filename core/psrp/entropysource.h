// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/sessionkey.h"

#include <QtCore/QUuid>

namespace kakuin::psrp {

/// Where ids and keys come from, so that a recorded session can be played again with its own.
class EntropySource {
public:
    EntropySource() = default;
    virtual ~EntropySource() = default;
    Q_DISABLE_COPY_MOVE(EntropySource)

    [[nodiscard]] virtual QUuid newId() = 0;
    [[nodiscard]] virtual Result<std::shared_ptr<const KeyExchange>> newKeyExchange() = 0;
};

/// The real one.
class SystemEntropy final : public EntropySource {
public:
    [[nodiscard]] QUuid newId() override { return QUuid::createUuid(); }
    [[nodiscard]] Result<std::shared_ptr<const KeyExchange>> newKeyExchange() override
    {
        return KeyExchange::generate();
    }
};

} // namespace kakuin::psrp

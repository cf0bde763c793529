// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QUuid>

namespace kakuin::remote {

/// One line of the framing in which PowerShell speaks PSRP over stdio, pipes and SSH.
/// Shape:  <Data Stream='Default' PSGuid='…'>base64</Data>, <DataAck PSGuid='…' />, …; ids in lower case, zeros for the
///         session, exactly these attributes in this order: the other end compares text.
/// Source: OutOfProcTransportManager of PowerShell; MS-PSRP has no section for it.
struct OutOfProcPacket final {
    enum class Kind { Data, DataAck, Command, CommandAck, Signal, SignalAck, Close, CloseAck };
    Kind kind = Kind::Data;
    QUuid id; ///< null: the session
    bool isPromptResponse = false; ///< of Data
    QByteArray data; ///< of Data: fragments
    friend bool operator==(const OutOfProcPacket &, const OutOfProcPacket &) = default;
};

/// Without its line end. Errors: UnexpectedOutput for anything else than such a line.
[[nodiscard]] Result<OutOfProcPacket> parsePacket(const QByteArray &line);
/// With its line end.
[[nodiscard]] QByteArray packetLine(const OutOfProcPacket &packet);

} // namespace kakuin::remote

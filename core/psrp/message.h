// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/value.h"

namespace kakuin::psrp {

inline constexpr qsizetype messageHeaderBytes = 40;

/// Source: MS-PSRP 2.2.1.
enum class MessageType : quint32 {
    SessionCapability = 0x00010002,
    InitRunspacePool = 0x00010004,
    PublicKey = 0x00010005,
    EncryptedSessionKey = 0x00010006,
    PublicKeyRequest = 0x00010007,
    ConnectRunspacePool = 0x00010008,
    SetMaxRunspaces = 0x00021002,
    SetMinRunspaces = 0x00021003,
    RunspaceAvailability = 0x00021004,
    RunspacePoolState = 0x00021005,
    CreatePipeline = 0x00021006,
    GetAvailableRunspaces = 0x00021007,
    UserEvent = 0x00021008,
    ApplicationPrivateData = 0x00021009,
    GetCommandMetadata = 0x0002100A,
    RunspacePoolInitData = 0x0002100B,
    ResetRunspaceState = 0x0002100C,
    RunspacePoolHostCall = 0x00021100,
    RunspacePoolHostResponse = 0x00021101,
    PipelineInput = 0x00041002,
    EndOfPipelineInput = 0x00041003,
    PipelineOutput = 0x00041004,
    ErrorRecord = 0x00041005,
    PipelineState = 0x00041006,
    DebugRecord = 0x00041007,
    VerboseRecord = 0x00041008,
    WarningRecord = 0x00041009,
    ProgressRecord = 0x00041010,
    InformationRecord = 0x00041011,
    PipelineHostCall = 0x00041100,
    PipelineHostResponse = 0x00041101,
};

/// "PIPELINE_OUTPUT"; for numbers that MS-PSRP does not name, "0x00041012". For logs and error details.
[[nodiscard]] QString nameOf(MessageType type);

enum class Destination : quint32 { Client = 1, Server = 2 };

/// One message: who it is for, what it is, the pool and pipeline it belongs to, and CLIXML as UTF-8 (may be empty).
/// Unknown types are kept as their number: newer servers may send more.
/// Source: MS-PSRP 2.2.1.
struct Message final {
    Destination destination = Destination::Server;
    MessageType type = MessageType::SessionCapability;
    QUuid pool; ///< null in some messages of real servers
    QUuid pipeline; ///< null for messages of the pool
    QByteArray data;
    friend bool operator==(const Message &, const Message &) = default;
};

/// Errors: UnexpectedOutput when it is shorter than a header or for nobody.
[[nodiscard]] Result<Message> decodeMessage(const QByteArray &bytes);
[[nodiscard]] QByteArray encodeMessage(const Message &message);

/// The one CLIXML value of a message, with or without a byte order mark; null for a message without data.
/// Errors: those of clixml::Reader; UnexpectedOutput for several values.
[[nodiscard]] Result<clixml::Value> valueOf(const Message &message);

} // namespace kakuin::psrp

// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/message.h"

#include <array>

namespace kakuin::fuzz {

/// One thing that a server says in an input of fuzz_message, and what the client does about it.
/// Shape:  in an input two bytes and a text that ends with a zero byte (CLIXML has none), one after the other: whatever
///         the fuzzer changes, leaves out or doubles, the rest still says something.
struct ServerWord final {
    enum class Channel { Pool, First, Second, Unknown };
    enum class Reaction { None, Choice, Line, Secret, Fields, Refusal, Credential, AskForKey };
    psrp::MessageType type = psrp::MessageType::SessionCapability;
    Channel channel = Channel::Pool;
    Reaction reaction = Reaction::None;
    bool isForAnother = false; ///< the message names another pipeline than the channel's
    bool isKey = false; ///< the body is replaced by a session key for the client's key pair
    bool isRaw = false; ///< the body is no message: fragments, cut anywhere
    QByteArray body;
};

// every type there is, in either direction, and one that there is not
inline constexpr std::array wordTypes{psrp::MessageType::SessionCapability, psrp::MessageType::RunspacePoolState,
    psrp::MessageType::ApplicationPrivateData, psrp::MessageType::EncryptedSessionKey,
    psrp::MessageType::PublicKeyRequest, psrp::MessageType::RunspacePoolHostCall,
    psrp::MessageType::RunspaceAvailability, psrp::MessageType::RunspacePoolInitData, psrp::MessageType::UserEvent,
    psrp::MessageType::PipelineOutput, psrp::MessageType::ErrorRecord, psrp::MessageType::WarningRecord,
    psrp::MessageType::VerboseRecord, psrp::MessageType::DebugRecord, psrp::MessageType::ProgressRecord,
    psrp::MessageType::InformationRecord, psrp::MessageType::PipelineState, psrp::MessageType::PipelineHostCall,
    psrp::MessageType::CreatePipeline, psrp::MessageType::InitRunspacePool, psrp::MessageType::PublicKey,
    psrp::MessageType::PipelineInput, psrp::MessageType::PipelineHostResponse,
    static_cast<psrp::MessageType>(0x00041012)};

inline QList<ServerWord> serverWords(const QByteArray &input)
{
    QList<ServerWord> words;
    for (qsizetype at = 0; at + 2 <= input.size();) {
        const auto type = static_cast<quint8>(input.at(at));
        const auto how = static_cast<quint8>(input.at(at + 1));
        qsizetype end = input.indexOf('\0', at + 2);
        end = end < 0 ? input.size() : end;
        ServerWord word;
        word.type = wordTypes[type % wordTypes.size()];
        word.channel = static_cast<ServerWord::Channel>(how & 3);
        word.reaction = static_cast<ServerWord::Reaction>((how >> 2) & 7);
        word.isForAnother = (how & 32) != 0;
        word.isKey = (how & 64) != 0;
        word.isRaw = (how & 128) != 0;
        word.body = input.sliced(at + 2, end - at - 2);
        words.append(word);
        at = end + 1;
    }
    return words;
}

/// As serverWords() reads it. The body of a raw word ends at its first zero byte.
inline QByteArray inputOf(const QList<ServerWord> &words)
{
    QByteArray input;
    for (const ServerWord &word : words) {
        const auto type = std::find(wordTypes.begin(), wordTypes.end(), word.type);
        input += static_cast<char>(type - wordTypes.begin());
        input += static_cast<char>(static_cast<int>(word.channel) | (static_cast<int>(word.reaction) << 2)
            | (word.isForAnother ? 32 : 0) | (word.isKey ? 64 : 0) | (word.isRaw ? 128 : 0));
        input += word.body + '\0';
    }
    return input;
}

} // namespace kakuin::fuzz

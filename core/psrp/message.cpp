// SPDX-License-Identifier: MIT
#include "core/psrp/message.h"

#include "core/clixml/reader.h"

#include <QtCore/QtEndian>

namespace kakuin::psrp {
namespace {

// .NET's order: the first three groups little-endian, the rest as they are read.
QUuid guidAt(const char *bytes)
{
    QUuid id;
    id.data1 = qFromLittleEndian<quint32>(bytes);
    id.data2 = qFromLittleEndian<quint16>(bytes + 4);
    id.data3 = qFromLittleEndian<quint16>(bytes + 6);
    std::copy_n(bytes + 8, 8, id.data4);
    return id;
}

void putGuid(const QUuid &id, char *to)
{
    qToLittleEndian<quint32>(id.data1, to);
    qToLittleEndian<quint16>(id.data2, to + 4);
    qToLittleEndian<quint16>(id.data3, to + 6);
    std::copy_n(id.data4, 8, to + 8);
}

struct TypeName final {
    MessageType type;
    const char *name;
};
constexpr TypeName typeNames[] = {
    {MessageType::SessionCapability, "SESSION_CAPABILITY"},
    {MessageType::InitRunspacePool, "INIT_RUNSPACEPOOL"},
    {MessageType::PublicKey, "PUBLIC_KEY"},
    {MessageType::EncryptedSessionKey, "ENCRYPTED_SESSION_KEY"},
    {MessageType::PublicKeyRequest, "PUBLIC_KEY_REQUEST"},
    {MessageType::ConnectRunspacePool, "CONNECT_RUNSPACEPOOL"},
    {MessageType::SetMaxRunspaces, "SET_MAX_RUNSPACES"},
    {MessageType::SetMinRunspaces, "SET_MIN_RUNSPACES"},
    {MessageType::RunspaceAvailability, "RUNSPACE_AVAILABILITY"},
    {MessageType::RunspacePoolState, "RUNSPACEPOOL_STATE"},
    {MessageType::CreatePipeline, "CREATE_PIPELINE"},
    {MessageType::GetAvailableRunspaces, "GET_AVAILABLE_RUNSPACES"},
    {MessageType::UserEvent, "USER_EVENT"},
    {MessageType::ApplicationPrivateData, "APPLICATION_PRIVATE_DATA"},
    {MessageType::GetCommandMetadata, "GET_COMMAND_METADATA"},
    {MessageType::RunspacePoolInitData, "RUNSPACEPOOL_INIT_DATA"},
    {MessageType::ResetRunspaceState, "RESET_RUNSPACE_STATE"},
    {MessageType::RunspacePoolHostCall, "RUNSPACEPOOL_HOST_CALL"},
    {MessageType::RunspacePoolHostResponse, "RUNSPACEPOOL_HOST_RESPONSE"},
    {MessageType::PipelineInput, "PIPELINE_INPUT"},
    {MessageType::EndOfPipelineInput, "END_OF_PIPELINE_INPUT"},
    {MessageType::PipelineOutput, "PIPELINE_OUTPUT"},
    {MessageType::ErrorRecord, "ERROR_RECORD"},
    {MessageType::PipelineState, "PIPELINE_STATE"},
    {MessageType::DebugRecord, "DEBUG_RECORD"},
    {MessageType::VerboseRecord, "VERBOSE_RECORD"},
    {MessageType::WarningRecord, "WARNING_RECORD"},
    {MessageType::ProgressRecord, "PROGRESS_RECORD"},
    {MessageType::InformationRecord, "INFORMATION_RECORD"},
    {MessageType::PipelineHostCall, "PIPELINE_HOST_CALL"},
    {MessageType::PipelineHostResponse, "PIPELINE_HOST_RESPONSE"},
};

} // namespace

QString nameOf(MessageType type)
{
    for (const TypeName &known : typeNames) {
        if (known.type == type)
            return QString::fromLatin1(known.name);
    }
    return QStringLiteral("0x%1").arg(static_cast<quint32>(type), 8, 16, QLatin1Char('0'));
}

Result<Message> decodeMessage(const QByteArray &bytes)
{
    if (bytes.size() < messageHeaderBytes)
        return fail(ErrorCode::UnexpectedOutput, {}, QStringLiteral("message of %1 bytes").arg(bytes.size()));
    const auto destination = qFromLittleEndian<quint32>(bytes.constData());
    if (destination != static_cast<quint32>(Destination::Client)
        && destination != static_cast<quint32>(Destination::Server))
        return fail(ErrorCode::UnexpectedOutput, {}, QStringLiteral("message for destination %1").arg(destination));
    Message message;
    message.destination = static_cast<Destination>(destination);
    message.type = static_cast<MessageType>(qFromLittleEndian<quint32>(bytes.constData() + 4));
    message.pool = guidAt(bytes.constData() + 8);
    message.pipeline = guidAt(bytes.constData() + 24);
    message.data = bytes.sliced(messageHeaderBytes);
    return message;
}

QByteArray encodeMessage(const Message &message)
{
    QByteArray bytes(messageHeaderBytes, Qt::Uninitialized);
    qToLittleEndian<quint32>(static_cast<quint32>(message.destination), bytes.data());
    qToLittleEndian<quint32>(static_cast<quint32>(message.type), bytes.data() + 4);
    putGuid(message.pool, bytes.data() + 8);
    putGuid(message.pipeline, bytes.data() + 24);
    return bytes + message.data;
}

Result<clixml::Value> valueOf(const Message &message)
{
    if (message.data.isEmpty())
        return clixml::Value();
    const auto values = clixml::Reader().readAll(message.data);
    if (!values)
        return fail(values.error().code, {}, nameOf(message.type) + QStringLiteral(": ") + values.error().detail);
    if (values->size() > 1)
        return fail(ErrorCode::UnexpectedOutput, {}, nameOf(message.type) + QStringLiteral(": several values"));
    return values->isEmpty() ? clixml::Value() : values->constFirst();
}

} // namespace kakuin::psrp

// SPDX-License-Identifier: MIT
#include "core/psrp/messagereader.h"

namespace kakuin::psrp {

using namespace Qt::StringLiterals;

namespace {

// What a document takes in memory: its texts in UTF-16, and what each element becomes. Measured, see decision D111.
constexpr qint64 bytesPerCharacter = 2;
constexpr qint64 bytesPerTag = 60;

qint64 heldBytesOf(const QByteArray &document)
{
    return bytesPerCharacter * document.size() + bytesPerTag * document.count('<');
}

} // namespace

MessageReader::MessageReader(WireLimits limits)
    : m_limits(limits)
    , m_fragments(limits)
{
}

std::optional<Error> MessageReader::countedOver(const Message &message)
{
    const auto tooMany = [](const QString &what, qint64 limit) {
        return Error{ErrorCode::OutputLimitExceeded, {}, u"more than %1 %2"_s.arg(limit).arg(what)};
    };
    if (message.type == MessageType::PipelineOutput && ++m_objects > m_limits.objects)
        return tooMany(u"objects"_s, m_limits.objects);
    if (message.type != MessageType::PipelineOutput && ++m_records > m_limits.records)
        return tooMany(u"records"_s, m_limits.records);
    m_heldBytes += heldBytesOf(message.data);
    if (m_heldBytes > m_limits.heldBytes)
        return tooMany(u"bytes"_s, m_limits.heldBytes);
    return std::nullopt;
}

Reading MessageReader::read(const QByteArray &bytes)
{
    Reading reading;
    if (!m_failure)
        m_fragments.append(bytes);
    while (!m_failure) {
        const auto whole = m_fragments.next();
        if (!whole) {
            m_failure = ReadFailure{whole.error(), m_fragments.evidence()};
        } else if (!*whole) {
            return reading;
        } else if (auto message = decodeMessage(**whole); !message) {
            m_failure = ReadFailure{message.error(), evidenceOf(u"message"_s, **whole, messageHeaderBytes)};
        } else if (const auto over = countedOver(*message)) {
            m_failure = ReadFailure{*over, {}};
        } else {
            auto value = valueOf(*message);
            if (value && message->type == MessageType::PipelineOutput)
                message->data.clear(); // it was read, so it is not needed as evidence
            reading.messages.append({std::move(*message), std::move(value)});
        }
    }
    reading.failure = m_failure;
    return reading;
}

} // namespace kakuin::psrp

// SPDX-License-Identifier: MIT
#include "core/psrp/defragmenter.h"

namespace kakuin::psrp {

Defragmenter::Defragmenter(WireLimits limits)
    : m_limits(limits)
{
}

void Defragmenter::append(const QByteArray &bytes)
{
    if (m_error)
        return;
    if (m_position == m_buffer.size()) {
        m_buffer = bytes;
        m_position = 0;
        return;
    }
    if (m_position > 0) {
        m_buffer.remove(0, m_position);
        m_position = 0;
    }
    m_buffer += bytes;
}

tl::unexpected<Error> Defragmenter::broken(Error error)
{
    m_error = error;
    m_evidence = evidenceOf(QStringLiteral("fragment"), m_buffer.sliced(m_position), fragmentHeaderBytes);
    m_buffer.clear();
    m_message.clear();
    m_position = 0;
    return tl::unexpected<Error>(std::move(error));
}

Result<void> Defragmenter::check(const FragmentHeader &header) const
{
    const auto problem = [&header](const QString &what) {
        return fail(ErrorCode::UnexpectedOutput, {},
            QStringLiteral("fragment %1 of object %2: %3").arg(header.fragmentId).arg(header.objectId).arg(what));
    };
    if (header.blobBytes == 0)
        return problem(QStringLiteral("empty"));
    if (header.blobBytes > m_limits.fragmentBytes)
        return problem(QStringLiteral("%1 bytes").arg(header.blobBytes));
    if (header.isFirst && m_isInside)
        return problem(QStringLiteral("object %1 has not ended").arg(m_objectId));
    if (header.isFirst && header.fragmentId != 0)
        return problem(QStringLiteral("first, but not number 0"));
    if (!header.isFirst && !m_isInside)
        return problem(QStringLiteral("no first fragment"));
    if (!header.isFirst && (header.objectId != m_objectId || header.fragmentId != m_nextFragmentId))
        return problem(QStringLiteral("expected %1 of object %2").arg(m_nextFragmentId).arg(m_objectId));
    if (m_message.size() + static_cast<qsizetype>(header.blobBytes) > m_limits.messageBytes)
        return problem(QStringLiteral("message longer than %1 bytes").arg(m_limits.messageBytes));
    return {};
}

Result<std::optional<QByteArray>> Defragmenter::next()
{
    if (m_error)
        return tl::unexpected<Error>(*m_error);
    while (m_buffer.size() - m_position >= fragmentHeaderBytes) {
        const auto header = readFragmentHeader(m_buffer.constData() + m_position);
        if (!header)
            return broken(header.error());
        // before its bytes have arrived: nothing waits for what would be refused anyway
        if (const auto checked = check(*header); !checked)
            return broken(checked.error());
        const auto blobBytes = static_cast<qsizetype>(header->blobBytes);
        if (m_buffer.size() - m_position - fragmentHeaderBytes < blobBytes)
            break;
        m_message += QByteArrayView(m_buffer).sliced(m_position + fragmentHeaderBytes, blobBytes);
        m_position += fragmentHeaderBytes + blobBytes;
        m_objectId = header->objectId;
        m_nextFragmentId = header->fragmentId + 1;
        m_isInside = !header->isLast;
        if (header->isLast)
            return std::optional(std::exchange(m_message, {}));
    }
    return std::optional<QByteArray>();
}

} // namespace kakuin::psrp

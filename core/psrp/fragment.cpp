// SPDX-License-Identifier: MIT
#include "core/psrp/fragment.h"

#include <QtCore/QtEndian>

namespace kakuin::psrp {
namespace {

constexpr quint8 firstFlag = 1;
constexpr quint8 lastFlag = 2;

} // namespace

Result<FragmentHeader> readFragmentHeader(const char *bytes)
{
    FragmentHeader header;
    header.objectId = qFromBigEndian<quint64>(bytes);
    header.fragmentId = qFromBigEndian<quint64>(bytes + 8);
    const auto flags = static_cast<quint8>(bytes[16]);
    header.isFirst = (flags & firstFlag) != 0;
    header.isLast = (flags & lastFlag) != 0;
    header.blobBytes = qFromBigEndian<quint32>(bytes + 17);
    if ((flags & ~(firstFlag | lastFlag)) != 0)
        return fail(ErrorCode::UnexpectedOutput, {}, QStringLiteral("fragment: flags %1").arg(flags));
    return header;
}

QByteArray writeFragmentHeader(const FragmentHeader &header)
{
    QByteArray bytes(fragmentHeaderBytes, Qt::Uninitialized);
    char *at = bytes.data();
    qToBigEndian<quint64>(header.objectId, at);
    qToBigEndian<quint64>(header.fragmentId, at + 8);
    at[16] = static_cast<char>((header.isFirst ? firstFlag : 0) | (header.isLast ? lastFlag : 0));
    qToBigEndian<quint32>(header.blobBytes, at + 17);
    return bytes;
}

void FragmentQueue::enqueue(quint64 objectId, QByteArray message)
{
    Q_ASSERT(!message.isEmpty());
    m_messages.enqueue({objectId, std::move(message), 0, 0});
}

QByteArray FragmentQueue::take(qsizetype maxBytes, bool endsWithMessage)
{
    QByteArray chunk;
    while (!m_messages.isEmpty() && chunk.size() + fragmentHeaderBytes < maxBytes) {
        Waiting &waiting = m_messages.head();
        const qsizetype left = waiting.message.size() - waiting.sentBytes;
        const qsizetype blob = qMin(left, maxBytes - chunk.size() - fragmentHeaderBytes);
        FragmentHeader header;
        header.objectId = waiting.objectId;
        header.fragmentId = waiting.fragmentId++;
        header.isFirst = waiting.sentBytes == 0;
        header.isLast = blob == left;
        header.blobBytes = static_cast<quint32>(blob);
        chunk += writeFragmentHeader(header);
        chunk += QByteArrayView(waiting.message).sliced(waiting.sentBytes, blob);
        waiting.sentBytes += blob;
        if (header.isLast) {
            m_messages.dequeue();
            m_hasGivenOne = true;
            if (endsWithMessage)
                break;
        }
    }
    return chunk;
}

} // namespace kakuin::psrp

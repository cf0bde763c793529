// SPDX-License-Identifier: MIT
#include "core/directory/sealedstream.h"

#include <QtCore/QtEndian>

namespace kakuin::directory {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lengthBytes = 4;
constexpr qsizetype overhead = 256; // of a token; Kerberos' own are some 60 bytes
constexpr qsizetype mostAtOnce = 0x10000;

qsizetype tokenBytes(const QByteArray &frame)
{
    return static_cast<qsizetype>(qFromBigEndian<quint32>(frame.constData()));
}

} // namespace

SealedStream::SealedStream(std::unique_ptr<remote::SecurityContext> context, quint32 peerTakes)
    : m_context(std::move(context))
    , m_mostPlain(qBound(qsizetype{1}, static_cast<qsizetype>(peerTakes) - overhead, mostAtOnce))
{
}

SealedStream::~SealedStream() = default;

tl::unexpected<Error> SealedStream::failed(const Error &error)
{
    m_failure = error;
    return tl::unexpected<Error>(error);
}

Result<QByteArray> SealedStream::packed(const QByteArray &plain)
{
    if (m_failure)
        return tl::unexpected<Error>(*m_failure);
    QByteArray out;
    for (qsizetype at = 0; at < plain.size(); at += m_mostPlain) {
        const Result<QByteArray> token = m_context->seal(plain.mid(at, m_mostPlain), true);
        if (!token)
            return failed(token.error());
        char length[lengthBytes];
        qToBigEndian(static_cast<quint32>(token->size()), length);
        out.append(length, lengthBytes);
        out.append(*token);
    }
    return out;
}

qsizetype SealedStream::wantedBytes() const
{
    if (m_taken < m_plain.size())
        return 0;
    return m_frame.size() < lengthBytes ? lengthBytes - m_frame.size()
                                        : lengthBytes + tokenBytes(m_frame) - m_frame.size();
}

Result<void> SealedStream::feed(const QByteArray &bytes)
{
    if (m_failure)
        return tl::unexpected<Error>(*m_failure);
    m_frame.append(bytes);
    if (m_frame.size() < lengthBytes)
        return {};
    const qsizetype length = tokenBytes(m_frame);
    if (length == 0 || length > mostTokenBytes)
        return failed({ErrorCode::AnswerNotProtected, {}, u"frame of %1 bytes"_s.arg(length)});
    if (m_frame.size() < lengthBytes + length)
        return {};
    const Result<QByteArray> plain = m_context->unseal(m_frame.mid(lengthBytes, length), true);
    if (!plain)
        return failed(plain.error());
    m_frame.remove(0, lengthBytes + length);
    m_plain = m_plain.sliced(m_taken) + *plain;
    m_taken = 0;
    return {};
}

QByteArray SealedStream::take(qsizetype most)
{
    const QByteArray part = m_plain.mid(m_taken, most);
    m_taken += part.size();
    if (m_taken == m_plain.size()) {
        m_plain.clear();
        m_taken = 0;
    }
    return part;
}

} // namespace kakuin::directory

// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/securitycontext.h"

#include <optional>

namespace kakuin::directory {

/// What Kerberos protects on a connection: frames of four bytes of length and one encrypted token.
/// Shape:   packed() gives what to send; feed() takes what came, take() gives what it held. An error is for good.
/// Errors:  AnswerNotProtected for a frame that was not encrypted by the server for this place in the order, or is
///          longer than was agreed on.
/// Threads: one at a time.
/// Source:  RFC 4752 3.3; RFC 4422 3.7.
class SealedStream final {
public:
    /// The longest token that we take: said in the sign-in, held to here.
    static constexpr quint32 mostTokenBytes = 0x40000;

    SealedStream(std::unique_ptr<remote::SecurityContext> context, quint32 peerTakes);
    ~SealedStream();
    Q_DISABLE_COPY_MOVE(SealedStream)

    [[nodiscard]] Result<QByteArray> packed(const QByteArray &plain);
    /// How many more bytes a frame needs before anything can be taken; 0: take() has something.
    [[nodiscard]] qsizetype wantedBytes() const;
    [[nodiscard]] Result<void> feed(const QByteArray &bytes);
    [[nodiscard]] QByteArray take(qsizetype most);
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

private:
    [[nodiscard]] tl::unexpected<Error> failed(const Error &error);

    std::unique_ptr<remote::SecurityContext> m_context;
    qsizetype m_mostPlain;
    QByteArray m_frame; ///< of what came: an unfinished one
    QByteArray m_plain; ///< not taken yet
    qsizetype m_taken = 0;
    std::optional<Error> m_failure;
};

} // namespace kakuin::directory

// SPDX-License-Identifier: MIT
#include "labserver/kerberosguard.h"

#include "labserver/gssacceptor.h"

#include <QtCore/QtEndian>

namespace kakuin::labserver {

namespace {

class KerberosGuard final : public FrontGuard {
public:
    explicit KerberosGuard(std::shared_ptr<KerberosGuardPlan> plan)
        : m_plan(std::move(plan))
        , m_acceptor(m_plan->keytab, m_plan->channelBinding)
    {
    }

    std::optional<FrontAnswer> admit(Request &request) override
    {
        if (m_plan->forgetsEverybody)
            return whoAreYou({});
        if (request.authorization.startsWith(m_plan->scheme + ' '))
            return greet(QByteArray::fromBase64(request.authorization.mid(m_plan->scheme.size() + 1)));
        if (!m_acceptor.isEstablished())
            return whoAreYou({});
        if (!m_plan->isEncrypted)
            return std::nullopt;
        const auto plain = decrypted(request);
        if (!plain)
            return FrontAnswer{400, "text/html", "<html><title>cannot be read</title></html>", {}};
        request.body = *plain;
        return std::nullopt;
    }

    void dress(FrontAnswer &answer) override
    {
        if (!m_plan->isEncrypted || m_plan->answersInClear)
            return;
        const QByteArray dashes = m_plan->hasBlankInBoundary ? "-- " : "--";
        const auto sealed = m_acceptor.wrap(answer.body);
        if (!sealed)
            return;
        QByteArray cipher = sealed->cipher;
        if (m_plan->changesABit)
            cipher[cipher.size() / 2] = static_cast<char>(cipher.at(cipher.size() / 2) ^ 4);
        QByteArray length(4, '\0');
        qToLittleEndian(static_cast<quint32>(sealed->header.size()), length.data());
        answer.body = dashes + "Encrypted Boundary\r\n\tContent-Type: " + protocol()
            + "\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length="
            + QByteArray::number(answer.body.size()) + "\r\n" + dashes
            + "Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n" + length + sealed->header + cipher
            + dashes + "Encrypted Boundary--\r\n";
        answer.contentType = "multipart/encrypted;protocol=\"" + protocol() + "\";boundary=\"Encrypted Boundary\"";
    }

private:
    [[nodiscard]] QByteArray protocol() const
    {
        return m_plan->scheme == "Kerberos" ? "application/HTTP-Kerberos-session-encrypted"
                                            : "application/HTTP-SPNEGO-session-encrypted";
    }

    [[nodiscard]] FrontAnswer whoAreYou(const QByteArray &token) const
    {
        const QByteArray more = token.isEmpty() ? QByteArray() : ' ' + token.toBase64();
        return {401, "text/html", "<html><title>401</title></html>", {"WWW-Authenticate: " + m_plan->scheme + more}};
    }

    [[nodiscard]] FrontAnswer greet(const QByteArray &token)
    {
        const auto accepted = m_acceptor.accept(token);
        if (!accepted || !m_acceptor.isEstablished())
            return whoAreYou(m_acceptor.token());
        ++m_plan->signIns;
        if (m_plan->provesNothing)
            return {};
        return {200, {}, {}, {"WWW-Authenticate: " + m_plan->scheme + ' ' + accepted->toBase64()}};
    }

    [[nodiscard]] std::optional<QByteArray> decrypted(const Request &request)
    {
        static const QByteArray start("Content-Type: application/octet-stream\r\n");
        static const QByteArray end("--Encrypted Boundary--\r\n");
        const qsizetype at = request.body.indexOf(start);
        const bool isRight = request.contentType.contains("multipart/encrypted")
            && request.contentType.contains(protocol()) && at > 0 && request.body.endsWith(end);
        if (!isRight)
            return std::nullopt;
        const QByteArray bytes = request.body.sliced(at + start.size()).chopped(end.size());
        if (bytes.size() < 4)
            return std::nullopt;
        const auto header = static_cast<qsizetype>(qFromLittleEndian<quint32>(bytes.constData()));
        const auto plain = m_acceptor.unwrap(bytes.mid(4, header), bytes.mid(4 + header));
        const bool isPromised = plain && request.body.contains("Length=" + QByteArray::number(plain->size()) + "\r\n");
        return isPromised ? std::optional<QByteArray>(*plain) : std::nullopt;
    }

    std::shared_ptr<KerberosGuardPlan> m_plan;
    GssAcceptor m_acceptor;
};

} // namespace

FrontGuardFactory kerberosGuards(const std::shared_ptr<KerberosGuardPlan> &plan)
{
    return [plan] { return std::make_unique<KerberosGuard>(plan); };
}

} // namespace kakuin::labserver

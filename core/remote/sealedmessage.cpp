// SPDX-License-Identifier: MIT
#include "core/remote/sealedmessage.h"

#include <QtCore/QByteArrayList>
#include <QtCore/QtEndian>

#include <optional>

namespace kakuin::remote {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 1024;
constexpr quint32 longestHeader = 65536;

QByteArray protocol(SecurityScheme scheme)
{
    return scheme == SecurityScheme::Kerberos ? "application/HTTP-Kerberos-session-encrypted"
                                              : "application/HTTP-SPNEGO-session-encrypted";
}

tl::unexpected<Error> malformedSeal(const QString &what)
{
    return fail(ErrorCode::AnswerNotProtected, {}, u"encrypted answer: "_s + what);
}

/// Line by line from the start.
class Lines final {
public:
    explicit Lines(const QByteArray &body)
        : m_body(body)
    {
    }
    [[nodiscard]] std::optional<QByteArray> next()
    {
        const qsizetype end = m_body.indexOf("\r\n", m_at);
        if (end < 0 || end - m_at > longestLine)
            return std::nullopt;
        const QByteArray line = m_body.mid(m_at, end - m_at).trimmed();
        m_at = end + 2;
        return line;
    }
    [[nodiscard]] qsizetype position() const { return m_at; }

private:
    const QByteArray &m_body;
    qsizetype m_at = 0;
};

bool isBoundary(const QByteArray &line)
{
    return line == "--Encrypted Boundary" || line == "-- Encrypted Boundary";
}

// "type=application/soap+xml;charset=UTF-8;Length=1234"
std::optional<qsizetype> lengthIn(const QByteArray &line)
{
    const QByteArrayList fields = line.split(';');
    for (const QByteArray &field : fields) {
        const QByteArray text = field.trimmed();
        if (!text.toLower().startsWith("length="))
            continue;
        bool isNumber = false;
        const qlonglong length = text.sliced(7).toLongLong(&isNumber);
        if (isNumber && length >= 0)
            return length;
    }
    return std::nullopt;
}

// Where the closing boundary begins. Looked for from the end: cipher text may hold anything.
qsizetype closingBoundary(const QByteArray &body)
{
    qsizetype end = body.size();
    while (end > 0 && (body.at(end - 1) == '\n' || body.at(end - 1) == '\r'))
        --end;
    for (const QByteArrayView closing :
        {QByteArrayView("--Encrypted Boundary--"), QByteArrayView("-- Encrypted Boundary--")}) {
        if (QByteArrayView(body).first(end).endsWith(closing))
            return end - closing.size();
    }
    return -1;
}

} // namespace

QByteArray SealedMessage::contentType(SecurityScheme scheme)
{
    return "multipart/encrypted;protocol=\"" + protocol(scheme) + "\";boundary=\"Encrypted Boundary\"";
}

bool SealedMessage::isNamedBy(const QByteArray &contentType)
{
    return contentType.trimmed().toLower().startsWith("multipart/encrypted");
}

QByteArray SealedMessage::write(SecurityScheme scheme) const
{
    QByteArray length(4, '\0');
    qToLittleEndian(static_cast<quint32>(header.size()), length.data());
    return "--Encrypted Boundary\r\n\tContent-Type: " + protocol(scheme)
        + "\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=" + QByteArray::number(plainBytes)
        + "\r\n--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n" + length + header + cipher
        + "--Encrypted Boundary--\r\n";
}

Result<SealedMessage> SealedMessage::read(const QByteArray &body)
{
    Lines lines(body);
    const auto opening = lines.next();
    if (!opening || !isBoundary(*opening))
        return malformedSeal(u"no boundary"_s);
    std::optional<qsizetype> promised;
    while (true) {
        const auto line = lines.next();
        if (!line)
            return malformedSeal(u"no second part"_s);
        if (isBoundary(*line))
            break;
        if (line->toLower().startsWith("originalcontent:"))
            promised = lengthIn(*line);
    }
    const auto type = lines.next();
    if (!type || !type->toLower().startsWith("content-type:"))
        return malformedSeal(u"a second part without its type"_s);
    const qsizetype begin = lines.position();
    const qsizetype end = closingBoundary(body);
    if (!promised || end < begin + 4)
        return malformedSeal(!promised ? u"no length"_s : u"no end"_s);
    const quint32 headerBytes = qFromLittleEndian<quint32>(body.constData() + begin);
    if (headerBytes > longestHeader || headerBytes > static_cast<quint64>(end - begin - 4))
        return malformedSeal(u"a header of %1 bytes"_s.arg(headerBytes));
    SealedMessage message;
    message.header = body.mid(begin + 4, static_cast<qsizetype>(headerBytes));
    message.cipher = body.mid(begin + 4 + message.header.size(), end - begin - 4 - message.header.size());
    message.plainBytes = *promised;
    return message;
}

Result<QByteArray> seal(SecurityContext &context, SecurityScheme scheme, const QByteArray &envelope)
{
    return context.wrap(envelope).transform([&](const SecurityContext::Sealed &sealed) {
        return SealedMessage{sealed.header, sealed.cipher, envelope.size() + sealed.paddingBytes}.write(scheme);
    });
}

Result<QByteArray> unseal(SecurityContext &context, const QByteArray &body)
{
    const auto message = SealedMessage::read(body);
    if (!message)
        return tl::unexpected<Error>(message.error());
    auto plain = context.unwrap(message->header, message->cipher);
    if (plain && (plain->size() > message->plainBytes || message->plainBytes > message->cipher.size()))
        return malformedSeal(u"%1 bytes where %2 were promised"_s.arg(plain->size()).arg(message->plainBytes));
    return plain;
}

} // namespace kakuin::remote

// SPDX-License-Identifier: MIT
#include "core/remote/outofprocpacket.h"

#include "core/psrp/evidence.h"

#include <QtCore/QString>

#include <iterator>

namespace kakuin::remote {
namespace {

using PacketKind = OutOfProcPacket::Kind;

constexpr const char *kindNames[]
    = {"Data", "DataAck", "Command", "CommandAck", "Signal", "SignalAck", "Close", "CloseAck"};
constexpr const char *promptStream = "PromptResponse";
constexpr const char *defaultStream = "Default";

tl::unexpected<Error> malformedPacket(const QByteArray &line, const char *what)
{
    return fail(ErrorCode::UnexpectedOutput, {},
        QStringLiteral("%1: %2").arg(QString::fromLatin1(what), psrp::evidenceOf(QStringLiteral("line"), line).text()));
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

/// Walks over one start tag.
class TagCursor final {
public:
    explicit TagCursor(QByteArrayView text)
        : m_rest(text)
    {
    }
    QByteArrayView word()
    {
        qsizetype length = 0;
        while (length < m_rest.size() && std::isalpha(static_cast<unsigned char>(m_rest.at(length))))
            ++length;
        return take(length);
    }
    void skipSpace()
    {
        while (!m_rest.isEmpty() && isSpace(m_rest.front()))
            take(1);
    }
    bool skip(char c)
    {
        const bool isThere = !m_rest.isEmpty() && m_rest.front() == c;
        if (isThere)
            take(1);
        return isThere;
    }
    /// ='value' or ="value"; nothing when it is not that.
    std::optional<QByteArrayView> value()
    {
        if (!skip('=') || m_rest.isEmpty())
            return std::nullopt;
        const char quote = m_rest.front();
        const qsizetype end = quote == '\'' || quote == '"' ? m_rest.indexOf(quote, 1) : -1;
        if (end < 0)
            return std::nullopt;
        const QByteArrayView inside = m_rest.sliced(1, end - 1);
        take(end + 1);
        return inside;
    }
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }

private:
    QByteArrayView take(qsizetype length)
    {
        const QByteArrayView taken = m_rest.first(length);
        m_rest = m_rest.sliced(length);
        return taken;
    }
    QByteArrayView m_rest;
};

} // namespace

Result<OutOfProcPacket> parsePacket(const QByteArray &line)
{
    TagCursor cursor(QByteArrayView(line).trimmed());
    OutOfProcPacket packet;
    if (!cursor.skip('<'))
        return malformedPacket(line, "no packet");
    const QByteArrayView name = cursor.word();
    const auto kind = std::find_if(std::begin(kindNames), std::end(kindNames),
        [name](const char *known) { return name == QByteArrayView(known); });
    if (kind == std::end(kindNames))
        return malformedPacket(line, "unknown packet");
    packet.kind = static_cast<PacketKind>(std::distance(std::begin(kindNames), kind));
    bool hasId = false;
    for (cursor.skipSpace();
         !cursor.rest().isEmpty() && std::isalpha(static_cast<unsigned char>(cursor.rest().front()));
         cursor.skipSpace()) {
        const QByteArrayView attribute = cursor.word();
        const auto value = cursor.value();
        if (!value)
            return malformedPacket(line, "attribute without a value");
        if (attribute == QByteArrayView("PSGuid")) {
            packet.id = QUuid::fromString(QLatin1String(*value));
            hasId = !packet.id.isNull() || *value == QByteArrayView("00000000-0000-0000-0000-000000000000");
        } else if (attribute == QByteArrayView("Stream")) {
            packet.isPromptResponse = packet.kind == PacketKind::Data && *value == QByteArrayView(promptStream);
        }
    }
    if (!hasId)
        return malformedPacket(line, "no id");
    if (cursor.skip('/'))
        return cursor.rest() == QByteArrayView(">") ? Result<OutOfProcPacket>(packet)
                                                    : malformedPacket(line, "more behind");
    if (packet.kind != PacketKind::Data || !cursor.skip('>'))
        return malformedPacket(line, "no end of the tag");
    const qsizetype end = cursor.rest().indexOf('<');
    if (end < 0 || cursor.rest().sliced(end) != QByteArrayView("</Data>"))
        return malformedPacket(line, "no end of the data");
    auto decoded = QByteArray::fromBase64Encoding(
        cursor.rest().first(end).toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return malformedPacket(line, "data is no base64");
    packet.data = std::move(decoded.decoded);
    return packet;
}

QByteArray packetLine(const OutOfProcPacket &packet)
{
    const QByteArray name = kindNames[static_cast<int>(packet.kind)];
    const QByteArray id = packet.id.toByteArray(QUuid::WithoutBraces);
    if (packet.kind != PacketKind::Data)
        return '<' + name + " PSGuid='" + id + "' />\n";
    const QByteArray stream = packet.isPromptResponse ? promptStream : defaultStream;
    return "<Data Stream='" + stream + "' PSGuid='" + id + "'>" + packet.data.toBase64() + "</Data>\n";
}

} // namespace kakuin::remote

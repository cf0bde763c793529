// SPDX-License-Identifier: MIT
#include "core/clixml/inputfilter.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>

namespace kakuin::clixml {
namespace {

constexpr qint64 utf16ChunkBytes = 8192;
constexpr qsizetype longestDeclaration = 256;
constexpr qsizetype longestReference = 64; // leading zeros included; a longer one is left to the parser

bool isXmlCharacter(quint32 code)
{
    return code == 0x9 || code == 0xa || code == 0xd || (code >= 0x20 && code <= 0xd7ff)
        || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

constexpr qsizetype longestCharacter = 4;

bool isContinuation(char c)
{
    return (static_cast<quint8>(c) & 0xc0) == 0x80;
}

// The place after these bytes of UTF-8
InputFilter::Place advanced(InputFilter::Place place, QByteArrayView bytes)
{
    const auto lines = std::count(bytes.begin(), bytes.end(), '\n');
    if (lines > 0) {
        place.line += lines;
        place.column = 1;
        bytes = bytes.sliced(bytes.lastIndexOf('\n') + 1);
    }
    place.column += std::count_if(bytes.begin(), bytes.end(), [](char c) { return !isContinuation(c); });
    return place;
}

// What stands at an ampersand.
struct Reference final {
    enum class State { Other, CutOff, Allowed, Forbidden } state = State::Other;
    qsizetype length = 0;
};

std::optional<quint32> digitOf(char c, quint32 base)
{
    quint32 digit = base;
    if (c >= '0' && c <= '9')
        digit = static_cast<quint32>(c - '0');
    else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
        digit = static_cast<quint32>((c | 0x20) - 'a' + 10);
    return digit < base ? std::optional(digit) : std::nullopt;
}

Reference referenceAt(const char *at, qsizetype size)
{
    using State = Reference::State;
    if (size == 1)
        return {State::CutOff, 0};
    if (at[1] != '#')
        return {};
    const quint32 base = size > 2 && at[2] == 'x' ? 16 : 10;
    const qsizetype firstDigit = base == 16 ? 3 : 2;
    quint32 code = 0;
    for (qsizetype i = firstDigit; i < qMin(size, longestReference); ++i) {
        if (at[i] == ';' && i > firstDigit)
            return {isXmlCharacter(code) ? State::Allowed : State::Forbidden, i + 1};
        const auto digit = digitOf(at[i], base);
        if (!digit)
            return {};
        code = qMin(code * base + *digit, 0x110000U); // beyond Unicode it stays beyond
    }
    return {size < longestReference ? State::CutOff : State::Other, 0};
}

// U+FFFD in `length` bytes if there is room for a reference, in three otherwise; returns the bytes written.
qsizetype writeReplacement(char *out, qsizetype length)
{
    constexpr std::string_view character = "\xef\xbf\xbd";
    constexpr std::string_view head = "&#x";
    constexpr std::string_view tail = "FFFD;";
    const auto zeros = length - static_cast<qsizetype>(head.size() + tail.size());
    if (zeros < 0) {
        std::copy(character.begin(), character.end(), out);
        return static_cast<qsizetype>(character.size());
    }
    out = std::copy(head.begin(), head.end(), out);
    out = std::fill_n(out, zeros, '0');
    std::copy(tail.begin(), tail.end(), out);
    return length;
}

} // namespace

InputFilter::InputFilter(QIODevice &source, qint64 maxDocumentBytes, qint64 maxTokenBytes)
    : m_source(source)
    , m_maxDocumentBytes(maxDocumentBytes)
    , m_maxTokenBytes(maxTokenBytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 InputFilter::writeData(const char *, qint64)
{
    return -1;
}

QByteArray InputFilter::readSource(qint64 maxSize)
{
    QByteArray bytes(maxSize, Qt::Uninitialized);
    const qint64 size = m_source.read(bytes.data(), maxSize);
    if (size < 0)
        m_problem = Problem::SourceFailed;
    m_isAtEnd = size <= 0;
    bytes.resize(qMax(qint64(0), size));
    return bytes;
}

// Source: XML 1.0 appendix F
void InputFilter::detectEncoding(QByteArray &head)
{
    const auto startsWith = [&head](std::initializer_list<quint8> mark) {
        return head.size() >= static_cast<qsizetype>(mark.size())
            && std::equal(
                mark.begin(), mark.end(), head.begin(), [](quint8 a, char b) { return a == static_cast<quint8>(b); });
    };
    if (startsWith({0xef, 0xbb, 0xbf})) {
        head.remove(0, 3);
    } else if (startsWith({0xff, 0xfe, 0, 0}) || startsWith({0, 0, 0xfe, 0xff})) {
        m_problem = Problem::UnsupportedEncoding; // UTF-32
    } else if (startsWith({0xff, 0xfe}) || startsWith({0xfe, 0xff})) {
        const bool isLittle = head.front() == '\xff';
        m_fromUtf16 = QStringDecoder(isLittle ? QStringConverter::Utf16LE : QStringConverter::Utf16BE);
        m_toUtf8 = QStringEncoder(QStringConverter::Utf8);
        head = m_toUtf8(m_fromUtf16(QByteArrayView(head).sliced(2)));
    } else if (head.first(qMin(head.size(), 4)).contains('\0')) {
        m_problem = Problem::UnsupportedEncoding; // UTF-16 or UTF-32 that does not say so
    }
}

void InputFilter::checkDeclaration(QByteArray &head)
{
    if (!head.startsWith("<?xml") || head.size() < 6 || static_cast<quint8>(head.at(5)) > ' ')
        return;
    const qsizetype end = head.indexOf("?>");
    const qsizetype key = head.indexOf("encoding");
    if (end < 0 || key < 0 || key > end)
        return; // without an end the parser refuses it; without an encoding it is UTF-8
    const auto isQuote = [](char c) { return c == '"' || c == '\''; };
    const auto open = std::find_if(head.begin() + key, head.begin() + end, isQuote);
    if (open == head.begin() + end)
        return;
    const auto close = std::find(open + 1, head.begin() + end, *open);
    const QByteArray name = QByteArray(open + 1, close - open - 1).toLower();
    const bool isUtf16 = m_fromUtf16.isValid();
    const bool isAscii = name == "us-ascii" || name == "ascii"; // a part of UTF-8
    if (isUtf16 ? !name.startsWith("utf-16") : name != "utf-8" && !isAscii) {
        m_problem = Problem::UnsupportedEncoding;
        m_declaredAt = advanced({1 + m_linesTakenAway, 1}, QByteArrayView(head).first(open + 1 - head.begin()));
    } else if (close != head.begin() + end) {
        std::fill(head.begin() + key, close + 1, ' ');
    }
}

void InputFilter::begin()
{
    m_hasBegun = true;
    QByteArray head;
    while (head.size() < 2 * longestDeclaration && !m_isAtEnd && m_problem == Problem::None)
        head += readSource(2 * longestDeclaration - head.size());
    m_documentBytes = head.size();
    detectEncoding(head);
    constexpr QByteArrayView streamMark("#< CLIXML");
    if (head.startsWith(streamMark)) {
        const qsizetype lineEnd = head.indexOf('\n');
        head.remove(0, lineEnd < 0 ? streamMark.size() : lineEnd + 1);
        m_linesTakenAway = lineEnd < 0 ? 0 : 1;
        m_lastChunkAt.line += m_linesTakenAway;
    }
    if (m_problem == Problem::None)
        checkDeclaration(head);
    m_waiting = head;
}

// Fills `data` with what waits and then with new bytes of the source, as UTF-8.
qint64 InputFilter::take(char *data, qint64 maxSize)
{
    qint64 size = 0;
    while (size < maxSize && m_problem == Problem::None) {
        if (!m_waiting.isEmpty()) {
            const qint64 part = qMin<qint64>(m_waiting.size(), maxSize - size);
            std::memcpy(data + size, m_waiting.constData(), static_cast<size_t>(part));
            m_waiting.remove(0, part);
            size += part;
        } else if (m_isAtEnd) {
            break;
        } else if (m_fromUtf16.isValid()) {
            const QByteArray raw = readSource(utf16ChunkBytes);
            m_documentBytes += raw.size();
            m_waiting = m_toUtf8(m_fromUtf16(raw));
        } else {
            const qint64 part = m_source.read(data + size, maxSize - size);
            if (part < 0)
                m_problem = Problem::SourceFailed;
            m_isAtEnd = part <= 0;
            m_documentBytes += qMax(qint64(0), part);
            size += qMax(qint64(0), part);
        }
        if (m_documentBytes > m_maxDocumentBytes)
            m_problem = Problem::DocumentTooLong;
    }
    return size;
}

// Rewrites references in place; what is cut off at the end goes back to what waits. Returns the bytes that remain.
qint64 InputFilter::filtered(char *data, qint64 size)
{
    using State = Reference::State;
    qsizetype from = 0;
    qsizetype to = 0;
    while (from < size) {
        const void *found = std::memchr(data + from, '&', static_cast<size_t>(size - from));
        const qsizetype ampersand = found ? static_cast<const char *>(found) - data : size;
        if (to != from)
            std::memmove(data + to, data + from, static_cast<size_t>(ampersand - from));
        to += ampersand - from;
        from = ampersand;
        if (from == size)
            break;
        const Reference reference = referenceAt(data + from, size - from);
        const bool canWait = !m_isAtEnd || !m_waiting.isEmpty();
        if (reference.state == State::CutOff && canWait && to > 0) {
            m_waiting.prepend(data + from, size - from);
            break;
        }
        if (reference.state == State::Forbidden) {
            to += writeReplacement(data + to, reference.length);
            from += reference.length;
        } else {
            data[to++] = data[from++];
        }
    }
    return to;
}

qint64 InputFilter::readData(char *data, qint64 maxSize)
{
    if (!m_hasBegun)
        begin();
    const qint64 taken = take(data, maxSize);
    if (m_problem != Problem::None)
        return -1;
    const qint64 size = filtered(data, taken);
    m_tokenBytes += size;
    if (m_tokenBytes > m_maxTokenBytes) {
        m_problem = Problem::TokenTooLong;
        return -1;
    }
    keepLastChunk(data, size);
    return size;
}

void InputFilter::keepLastChunk(const char *data, qint64 size)
{
    m_lastChunkAt = advanced(m_lastChunkAt, m_lastChunk);
    const QByteArray before = m_cutCharacter + m_lastChunk.last(qMin(m_lastChunk.size(), longestCharacter - 1));
    m_cutCharacter.clear();
    for (qsizetype i = before.size() - 1; i >= 0 && i > before.size() - longestCharacter; --i) {
        const auto byte = static_cast<quint8>(before.at(i));
        const qsizetype length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        if (length > before.size() - i)
            m_cutCharacter = before.sliced(i);
        if (!isContinuation(before.at(i)))
            break;
    }
    m_lastChunk.resize(0);
    m_lastChunk.append(data, size);
}

std::optional<InputFilter::Place> InputFilter::firstBadBytes() const
{
    QStringDecoder decoder(QStringConverter::Utf8); // with memory: a cut at the end is not an error
    QString decoded = decoder(m_cutCharacter);
    for (qsizetype i = 0; i < m_lastChunk.size(); ++i) {
        decoded = decoder(QByteArrayView(m_lastChunk).sliced(i, 1));
        if (decoder.hasError())
            return advanced(m_lastChunkAt, QByteArrayView(m_lastChunk).first(i));
    }
    return std::nullopt;
}

} // namespace kakuin::clixml

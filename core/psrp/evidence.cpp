// SPDX-License-Identifier: MIT
#include "core/psrp/evidence.h"

#include <algorithm>
#include <array>

namespace kakuin::psrp {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostHeaderBytes = 64;
constexpr qsizetype mostBytesRead = 16384;
constexpr qsizetype longestMarkup = 512;
constexpr qsizetype longestTag = 200;
constexpr qsizetype longestTold = 80;

// Elements whose content tells what went wrong and cannot be a secret.
constexpr std::array toldElements{
    "B", "I32", "I64", "U32", "Version", "T", "Action", "RelatesTo", "Value", "CommandState"};

// Attributes that name things; others may hold whatever a server's page has in them.
constexpr std::array toldAttributes{"N", "RefId", "Name", "Code", "State", "Stream", "PSGuid", "CommandId"};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ':';
}

// A '<' that begins markup: a name, an end or an instruction. Anything else is content.
bool beginsTag(QByteArrayView text, qsizetype at)
{
    if (text.at(at) != '<' || at + 1 >= text.size())
        return false;
    const char next = text.at(at + 1);
    return isLetter(next) || next == '!' || next == '?'
        || (next == '/' && at + 2 < text.size() && isLetter(text.at(at + 2)));
}

bool isTold(QByteArrayView element)
{
    const auto local = element.sliced(element.lastIndexOf(':') + 1);
    return std::any_of(toldElements.begin(), toldElements.end(),
        [local](const char *known) { return local == QByteArrayView(known); });
}

/// Walks over text and writes its markup down.
class MarkupFilter final {
public:
    explicit MarkupFilter(QByteArrayView text)
        : m_text(text)
    {
    }

    QString filtered()
    {
        while (m_at < m_text.size() && m_out.size() < longestMarkup) {
            if (beginsTag(m_text, m_at))
                tag();
            else
                content();
        }
        return QString::fromLatin1(m_out.left(longestMarkup));
    }

private:
    void tag()
    {
        const char kind = m_text.at(m_at + 1);
        const qsizetype end = m_text.indexOf('>', m_at);
        const bool isElement = kind != '!' && kind != '?' && end >= 0 && end - m_at < longestTag;
        m_element = {};
        if (!isElement) { // instructions, comments and what has no end may hold anything
            m_out += '<';
            m_out += isLetter(kind) ? '.' : kind;
            m_at += 2;
            return;
        }
        QByteArrayView inside = m_text.sliced(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        const QByteArrayView name = inside.first(nameLength(inside, kind == '/' ? 1 : 0));
        m_element = isLetter(kind) && !inside.endsWith('/') ? name : QByteArrayView();
        m_out += '<' + name.toByteArray();
        attributes(inside.sliced(name.size()));
        m_out += inside.endsWith('/') ? "/>" : ">";
    }

    static qsizetype nameLength(QByteArrayView text, qsizetype from)
    {
        qsizetype at = from;
        while (at < text.size() && isNameCharacter(text.at(at)))
            ++at;
        return at;
    }

    void attributes(QByteArrayView text)
    {
        for (qsizetype equals = text.indexOf('='); equals > 0; equals = text.indexOf('=')) {
            qsizetype begin = equals;
            while (begin > 0 && isNameCharacter(text.at(begin - 1)))
                --begin;
            const QByteArrayView name = text.sliced(begin, equals - begin);
            const char quote = equals + 1 < text.size() ? text.at(equals + 1) : ' ';
            const qsizetype end = quote == '"' || quote == '\'' ? text.indexOf(quote, equals + 2) : -1;
            if (end < 0)
                return;
            const bool isKept = std::any_of(toldAttributes.begin(), toldAttributes.end(),
                [name](const char *known) { return name == QByteArrayView(known); });
            if (isKept) {
                m_out += ' ' + name.toByteArray() + "=\"";
                printable(text.sliced(equals + 2, end - equals - 2));
                m_out += '"';
            }
            text = text.sliced(end + 1);
        }
    }

    void content()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_text.size() && !beginsTag(m_text, m_at))
            ++m_at;
        const QByteArrayView said = m_text.sliced(begin, m_at - begin);
        if (isTold(m_element) && said.size() <= longestTold)
            printable(said);
        else
            m_out += '[' + QByteArray::number(said.size()) + ']';
    }

    void printable(QByteArrayView bytes)
    {
        for (const char c : bytes)
            m_out += c >= ' ' && c < 127 ? c : '?';
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QByteArrayView m_element; // whose content comes; nothing after an end
    QByteArray m_out;
};

} // namespace

QString Evidence::text() const
{
    QString line = u"%1, %2 bytes"_s.arg(kind).arg(bytes);
    if (!head.isEmpty())
        line += u": "_s + QString::fromLatin1(head.toHex(' '));
    if (!markup.isEmpty())
        line += u": "_s + markup;
    return line;
}

Evidence evidenceOf(const QString &kind, const QByteArray &bytes, qsizetype headerBytes)
{
    const qsizetype header = qBound(qsizetype(0), headerBytes, qMin(bytes.size(), mostHeaderBytes));
    Evidence evidence;
    evidence.kind = kind;
    evidence.bytes = bytes.size();
    evidence.head = bytes.first(header);
    evidence.markup
        = MarkupFilter(QByteArrayView(bytes).sliced(header).first(qMin(bytes.size() - header, mostBytesRead)))
              .filtered();
    return evidence;
}

} // namespace kakuin::psrp

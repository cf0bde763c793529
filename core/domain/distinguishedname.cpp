// SPDX-License-Identifier: MIT
#include "core/domain/distinguishedname.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace kakuin::domain {
namespace {

struct Alias final {
    const char *other;
    const char *keyword;
};
constexpr std::array aliases{Alias{"ST", "S"}, Alias{"SP", "S"}, Alias{"EMAIL", "E"}, Alias{"EMAILADDRESS", "E"},
    Alias{"GN", "G"}, Alias{"GIVENNAME", "G"}, Alias{"SURNAME", "SN"}, Alias{"TITLE", "T"}, Alias{"INITIALS", "I"},
    Alias{"2.5.4.3", "CN"}, Alias{"2.5.4.6", "C"}, Alias{"2.5.4.7", "L"}, Alias{"2.5.4.8", "S"}, Alias{"2.5.4.10", "O"},
    Alias{"2.5.4.11", "OU"}, Alias{"0.9.2342.19200300.100.1.25", "DC"}, Alias{"1.2.840.113549.1.9.1", "E"}};

QString keywordFor(const QString &text)
{
    QString keyword = text.trimmed().toUpper();
    if (keyword.startsWith(QLatin1String("OID.")))
        keyword = keyword.mid(4);
    const auto it = std::find_if(aliases.begin(), aliases.end(),
        [&keyword](const Alias &alias) { return keyword == QLatin1String(alias.other); });
    return it == aliases.end() ? keyword : QString::fromLatin1(it->keyword);
}

bool isPartEnd(QChar c)
{
    return c == u',' || c == u';' || c == u'+' || c == u'\n';
}

/// Reads "keyword=value" parts from left to right.
class PartReader final {
public:
    explicit PartReader(const QString &text)
        : m_text(text)
    {
    }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }

    /// "CN=mail": folded, without quotes and escapes. Nothing: it is no part of a name.
    [[nodiscard]] std::optional<QString> take()
    {
        const qsizetype equals = m_text.indexOf(u'=', m_at);
        if (equals < 0)
            return std::nullopt;
        const QString keyword = keywordFor(m_text.mid(m_at, equals - m_at));
        m_at = equals + 1;
        skipBlanks();
        const bool isQuoted = !isAtEnd() && m_text.at(m_at) == u'"';
        const std::optional<QString> value = isQuoted ? takeQuoted() : takePlain();
        if (keyword.isEmpty() || !value)
            return std::nullopt;
        return keyword + u'=' + value->simplified().toCaseFolded();
    }

private:
    void skipBlanks()
    {
        while (!isAtEnd() && m_text.at(m_at) == u' ')
            ++m_at;
    }

    // Two hexadecimal digits are a byte of UTF-8; a character that needs no escape follows a backslash of its own
    void takeEscape(QString &value)
    {
        QByteArray bytes;
        while (m_at + 2 < m_text.size() && m_text.at(m_at) == u'\\') {
            bool isHex = false;
            const ushort byte = QStringView(m_text).mid(m_at + 1, 2).toUShort(&isHex, 16);
            if (!isHex)
                break;
            bytes.append(static_cast<char>(byte));
            m_at += 3;
        }
        if (!bytes.isEmpty()) {
            value += QString::fromUtf8(bytes);
            return;
        }
        const bool isEscape = m_at + 1 < m_text.size() && QStringView(u",;+\"\\<>=# ").contains(m_text.at(m_at + 1));
        if (isEscape)
            ++m_at;
        value += m_text.at(m_at++);
    }

    [[nodiscard]] std::optional<QString> takePlain()
    {
        QString value;
        while (!isAtEnd() && !isPartEnd(m_text.at(m_at))) {
            if (m_text.at(m_at) == u'\\')
                takeEscape(value);
            else
                value += m_text.at(m_at++);
        }
        ++m_at;
        return value;
    }

    [[nodiscard]] std::optional<QString> takeQuoted()
    {
        QString value;
        for (++m_at; !isAtEnd(); ++m_at) {
            const QChar c = m_text.at(m_at);
            const QChar next = m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : QChar();
            if (c == u'"' && next != u'"') {
                ++m_at;
                skipBlanks();
                const bool isWhole = isAtEnd() || isPartEnd(m_text.at(m_at));
                ++m_at;
                return isWhole ? std::optional(value) : std::nullopt;
            }
            if ((c == u'"' || c == u'\\') && (next == u'"' || next == u'\\'))
                ++m_at;
            value += m_text.at(m_at);
        }
        return std::nullopt; // no quote at the end
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

QString comparableName(const QString &name)
{
    PartReader reader(name);
    QStringList parts;
    while (!reader.isAtEnd()) {
        const std::optional<QString> part = reader.take();
        if (!part)
            return name.toCaseFolded();
        parts.append(*part);
    }
    parts.sort();
    return parts.join(u'\n');
}

bool isSameName(const QString &a, const QString &b)
{
    if (a.compare(b, Qt::CaseInsensitive) == 0)
        return true;
    return a.count(u'=') == b.count(u'=') && comparableName(a) == comparableName(b);
}

} // namespace kakuin::domain

// SPDX-License-Identifier: MIT
#include "tests/testkit/memorysearch.h"

#include "core/base/wipedheap.h"

#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <cstring>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

namespace {

constexpr char mask = '\x5a';
constexpr qsizetype secretLength = 24;
constexpr qsizetype chunkBytes = 1 << 20;
constexpr quintptr overlapBytes = 256; // more than any form is long

QByteArray maskedOf(QByteArray bytes)
{
    for (char &byte : bytes)
        byte = static_cast<char>(byte ^ mask);
    return bytes;
}

// What of `bytes` stands in base64 whatever comes before (`offset` bytes, modulo 3) and after
QByteArray base64Core(const QByteArray &bytes, int offset)
{
    const QByteArray encoded = (QByteArray(offset, 'x') + bytes).toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype before = (offset * 8 + 5) / 6;
    const qsizetype whole = (offset + bytes.size()) * 8 / 6;
    return encoded.sliced(before, whole - before);
}

// One reading of memory; what is read stands in a static buffer, which is left out
char readBytes[chunkBytes];

bool isAt(const char *place, const QByteArray &masked)
{
    return std::equal(
        masked.begin(), masked.end(), place, [](char a, char b) { return static_cast<char>(a ^ mask) == b; });
}

} // namespace

SoughtSecret::SoughtSecret()
{
    static const QByteArrayView alphabet("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789");
    QByteArray bytes(secretLength, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = alphabet.at(QRandomGenerator::system()->bounded(static_cast<int>(alphabet.size())));
    take(bytes);
}

SoughtSecret::SoughtSecret(const QString &known)
{
    take(known.toUtf8());
}

void SoughtSecret::take(const QByteArray &utf8)
{
    m_masked = maskedOf(utf8);
    add("UTF-8", utf8.chopped(1));
    for (int offset = 0; offset < 3; ++offset)
        add("base64", base64Core(utf8.chopped(1), offset));
    const QString text = QString::fromUtf8(utf8);
    QByteArray wide;
    for (const QChar each : text.chopped(1))
        wide.append(static_cast<char>(each.unicode() & 0xff)).append(static_cast<char>(each.unicode() >> 8));
    add("UTF-16", wide);
}

void SoughtSecret::add(const char *name, const QByteArray &bytes)
{
    m_forms.append({name, maskedOf(bytes)});
}

Secret SoughtSecret::secret() const
{
    return Secret(QString::fromUtf8(maskedOf(m_masked)));
}

bool SoughtSecret::isPossible()
{
    return wipesFreedMemory() && QFile::exists(u"/proc/self/mem"_s);
}

QStringList SoughtSecret::copies() const
{
    QStringList found;
    QFile maps(u"/proc/self/maps"_s);
    QFile memory(u"/proc/self/mem"_s);
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {u"the memory cannot be read"_s};
    const QList<QByteArray> regions = maps.readAll().split('\n');
    const auto ownFirst = reinterpret_cast<quintptr>(&readBytes[0]);
    for (const QByteArray &region : regions) {
        const QList<QByteArray> fields = region.simplified().split(' ');
        if (fields.size() < 5 || !fields.at(1).startsWith("rw"))
            continue;
        const qsizetype dash = fields.at(0).indexOf('-');
        quintptr at = fields.at(0).first(dash).toULongLong(nullptr, 16);
        const quintptr end = fields.at(0).sliced(dash + 1).toULongLong(nullptr, 16);
        while (at < end) {
            const auto wanted = std::min<quintptr>(end - at, chunkBytes);
            if (!memory.seek(static_cast<qint64>(at)))
                break;
            const qint64 got = memory.read(readBytes, static_cast<qint64>(wanted));
            if (got <= 0)
                break;
            for (const Form &form : m_forms) {
                const char first = static_cast<char>(form.masked.at(0) ^ mask);
                const char *place = readBytes;
                const char *const last = readBytes + got - form.masked.size();
                while (place <= last) {
                    place = static_cast<const char *>(std::memchr(place, first, static_cast<size_t>(last - place) + 1));
                    if (!place)
                        break;
                    const quintptr where = at + static_cast<quintptr>(place - readBytes);
                    const bool isOwn = where >= ownFirst && where < ownFirst + sizeof(readBytes);
                    if (!isOwn && isAt(place, form.masked))
                        found.append(u"%1 in %2 at 0x%3"_s.arg(QLatin1String(form.name),
                            QString::fromLocal8Bit(fields.value(5, "anonymous memory")), QString::number(where, 16)));
                    ++place;
                }
            }
            if (at + static_cast<quintptr>(got) >= end)
                break;
            at += static_cast<quintptr>(got) - overlapBytes; // for what lies across the border
        }
    }
    found.removeDuplicates();
    std::memset(readBytes, 0, sizeof(readBytes));
    return found;
}

} // namespace kakuin::testkit

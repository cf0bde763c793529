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
constexpr quintptr pageBytes = 4096; // or a multiple of it
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

// Where in the first `size` bytes that were read the form stands.
QList<qsizetype> placesOf(const QByteArray &masked, qsizetype size)
{
    QList<qsizetype> found;
    if (size < masked.size())
        return {};
    const char first = static_cast<char>(masked.at(0) ^ mask);
    const char *place = readBytes;
    const char *const last = readBytes + size - masked.size();
    while (place <= last) {
        place = static_cast<const char *>(std::memchr(place, first, static_cast<size_t>(last - place) + 1));
        if (!place)
            break;
        if (isAt(place, masked))
            found.append(place - readBytes);
        ++place;
    }
    return found;
}

struct Region final {
    quintptr first = 0;
    quintptr end = 0;
    QString name;
};

QList<Region> writableRegions()
{
    QList<Region> regions;
    QFile maps(u"/proc/self/maps"_s);
    if (!maps.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 5 || !fields.at(1).startsWith("rw"))
            continue;
        const QList<QByteArray> range = fields.at(0).split('-');
        regions.append({static_cast<quintptr>(range.first().toULongLong(nullptr, 16)),
            static_cast<quintptr>(range.last().toULongLong(nullptr, 16)),
            QString::fromLocal8Bit(fields.value(5, "anonymous memory"))});
    }
    return regions;
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
    QFile memory(u"/proc/self/mem"_s);
    const QList<Region> regions = writableRegions();
    if (regions.isEmpty() || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {u"the memory cannot be read"_s};
    const auto ownFirst = reinterpret_cast<quintptr>(&readBytes[0]);
    for (const Region &region : regions) {
        quintptr at = region.first;
        while (at < region.end) {
            const quintptr wanted = std::min<quintptr>(region.end - at, chunkBytes);
            const qint64 got = memory.seek(static_cast<qint64>(at))
                ? std::max<qint64>(memory.read(readBytes, static_cast<qint64>(wanted)), 0)
                : 0;
            for (const Form &form : m_forms) {
                for (const qsizetype place : placesOf(form.masked, got)) {
                    const quintptr where = at + static_cast<quintptr>(place);
                    if (where < ownFirst || where >= ownFirst + sizeof(readBytes))
                        found.append(u"%1 in %2 at 0x%3"_s.arg(
                            QLatin1String(form.name), region.name, QString::number(where, 16)));
                }
            }
            if (static_cast<quintptr>(got) < wanted) // a page that is not there, as behind the end of a mapped file
                at = (at + static_cast<quintptr>(got)) / pageBytes * pageBytes + pageBytes;
            else // again what may lie across the border, unless this was the end
                at += wanted - (at + wanted < region.end ? overlapBytes : 0);
        }
    }
    found.removeDuplicates();
    std::memset(readBytes, 0, sizeof(readBytes));
    return found;
}

} // namespace kakuin::testkit

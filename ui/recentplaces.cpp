// SPDX-License-Identifier: MIT
#include "ui/recentplaces.h"

#include <QtCore/QDir>

#include <array>
#include <optional>

namespace kakuin::ui {
namespace {

using PlaceKind = RecentPlace::Kind;

constexpr QLatin1String group("recent");
constexpr std::array kindWords{std::pair{PlaceKind::Practice, QLatin1String("practice")},
    std::pair{PlaceKind::Connection, QLatin1String("connection")},
    std::pair{PlaceKind::Exported, QLatin1String("exported")}};

// "kind", then its name or paths
QStringList rowOf(const RecentPlace &place)
{
    QStringList row;
    for (const auto &[kind, word] : kindWords) {
        if (kind == place.kind)
            row.append(word);
    }
    return row + (place.kind == PlaceKind::Connection ? QStringList{place.name} : place.paths);
}

std::optional<RecentPlace> placeOf(const QStringList &row)
{
    for (const auto &[kind, word] : kindWords) {
        if (row.value(0) != word)
            continue;
        RecentPlace place{kind};
        if (kind == PlaceKind::Connection)
            place.name = row.value(1);
        else if (kind == PlaceKind::Exported)
            place.paths = row.mid(1);
        const bool isWhole = kind == PlaceKind::Practice || !place.name.isEmpty() || !place.paths.isEmpty();
        return isWhole ? std::optional(place) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

RecentPlaces::RecentPlaces(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    m_settings.beginGroup(group);
    for (int i = 0; i < most; ++i) {
        const auto place = placeOf(m_settings.value(QString::number(i)).toStringList());
        if (place && !m_places.contains(*place))
            m_places.append(*place);
    }
    m_settings.endGroup();
}

QString RecentPlaces::textOf(const RecentPlace &place)
{
    switch (place.kind) {
    case PlaceKind::Practice:
        return tr("Practice organisation");
    case PlaceKind::Connection:
        return place.name;
    case PlaceKind::Exported:
        break;
    }
    QStringList paths;
    for (const QString &path : place.paths)
        paths.append(QDir::toNativeSeparators(path));
    return paths.join(tr(", ", "between paths of files"));
}

void RecentPlaces::note(const RecentPlace &place)
{
    if (!m_places.isEmpty() && m_places.first() == place)
        return;
    m_places.removeAll(place);
    m_places.prepend(place);
    m_places = m_places.mid(0, most);
    store();
}

void RecentPlaces::clear()
{
    m_places.clear();
    store();
}

void RecentPlaces::store()
{
    m_settings.remove(group);
    m_settings.beginGroup(group);
    for (qsizetype i = 0; i < m_places.size(); ++i)
        m_settings.setValue(QString::number(i), rowOf(m_places.at(i)));
    m_settings.endGroup();
    Q_EMIT changed();
}

} // namespace kakuin::ui

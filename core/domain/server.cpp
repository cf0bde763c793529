// SPDX-License-Identifier: MIT
#include "core/domain/server.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace kakuin::domain {
namespace {

constexpr int firstSeBuild = 2562;

struct Build {
    int minor;
    int build;
    int revision;
    const char *name;
};

// Released cumulative updates, ascending. Source: Exchange Server build numbers (learn.microsoft.com).
constexpr std::array builds{
    Build{0, 516, 32, "2013 RTM"},
    Build{0, 620, 29, "2013 CU1"},
    Build{0, 712, 24, "2013 CU2"},
    Build{0, 775, 38, "2013 CU3"},
    Build{0, 847, 32, "2013 SP1"},
    Build{0, 913, 22, "2013 CU5"},
    Build{0, 995, 29, "2013 CU6"},
    Build{0, 1044, 25, "2013 CU7"},
    Build{0, 1076, 9, "2013 CU8"},
    Build{0, 1104, 5, "2013 CU9"},
    Build{0, 1130, 7, "2013 CU10"},
    Build{0, 1156, 6, "2013 CU11"},
    Build{0, 1178, 4, "2013 CU12"},
    Build{0, 1210, 3, "2013 CU13"},
    Build{0, 1236, 3, "2013 CU14"},
    Build{0, 1263, 5, "2013 CU15"},
    Build{0, 1293, 2, "2013 CU16"},
    Build{0, 1320, 4, "2013 CU17"},
    Build{0, 1347, 2, "2013 CU18"},
    Build{0, 1365, 1, "2013 CU19"},
    Build{0, 1367, 3, "2013 CU20"},
    Build{0, 1395, 4, "2013 CU21"},
    Build{0, 1473, 3, "2013 CU22"},
    Build{0, 1497, 2, "2013 CU23"},
    Build{1, 225, 42, "2016 RTM"},
    Build{1, 396, 30, "2016 CU1"},
    Build{1, 466, 34, "2016 CU2"},
    Build{1, 544, 27, "2016 CU3"},
    Build{1, 669, 32, "2016 CU4"},
    Build{1, 845, 34, "2016 CU5"},
    Build{1, 1034, 26, "2016 CU6"},
    Build{1, 1261, 35, "2016 CU7"},
    Build{1, 1415, 2, "2016 CU8"},
    Build{1, 1466, 3, "2016 CU9"},
    Build{1, 1531, 3, "2016 CU10"},
    Build{1, 1591, 10, "2016 CU11"},
    Build{1, 1713, 5, "2016 CU12"},
    Build{1, 1779, 2, "2016 CU13"},
    Build{1, 1847, 3, "2016 CU14"},
    Build{1, 1913, 5, "2016 CU15"},
    Build{1, 1979, 3, "2016 CU16"},
    Build{1, 2044, 4, "2016 CU17"},
    Build{1, 2106, 2, "2016 CU18"},
    Build{1, 2176, 2, "2016 CU19"},
    Build{1, 2242, 4, "2016 CU20"},
    Build{1, 2308, 8, "2016 CU21"},
    Build{1, 2375, 7, "2016 CU22"},
    Build{1, 2507, 6, "2016 CU23"},
    Build{2, 221, 12, "2019 RTM"},
    Build{2, 330, 5, "2019 CU1"},
    Build{2, 397, 3, "2019 CU2"},
    Build{2, 464, 5, "2019 CU3"},
    Build{2, 529, 5, "2019 CU4"},
    Build{2, 595, 3, "2019 CU5"},
    Build{2, 659, 4, "2019 CU6"},
    Build{2, 721, 2, "2019 CU7"},
    Build{2, 792, 3, "2019 CU8"},
    Build{2, 858, 5, "2019 CU9"},
    Build{2, 922, 7, "2019 CU10"},
    Build{2, 986, 5, "2019 CU11"},
    Build{2, 1118, 7, "2019 CU12"},
    Build{2, 1258, 12, "2019 CU13"},
    Build{2, 1544, 4, "2019 CU14"},
    Build{2, 1748, 10, "2019 CU15"},
    Build{2, firstSeBuild, 17, "SE RTM"},
};

// The October 2025 security update, for each build that it was released for. Source: as above.
constexpr std::array firstRefusingAuthExport{
    Build{1, 2507, 61, "2016 CU23"},
    Build{2, 1544, 36, "2019 CU14"},
    Build{2, 1748, 39, "2019 CU15"},
    Build{2, firstSeBuild, 29, "SE RTM"},
};

} // namespace

ServerVersion ServerVersion::parse(const QString &text)
{
    static const QRegularExpression display(
        QStringLiteral("^\\s*Version\\s+(\\d{1,4})\\.(\\d{1,6})\\s*\\(Build\\s+(\\d{1,6})\\.(\\d{1,6})\\)\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression dotted(
        QStringLiteral("^\\s*(\\d{1,4})\\.(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})\\s*$"));
    for (const QRegularExpression &form : {display, dotted}) {
        const auto match = form.match(text.left(200));
        if (match.hasMatch()) {
            return {QVersionNumber({match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                match.capturedView(3).toInt(), match.capturedView(4).toInt()})};
        }
    }
    return {};
}

Product ServerVersion::product() const
{
    if (number.majorVersion() == 14)
        return Product::Exchange2010;
    if (number.majorVersion() != 15)
        return Product::Unknown;
    switch (number.minorVersion()) {
    case 0:
        return Product::Exchange2013;
    case 1:
        return Product::Exchange2016;
    case 2:
        return number.microVersion() >= firstSeBuild ? Product::ExchangeSe : Product::Exchange2019;
    default:
        return Product::Unknown;
    }
}

QString ServerVersion::displayText() const
{
    if (number.isNull())
        return {};
    const Build *best = nullptr;
    if (number.majorVersion() == 15) {
        const QVersionNumber mine({number.microVersion(), number.segmentAt(3)});
        for (const Build &candidate : builds) {
            if (candidate.minor == number.minorVersion()
                && QVersionNumber({candidate.build, candidate.revision}) <= mine)
                best = &candidate;
        }
    }
    if (best == nullptr)
        return number.toString();
    const QString name = QString::fromLatin1(best->name);
    return best->build == number.microVersion() ? name : name + u'+';
}

bool ServerVersion::isNewerThanKnown() const
{
    constexpr int major = 15;
    if (number.majorVersion() != major)
        return number.majorVersion() > major;
    if (number.minorVersion() > builds.back().minor)
        return true;
    const bool isSe = product() == Product::ExchangeSe;
    const auto newest = std::find_if(builds.rbegin(), builds.rend(), [&](const Build &build) {
        return build.minor == number.minorVersion() && (build.build >= firstSeBuild) == isSe;
    });
    return newest != builds.rend() && number.microVersion() > newest->build;
}

std::optional<bool> ServerVersion::refusesAuthExport() const
{
    if (product() == Product::Unknown)
        return std::nullopt;
    const Build *last = nullptr; // of this version's branch; a later build contains it
    for (const Build &update : firstRefusingAuthExport) {
        if (number.majorVersion() != 15 || update.minor != number.minorVersion())
            continue;
        last = &update;
        if (update.build == number.microVersion())
            return number.segmentAt(3) >= update.revision ? std::optional(true) : std::nullopt;
    }
    const bool isLater = last != nullptr && number.microVersion() > last->build;
    if (isLater)
        return true;
    // between CU14 and CU15 of 2019 lies no release; anything older has no such update
    const bool isBetween = product() == Product::Exchange2019 && number.microVersion() > 1544;
    return isBetween ? std::nullopt : std::optional(false);
}

bool Server::isClientAccessOnly() const
{
    return roles.testFlag(ServerRole::ClientAccess) && !roles.testFlag(ServerRole::Mailbox);
}

} // namespace kakuin::domain

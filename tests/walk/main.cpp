// SPDX-License-Identifier: MIT
// ./dev walk SEED [COUNT]: long walks, and each kind of contradiction once, as short as it can be.
#include "tests/walk/walk.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QMap>
#include <QtCore/QTextStream>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    bool isSeed = false;
    const quint32 first = arguments.value(1).toUInt(&isSeed);
    const quint32 count = arguments.size() > 2 ? arguments.at(2).toUInt() : 1;
    QTextStream out(stdout);
    if (!isSeed || count == 0) {
        out << "kakuin-walk SEED [COUNT]\n";
        return 2;
    }
    constexpr int steps = 30;
    QMap<QString, int> times;
    for (quint32 seed = first; seed < first + count; ++seed) {
        const auto script = kakuin::walk::scriptOf(seed, steps);
        const auto walked = kakuin::walk::walkAlong(script);
        if (count == 1 && !walked.contradiction)
            out << kakuin::walk::reportOf(seed, walked) << '\n';
        if (!walked.contradiction || ++times[walked.contradiction->rule] > 1)
            continue;
        const auto plain = kakuin::walk::plainest(script, walked.contradiction->rule);
        out << kakuin::walk::reportOf(seed, kakuin::walk::walkAlong(plain)) << "\n\n" << Qt::flush;
    }
    for (auto it = times.cbegin(); it != times.cend(); ++it)
        out << it.value() << " x " << it.key() << '\n';
    out << count << " walks, " << times.size() << " kinds of contradictions\n";
    return times.isEmpty() ? 0 : 1;
}

// SPDX-License-Identifier: MIT
#pragma once

#include "bench/figure.h"

#include <QtCore/QByteArray>

namespace kakuin::bench {

/// A benchmark that gave no figures, and why.
struct Failure final {
    QString benchmark;
    QString reason;
};

/// Figures as a table for people: one line each, notes below.
[[nodiscard]] QString tableOf(const QList<Figure> &figures);
/// The same as JSON, with every sample, what could not run, and what it was measured on.
[[nodiscard]] QByteArray jsonOf(const QList<Figure> &figures, const QList<Failure> &failures);
/// "Debian GNU/Linux 12, x86_64, 2 cores, Qt 6.4.2, platform offscreen, load 1.20".
[[nodiscard]] QString machineText();

} // namespace kakuin::bench

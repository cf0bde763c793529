// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace kakuin::bench {

/// What the repetitions of one measurement gave, in their order.
struct Samples final {
    QList<double> values;

    [[nodiscard]] double median() const; ///< 0 when there are none
    [[nodiscard]] double least() const;
    [[nodiscard]] double most() const;
};

/// What a figure should reach.
struct Aim final {
    enum class Of { Value, Ratio };
    enum class Bound { AtMost, AtLeast };
    Of of = Of::Ratio;
    Bound bound = Bound::AtMost;
    double limit = 0;
};

/// One line of the table: what was measured of Kakuin, beside what it is compared with.
/// Shape: `ours` and `bare` were taken in turns, so the n-th of each ran under the same load: ratio() is the median of
///        the quotients of such pairs, which noise that hits both leaves alone.
struct Figure final {
    QString benchmark; ///< "parse": what one calls it by on the command line
    QString what; ///< "readDer"
    QString unit; ///< "ms", "MB/s", "certificates/s", "bytes"
    int size = 0; ///< how many of `sizeUnit`
    QString sizeUnit; ///< "certificates"
    Samples ours;
    std::optional<Samples> bare;
    QString bareWhat; ///< "d2i_X509"
    std::optional<Aim> aim;
    QString note; ///< one line below the table; empty: none

    [[nodiscard]] std::optional<double> ratio() const; ///< ours / bare
    /// Nothing where there is no aim, or nothing to judge it by.
    [[nodiscard]] std::optional<bool> isMet() const;
};

/// How much more a figure is than that of the same measurement at the smallest size; nothing for the smallest itself.
[[nodiscard]] std::optional<double> growthOf(const Figure &figure, const QList<Figure> &all);

} // namespace kakuin::bench

// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/findings/ignore.h"

namespace kakuin::report {

/// An inventory and its findings as metrics, for the textfile collector of Prometheus' node exporter.
/// Shape:   the text exposition format, UTF-8: for each metric HELP and TYPE, then its series. Names end in their unit and
///          are listed in docs/data.md. Every series has the organisation as a label where it is known, so that the files
///          of several organisations can be in one folder. A label is escaped; what a terminal would act on is made
///          visible before.
///          Days of a date that is not known are left out; the certificate's code says so.
/// Cost:    linear in findings and, as inventoryJson(), in certificates times connectors.
/// Source:  prometheus.io, "Exposition formats" and "Metric and label naming"; HELP is part of the format and therefore
///          not translated: files of one folder must not differ in it.
[[nodiscard]] QByteArray prometheusText(
    const domain::Inventory &inventory, const findings::Sifted &sifted, int exitCode, const QDateTime &nowUtc);

/// The metrics that can be told where nothing could be read: the state, which is 3, and why as a comment.
[[nodiscard]] QByteArray prometheusFailure(const QString &sentence);

} // namespace kakuin::report

// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Sentences for what ports of servers serve. Plain text; what came from servers is made safe to show.
class LiveText final {
    Q_DECLARE_TR_FUNCTIONS(LiveText)
public:
    /// "HTTPS 443 (Default Web Site)"
    [[nodiscard]] static QString port(const domain::LivePort &port);
    /// Why nothing was seen, in words of a port: "Nothing listens on this port."
    [[nodiscard]] static QString failure(const Error &error);
    /// "Microsoft Exchange · 9A0B4C2D …": by its friendly name when the server's store holds it, else by its subject.
    [[nodiscard]] static QString certificate(const domain::ServedCertificate &served, const domain::ServerEntry &entry);
    /// "Seen at 14:03"; with the day when it is another one; with the version of TLS when it is known.
    [[nodiscard]] static QString seen(const domain::LiveReading &reading, const QDateTime &nowUtc);
    /// One line for all of it: "HTTPS 443 served 9A0B4C2D …, seen at 14:03".
    [[nodiscard]] static QString line(const domain::LiveReading &reading, const QDateTime &nowUtc);

private:
    [[nodiscard]] static QString time(const QDateTime &atUtc, const QDateTime &nowUtc);
};

} // namespace kakuin::ui

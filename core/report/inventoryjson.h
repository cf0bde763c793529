// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

#include <QtCore/QJsonObject>

namespace kakuin::report {

/// Every server and certificate of an inventory, with all facts and where each role was read.
/// Shape:   keys of docs/data.md; what is not known is null; times are ISO 8601 in UTC. Texts are the servers' own:
///          whoever shows them takes care.
/// Cost:    linear. Any thread.
[[nodiscard]] QJsonObject inventoryJson(const domain::Inventory &inventory, const QDateTime &nowUtc);

/// {"port": 443, "name": "HTTPS 443", "time": …, "thumbprint": …, "tls": …, "error": …}
[[nodiscard]] QJsonObject liveReadingJson(const domain::LiveReading &reading);

/// Whether everything that tells roles was read, so that "no role" is an answer.
[[nodiscard]] bool areRolesKnown(
    const domain::Certificate &certificate, const domain::ServerEntry &entry, const domain::Inventory &inventory);

/// Where something could not be read: {"code": …, "subject": …, "detail": …}.
[[nodiscard]] QJsonObject errorJson(const Error &error);

} // namespace kakuin::report

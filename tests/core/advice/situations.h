// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/advice.h"
#include "tests/testkit/inventorybuilder.h"

namespace tests::situations {

inline const QDateTime now(QDate(2026, 11, 30), QTime(2, 0), Qt::UTC);
inline const QString server = QStringLiteral("EX1");
inline const QString authName = QStringLiteral("CN=Microsoft Exchange Server Auth Certificate");
inline constexpr kakuin::domain::ServiceSet smtp = kakuin::domain::Service::Smtp;

/// A situation, and what is said of its first certificate.
struct Situation final {
    const char *name;
    kakuin::domain::InventoryPtr inventory;
    kakuin::advice::Reason reason;
    kakuin::advice::Task::Kind task;
};
[[nodiscard]] QList<Situation> allSituations();

// what situations are made of
[[nodiscard]] kakuin::testkit::InventoryBuilder withServer();
[[nodiscard]] kakuin::testkit::CertificateBuilder own(
    int daysLeft, const QStringList &dnsNames = {server, QStringLiteral("ex1.fabrikam.test")});
[[nodiscard]] kakuin::testkit::CertificateBuilder auth(int daysLeft);
[[nodiscard]] kakuin::domain::AuthConfig names(
    const kakuin::testkit::CertificateBuilder &current, const kakuin::domain::Thumbprint &next = {});

} // namespace tests::situations

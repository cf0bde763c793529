// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/transportassignment.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace kakuin::directory {

/// One Exchange server as the directory describes it.
struct DirectoryServer final {
    domain::ServerId server; ///< cn
    QString distinguishedName;
    QString fqdn; ///< ncacn_ip_tcp of networkAddress; empty where that is not there
    QStringList networkAddresses;
    QByteArray certificate; ///< DER, as the directory has it; empty where it gave none
    /// Which certificate, or why that is not known. An entry without the attribute is DirectoryValueMissing and never
    /// "none": a directory leaves out what an account may not read.
    Result<domain::TransportAssignment> transport = fail(ErrorCode::NotRead);

    friend bool operator==(const DirectoryServer &, const DirectoryServer &) = default;
};

} // namespace kakuin::directory

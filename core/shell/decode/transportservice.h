// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"
#include "core/domain/transportassignment.h"

namespace kakuin::shell::decode {

/// One object of Get-TransportService: InternalTransportCertificateThumbprint (empty: none set).
/// Errors: UnexpectedOutput, InvalidThumbprint, UnsafeName.
[[nodiscard]] Result<domain::TransportAssignment> transportService(const clixml::Value &value);
[[nodiscard]] bool isTransportService(const clixml::Value &value);

/// One object of the directory query (Get-ADObject … -Properties *): msExchServerInternalTLSCert of a server.
/// Errors: UnexpectedOutput; UnsafeName; MalformedCertificate when the attribute is no certificate.
[[nodiscard]] Result<domain::TransportAssignment> directoryServer(const clixml::Value &value);
[[nodiscard]] bool isDirectoryServer(const clixml::Value &value);

} // namespace kakuin::shell::decode

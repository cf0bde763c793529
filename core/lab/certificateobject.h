// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/value.h"
#include "core/lab/labstate.h"

namespace kakuin::lab {

/// An ExchangeCertificate as a real server sends it: type chain, RawData, SerializationData and nothing else.
/// Shape:   the blob is framed as signed ("#sig#") where the server's build signs what it serialises.
/// Source:  captured objects of Exchange 2016 and 2019.
[[nodiscard]] clixml::Value certificateObject(
    const LabServer &server, const Placement &placement, const LabCertificate &certificate, const QDateTime &nowUtc);

/// What the server says about a certificate: the status it was given, else by its dates.
[[nodiscard]] domain::CertificateStatus statusOf(
    const Placement &placement, const LabCertificate &certificate, const QDateTime &nowUtc);

} // namespace kakuin::lab

// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labstate.h"
#include "core/x509/maker.h"
#include "tests/walk/choices.h"

namespace kakuin::walk {

/// A practice organisation with one to four servers, whose certificates, services, bindings and Auth certificates are as
/// the choices say: in order or out of it, but nothing that no organisation can be.
/// Shape:  the same choices give the same bytes: the keys are those of keys.txt, which protect nothing, and serial
///         numbers count up.
/// Errors: those of lab::makeOrganisation(); FileUnreadable without the keys.
[[nodiscard]] Result<lab::LabState> makeWalkOrganisation(Choices &choices, const QDateTime &nowUtc);

/// The keys of keys.txt; the last but one is weak.
[[nodiscard]] Result<QList<x509::PrivateKey>> storedKeys();
/// Of the keys, those for certificates that a server makes.
inline constexpr int usualKeys = 4;

} // namespace kakuin::walk

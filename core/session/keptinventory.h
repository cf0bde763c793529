// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

namespace kakuin::session {

/// An inventory as a file, so that the next session can show it before it has read anything.
/// Shape:   write() then read() give the same inventory, except that reasons why something could not be read become
///          NotRead without details, and that what ports served is left out. Nothing secret is in an inventory: public
///          certificates, names and settings.
/// Files:   readable and writable for this person alone (0600), replaced as a whole. The format is Kakuin's own, with a
///          version and a checksum: a file of another version and a damaged one are as good as none.
/// Errors:  write(): FileUnwritable; read(): FileUnreadable; subject: the path.
/// Threads: any; blocks on the disk.
[[nodiscard]] Result<void> writeKeptInventory(const QString &path, const domain::Inventory &inventory);
[[nodiscard]] Result<domain::InventoryPtr> readKeptInventory(const QString &path);

} // namespace kakuin::session

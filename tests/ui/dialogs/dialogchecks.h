// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QDialog>

namespace kakuin::testkit {

/// Every interactive widget has an object name of its own and something for a screen reader to say.
void checkNames(const QDialog &dialog);
/// Every text goes through translation, and comes back: switches to a pseudo language and back again.
/// `own` are texts that are the same in every language (names of servers, of the program).
void checkLanguageSwitch(QDialog &dialog, const QStringList &own = {});

} // namespace kakuin::testkit

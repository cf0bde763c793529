// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection/connectionprofile.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Sentences about a connection that was entered and tried. Plain text; what was typed is made safe to show.
class ConnectionText final {
    Q_DECLARE_TR_FUNCTIONS(ConnectionText)
public:
    /// As ErrorText::full(), with a sentence of its own for each thing that can be wrong with what was entered.
    [[nodiscard]] static QString full(const Error &error);
    /// The same of a directory, where a web server would be the wrong thing to look for.
    [[nodiscard]] static QString directory(const Error &error);

private:
    [[nodiscard]] static QString entered(connection::ProfileProblem problem, const QString &subject);
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace kakuin::session {
class Workspace;
}

namespace kakuin::ui {

/// Which organisation a window works on: the one source for the marks REAL, PRACTICE and EXPORTED.
struct OrganisationIdentity final {
    enum class Kind { None, Real, Practice, Exported };

    Kind kind = Kind::None; ///< None: nothing is open
    QString name; ///< of the connection, the practice organisation, the folder; untrusted
    QString server; ///< real ones: the server, host or program that is connected to
    QString account; ///< real ones: as whom: a user, the file of a client certificate; empty when not known
    bool isByTicket = false; ///< the Kerberos ticket of this computer decides as whom

    [[nodiscard]] static OrganisationIdentity of(const session::Workspace &workspace);
    friend bool operator==(const OrganisationIdentity &, const OrganisationIdentity &) = default;
};

} // namespace kakuin::ui

// SPDX-License-Identifier: MIT
#include "text/organisationidentity.h"

#include "core/session/workspace.h"

#include <QtCore/QFileInfo>

namespace kakuin::ui {

OrganisationIdentity OrganisationIdentity::of(const session::Workspace &workspace)
{
    using ShellKind = shell::ShellDescription::Kind;
    const session::Session *session = workspace.session();
    if (session == nullptr)
        return {};
    const shell::ShellDescription description = session->shell()->description();
    OrganisationIdentity identity;
    identity.name = description.name;
    switch (description.kind) {
    case ShellKind::Lab:
        identity.kind = Kind::Practice;
        break;
    case ShellKind::Snapshot:
        identity.kind = Kind::Exported;
        break;
    case ShellKind::Remote:
    case ShellKind::Process:
        identity.kind = Kind::Real;
        break;
    }
    if (const auto profile = workspace.connection(); profile && identity.kind == Kind::Real) {
        if (!profile->name.isEmpty())
            identity.name = profile->name;
        identity.server = connection::peerName(*profile);
        identity.account = profile->user.isEmpty() ? description.account : profile->user;
        if (profile->kind == connection::ConnectionProfile::Kind::Server && identity.account.isEmpty()) {
            if (profile->signIn == connection::SignIn::Certificate)
                identity.account = QFileInfo(profile->clientCertificateFile).fileName();
            else
                identity.isByTicket = profile->signIn != connection::SignIn::Basic;
        }
    }
    return identity;
}

} // namespace kakuin::ui
